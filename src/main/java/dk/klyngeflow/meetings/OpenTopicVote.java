package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the members for topics and sets when the coordinator should choose. */
@Component
class OpenTopicVote implements JavaDelegate {

    private final TopicVotes topicVotes;

    OpenTopicVote(TopicVotes topicVotes) {
        this.topicVotes = topicVotes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MeetingCycleVariables.TASK_DUE_AT.set(
                execution,
                topicVotes.open(
                        execution.getTenantId(),
                        MeetingCycleVariables.MEETING_ID.get(execution),
                        MeetingCycleVariables.TOPIC_VOTE_CLOSES_AT.get(execution)));
    }
}
