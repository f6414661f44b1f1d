package dk.klyngeflow.invoices;

import dk.klyngeflow.engine.FormContract;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A yes, a no or a step back from the board. */
@Component
class ApproveAsBoardContract implements FormContract {

    private final ApprovalForm form;

    ApproveAsBoardContract(ApprovalForm form) {
        this.form = form;
    }

    @Override
    public String task() {
        return "approveAsBoard";
    }

    @Override
    public void check(Answer answer) {
        form.check(answer, ApprovalLevel.BOARD);
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        return form.accept(answer, ApprovalLevel.BOARD);
    }
}
