package dk.klyngeflow.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.founding.ModelsYear;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.members.ClusterOpened;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.PaymentMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way that a year goes. */
@KlyngeflowTest
class ClusterYearTest {

    @Autowired
    ClusterYearStory story;

    @Autowired
    Years years;

    @Autowired
    YearWatch watch;

    @Autowired
    YearPlan plan;

    @Autowired
    YearChanges changes;

    @Autowired
    YearStarts starts;

    @Autowired
    ModelsYear models;

    @Autowired
    Clusters clusters;

    @Autowired
    CopenhagenTime time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void somebodyListens() {
        story.somebodyListens();
    }

    @AfterEach
    void nothingStandsStill() {
        story.nothingStandsStill();
        story.nobodyListensAnyMore();
    }

    @Test
    void getsTheRestOfItsYear_whenOpenedInMidYear() {
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();

        assertThat(story.yearsBegun()).containsExactly(2026);
        assertThat(story.items(2026)).extracting(YearItem::kind).containsOnly(YearKind.MEETING);
        // four a year, and seven months of it are left
        assertThat(story.items(2026))
                .filteredOn(item -> item.kind() == YearKind.MEETING)
                .hasSize(2);
        assertThat(story.items(2026))
                .allSatisfy(item -> assertThat(item.dueOn()).isAfter(LocalDate.of(2026, 6, 30)));
    }

    @Test
    void beginsWhenTheClusterIsOpened_inTheSameTransaction() {
        story.isOpenedOn("2026-06-01");
        NewYears clockwork = new NewYears(clusters, years, watch);

        transaction.executeWithoutResult(status -> {
            clockwork.opened(new ClusterOpened(story.cluster()));
            status.setRollbackOnly();
        });
        assertThat(story.yearsBegun()).isEmpty();
        assertThat(story.isRunning(2026)).isFalse();

        clockwork.opened(new ClusterOpened(story.cluster()));
        clockwork.opened(new ClusterOpened(story.cluster()));
        assertThat(story.isRunning(2026)).isTrue();
    }

    @Test
    void givesEveryOpenClusterItsYear_whenTheApplicationStarts() {
        story.isOpenedOn("2026-06-01");
        new NewYears(clusters, years, watch).look();

        assertThat(story.isRunning(2026)).isTrue();
    }

    /** As in clusters that were founded before a step of the engine could not begin a year twice. */
    @Test
    void keepsTheCaseThatBeganFirst_whereAnEarlierVersionHadBegunTwo() {
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();
        String first = story.runningCase(2026);
        story.isMorningOf("2026-06-02");
        story.beginsAgain(2026);
        assertThat(story.isRunning(2026)).as("two").isFalse();
        List<YearItem> items = story.items(2026);

        NewYears clockwork = new NewYears(clusters, years, watch);
        clockwork.begin();
        clockwork.begin();

        assertThat(story.runningCase(2026)).isEqualTo(first);
        assertThat(story.items(2026)).isEqualTo(items);
        story.yearGoesOnUntil("2027-01-20");
        assertThat(story.isRunning(2027)).isTrue();
    }

    @Test
    void laysAWholeYear_withTheDatesOfTheStatutes() {
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();
        story.yearGoesOnUntil("2026-10-05");

        assertThat(story.yearsBegun()).containsExactly(2026, 2027);
        // the assembly of the design: Thursday 18 March 2027, last notice on Wednesday 3 March
        assertThat(story.item(2027, "assembly").dueOn()).isEqualTo("2027-03-18");
        assertThat(story.item(2027, "accounts").dueOn()).isEqualTo("2027-03-03");
        assertThat(story.item(2027, "budget").dueOn()).isEqualTo("2027-03-03");
        assertThat(story.item(2027, "register").dueOn()).isEqualTo("2027-01-31");
        assertThat(story.item(2027, "questionnaire").startsOn()).isEqualTo("2027-01-04");
        assertThat(story.items(2027))
                .filteredOn(item -> item.kind() == YearKind.MEETING)
                .hasSize(4);
    }

