package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.CaseIncidents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Reply;
import dk.klyngeflow.inbox.CalendarReply;
import dk.klyngeflow.inbox.InvitationReplies.Taken;
import dk.klyngeflow.invitations.MeetingReplies;
import dk.klyngeflow.security.Refused;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way a meeting can go until it is held. */
@KlyngeflowTest
class MeetingCycleTest {

    private static final int MEMBERS = 21;

    @Autowired
    MeetingStory story;

    @Autowired
    CaseIncidents incidents;

    @Autowired
    MeetingReplies replies;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void goesFromTopicToTheDayItself() {
        story.aCluster();
        story.aMeetingIsWanted();
        assertThat(story.mails("topics")).isEqualTo(MEMBERS);
        story.theTopicsAreGathered();
        story.waitsFor("planMeeting");
        assertThat(story.openTask("planMeeting").getName())
                .startsWith("Nordklyngen · Vælg emne og planlæg mødet · 2026-01");
        story.theCoordinatorPlans("");
        story.dueJobsRun();
        assertThat(story.mails("date-poll")).isEqualTo(MEMBERS);
        story.theDateIsFound();
        assertThat(story.mails("meeting-date")).isEqualTo(MEMBERS);
        assertThat(story.meeting().status()).isEqualTo(MeetingStatus.INVITED);
        story.untilTheAgenda();
        story.waitsFor("approveAgenda");
        assertThat(story.meeting().agenda())
                .as("no data were ordered")
                .doesNotContain("data")
                .contains("samtale i små grupper")
                .contains("Runde: alle siger, hvad de tager med hjem");
        story.theAgendaIsApproved();
        assertThat(story.mails("meeting-invitation")).isEqualTo(MEMBERS);
        story.members().forEach(story::comes);
        story.untilAnswersClose();
        assertThat(story.mails("meeting-rsvp-reminder")).isZero();
        story.waitsFor();
        story.untilTheMeetingIsHeld();
        assertThat(story.mails("meeting-tomorrow")).isEqualTo(MEMBERS);
        story.tookThePath(
                "openTopicVote", "findDate", "announceDate", "sendInvitations", "heldAsPlanned", "wrapUpMeeting");
        assertThat(story.tasksOf("koordinator")).startsWith("planMeeting", "confirmDate", "approveAgenda");
    }

    @Test
    void remindsOnlyThoseWhoAreSilent() {
        story.aMeetingHasADate("");
        story.untilTheAgenda();
        story.theAgendaIsApproved();
        List<String> members = story.members();
        members.stream().skip(3).forEach(story::comes);
        story.untilAnswersClose();
        assertThat(story.mails("meeting-rsvp-reminder")).isEqualTo(3);
        story.waitsFor();
    }

    @Test
    void isMovedWhenTooFewComeAndEverybodyIsAskedAgain() {
        story.aMeetingHasADate("");
        story.untilTheAgenda();
        story.theAgendaIsApproved();
        story.members().forEach(member -> story.replies(member, "NO"));
        story.untilAnswersClose();
        story.waitsFor("decideOnMeeting");
        Map<String, Object> move = new HashMap<>(Map.of("decision", "MOVE"));
        assertThatThrownBy(() -> story.answers("koordinator", "decideOnMeeting", move))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Ny dato");
        move.put("day", story.day().plusDays(28).toString());
        move.put("hour", "17.00");
        move.put("reason", "For få kan komme");
        String old = story.meeting().when();
        story.answers("koordinator", "decideOnMeeting", move);
        story.dueJobsRun();
        assertThat(story.meeting().sequence()).isEqualTo(1);
        assertThat(story.saidIn("meeting-moved")).contains(old, story.meeting().when());
        assertThat(story.mails("meeting-moved")).isEqualTo(MEMBERS);
        assertThat(story.invited(story.person("medlem")).reply()).isNull();
        story.members().forEach(story::comes);
        story.untilTheMeetingIsHeld();
        assertThat(story.mails("meeting-invitation")).isEqualTo(2 * MEMBERS);
        for (String later : List.of("meeting-invitation", "meeting-tomorrow")) {
            assertThat(story.saidIn(later))
                    .as(later + ", long after the move")
                    .contains("\"when\": \"" + story.meeting().when(), "\"before\": \"" + old);
        }
        story.tookThePath("moveMeeting", "heldAsPlanned");
    }

