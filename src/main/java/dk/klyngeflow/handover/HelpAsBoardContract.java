package dk.klyngeflow.handover;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.handover.HandoverItem.Owner;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The board's part of the list. */
@Component
class HelpAsBoardContract implements FormContract<ItemAnswers.Form> {

    private final ItemAnswers answers;

    HelpAsBoardContract(ItemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public String task() {
        return "helpAsBoard";
    }

    @Override
    public ItemAnswers.Form read(FormFields fields, Answer answer) {
        return answers.read(fields, answer, Owner.BOARD);
    }

    @Override
    public Map<String, Object> take(ItemAnswers.Form form, Answer answer) {
        return answers.take(form, answer);
    }
}