    @Test
    void beginsWhatFallsDue_inGoodTime() {
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();
        story.yearGoesOnUntil("2027-02-15");

        assertThat(story.toldOf(ClusterYear.ACCOUNTS_FELL_DUE)).containsExactly(2026);
        assertThat(story.toldOf(ClusterYear.ASSEMBLY_FELL_DUE)).containsExactly(2026);
        assertThat(story.tasksOpen()).contains("reviewRegister", "sendQuestionnaire", "approveBudget");
        // two of 2026, and those of 2027 whose day is less than fourteen weeks away
        assertThat(story.meetings()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(story.casesBegun("meeting-cycle")).isEqualTo(story.meetings().size());
    }

    @Test
    void takesAMeetingPlannedByHandForItsOwn() {
        story.isOpenedOn("2026-10-10");
        Meeting byHand = story.plansMeetingByHand("2027-02-08", "2027-02-26");
        story.everybodyIsSeenTo();
        story.yearGoesOnUntil("2026-12-20");

        assertThat(story.item(2027, "meeting-1").progress().reference()).isEqualTo(byHand.meetingId());
        assertThat(story.meetings())
                .extracting(Meeting::meetingId)
                .containsExactlyInAnyOrder(
                        byHand.meetingId(),
                        story.item(2026, "meeting-1").progress().reference());
    }

    @Test
    void showsAMeetingPlannedByHand_fromTheNextMorningOn() {
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();
        story.yearGoesOnUntil("2026-10-05");
        Meeting byHand = story.plansMeetingByHand("2027-05-03", "2027-05-21");
        story.everybodyIsSeenTo();
        assertThat(meetings(2027))
                .filteredOn(YearItem::isStarted)
                .singleElement()
                .satisfies(item -> assertThat(item.progress().reference()).isEqualTo(byHand.meetingId()));
        story.yearGoesOnUntil("2027-05-30");

        // four in 2027, of which the last is not begun yet, and two in 2026
        assertThat(story.meetings()).hasSize(5).extracting(Meeting::meetingId).contains(byHand.meetingId());
    }

    @Test
    void beginsAgain_whenItsCaseIsLost() {
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();
        List<YearItem> before = story.items(2026);
        story.instances()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(ClusterYear.businessKey(story.cluster(), 2026))
                .list()
                .forEach(instance -> story.instances().deleteProcessInstance(instance.getId(), "test"));
        story.everybodyIsSeenTo();

        assertThat(story.isRunning(2026)).isTrue();
        assertThat(story.items(2026)).isEqualTo(before);
    }

    @Test
    void hasOneCaseForEachYear_neverTwoNeverNone_overTenYears() {
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();
        LocalDate end = LocalDate.of(2036, 6, 1);
        while (time.today().isBefore(end)) {
            story.goesOnToNext();
            assertThat(story.isRunning(time.today().getYear()))
                    .as("a case runs on %s", time.today())
                    .isTrue();
            // each morning: nothing is begun twice
            story.everybodyIsSeenTo();
        }

        assertThat(story.yearsBegun())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(2026, 2036).boxed().toList());
        for (int year = 2026; year <= 2036; year++) {
            assertThat(story.casesOf(year)).as("cases of %d", year).isEqualTo(1);
        }
        for (int year = 2027; year <= 2035; year++) {
            assertThat(story.items(year)).as("items of %d", year).allMatch(YearItem::isStarted);
            assertThat(story.items(year)).extracting(YearItem::kind).contains(YearKind.ACCOUNTS, YearKind.ASSEMBLY);
        }
        assertThat(story.toldOf(ClusterYear.ACCOUNTS_FELL_DUE)).hasSize(10).doesNotHaveDuplicates();
        // every second year the coordinator's term ends, and every third the registration
        assertThat(IntStream.rangeClosed(2027, 2035)
                        .filter(year -> story.items(year).stream().anyMatch(item -> item.kind() == YearKind.ELECTION))
                        .boxed())
                .startsWith(2028);
    }

