package dk.klyngeflow.election;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The returning officer has seen how many letters with links were sent and how many came back; only then is it opened for all. */
@Component
class CheckLettersContract implements FormContract<CheckLettersContract.Form> {

    private static final String YES = "YES";

    record Form(String seen) {}

    @Override
    public String task() {
        return "checkLetters";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        return new Form(fields.choice("seen", Set.of(YES), "Sæt kryds, når du har set tallene."));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        return Map.of();
    }
}
