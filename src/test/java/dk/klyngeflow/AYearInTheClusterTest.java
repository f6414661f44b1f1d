package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.invoices.BillsOfACluster;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.statutes.StatutesText;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Six strangers in six practices found a cluster, agree how they work, choose another coordinator in secret, meet, pay a bill and hand the
 * post on; their year begins what belongs to it, they close its accounts with what the bank says, hold their general assembly, and it elects
 * the next. Nothing is laid out for them: what they have is an open page, their mailboxes, and Tasklist once they hold a post. At every hour
 * that passes there is one coordinator, no incident, and nothing that nobody can do.
 */
@KlyngeflowTest
class AYearInTheClusterTest {

    private static final List<String> ALL = List.of("Anne", "Bo", "Carla", "Dorte", "Erik", "Fie");
    private static final List<String> OFFICERS = List.of("Anne", "Bo", "Carla", "Dorte", "Erik");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter HYPHENS = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 1, 11);

    @Autowired
    YearStory story;

    @Autowired
    People people;

    @Autowired
    Ledger ledger;

    @Autowired
    YearsEnd end;

    private LocalDate officeOfBo = FIRST_DAY;
    private LocalDate assembly = FIRST_DAY;
    private LocalDate paid = FIRST_DAY;

    private final String year = Long.toString(System.nanoTime(), 36);

    @Test
    void fromTheFirstThoughtToTheNextCoordinator() {
        story.beginsOn(FIRST_DAY);
        anneStartsACluster();
        fiveMorePracticesJoin();
        theyMeetAndFoundIt();
        itOpens();
        theyAgreeHowTheyWork();
        theyChooseBoInSecret();
        theFirstMeetingIsHeld();
        aBillIsPaid();
        thePostIsHandedOn("Anne", "Bo", officeOfBo);
        theYearPlansWhatFollows();
        theMoneyOfTheNextYearIsLaid();
        theAccountsAreClosedToTheOere();
        theAssemblyIsHeld();
        thePostIsHandedOn("Bo", "Fie", end.officeOf("Fie"));
        theYearIsOver();
    }

    private void anneStartsACluster() {
        story.fillsIn(
                "/start-en-klynge",
                Map.of(
                        "klynge", "Klyngen Fjorden " + year,
                        "region", "Region Nordjylland",
                        "ydernummer", provider("Anne"),
                        "praksis", "Lægerne Anne",
                        "patienter", "3.000",
                        "navn", "Anne Fjord",
                        "mail", mail("Anne")));
        story.strangerAnswers("founding-confirm", "", "start", "ja");
        story.isTheClusterOf("Anne", mail("Anne"));
        story.dueJobsRun();
        assertThat(story.letters("founding-founder", "Anne")).isNotEmpty();
    }

    private void fiveMorePracticesJoin() {
        List<String> list = new ArrayList<>();
        for (String each : ALL.subList(1, 6)) {
            list.add(String.join("; ", provider(each), "Lægerne " + each, each + " Fjord", mail(each), "2000"));
        }
        story.answers("Anne", "founding-founder", "liste", String.join("\n", list));
        for (String each : ALL.subList(1, 6)) {
            story.meets(each, mail(each));
            assertThat(story.letters("founding-invitation", each)).hasSize(1);
            story.answers(each, "founding-invitation", "svar", "JOINED");
        }
    }

    private void theyMeetAndFoundIt() {
        story.answers(
                "Anne",
                "founding-founder",
                "dag1",
                story.day(20),
                "dag2",
                story.day(27),
                "klokken",
                "16.30",
                "sted",
                "Lægehuset");
        for (String each : ALL) {
            story.answers(each, "date-poll", "dato1", "YES", "dato2", each.equals("Fie") ? "NO" : "YES");
        }
        story.answers("Anne", "founding-founder", "dato", "1", "sted", "Lægehuset Havnen");
        assertThat(story.letters("founding-assembly", "Fie")).hasSize(1);
        story.until(FIRST_DAY.plusDays(21));
        List<String> evening = new ArrayList<>();
        ALL.forEach(each -> evening.addAll(List.of("kom", story.id(each))));
        evening.addAll(List.of(
                "dirigent", story.id("Fie"),
                "referent", story.id("Erik"),
                "vedtaget", "ja",
                "for", "6",
                "imod", "0",
                "koordinator", story.id("Anne"),
                "formand", story.id("Carla"),
                "kasserer", story.id("Dorte"),
                "bestyrelse", story.id("Bo"),
                "revisor", story.id("Erik"),
                "hvordan", "ACCLAMATION",
                "referat", "Vi mødes igen i marts."));
        story.answers("Anne", "founding-founder", evening.toArray(String[]::new));
    }

    private void itOpens() {
        story.answersTheOne("Anne", "founding-formality", "CVR", "handling", "klaret", "cvr", "DK 10 15 08 17");
        story.answersTheOne("Anne", "founding-formality", "onto", "handling", "klaret", "konto", "DK5000400440116243");
        story.answersTheOne("Anne", "founding-formality", "KiAP", "handling", "spring");
        story.daysPass(1);

        assertThat(names(Post.MEMBER)).hasSize(6);
        assertThat(names(Post.COORDINATOR)).containsExactly("Anne Fjord");
        OFFICERS.forEach(story::choosesAPassword);
        assertThat(story.letters("login-invitation", "Fie"))
                .as("a plain member needs none")
                .isEmpty();
        assertThat(story.reads("Anne", "/")).contains("Klyngen Fjorden");
        story.waitsFor("planMeeting");
    }

    private void theyAgreeHowTheyWork() {
        story.fillsIn("Anne", "/vedtaegter/" + story.cluster(), StatutesText.typed(Map.of("digital_ballot", "true")));
        // a new cluster is asked by itself, from the morning it opens
        end.questionsAreAnswered(ALL);
        end.modelIsAgreedOn("Anne", ALL);
        story.daysPass(2);

        assertThat(story.mailed("local-model")).isEqualTo(6);
        assertThat(story.reads("Anne", "/lokalmodel/" + story.cluster())).contains("version 1");
    }

    private void theyChooseBoInSecret() {
        officeOfBo = story.today().plusDays(120);
        story.starts(
                "Anne",
                "coordinator-election",
                Map.of("post", "COORDINATOR", "seats", "1", "takesOffice", officeOfBo.toString(), "leaving", ""));
        for (String each : List.of("Bo", "Carla")) {
            story.answers(each, "election-nomination", "svar", "SELF", "tekst", "Jeg vil gerne samle klyngen.");
        }
        story.untilMailed("ballot-open", "Fie");
        for (String each : ALL) {
            assertThat(story.opens(each, "ballot-open")).contains("Bo Fjord", "Carla Fjord");
            story.answers(
                    each, "ballot-open", "stemme", story.id(each.equals("Carla") ? "Carla" : "Bo"), "reviewed", "ja");
        }
        story.untilMailed("election-acceptance", "Bo");
        story.answers("Bo", "election-acceptance", "svar", "YES");
        story.untilMailed("election-result", "Fie");

        assertThat(story.mailed("election-result")).isEqualTo(6);
        assertThat(story.line()).as("elected, and not yet in office").containsExactly("Anne");
        assertThat(story.letters("election-result", "Fie"))
                .singleElement()
                .asString()
                .contains("Bo Fjord");
    }

    private void theFirstMeetingIsHeld() {
        LocalDate first = WorkingDays.after(story.today().plusDays(30), 0);
        story.does(
                "Anne",
                "planMeeting",
                Map.of(
                        "title", "Vores egne tal",
                        "text", "Vi begynder med det, vi har.",
                        "times", DAY.format(first) + " 16.30\n" + DAY.format(first.plusDays(7)) + " 16.30",
                        "minutes", "120",
                        "place", "Lægehuset Havnen",
                        "needs", "",
                        "required", story.id("Anne")));
        for (String each : ALL) {
            story.answers(each, "date-poll", "dato1", "YES", "dato2", "NO");
        }
        story.does("Anne", "confirmDate", Map.of("chosenDate", "1"));
        story.untilThereIs("approveAgenda");
        story.does("Anne", "approveAgenda", Map.of("agenda", "1. Velkommen\n2. Vores egne tal", "place", "Havnen"));
        for (String each : ALL) {
            story.answers(each, "meeting-invitation", "svar-0", each.equals("Fie") ? "NO" : "YES");
        }
        story.untilThereIs("recordMeeting");
        List<String> came = ALL.subList(0, 5).stream().map(story::id).toList();
        story.does("Anne", "recordMeeting", Map.of("attended", String.join(",", came), "noteTaker", "", "items", "[]"));
        story.untilThereIs("approveMinutes");
        story.does("Anne", "approveMinutes", Map.of("keyPoints", "Vi måler nyretal.", "items", "[]"));

        assertThat(story.mailed("meeting-invitation")).isEqualTo(6);
        assertThat(story.mailed("minutes")).isEqualTo(6);
    }

    /** The cluster has no secretary: somebody of the board checks what another has sent in, and a third pays. */
    private void aBillIsPaid() {
        BillsOfACluster.isSent(story.desk().program("Dorte"), story.cluster(), "F-1", story.today());
        story.dueJobsRun();
        assertThat(story.whoCan("checkInvoice")).doesNotContain("Dorte");
        story.does("Carla", "checkInvoice", end.billAsTyped());
        story.does("Anne", "approveAsCoordinator", Map.of("decision", "APPROVE"));
        assertThat(story.openKeys())
                .as("it is more than the model lets her approve alone")
                .contains("approveAsBoard");
        story.does(story.whoCan("approveAsBoard").split("\\+")[0], "approveAsBoard", Map.of("decision", "APPROVE"));
        story.does("Dorte", "confirmPayment", Map.of("decision", "PAID", "paidOn", story.day(0)));
        paid = story.today();

        Map<String, Long> balances = ledger.balances(story.cluster(), FIRST_DAY.plusYears(1));
        assertThat(balances).containsEntry("2100", 631_250L).containsEntry(ChartOfAccounts.BANK, -631_250L);
        assertThat(balances.values().stream().mapToLong(each -> each).sum()).isZero();
    }

    private void thePostIsHandedOn(String from, String to, LocalDate day) {
        if (!story.openKeys().contains("handOverPost")) {
            story.starts(
                    from, "coordinator-handover", Map.of("successor", story.id(to), "handoverDay", day.toString()));
        }
        long done = story.mailed("handover-done");
        story.does(
                from,
                "handOverPost",
                Map.of("items", end.checklist("PARTING"), "note", "Kommunen er lovet svar i marts."));
        story.does(to, "takeOverPost", Map.of("items", end.checklist("SUCCESSOR")));
        story.does(story.oneWhoCan("helpAsSecretary"), "helpAsSecretary", Map.of("items", end.checklist("SECRETARY")));
        story.does(story.oneWhoCan("helpAsBoard"), "helpAsBoard", Map.of("items", end.checklist("BOARD")));
        assertThat(story.letters("handover-note", to))
                .as("what is written is in the paper, not in the mail")
                .singleElement()
                .asString()
                .doesNotContain("Kommunen");
        List<String> before = story.line();
        story.until(day.minusDays(1), () -> end.goesOn(from, ALL));
        assertThat(story.line()).as("not a day too early").isEqualTo(before);
        story.until(day);
        story.daysPass(1);

        assertThat(story.line()).hasSize(before.size() + 1).endsWith(from, to);
        assertThat(story.letters("handover-note", to)).hasSize(1);
        assertThat(story.mailed("handover-done")).isEqualTo(done + 6);
        assertThat(story.reads(to, "/overdragelse/" + story.cluster()))
                .contains(to + " Fjord</strong> er koordinator i dag");
    }

    /** All that the year begins by itself: its meetings, the year after, and the assembly of that year. */
    private void theYearPlansWhatFollows() {
        story.untilThereIs("planAssembly", () -> end.goesOn("Bo", ALL));
        assembly = end.dueIn(2028, "assembly");
        assertThat(end.agenda()).as("the chair's term ends in even years").isEqualTo("CHAIR,AUDITOR");
        Map<String, String> plan = Map.of(
                "times", YearsEnd.DAY.format(assembly) + " 19.00",
                "minutes", "120",
                "place", "Lægehuset Havnen",
                "findRoom", "NO",
                "posts", "CHAIR,COORDINATOR,AUDITOR",
                "seats", "");
        story.does(story.oneWhoCan("planAssembly"), "planAssembly", plan);
        assertThat(story.mailed("assembly-announcement")).isEqualTo(6);
        story.answers("Fie", "assembly-announcement", "hvad", "STAND_COORDINATOR", "tekst", "Jeg vil gerne prøve.");
        story.answers("Carla", "assembly-announcement", "hvad", "STAND_CHAIR", "tekst", "Jeg går efter det.");
        story.answers("Erik", "assembly-announcement", "hvad", "STAND_AUDITOR", "tekst", "Jeg bliver.");
        story.until(LocalDate.of(2028, 1, 4), () -> end.goesOn("Bo", ALL));
        story.does(story.oneWhoCan("reviewRegister"), "reviewRegister", Map.of("isRegisterRight", "YES"));
        story.does(
                story.oneWhoCan("sendQuestionnaire"),
                "sendQuestionnaire",
                Map.of("answers", "Fire møder.", "sentOn", story.day(0)));
    }

    private void theAccountsAreClosedToTheOere() {
        story.untilThereIs("gatherStatements", () -> end.goesOn("Bo", ALL));
        end.bankSends(
                "Dorte",
                "31-12-2027;Gebyr;-50,00;43637,50",
                HYPHENS.format(paid) + ";Leverandør F-1;-6312,50;43687,50",
                "15-02-2027;Klyngemidler;50000,00;50000,00");
        end.everyLineIsExplained("Dorte", 2027);
        story.does("Dorte", "lockAccounts", Map.of("lock", "YES"));
        story.does("Dorte", "reconcileAccounts", Map.of("laterEvents", "", "reservations", ""));
        end.auditorApproves("Erik", 2027);
        for (String each : List.of("Bo", "Carla", "Dorte")) {
            story.answers(each, "accounts-signature", "underskrift", end.sha(2027));
        }
        assertThat(story.openKeys())
                .as("sealed, and for the assembly to decide")
                .contains("recordDecision");
    }

    /** By the board, before the assembly has it. */
    private void theMoneyOfTheNextYearIsLaid() {
        story.untilThereIs("approveBudget", () -> end.goesOn("Bo", ALL));
        story.does(
                story.oneWhoCan("approveBudget"),
                "approveBudget",
                Map.of(
                        "grants", "50.000",
                        "rooms", "5.000",
                        "catering", "5.000",
                        "speakers", "10.000",
                        "coordinatorFee", "20.000",
                        "help", "0"));
    }

    private void theAssemblyIsHeld() {
        story.untilThereIs("giveOpinion", () -> end.goesOn("Bo", ALL));
        story.does(story.oneWhoCan("giveOpinion"), "giveOpinion", Map.of("opinion", "Vi siger tak."));
        assertThat(story.mailed("assembly-notice")).isGreaterThanOrEqualTo(6);
        story.untilThereIs("holdAssembly", () -> end.goesOn("Bo", ALL));
        end.come("Bo", ALL);
        end.officers("Bo", "Carla Fjord", "Erik Fjord");
        for (String each : List.of("accounts", "budget")) {
            end.isDecided("Bo", each, "UNOPPOSED");
        }
        for (String each : List.of("election-CHAIR", "election-COORDINATOR", "election-AUDITOR")) {
            end.isDecided("Bo", each, "ACCLAMATION");
        }
        end.isEnded("Bo");
        assertThat(story.openKeys())
                .as("nothing applies before all of it is over")
                .contains("recordDecision");
        story.does(story.oneWhoCan("holdAssembly"), "holdAssembly", Map.of("closed", "YES"));
        story.does(
                story.oneWhoCan("writeMinutes"),
                "writeMinutes",
                Map.of(
                        "minutes",
                        "1. Carla blev dirigent.",
                        "chairedBy",
                        story.id("Carla"),
                        "keptBy",
                        story.id("Erik")));
        for (String each : List.of("Carla", "Erik")) {
            story.answers(each, "assembly-signature", "underskrift", end.minutes());
        }
        assertThat(story.mailed("assembly-minutes")).isGreaterThanOrEqualTo(6);
        assertThat(ledger.balances(story.cluster(), assembly)).containsEntry(ChartOfAccounts.BANK, 4_363_750L);
        for (String each : List.of("Carla", "Fie", "Erik")) {
            story.answers(each, "election-acceptance", "svar", "YES");
        }
        story.untilThereIs("handOverPost", () -> end.goesOn("Bo", ALL));
        story.choosesAPassword("Fie");
    }

    private void theYearIsOver() {
        story.until(LocalDate.of(2028, 4, 25), () -> end.goesOn("Fie", ALL));

        assertThat(story.line()).containsExactly("Anne", "Bo", "Fie");
        assertThat(names(Post.COORDINATOR)).containsExactly("Fie Fjord");
        assertThat(names(Post.CHAIR)).containsExactly("Carla Fjord");
        assertThat(names(Post.AUDITOR)).containsExactly("Erik Fjord");
        assertThat(names(Post.MEMBER)).hasSize(6);
        assertThat(story.reads("Fie", "/aarshjul/" + story.cluster() + "?aar=2028"))
                .contains("Regnskabet for 2027 er godkendt og lukket.", "Holdt den ");
        assertThat(story.openKeys()).as("of all that was begun").containsOnly("reMeasure");
        assertThat(story.mailedTwice()).isEmpty();
    }

    private List<String> names(Post post) {
        return people.holding(story.cluster(), post).stream().map(Person::name).toList();
    }

    private String mail(String name) {
        return name.toLowerCase(java.util.Locale.ROOT) + "@fjord-" + year + ".example";
    }

    private static String provider(String name) {
        return String.format("%06d", 880_100 + ALL.indexOf(name));
    }
}
