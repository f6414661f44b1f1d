package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Everybody gets the date, or the new one, for her calendar. */
@Component
class AnnounceDate implements JavaDelegate {

    private final Invitations invitations;

    AnnounceDate(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invitations.announce(execution.getTenantId(), MeetingCycleVariables.MEETING_ID.get(execution));
    }
}
