package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the case of a meeting its key, its name and its first deadlines. */
@Component
class RegisterMeeting implements JavaDelegate {

    private final MeetingPlanning meetingPlanning;

    RegisterMeeting(MeetingPlanning meetingPlanning) {
        this.meetingPlanning = meetingPlanning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MeetingPlanning.Opened opened = meetingPlanning.open(
                execution.getTenantId(),
                MeetingCycleVariables.MEETING_ID.get(execution),
                MeetingCycleVariables.IS_VOTE_WANTED.get(execution));
        execution.setProcessBusinessKey(opened.meeting().businessKey());
        MeetingCycleVariables.CLUSTER_ID.set(execution, opened.meeting().clusterId());
        MeetingCycleVariables.CASE_LABEL.set(execution, opened.meeting().label());
        MeetingCycleVariables.IS_VOTE_WANTED.set(execution, opened.isVoteWanted());
        MeetingCycleVariables.TOPIC_VOTE_CLOSES_AT.set(execution, opened.topicVoteClosesAt());
        MeetingCycleVariables.TASK_DUE_AT.set(execution, opened.taskDueAt());
        MeetingCycleVariables.ESCALATE_AT.set(execution, opened.escalateAt());
    }
}
