package dk.klyngeflow.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.BudgetLeft;
import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Line;
import dk.klyngeflow.accounts.PatientRate;
import dk.klyngeflow.accounts.Posting;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.ClusterSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do once a year, each way that it goes. The cluster has 41.460 patients in nine practices. */
@KlyngeflowTest
class YearlyTaskTest {

    @Autowired
    ClusterYearStory story;

    @Autowired
    YearStates states;

    @Autowired
    BudgetProposals budgets;

    @Autowired
    Budgets budget;

    @Autowired
    Ledger ledger;

    @Autowired
    ClusterSettings settings;

    @Autowired
    ActivityDraft draft;

    @Autowired
    Documents documents;

    @BeforeEach
    void itIsFebruaryOfTheSecondYear() {
        story.somebodyListens();
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();
        spends("2026-09-10", "2100", 3_125_00);
        spends("2026-09-10", "2200", 5_437_50);
        settings.set(story.cluster(), PatientRate.PER_PATIENT, 400L, LocalDate.of(2027, 1, 1), "test");
        story.yearGoesOnUntil("2027-02-02");
        story.tasksFallOverdue(0);
    }

    @AfterEach
    void nothingStandsStill() {
        story.nothingStandsStill();
        story.nobodyListensAnyMore();
    }

    @Test
    void eachIsGivenToItsDutyInJanuaryAndFebruary() {
        assertThat(story.tasksOpen()).containsExactly("approveBudget", "reviewRegister", "sendQuestionnaire");
    }

    @Test
    void registerIsReviewed() {
        assertThatThrownBy(() -> story.answersTask("register", 2027, "reviewRegister", "sekretaer", Map.of()))
                .isInstanceOf(FormRefused.class);
        story.answersTask("register", 2027, "reviewRegister", "sekretaer", Map.of("isRegisterRight", "YES"));

        assertThat(state("register")).isEqualTo(StateOfItem.DONE);
        assertThat(said("register")).isEqualTo("Gjort den 2. februar 2027 af Signe Vestrup.");
    }

    @Test
    void questionnaireIsDraftedFromTheYearsMeetings_sentAndFiled() {
        // nobody has met in the story; what a held meeting writes is told in ActivityDraftTest
        String text = draft.of(story.cluster(), 2026).text();
        assertThat(text).contains("9 praksis med 41.460 patienter").contains("Der blev ikke holdt møder i 2026.");
        assertThatThrownBy(() -> story.answersTask(
                        "questionnaire",
                        2027,
                        "sendQuestionnaire",
                        "koordinator",
                        Map.of("answers", text, "sentOn", "2027-02-03")))
                .hasMessageContaining("efter i dag");
        story.answersTask(
                "questionnaire",
                2027,
                "sendQuestionnaire",
                "koordinator",
                Map.of("answers", text, "sentOn", "2027-02-01"));

        assertThat(state("questionnaire")).isEqualTo(StateOfItem.DONE);
        String paper = Objects.requireNonNull(
                story.item(2027, "questionnaire").progress().documentId());
        assertThat(documents.find(story.cluster(), paper).orElseThrow().fileName())
                .isEqualTo("kiap-aktivitetsskema-2026.pdf");
    }

    @Test
    void budgetIsRateTimesPatientsAndWhatMeetingsCost_andTheBoardApprovesIt() {
        BudgetProposals.Proposal proposal = budgets.of(story.cluster(), 2027);
        assertThat(proposal.grants()).isEqualTo(41_460L * 400);
        assertThat(proposal.rooms()).isEqualTo(3_125_00);
        assertThat(proposal.catering()).isEqualTo(5_437_50);
        assertThat(proposal.why()).isEqualTo("4,00\u00a0kr. × 41.460 patienter = 165.840,00\u00a0kr.");
        story.answersTask(
                "budget",
                2027,
                "approveBudget",
                "formand",
                Map.of(
                        "grants", "165.840,00",
                        "rooms", "4.000,00",
                        "catering", "6.000,00",
                        "speakers", "0,00",
                        "coordinatorFee", "60.000,00",
                        "help", "0,00"));

        assertThat(state("budget")).isEqualTo(StateOfItem.DONE);
        assertThat(budget.year(story.cluster(), 2027))
                .filteredOn(left -> left.account().number().equals("2100"))
                .extracting(BudgetLeft::budget)
                .containsExactly(4_000_00L);
    }

    @Test
    void registrationIsRenewed_andComesBackInThreeYears() {
        story.yearGoesOnUntil("2027-06-01");
        assertThat(story.tasksOpen()).contains("renewCvr");
        story.answersTask("cvr", 2027, "renewCvr", "koordinator", Map.of("renewedOn", "2027-05-20"));
        story.yearGoesOnUntil("2029-12-01");

        assertThat(story.items(2028)).extracting(YearItem::kind).doesNotContain(YearKind.CVR);
        assertThat(story.items(2029)).extracting(YearItem::kind).doesNotContain(YearKind.CVR);
        assertThat(story.item(2030, "cvr").dueOn()).isEqualTo("2030-05-20");
    }

    @Test
    void isTheBoardsToo_whenNobodyHasDoneItInTime_andIsGivenUpAtTheEndOfTheYear() {
        story.tasksFallOverdue(60);
        story.answersTask("register", 2027, "reviewRegister", "formand", Map.of("isRegisterRight", "YES"));
        story.tasksFallOverdue(300);

        assertThat(story.tasksOpen()).isEmpty();
        story.tookThePath("offerTask", "giveUpTask", "taskGivenUp");
        assertThat(state("questionnaire")).isEqualTo(StateOfItem.LATE);
    }

    private StateOfItem state(String item) {
        return seen(item).state();
    }

    private String said(String item) {
        return seen(item).said();
    }

    private YearStates.Seen seen(String item) {
        return states.of(story.cluster(), 2027).stream()
                .filter(each -> each.item().itemId().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private void spends(String day, String account, long oere) {
        ledger.post(new Posting(
                story.cluster(),
                LocalDate.parse(day),
                "Møde",
                "test:" + day + account,
                null,
                "test",
                List.of(Line.debit(account, oere), Line.credit("5800", oere))));
    }
}
