package dk.klyngeflow.invoices;

import dk.klyngeflow.engine.UnreadForm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A yes, a no or a step back from the board. */
@Component
class ApproveAsBoardContract implements UnreadForm {

    private final ApprovalForm form;

    ApproveAsBoardContract(ApprovalForm form) {
        this.form = form;
    }

    @Override
    public String task() {
        return "approveAsBoard";
    }

    @Override
    public void refuse(Answer answer) {
        form.check(answer, ApprovalLevel.BOARD);
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        return form.accept(answer, ApprovalLevel.BOARD);
    }
}
