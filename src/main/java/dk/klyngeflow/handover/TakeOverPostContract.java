package dk.klyngeflow.handover;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.handover.HandoverItem.Owner;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The successor's part of the list, and that she takes the post on the day. */
@Component
class TakeOverPostContract implements FormContract<ItemAnswers.Form> {

    private final Handovers handovers;
    private final ItemAnswers answers;

    TakeOverPostContract(Handovers handovers, ItemAnswers answers) {
        this.handovers = handovers;
        this.answers = answers;
    }

    @Override
    public String task() {
        return "takeOverPost";
    }

    @Override
    public ItemAnswers.Form read(FormFields fields, Answer answer) {
        return answers.read(fields, answer, Owner.SUCCESSOR);
    }

    @Override
    public Map<String, Object> take(ItemAnswers.Form form, Answer answer) {
        Map<String, Object> taken = answers.take(form, answer);
        handovers.taken(answers.handover(answer));
        return taken;
    }
}
