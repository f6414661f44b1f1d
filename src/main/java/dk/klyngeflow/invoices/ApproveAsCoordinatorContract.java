package dk.klyngeflow.invoices;

import dk.klyngeflow.engine.UnreadForm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A yes, a no or a step back from the coordinator. */
@Component
class ApproveAsCoordinatorContract implements UnreadForm {

    private final ApprovalForm form;

    ApproveAsCoordinatorContract(ApprovalForm form) {
        this.form = form;
    }

    @Override
    public String task() {
        return "approveAsCoordinator";
    }

    @Override
    public void refuse(Answer answer) {
        form.check(answer, ApprovalLevel.COORDINATOR);
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        return form.accept(answer, ApprovalLevel.COORDINATOR);
    }
}
