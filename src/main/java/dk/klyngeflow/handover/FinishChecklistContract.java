package dk.klyngeflow.handover;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.handover.HandoverItem.Answered;
import dk.klyngeflow.handover.HandoverItem.State;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was left on the list when the post had moved: done now, or said to be not needed. */
@Component
class FinishChecklistContract implements FormContract<ItemAnswers.Form> {

    private final Handovers handovers;
    private final Checklists checklists;
    private final ItemAnswers answers;

    FinishChecklistContract(Handovers handovers, Checklists checklists, ItemAnswers answers) {
        this.handovers = handovers;
        this.checklists = checklists;
        this.answers = answers;
    }

    @Override
    public String task() {
        return "finishChecklist";
    }

    @Override
    public ItemAnswers.Form read(FormFields fields, Answer answer) {
        List<Answered> items = answers.read(fields, checklists.left(answers.handover(answer)));
        if (items.stream().anyMatch(item -> item.state() == State.OPEN)) {
            fields.wrong("Noget mangler endnu. Lad opgaven ligge, til alt er gjort, eller skriv, hvorfor det ikke er"
                    + " nødvendigt.");
        }
        return new ItemAnswers.Form(items);
    }

    @Override
    public Map<String, Object> take(ItemAnswers.Form form, Answer answer) {
        Map<String, Object> taken = answers.take(form, answer);
        handovers.ended(answers.handover(answer));
        return taken;
    }
}
