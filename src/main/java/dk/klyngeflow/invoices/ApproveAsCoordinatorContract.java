package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.ApprovalLevel;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A yes, a no or a step back from the coordinator. */
@Component
class ApproveAsCoordinatorContract implements FormContract<ApprovalForm.Form> {

    private final ApprovalForm form;

    ApproveAsCoordinatorContract(ApprovalForm form) {
        this.form = form;
    }

    @Override
    public String task() {
        return "approveAsCoordinator";
    }

    @Override
    public ApprovalForm.Form read(FormFields fields, Answer answer) {
        return form.read(fields, answer, ApprovalLevel.COORDINATOR);
    }

    @Override
    public Map<String, Object> take(ApprovalForm.Form said, Answer answer) {
        return form.take(said, answer, ApprovalLevel.COORDINATOR);
    }
}
