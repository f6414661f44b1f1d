package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the board choose, too, when the coordinator has not. */
@Component
class OfferDateTask implements JavaDelegate {

    private final MeetingDates dates;

    OfferDateTask(MeetingDates dates) {
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dates.offerToBoard(execution.getTenantId(), DatePollVariables.MEETING_ID.get(execution));
    }
}
