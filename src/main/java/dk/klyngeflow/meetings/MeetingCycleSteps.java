package dk.klyngeflow.meetings;

import static dk.klyngeflow.meetings.MeetingCycleVariables.AGENDA_DUE_AT;
import static dk.klyngeflow.meetings.MeetingCycleVariables.AGENDA_LATE_AT;
import static dk.klyngeflow.meetings.MeetingCycleVariables.CASE_LABEL;
import static dk.klyngeflow.meetings.MeetingCycleVariables.CLUSTER_ID;
import static dk.klyngeflow.meetings.MeetingCycleVariables.DAY_BEFORE_AT;
import static dk.klyngeflow.meetings.MeetingCycleVariables.ESCALATE_AT;
import static dk.klyngeflow.meetings.MeetingCycleVariables.IS_AGENDA_APPROVED;
import static dk.klyngeflow.meetings.MeetingCycleVariables.IS_ENOUGH;
import static dk.klyngeflow.meetings.MeetingCycleVariables.IS_VOTE_WANTED;
import static dk.klyngeflow.meetings.MeetingCycleVariables.MEETING_ENDS_AT;
import static dk.klyngeflow.meetings.MeetingCycleVariables.MEETING_ID;
import static dk.klyngeflow.meetings.MeetingCycleVariables.RSVP_CLOSES_AT;
import static dk.klyngeflow.meetings.MeetingCycleVariables.RSVP_REMINDER_AT;
import static dk.klyngeflow.meetings.MeetingCycleVariables.TASK_DUE_AT;
import static dk.klyngeflow.meetings.MeetingCycleVariables.TOPIC_VOTE_CLOSES_AT;
import static dk.klyngeflow.meetings.MeetingCycleVariables.WANTS_CATERING;
import static dk.klyngeflow.meetings.MeetingCycleVariables.WANTS_DATA;
import static dk.klyngeflow.meetings.MeetingCycleVariables.WANTS_ROOM;
import static dk.klyngeflow.meetings.MeetingCycleVariables.WANTS_SPEAKER;

