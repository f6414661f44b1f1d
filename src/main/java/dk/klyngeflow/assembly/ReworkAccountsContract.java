package dk.klyngeflow.assembly;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The assembly has rejected the accounts: the board has seen to it, and a new draft is made. */
@Component
class ReworkAccountsContract implements FormContract<ReworkAccountsContract.Form> {

    record Form(String reworked) {}

    @Override
    public String task() {
        return "reworkAccounts";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        return new Form(fields.choice("reworked", Set.of("YES"), "Sæt kryds, når regnskabet er rettet."));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        return Map.of();
    }
}
