package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Counts all deadlines backwards from the day of the meeting. */
@Component
class ScheduleMeeting implements JavaDelegate {

    private final MeetingPlanning meetingPlanning;

    ScheduleMeeting(MeetingPlanning meetingPlanning) {
        this.meetingPlanning = meetingPlanning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MeetingPlanning.Scheduled scheduled =
                meetingPlanning.schedule(execution.getTenantId(), MeetingCycleVariables.MEETING_ID.get(execution));
        MeetingCycleVariables.CASE_LABEL.set(execution, scheduled.meeting().label());
        MeetingCycleVariables.WANTS_ROOM.set(execution, scheduled.meeting().wantsRoom());
        MeetingCycleVariables.WANTS_CATERING.set(execution, scheduled.meeting().wantsCatering());
        MeetingCycleVariables.WANTS_SPEAKER.set(execution, scheduled.meeting().wantsSpeaker());
        MeetingCycleVariables.WANTS_DATA.set(execution, scheduled.meeting().wantsData());
        MeetingCycleVariables.AGENDA_DUE_AT.set(execution, scheduled.times().agendaDueAt());
        MeetingCycleVariables.AGENDA_LATE_AT.set(execution, scheduled.times().agendaLateAt());
        MeetingCycleVariables.RSVP_REMINDER_AT.set(execution, scheduled.times().rsvpReminderAt());
        MeetingCycleVariables.RSVP_CLOSES_AT.set(execution, scheduled.times().rsvpClosesAt());
        MeetingCycleVariables.DAY_BEFORE_AT.set(execution, scheduled.times().dayBeforeAt());
        MeetingCycleVariables.MEETING_ENDS_AT.set(execution, scheduled.times().meetingEndsAt());
    }
}
