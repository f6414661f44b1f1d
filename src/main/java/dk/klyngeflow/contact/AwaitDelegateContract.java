package dk.klyngeflow.contact;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The coordinator does not wait for her colleague any longer. */
@Component
class AwaitDelegateContract implements FormContract<AwaitDelegateContract.Form> {

    record Form(String decision) {}

    @Override
    public String task() {
        return "awaitDelegate";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        return new Form(fields.choice(
                "decision",
                Set.of("TAKE_BACK"),
                "Sig, at du tager henvendelsen tilbage. Vil du vente, så lad opgaven ligge."));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        return Map.of();
    }
}
