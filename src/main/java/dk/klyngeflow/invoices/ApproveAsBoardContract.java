package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.ApprovalLevel;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A yes, a no or a step back from the board. */
@Component
class ApproveAsBoardContract implements FormContract<ApprovalForm.Form> {

    private final ApprovalForm form;

    ApproveAsBoardContract(ApprovalForm form) {
        this.form = form;
    }

    @Override
    public String task() {
        return "approveAsBoard";
    }

    @Override
    public ApprovalForm.Form read(FormFields fields, Answer answer) {
        return form.read(fields, answer, ApprovalLevel.BOARD);
    }

    @Override
    public Map<String, Object> take(ApprovalForm.Form said, Answer answer) {
        return form.take(said, answer, ApprovalLevel.BOARD);
    }
}
