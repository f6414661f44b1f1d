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
class FinishChecklistContract implements FormContract<FinishChecklistContract.Form> {

    private final Handovers handovers;
    private final Checklists checklists;
    private final ItemAnswers answers;

    FinishChecklistContract(Handovers handovers, Checklists checklists, ItemAnswers answers) {
        this.handovers = handovers;
        this.checklists = checklists;
        this.answers = answers;
    }

    record Form(List<Answered> items) {}

    @Override
    public String task() {
        return "finishChecklist";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        List<Answered> items = answers.read(fields, checklists.left(handover(answer)));
        if (items.stream().anyMatch(item -> item.state() == State.OPEN)) {
            fields.wrong("Noget mangler endnu. Lad opgaven ligge, til alt er gjort, eller skriv, hvorfor det ikke er"
                    + " nødvendigt.");
        }
        return new Form(items);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        Handover handover = handover(answer);
        checklists.answer(handover, form.items(), answer.personId());
        handovers.ended(handover);
        return Map.of();
    }

    private Handover handover(Answer answer) {
        return handovers.get(answer.clusterId(), CoordinatorHandoverVariables.HANDOVER_ID.in(answer.known()));
    }
}
