package dk.klyngeflow.demo;

import dk.klyngeflow.accounts.BudgetLeft;
import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Links;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A general assembly of the demo being prepared: its day in March is told, a change of the statutes is proposed, and somebody stands. */
@Component
@Profile("demo")
class DemoAssembly {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final String PROPOSAL = "assembly-proposal";
    private static final String WHAT = "hvad";
    private static final int THIRD = 3;

    private final Cases cases;
    private final Answers answers;
    private final Budgets budgets;
    private final Links links;
    private final LinkPage proposals;
    private final FastForward clock;
    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final TransactionTemplate transaction;

    DemoAssembly(
            Cases cases,
            Answers answers,
            Budgets budgets,
            Links links,
            List<LinkPage> pages,
            FastForward clock,
            JdbcClient jdbc,
            CopenhagenTime time,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.answers = answers;
        this.budgets = budgets;
        this.links = links;
        this.proposals = pages.stream()
                .filter(page -> page.purpose().equals(PROPOSAL))
                .findFirst()
                .orElseThrow();
        this.clock = clock;
        this.jdbc = jdbc;
        this.time = time;
        this.transaction = transaction;
    }

    void tell() {
        int thisYear = time.today().getYear();
        for (BudgetLeft line : budgets.year(DemoCluster.ID, thisYear)) {
            if (line.hasBudget()) {
                budgets.set(DemoCluster.ID, line.account().number(), thisYear + 1, line.budget(), "kasserer");
            }
        }
        cases.startBy("year.assemblyFellDue", DemoCluster.ID, Map.of("accountingYear", thisYear));
        clock.by(A_MOMENT);
        LocalDate day = LocalDate.of(thisYear + 1, Month.MARCH, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(THIRD, DayOfWeek.THURSDAY));
        answers.give(
                DemoCluster.ID,
                jdbc.sql("select business_key from klyngeflow.assembly where cluster_id = :cluster")
                        .param("cluster", DemoCluster.ID)
                        .query(String.class)
                        .single(),
                "planAssembly",
                "formand",
                Map.of(
                        "times", day + " 19.00",
                        "minutes", "120",
                        "place", "Lægehuset Havnen, Havnegade 4",
                        "findRoom", "NO",
                        "posts", "TREASURER,AUDITOR",
                        "seats", ""));
        clock.by(A_MOMENT);
        proposes(
                "m9",
                Map.of(
                        WHAT,
                        "STATUTES",
                        "felt",
                        "notice_days",
                        "ny",
                        "21",
                        "tekst",
                        "Mange har vagter, der skal byttes i god tid."));
        proposes("m14", Map.of(WHAT, "STAND_TREASURER", "tekst", "Jeg har ført regnskab i vores lægehus i ti år."));
        clock.by(A_MOMENT);
    }

    /** On the page of her link. */
    private void proposes(String member, Map<String, String> given) {
        Map<String, List<String>> sent = new HashMap<>();
        given.forEach((name, value) -> sent.put(name, List.of(value)));
        links.heldBy(DemoCluster.ID, PROPOSAL, member)
                .forEach(held -> transaction.executeWithoutResult(status -> proposals.answer(held, sent)));
    }
}
