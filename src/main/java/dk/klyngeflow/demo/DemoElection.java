package dk.klyngeflow.demo;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.statutes.Statutes;
import dk.klyngeflow.statutes.StatutesVersions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An election of the demo under way: the members are asked who shall sit on the board, two stand, a third has been named by a colleague and
 * has not answered. When the time is moved on, they vote by link, since the demo's statutes let them.
 */
@Component
@Profile("demo")
class DemoElection {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final int DAYS_TO_OFFICE = 60;
    private static final String ASKED = "election-nomination";

    private final StatutesVersions statutes;
    private final Cases cases;
    private final Links links;
    private final LinkPage asked;
    private final FastForward clock;
    private final CopenhagenTime time;
    private final TransactionTemplate transaction;

    DemoElection(
            StatutesVersions statutes,
            Cases cases,
            Links links,
            List<LinkPage> pages,
            FastForward clock,
            CopenhagenTime time,
            TransactionTemplate transaction) {
        this.statutes = statutes;
        this.cases = cases;
        this.links = links;
        this.asked = pages.stream()
                .filter(page -> page.purpose().equals(ASKED))
                .findFirst()
                .orElseThrow();
        this.clock = clock;
        this.time = time;
        this.transaction = transaction;
    }

    void tell() {
        statutes.adopt(DemoCluster.ID, withVotesByLink(statutes.today(DemoCluster.ID)), "sekretaer");
        cases.startBy(
                "election.postVacated",
                DemoCluster.ID,
                Map.of(
                        "post",
                        "BOARD",
                        "seats",
                        1L,
                        "takesOffice",
                        time.today().plusDays(DAYS_TO_OFFICE).toString()));
        clock.by(A_MOMENT);
        answers("m9", "svar", "SELF", "tekst", "Jeg vil gerne hjælpe med økonomien og de første møder om data.");
        answers("m14", "svar", "SELF", "tekst", "Ny i klyngen, og nysgerrig på, hvordan vi får flere med.");
        answers("m11", "svar", "OTHER", "kollega", "m16");
        answers("m12", "svar", "NONE");
        clock.by(A_MOMENT);
    }

    private Statutes withVotesByLink(Statutes now) {
        Statutes.Elections said = now.elections();
        return new Statutes(
                now.version(),
                time.today(),
                now.notices(),
                now.assembly(),
                new Statutes.Elections(
                        said.electionRule(),
                        said.secondRound(),
                        said.threeWay(),
                        said.ballotKind(),
                        said.handsAllowed(),
                        true,
                        said.substitutes(),
                        said.tie()),
                now.terms());
    }

    /** On the page of her link. */
    private void answers(String member, String... given) {
        Map<String, List<String>> sent = new java.util.HashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            sent.put(given[i], List.of(given[i + 1]));
        }
        links.heldBy(DemoCluster.ID, ASKED, member)
                .forEach(held -> transaction.executeWithoutResult(status -> asked.answer(held, sent)));
    }
}