    @Test
    void isHeldThoughFewCome() {
        story.aMeetingHasADate("");
        story.untilTheAgenda();
        story.theAgendaIsApproved();
        story.comes(story.person("medlem"));
        story.untilAnswersClose();
        assertThat(story.isHeadcountTold()).as("before it is decided").isFalse();
        story.answers("koordinator", "decideOnMeeting", Map.of("decision", "HOLD"));
        assertThat(story.isHeadcountTold()).isTrue();
        story.replies(story.person("formand"), "NO");
        story.replies(story.person("kasserer"), "MAYBE");
        story.untilTheMeetingIsHeld();
        assertThat(story.mails("meeting-tomorrow")).as("those who come").isEqualTo(1);
        assertThat(story.mails("meeting-tomorrow-ask"))
                .as("the silent and the one who says maybe; nothing to the one who declined")
                .isEqualTo(MEMBERS - 2);
        story.tookThePath("heldAsPlanned");
    }

    @Test
    void isCancelledWhenTooFewCome() {
        story.aMeetingHasADate("");
        story.untilTheAgenda();
        story.theAgendaIsApproved();
        story.untilAnswersClose();
        story.answers("koordinator", "decideOnMeeting", Map.of("decision", "CANCEL", "reason", "For få kan komme"));
        story.dueJobsRun();
        assertThat(story.mails("meeting-cancelled")).isEqualTo(MEMBERS);
        story.hasEnded();
    }

    @Test
    void aVoteOnTopicsSaysThatTheMeetingIsCancelled() {
        story.aCluster();
        story.aMeetingIsWanted();
        story.isCancelled();
        assertThat(story.over("topics", story.person("medlem"))).contains("Mødet er aflyst. Du skal ikke gøre mere.");
    }

    @Test
    void isCancelledTheDayBeforeAndEverybodyHearsOfItOnce() {
        story.aMeetingHasADate("");
        story.untilTheAgenda();
        story.theAgendaIsApproved();
        story.members().forEach(story::comes);
        story.until(story.day().minusDays(1));
        story.isCancelled();
        assertThat(story.mails("meeting-cancelled")).isEqualTo(MEMBERS);
        assertThat(story.hasLink("rsvp", story.person("medlem"))).isFalse();
        assertThat(story.over("rsvp", story.person("medlem"))).contains("Mødet er aflyst. Du skal ikke gøre mere.");
        assertThat(story.over("date-poll", story.person("medlem")))
                .contains("Mødet er aflyst. Du skal ikke gøre mere.");
        assertThatThrownBy(story::isCancelled).isInstanceOf(Refused.class).hasMessageContaining("aflyst");
        story.hasEnded();
    }

    @Test
    void isCancelledWhileADateIsSought() {
        story.aCluster();
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        story.aMeetingIsWanted();
        story.theCoordinatorPlans("");
        story.dueJobsRun();
        story.isCancelled();
        assertThat(story.mails("meeting-cancelled")).isZero();
        story.hasEnded();
    }

    @Test
    void cannotBeMovedBeforeThereIsADateOrAfterItWasHeld() {
        story.aCluster();
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        story.aMeetingIsWanted();
        Instant later = CopenhagenTime.at(story.meeting().latestDay().plusDays(40), LocalTime.of(17, 0));
        assertThatThrownBy(() -> story.isMoved(later))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("endnu ingen dato");
        story.theCoordinatorPlans("");
        story.dueJobsRun();
        story.theDateIsFound();
        story.untilTheAgenda();
        story.theAgendaIsApproved();
        story.members().forEach(story::comes);
        story.untilTheMeetingIsHeld();
        assertThatThrownBy(() -> story.isMoved(later)).isInstanceOf(Refused.class);
        assertThatThrownBy(story::isCancelled).isInstanceOf(Refused.class);
    }

