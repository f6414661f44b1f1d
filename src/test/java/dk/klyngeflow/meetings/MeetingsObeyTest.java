package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.dates.ProposedDates;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.founding.LocalModelStory;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.invitations.Fewest;
import dk.klyngeflow.members.Mandates;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Meetings follow what the cluster has agreed on, and a meeting under way what it began with. It is September 2026. */
@KlyngeflowTest
class MeetingsObeyTest {

    private static final Map<String, Object> AGREED = Map.of(
            "meetings", "2",
            "weekdays", "mandag",
            "hour", "17.15",
            "preparation", "OWN_DATA",
            "together", "TOGETHER",
            "agenda", "",
            "facilitator", "IN_TURN",
            "quorum", "67",
            "planning", "COORDINATOR",
            "dataWork", "BOARD");
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);

    @Autowired
    LocalModelStory model;

    @Autowired
    MeetingStory story;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    ProposedDates dates;

    @Autowired
    Fewest fewest;

    @Autowired
    Agendas agendas;

    @Autowired
    Meetings meetings;

    @Autowired
    Mandates mandates;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Meeting before;
    private Meeting after;

    @BeforeEach
    void oneMeetingBeforeAndOneAfter() {
        model.aCluster();
        story.goesOnIn(model);
        before = wanted();
        model.agreesOn(AGREED);
        after = wanted();
    }

    @AfterEach
    void noIncidentIsOpen() {
        model.noIncidentIsOpen();
    }

    private Meeting wanted() {
        return transaction.execute(
                status -> planning.wanted(model.cluster(), FIRST, FIRST.plusWeeks(3), model.person("koordinator")));
    }

    /** Weekdays and hour. */
    @Test
    void datesAreProposedOnTheWeekdayAndAtTheHour() {
        assertThat(proposed(after)).isNotEmpty().allSatisfy(start -> {
            assertThat(CopenhagenTime.dayOf(start).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(LocalTime.ofInstant(start, CopenhagenTime.ZONE)).isEqualTo(LocalTime.of(17, 15));
        });
        assertThat(proposed(before)).isNotEmpty().allSatisfy(start -> {
            assertThat(CopenhagenTime.dayOf(start).getDayOfWeek()).isNotEqualTo(DayOfWeek.MONDAY);
            assertThat(LocalTime.ofInstant(start, CopenhagenTime.ZONE)).isEqualTo(LocalTime.of(19, 0));
        });
    }

    private List<java.time.Instant> proposed(Meeting meeting) {
        return dates.suggest(
                meeting.clusterId(), meeting.begunOn(), meeting.earliestDay(), meeting.latestDay(), List.of());
    }

    /** Number of meetings. */
    @Test
    void theNextMeetingIsProposedHalfAYearAfterTheLast() {
        LocalDate last = LocalDate.of(2026, 11, 23);
        ProposedDates.DateSpan span = dates.usualSpan(model.cluster(), Optional.of(last));
        assertThat(span.earliest()).isEqualTo(last.plusDays(182 - 10));
        assertThat(span.latest()).isEqualTo(span.earliest().plusWeeks(3));
    }

    /** Together with other meetings. */
    @Test
    void whoChoosesDatesIsRemindedOfOtherMeetings() {
        assertThat(dates.besideOthers(model.cluster(), after.begunOn())).isPresent();
        assertThat(dates.besideOthers(model.cluster(), before.begunOn())).isEmpty();
    }

    /** Quorum to hold a meeting. */
    @Test
    void twoThirdsMustCome() {
        assertThat(fewest.of(after)).isEqualTo(14);
        assertThat(fewest.inWords(after)).isEqualTo("14 af 21: 67 % af de indkaldte, valgt under Indstillinger");
        assertThat(fewest.of(before)).isEqualTo(8);
    }

    /** Habits and who leads. */
    @Test
    void theAgendaIsDraftedAsAgreed() {
        assertThat(agenda(after)).contains("mødeleder på skift: ").doesNotContain("små grupper", "Runde");
        assertThat(agenda(before))
                .contains("Velkomst (10", "små grupper", "Runde")
                .doesNotContain("mødeleder");
    }

    private String agenda(Meeting meeting) {
        return transaction.execute(status -> {
            meetings.fixDate(
                    meeting.clusterId(),
                    meeting.meetingId(),
                    CopenhagenTime.at(FIRST.plusDays(6), LocalTime.of(17, 15)));
            agendas.draft(meeting.clusterId(), meeting.meetingId());
            return meetings.get(meeting.clusterId(), meeting.meetingId()).agenda();
        });
    }

    /** Preparation. */
    @Test
    void theInvitationSaysWhatToPrepare() {
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        story.aMeetingIsWanted();
        story.theCoordinatorPlans("");
        story.dueJobsRun();
        story.theDateIsFound();
        story.dueJobsRun();
        story.untilTheAgenda();
        story.theAgendaIsApproved();
        assertThat(jdbc.sql("""
                                select distinct model ->> 'preparation' from klyngeflow.mail_outbox
                                where cluster_id = ? and purpose = 'meeting-invitation'""").param(model.cluster()).query(String.class).list())
                .containsExactly("Se jeres egne tal igennem før mødet.");
    }

    /** What is delegated to whom. */
    @Test
    void dutiesAreWhereTheModelPutsThem() {
        assertThat(mandates.holders(model.cluster(), "orderData")).isEqualTo(Set.of(model.person("formand")));
        assertThat(mandates.movedTo(model.cluster(), "planMeeting")).isEmpty();
        model.agreesOn(Map.of("planning", "SECRETARY", "dataWork", "SECRETARY"));
        assertThat(mandates.holders(model.cluster(), "planMeeting")).isEqualTo(Set.of(model.person("sekretaer")));
        assertThat(mandates.movedTo(model.cluster(), "orderData")).isEmpty();
    }

    /** What somebody sets by hand is meant at once, for meetings under way too, and the page of the model says so. */
    @Test
    void aSettingByHandGoesBeforeTheModel() {
        jdbc.sql("delete from klyngeflow.setting where cluster_id = ? and key = 'meetings.fewestShare'")
                .param(model.cluster())
                .update();
        story.set(MeetingSettings.FEWEST, 3);
        assertThat(fewest.of(before)).isEqualTo(3);
    }
}
