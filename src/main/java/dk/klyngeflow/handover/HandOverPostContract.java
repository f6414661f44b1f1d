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
    private final ItemAnswers answers;

    HandOverPostContract(Handovers handovers, ItemAnswers answers) {
        this.handovers = handovers;
        this.answers = answers;
    }

    record Form(List<Answered> items, String note) {}

    @Override
    public String task() {
        return "handOverPost";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        List<Answered> items = answers.read(fields, answer, Owner.PARTING).items();
        return new Form(items, fields.paragraphs("note", "Det, du skriver til den nye"));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        Map<String, Object> taken = answers.take(new ItemAnswers.Form(form.items()), answer);
        handovers.parted(answers.handover(answer), form.note());
        return taken;
    }
}
