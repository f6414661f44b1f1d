package dk.klyngeflow.handover;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.handover.HandoverItem.Answered;
import dk.klyngeflow.handover.HandoverItem.Owner;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The successor's part of the list, and that she takes the post on the day. */
@Component
class TakeOverPostContract implements FormContract<TakeOverPostContract.Form> {

    private final Handovers handovers;
    private final Checklists checklists;
    private final ItemAnswers answers;

    TakeOverPostContract(Handovers handovers, Checklists checklists, ItemAnswers answers) {
        this.handovers = handovers;
        this.checklists = checklists;
        this.answers = answers;
    }

    record Form(List<Answered> items) {}

    @Override
    public String task() {
        return "takeOverPost";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        return new Form(answers.read(fields, checklists.items(handover(answer), Owner.SUCCESSOR)));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        Handover handover = handover(answer);
        checklists.answer(handover, form.items(), answer.personId());
        handovers.taken(handover);
        return Map.of();
    }

    private Handover handover(Answer answer) {
        return handovers.get(answer.clusterId(), CoordinatorHandoverVariables.HANDOVER_ID.in(answer.known()));
    }
}