    @Test
    void goesOutWithTheDraftWhenNobodyApprovesTheAgenda() {
        story.aMeetingHasADate("");
        story.untilTheAgenda();
        story.untilAnswersClose();
        assertThat(story.mails("meeting-invitation")).isEqualTo(MEMBERS);
        story.tookThePath("agendaDeadlinePassed");
    }

    @Test
    void isOfferedToTheBoardWhenTheCoordinatorDoesNotAct() {
        story.aCluster();
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        story.aMeetingIsWanted();
        assertThat(story.openTask("planMeeting").getAssignee()).isEqualTo(story.person("koordinator"));
        story.daysPass(22);
        assertThat(story.openTask("planMeeting").getAssignee()).isNull();
        story.answers("formand", "planMeeting", story.plan(""));
    }

    @Test
    void takesAnswersFromCalendarPrograms() {
        story.aMeetingHasADate("");
        calendarReply("mads.enevold@nordklyngen.example", "ACCEPTED", 0);
        assertThat(story.invited(story.person("medlem")).reply()).isEqualTo(Reply.YES);
        calendarReply("MADS.ENEVOLD@nordklyngen.example", "DECLINED", 0);
        assertThat(story.invited(story.person("medlem")).reply()).isEqualTo(Reply.NO);
        story.isMoved(CopenhagenTime.at(story.day().plusDays(7), LocalTime.of(16, 30)));
        calendarReply("mads.enevold@nordklyngen.example", "ACCEPTED", 0);
        assertThat(story.invited(story.person("medlem")).reply())
                .as("an answer to the old date does not count")
                .isNull();
        calendarReply("mads.enevold@nordklyngen.example", "TENTATIVE", 1);
        assertThat(story.invited(story.person("medlem")).reply()).isEqualTo(Reply.MAYBE);
    }

    @Test
    void knowsOfRefusedMailsThoughItStandsInsideASubProcess() {
        story.aMeetingHasADate("ROOM");
        String key = story.meeting().businessKey();
        incidents.raise(story.cluster(), key, "mailRefused", "17", "Afvist.");
        incidents.raise(story.cluster(), key, "mailRefused", "17", "Afvist igen.");
        assertThat(story.incidents()).isEqualTo(1);
        incidents.resolve(story.cluster(), key, "mailRefused", "17");
        assertThat(story.incidents()).isZero();
    }

    @Test
    void nobodyAnswersInAColleaguesNameByCalendar() {
        story.aMeetingHasADate("");

        assertThat(calendarReply("clara.hvid@nordklyngen.example", "mads.enevold@nordklyngen.example", "DECLINED", 0))
                .isEqualTo(Taken.UNCLEAR);

        assertThat(story.invited(story.person("medlem")).reply()).isNull();
        assertThat(calendarReply("fremmed@andet.example", "fremmed@andet.example", "ACCEPTED", 0))
                .as("somebody who was not invited")
                .isEqualTo(Taken.UNCLEAR);
    }

    @Test
    void hearsOfItWhenAMailChangesWhatSheAnsweredHerself() {
        story.aMeetingHasADate("");
        story.replies(story.person("medlem"), "YES");
        calendarReply("mads.enevold@nordklyngen.example", "ACCEPTED", 0);
        assertThat(story.mails("rsvp-changed")).as("nothing has changed").isZero();
        story.replies(story.person("medlem"), "YES");

        calendarReply("mads.enevold@nordklyngen.example", "DECLINED", 0);
        calendarReply("mads.enevold@nordklyngen.example", "TENTATIVE", 0);

        assertThat(story.mails("rsvp-changed")).isEqualTo(1);
    }

    private void calendarReply(String attendee, String answer, int sequence) {
        assertThat(calendarReply(attendee, attendee, answer, sequence)).isEqualTo(Taken.SETTLED);
    }

    private Taken calendarReply(String sender, String attendee, String answer, int sequence) {
        CalendarReply reply =
                new CalendarReply(story.cluster(), story.meeting().uid(), sequence, sender, attendee, answer, null);
        return Objects.requireNonNull(transaction.execute(status -> replies.take(reply)));
    }
}
