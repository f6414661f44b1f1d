package dk.klyngeflow.year;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.statutes.StatutesText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the year does when something else changes: the statutes, a meeting that is cancelled, an agenda. */
@KlyngeflowTest
class YearFollowsTest {

    @Autowired
    ClusterYearStory story;

    @Autowired
    StatutesText statutes;

    @Autowired
    Meetings meetings;

    @Autowired
    YearStates states;

    @Autowired
    YearChanges changes;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aClusterOfLastSummer() {
        story.somebodyListens();
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();
        story.yearGoesOnUntil("2026-10-05");
    }

    @AfterEach
    void nothingStandsStill() {
        story.nothingStandsStill();
        story.nobodyListensAnyMore();
    }

    @Test
    void newStatutesMoveWhatHasNotBegun_andTheWheelSaysWhy() {
        assertThat(story.item(2027, "assembly").dueOn()).isEqualTo("2027-03-18");
        statutesSay(Map.of("latest_month", "5", "notice_days", "28"));

        YearItem assembly = story.item(2027, "assembly");
        assertThat(assembly.dueOn()).isBetween("2027-05-10", "2027-05-31");
        assertThat(assembly.note()).endsWith("Flyttet fra den 18. marts, fordi vedtægterne er ændret.");
        assertThat(story.item(2027, "accounts").dueOn())
                .as("the notice comes four weeks before")
                .isBetween(assembly.dueOn().minusDays(33), assembly.dueOn().minusDays(28));
        assertThat(story.item(2027, "register").dueOn())
                .as("what the statutes say nothing of stays")
                .isEqualTo("2027-01-31");
        story.yearGoesOnUntil("2027-02-01");
        assertThat(story.casesBegun("general-assembly"))
                .as("it begins as much later")
                .isZero();
        story.yearGoesOnUntil("2027-03-15");
        assertThat(story.casesBegun("general-assembly")).isEqualTo(1);
    }

    @Test
    void whatRunsGoesOnByTheStatutesItBeganWith() {
        story.yearGoesOnUntil("2027-01-20");
        YearItem before = story.item(2027, "assembly");
        assertThat(before.isStarted()).isTrue();
        statutesSay(Map.of("latest_month", "5"));

        assertThat(story.item(2027, "assembly")).isEqualTo(before);
        assertThat(story.item(2027, "budget").dueOn()).isEqualTo("2027-03-03");
    }

    @Test
    void anAssemblyThatSomebodyHasMovedStaysThere_andItsNoticeFollows() {
        changes.make(
                story.cluster(),
                2027,
                new YearChanges.Wish("assembly", YearPlan.What.MOVED, LocalDate.of(2027, 3, 23), "Salen er ledig."),
                story.person("koordinator"));
        statutesSay(Map.of("latest_month", "5", "notice_days", "28"));

        assertThat(story.item(2027, "assembly").dueOn()).isEqualTo("2027-03-23");
        assertThat(story.item(2027, "accounts").dueOn()).isBetween("2027-02-17", "2027-02-23");
    }

    @Test
    void aCancelledMeetingIsPlannedAnew_onceAndTheNumberIsKept() {
        story.yearGoesOnUntil("2026-12-20");
        YearItem first = story.item(2027, "meeting-1");
        assertThat(first.isStarted()).isTrue();
        isCancelled(first);

        assertThat(ahead()).hasSize(4);
        assertThat(seen("meeting-1").said()).startsWith("Aflyst.");
        assertThat(seen("meeting-1").state()).isEqualTo(StateOfItem.DROPPED);
        YearItem instead = story.item(2027, "meeting-5");
        assertThat(story.item(2027, "meeting-1").note()).startsWith("Mødet er planlagt igen til omkring den ");
        assertThat(instead.note()).startsWith("I stedet for et møde, der blev aflyst.");
        assertThat(instead.dueOn()).isAfter(first.dueOn());
        assertThat(ahead())
                .as("far enough from the others")
                .filteredOn(item -> !item.itemId().equals("meeting-5"))
                .noneMatch(item -> !item.dueOn().isBefore(instead.dueOn().minusDays(13))
                        && !item.dueOn().isAfter(instead.dueOn().plusDays(13)));
        assertThat(story.item(2027, "meeting-5").isStarted())
                .as("its fourteen weeks have begun")
                .isTrue();

        isCancelled(story.item(2027, "meeting-5"));
        assertThat(ahead()).as("not for ever").hasSize(3);
        assertThat(story.item(2027, "meeting-5").note()).contains("planlægges ikke igen af sig selv");
    }