    @Test
    void isTheSame_whereTheMoneyIsPlos() {
        story.isOpenedOn("2026-06-01", PaymentMode.PLO);
        story.everybodyIsSeenTo();
        story.yearGoesOnUntil("2027-02-15");

        assertThat(story.toldOf(ClusterYear.ACCOUNTS_FELL_DUE)).containsExactly(2026);
        assertThat(story.toldOf(ClusterYear.ASSEMBLY_FELL_DUE)).containsExactly(2026);
        assertThat(story.tasksOpen()).contains("reviewRegister", "sendQuestionnaire", "approveBudget");
        assertThat(meetings(2027)).hasSize(4);
    }

    /** As a founding does: its last step opens the cluster, and the engine writes its own rows when the step is over. */
    @Test
    void hasOneCaseForEachYear_whenAStepOfTheEngineOpensTheCluster() {
        story.isOpenedOn("2026-11-29");
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command -> {
                    years.see(story.cluster());
                    return null;
                });

        assertThat(story.yearsBegun()).containsExactly(2026, 2027);
        assertThat(story.casesOf(2026)).isEqualTo(1);
        assertThat(story.casesOf(2027)).isEqualTo(1);
    }

    @Test
    void cannotHaveTwoCases_theDatabaseSeesToIt() {
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();

        assertThatThrownBy(() -> story.hasLastYear(2026)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void beginsTheNextYear_alsoWhenSomethingElseHasFailed() {
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();
        story.isMorningOf("2027-01-03");
        // nothing of the year has run in the meantime
        years.see(story.cluster());

        assertThat(story.isRunning(2027)).isTrue();
        story.yearRuns();
        assertThat(story.casesOf(2027)).isEqualTo(1);
        assertThat(story.isRunning(2026)).isFalse();
    }

    @Test
    void isOfOneClusterOnly() {
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();
        String one = story.cluster();
        story.isOpenedOn("2026-06-02");
        story.everybodyIsSeenTo();

        assertThat(story.cluster()).isNotEqualTo(one);
        assertThat(story.items(2026)).allMatch(item -> item.clusterId().equals(story.cluster()));
    }

    @Test
    void beginsOnTheDayItWasMovedTo() {
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();
        story.yearGoesOnUntil("2026-10-05");
        move("register", "2027-02-26", "Sekretæren er på ferie i januar.");
        story.yearGoesOnUntil("2027-01-20");
        assertThat(story.tasksOpen()).doesNotContain("reviewRegister");
        story.yearGoesOnUntil("2027-02-02");
        assertThat(story.tasksOpen()).contains("reviewRegister");

        assertThat(plan.changes(story.cluster(), 2027)).singleElement().satisfies(change -> {
            assertThat(change.fromDay()).isEqualTo("2027-01-31");
            assertThat(change.toDay()).isEqualTo("2027-02-26");
            assertThat(change.reason()).isEqualTo("Sekretæren er på ferie i januar.");
        });
    }

    @Test
    void leavesOutWhatIsDroppedOrDoneElsewhere() {
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();
        story.yearGoesOnUntil("2026-10-05");
        make("register", YearPlan.What.DROPPED, "2026-10-05", "Regionen gør det.");
        make("questionnaire", YearPlan.What.DONE, "2026-10-02", "Sendt med brev.");
        story.yearGoesOnUntil("2027-01-20");

        assertThat(story.tasksOpen()).doesNotContain("reviewRegister", "sendQuestionnaire");
        assertThat(story.item(2027, "questionnaire").progress().doneOn()).isEqualTo("2026-10-02");
        assertThatThrownBy(() -> move("register", "2027-02-26", "Alligevel."))
                .hasMessageContaining("gjort eller udgået");
    }

    @Test
    void isNotMovedToADayOnWhichNobodyCanCome() {
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();
        story.yearGoesOnUntil("2026-10-05");

        assertThatThrownBy(() -> move("assembly", "2027-03-27", "Vi vil.")).hasMessageContaining("weekend");
        assertThatThrownBy(() -> move("assembly", "2027-03-25", "Vi vil.")).hasMessageContaining("helligdag");
        assertThatThrownBy(() -> move("assembly", "2028-03-20", "Vi vil.")).hasMessageContaining("skal ligge i 2027");
        assertThatThrownBy(() -> move("assembly", "2026-10-05", "Vi vil.")).hasMessageContaining("2027");
        story.yearGoesOnUntil("2027-01-05");
        assertThatThrownBy(() -> move("register", "2027-02-26", "For sent.")).hasMessageContaining("sat i gang");
        assertThat(plan.changes(story.cluster(), 2027)).isEmpty();
    }

    @Test
    void beginsAnElection_whenTheCoordinatorsTermEnds() {
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();
        story.yearGoesOnUntil("2027-12-31");
        assertThat(story.casesBegun("coordinator-election")).isZero();
        story.yearGoesOnUntil("2028-02-01");

        assertThat(story.casesBegun("coordinator-election")).isEqualTo(1);
        assertThat(story.item(2028, "assembly").note()).contains("På valg: formand");
        // the election under way is this one
        story.isMorningOf("2028-02-02");
        starts.election(story.cluster(), 2028, "election");
        assertThat(story.casesBegun("coordinator-election")).isEqualTo(1);
    }

    @Test
    void asksTheMembersAgain_onItsDayAndOnlyOnce() {
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();
        story.agreesOn("2026-09-01", "3", "mandag");
        story.isMorningOf("2026-09-02");
        story.everybodyIsSeenTo();
        story.yearGoesOnUntil("2026-10-05");
        // three a year on Mondays from now on
        assertThat(story.items(2027))
                .filteredOn(item -> item.kind() == YearKind.MEETING)
                .hasSize(3)
                .allSatisfy(item -> assertThat(item.dueOn().getDayOfWeek()).isEqualTo(java.time.DayOfWeek.MONDAY));
        assertThat(story.item(2027, "review").dueOn()).isEqualTo("2027-09-01");
        move("review", "2027-09-20", "Efter ferien.");
        story.yearGoesOnUntil("2027-09-15");
        models.turn();
        assertThat(story.casesBegun("local-model")).isZero();
        story.yearGoesOnUntil("2027-09-21");
        models.turn();

        assertThat(story.casesBegun("local-model")).isEqualTo(1);
    }

    @Test
    void laysMeetingsAnew_whenTheModelChangesInTheMiddleOfTheYear() {
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();
        story.yearGoesOnUntil("2027-02-01");
        List<YearItem> begun =
                meetings(2027).stream().filter(YearItem::isStarted).toList();
        assertThat(begun).isNotEmpty();
        story.agreesOn("2027-02-02", "6", "fredag");
        story.isMorningOf("2027-02-03");
        story.everybodyIsSeenTo();

        assertThat(meetings(2027)).hasSize(6).containsAll(begun);
        assertThat(meetings(2027))
                .filteredOn(YearItem::isAhead)
                .allSatisfy(item -> assertThat(item.dueOn().getDayOfWeek()).isEqualTo(java.time.DayOfWeek.FRIDAY));
    }

    private List<YearItem> meetings(int year) {
        return story.items(year).stream()
                .filter(item -> item.kind() == YearKind.MEETING)
                .toList();
    }

    private void move(String item, String day, String reason) {
        make(item, YearPlan.What.MOVED, day, reason);
    }

    private void make(String item, YearPlan.What what, String day, String reason) {
        changes.make(
                story.cluster(),
                2027,
                new YearChanges.Wish(item, what, LocalDate.parse(day), reason),
                story.person("koordinator"));
    }
}
