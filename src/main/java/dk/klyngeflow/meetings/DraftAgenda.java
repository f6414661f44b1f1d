package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Drafts the agenda, unless one has been approved before the meeting was moved. */
@Component
class DraftAgenda implements JavaDelegate {

    private final Agendas agendas;

    DraftAgenda(Agendas agendas) {
        this.agendas = agendas;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MeetingCycleVariables.IS_AGENDA_APPROVED.set(
                execution, agendas.draft(execution.getTenantId(), MeetingCycleVariables.MEETING_ID.get(execution)));
        MeetingCycleVariables.TASK_DUE_AT.set(
                execution, agendas.approveBy(execution.getTenantId(), MeetingCycleVariables.MEETING_ID.get(execution)));
    }
}