    @Test
    void theWheelSaysWhenAMeetingIsAskedAboutOrFoundOutsideTheDaysItWasPlannedFor() {
        story.yearGoesOnUntil("2026-12-20");
        String id = String.valueOf(story.item(2027, "meeting-1").progress().reference());
        Meeting meeting = meetings.get(story.cluster(), id);
        Instant within = CopenhagenTime.at(meeting.latestDay(), LocalTime.of(19, 0));
        Instant after = CopenhagenTime.at(meeting.latestDay().plusDays(1), LocalTime.of(19, 0));
        String days = "mellem den " + DanishTime.DAY_WITHOUT_YEAR.format(meeting.earliestDay()) + " og den "
                + DanishTime.DAY_WITHOUT_YEAR.format(meeting.latestDay());
        meetings.status(story.cluster(), id, MeetingStatus.DATING);
        meetings.propose(story.cluster(), id, List.of(within));
        assertThat(seen("meeting-1").said()).isEqualTo("Planlægges til " + days + ".");

        meetings.propose(story.cluster(), id, List.of(within, after));
        assertThat(seen("meeting-1").said())
                .isEqualTo("Planlægges til " + days + ". Medlemmerne er også spurgt om dage uden for det: den "
                        + DanishTime.DAY_WITHOUT_YEAR.format(CopenhagenTime.dayOf(after)) + ".");

        meetings.fixDate(story.cluster(), id, after);
        assertThat(seen("meeting-1").said()).endsWith(", uden for de dage, det var planlagt til (" + days + ").");
        meetings.fixDate(story.cluster(), id, within);
        assertThat(seen("meeting-1").said()).doesNotContain("planlagt");
    }

    @Test
    void theYearBeginsNoElectionToAPostThatTheAssemblyElectsTo() {
        story.yearGoesOnUntil("2028-01-03");
        theAgendaHas("COORDINATOR,CHAIR,TREASURER,BOARD,AUDITOR");
        story.yearGoesOnUntil("2028-02-01");
        story.everybodyIsSeenTo();

        assertThat(story.casesBegun("coordinator-election")).isZero();
        assertThat(seen(2028, "election").said()).isEqualTo("Står på generalforsamlingens dagsorden.");
        // the board takes it off again: somebody has to be elected all the same, and once
        theAgendaHas("CHAIR,TREASURER,BOARD,AUDITOR");
        story.everybodyIsSeenTo();
        story.everybodyIsSeenTo();
        assertThat(story.casesBegun("coordinator-election")).isEqualTo(1);
    }

    @Test
    void postsWhoseTermEndsAreOnTheAgenda_andElectedToWhereTheBoardTakesThemOff() {
        story.yearGoesOnUntil("2028-01-03");
        assertThat(agenda()).contains("CHAIR", "BOARD", "AUDITOR");
        theAgendaHas("COORDINATOR,TREASURER,BOARD,AUDITOR");
        story.yearGoesOnUntil("2028-02-01");
        story.everybodyIsSeenTo();
        story.everybodyIsSeenTo();

        assertThat(story.casesBegun("coordinator-election")).isEqualTo(1);
        assertThat(story.item(2028, "election-chair").title()).isEqualTo("Valg: formand");
        assertThat(seen(2028, "election-chair").state()).isEqualTo(StateOfItem.UNDER_WAY);
    }

