package dk.klyngeflow.founding;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.localmodel.LocalModels;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A draft that answers every question. */
@Component
class DraftModelContract implements FormContract<DraftModelContract.Form> {

    private final LocalModels models;

    DraftModelContract(LocalModels models) {
        this.models = models;
    }

    record Form(ModelFields model) {}

    @Override
    public String task() {
        return "draftModel";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        return new Form(ModelFields.read(fields));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        int round = LocalModelVariables.ROUND_NO.in(answer.known()).intValue();
        models.keepDraft(
                answer.clusterId(), round, form.model().choices(), form.model().note());
        return Map.of();
    }
}