import dk.klyngeflow.invitations.Invitations;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link MeetingCycle} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class MeetingCycleSteps {

    /** Gives the case of a meeting its key, its name and its first deadlines. */
    @Bean
    JavaDelegate registerMeeting(MeetingPlanning meetingPlanning) {
        return execution -> {
            MeetingPlanning.Opened opened = meetingPlanning.open(
                    execution.getTenantId(), MEETING_ID.get(execution), IS_VOTE_WANTED.get(execution));
            execution.setProcessBusinessKey(opened.meeting().businessKey());
            CLUSTER_ID.set(execution, opened.meeting().clusterId());
            CASE_LABEL.set(execution, opened.meeting().label());
            IS_VOTE_WANTED.set(execution, opened.isVoteWanted());
            TOPIC_VOTE_CLOSES_AT.set(execution, opened.topicVoteClosesAt());
            TASK_DUE_AT.set(execution, opened.taskDueAt());
            ESCALATE_AT.set(execution, opened.escalateAt());
        };
    }

    /** Asks the members for topics and sets when the coordinator should choose. */
    @Bean
    JavaDelegate openTopicVote(TopicVotes topicVotes) {
        return execution -> TASK_DUE_AT.set(
                execution,
                topicVotes.open(
                        execution.getTenantId(), MEETING_ID.get(execution), TOPIC_VOTE_CLOSES_AT.get(execution)));
    }

    /** Gives the coordinator the planning once more, with a new deadline. */
    @Bean
    JavaDelegate reopenPlanning(MeetingPlanning meetingPlanning) {
        return execution ->
                TASK_DUE_AT.set(execution, meetingPlanning.reopen(execution.getTenantId(), MEETING_ID.get(execution)));
    }

    /** Counts all deadlines backwards from the day of the meeting. */
    @Bean
    JavaDelegate scheduleMeeting(MeetingPlanning meetingPlanning) {
        return execution -> {
            MeetingPlanning.Scheduled scheduled =
                    meetingPlanning.schedule(execution.getTenantId(), MEETING_ID.get(execution));
            CASE_LABEL.set(execution, scheduled.meeting().label());
            WANTS_ROOM.set(execution, scheduled.meeting().wantsRoom());
            WANTS_CATERING.set(execution, scheduled.meeting().wantsCatering());
            WANTS_SPEAKER.set(execution, scheduled.meeting().wantsSpeaker());
            WANTS_DATA.set(execution, scheduled.isDataSought());
            AGENDA_DUE_AT.set(execution, scheduled.times().agendaDueAt());
            AGENDA_LATE_AT.set(execution, scheduled.times().agendaLateAt());
            RSVP_REMINDER_AT.set(execution, scheduled.times().rsvpReminderAt());
            RSVP_CLOSES_AT.set(execution, scheduled.times().rsvpClosesAt());
            DAY_BEFORE_AT.set(execution, scheduled.times().dayBeforeAt());
            MEETING_ENDS_AT.set(execution, scheduled.times().meetingEndsAt());
        };
    }

    /** Everybody gets the date, or the new one, for her calendar. */
    @Bean
    JavaDelegate announceDate(Invitations invitations) {
        return execution -> invitations.announce(execution.getTenantId(), MEETING_ID.get(execution));
    }

    /** Drafts the agenda, unless one has been approved before the meeting was moved. */
    @Bean
    JavaDelegate draftAgenda(Agendas agendas) {
        return execution -> {
            Agendas.Drafted drafted = agendas.draft(execution.getTenantId(), MEETING_ID.get(execution));
            IS_AGENDA_APPROVED.set(execution, drafted.isApproved());
            TASK_DUE_AT.set(execution, drafted.approveBy());
        };
    }

    /** Sends agenda and data to everybody. */
    @Bean
    JavaDelegate sendInvitations(Invitations invitations) {
        return execution -> invitations.send(execution.getTenantId(), MEETING_ID.get(execution));
    }

    /** Reminds those who have not answered the invitation. */
    @Bean
    JavaDelegate remindSilent(Invitations invitations) {
        return execution -> invitations.remindSilent(execution.getTenantId(), MEETING_ID.get(execution));
    }

    /** Counts who comes and tells the caterer. */
    @Bean
    JavaDelegate countReplies(EnoughReplies replies) {
        return execution -> {
            EnoughReplies.Counted counted = replies.close(execution.getTenantId(), MEETING_ID.get(execution));
            IS_ENOUGH.set(execution, counted.isEnough());
            TASK_DUE_AT.set(execution, counted.decideBy());
        };
    }

    /** Reminds on the day before. */
    @Bean
    JavaDelegate remindOfMeeting(EnoughReplies replies) {
        return execution -> replies.dayBefore(execution.getTenantId(), MEETING_ID.get(execution));
    }

    /** Asks every booking about the new time. */
    @Bean
    JavaDelegate moveMeeting(MeetingChanges meetingChanges) {
        return execution -> meetingChanges.moveBookings(execution.getTenantId(), MEETING_ID.get(execution));
    }

    /** Marks the meeting as closed. */
    @Bean
    JavaDelegate closeMeeting(MeetingPlanning meetingPlanning) {
        return execution -> meetingPlanning.close(execution.getTenantId(), MEETING_ID.get(execution));
    }

    /** Tells everybody and every booking that the meeting is cancelled. */
    @Bean
    JavaDelegate cancelMeeting(MeetingChanges meetingChanges) {
        return execution -> meetingChanges.tellOfCancellation(execution.getTenantId(), MEETING_ID.get(execution));
    }

    /** Offers tasks that have lain too long to the board as well. */
    @Bean
    JavaDelegate escalateMeeting(MeetingEscalation meetingEscalation) {
        return execution -> ESCALATE_AT.set(
                execution, meetingEscalation.offerOverdue(execution.getTenantId(), execution.getProcessBusinessKey()));
    }
}
