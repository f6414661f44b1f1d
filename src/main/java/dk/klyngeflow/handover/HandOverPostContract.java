package dk.klyngeflow.handover;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.handover.HandoverItem.Answered;
import dk.klyngeflow.handover.HandoverItem.Owner;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The parting coordinator's part of the list, what she writes to the next one, and that she gives the post up on the day. */
@Component
class HandOverPostContract implements FormContract<HandOverPostContract.Form> {

    private final Handovers handovers;
    private final Checklists checklists;
    private final ItemAnswers answers;

    HandOverPostContract(Handovers handovers, Checklists checklists, ItemAnswers answers) {
        this.handovers = handovers;
        this.checklists = checklists;
        this.answers = answers;
    }

    record Form(List<Answered> items, String note) {}

    @Override
    public String task() {
        return "handOverPost";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        List<Answered> items = answers.read(fields, checklists.items(handover(answer), Owner.PARTING));
        return new Form(items, fields.paragraphs("note", "Det, du skriver til den nye"));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        Handover handover = handover(answer);
        checklists.answer(handover, form.items(), answer.personId());
        handovers.parted(handover, form.note());
        return Map.of();
    }

    private Handover handover(Answer answer) {
        return handovers.get(answer.clusterId(), CoordinatorHandoverVariables.HANDOVER_ID.in(answer.known()));
    }
}