    @Test
    void theBudgetFollowsTheAssemblyThatIsCalled_andGoesBackWhenThatComesToNothing() {
        story.yearGoesOnUntil("2027-02-05");
        story.tasksFallOverdue(0);
        assertThat(story.item(2027, "budget").dueOn()).isEqualTo("2027-03-03");
        assertThat(story.taskIsDue("approveBudget")).isEqualTo("2027-03-03");

        theAssemblyIs("ANNOUNCED", "2027-04-08");
        assertThat(story.item(2027, "budget").dueOn()).isEqualTo("2027-03-24");
        assertThat(story.item(2027, "accounts").dueOn()).isEqualTo("2027-03-24");
        assertThat(story.taskIsDue("approveBudget")).isEqualTo("2027-03-24");
        assertThat(story.boardIsAskedOn(2027, "budget"))
                .as("the next working day, which is after Easter")
                .isEqualTo("2027-03-30");
        assertThat(seen("budget").said()).endsWith("i planen var den den 3. marts.");
        YearItem stays = story.item(2027, "budget");
        story.everybodyIsSeenTo();
        assertThat(story.item(2027, "budget")).as("once").isEqualTo(stays);

        theAssemblyIs("CALLED", "2027-04-15");
        assertThat(story.taskIsDue("approveBudget")).as("it was moved").isEqualTo("2027-03-31");

        theAssemblyIs("CANCELLED", "2027-04-15");
        assertThat(story.item(2027, "budget").dueOn()).isEqualTo("2027-03-03");
        assertThat(story.item(2027, "accounts").dueOn()).isEqualTo("2027-03-03");
        assertThat(story.taskIsDue("approveBudget")).isEqualTo("2027-03-03");
        assertThat(seen("budget").said()).doesNotContain("planen");
    }

    @Test
    void theBudgetGoesBackWhenNobodyCanBeCalledAnyLonger_andStaysWhereSomebodyHasPutIt() {
        changes.make(
                story.cluster(),
                2027,
                new YearChanges.Wish("accounts", YearPlan.What.MOVED, LocalDate.of(2027, 3, 1), "Revisor rejser."),
                story.person("koordinator"));
        story.yearGoesOnUntil("2027-01-20");
        theAssemblyIs("ANNOUNCED", "2027-03-11");
        assertThat(story.item(2027, "budget").dueOn()).isEqualTo("2027-02-24");
        assertThat(story.item(2027, "budget").startsOn()).as("as long before").isBefore("2027-02-01");
        assertThat(story.item(2027, "accounts").dueOn()).isEqualTo("2027-03-01");

        story.isMorningOf("2027-02-26");
        story.everybodyIsSeenTo();
        assertThat(story.item(2027, "budget").dueOn()).as("the day has lapsed").isEqualTo("2027-03-03");
    }

    private void theAssemblyIs(String status, String day) {
        jdbc.sql("""
                        update klyngeflow.meeting m set starts_at = cast(? as timestamp) at time zone 'Europe/Copenhagen'
                        from klyngeflow.assembly a where a.cluster_id = m.cluster_id and a.meeting_id = m.meeting_id
                          and a.cluster_id = ? and a.accounting_year = 2026""").params(day + " 19:00", story.cluster()).update();
        assertThat(jdbc.sql("update klyngeflow.assembly set status = ? where cluster_id = ? and accounting_year = 2026")
                        .params(status, story.cluster())
                        .update())
                .isEqualTo(1);
        story.everybodyIsSeenTo();
    }

    private void statutesSay(Map<String, String> other) {
        story.isMorningOf(story.nextMorning());
        statutes.adopt(
                story.cluster(), other, LocalDate.parse(story.nextMorning()).minusDays(1));
        story.everybodyIsSeenTo();
    }

    private void isCancelled(YearItem item) {
        meetings.cancel(story.cluster(), String.valueOf(item.progress().reference()), "Ingen kunne komme.");
        story.everybodyIsSeenTo();
        story.everybodyIsSeenTo();
    }

    private List<YearItem> ahead() {
        return story.items(2027).stream()
                .filter(item ->
                        item.kind() == YearKind.MEETING && !item.progress().isDropped())
                .toList();
    }

    private YearStates.Seen seen(String item) {
        return seen(2027, item);
    }

    private YearStates.Seen seen(int year, String item) {
        return states.of(story.cluster(), year).stream()
                .filter(each -> each.item().itemId().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private String agenda() {
        return jdbc.sql("select posts from klyngeflow.assembly where cluster_id = ? and accounting_year = 2027")
                .param(story.cluster())
                .query(String.class)
                .single();
    }

    private void theAgendaHas(String posts) {
        jdbc.sql("update klyngeflow.assembly set posts = ? where cluster_id = ? and accounting_year = 2027")
                .params(posts, story.cluster())
                .update();
    }
}
