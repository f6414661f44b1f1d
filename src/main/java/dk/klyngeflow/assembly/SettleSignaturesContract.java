package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Somebody has not signed: she is asked again, or the minutes go out with the reason. */
@Component
class SettleSignaturesContract implements FormContract<SettleSignaturesContract.Form> {

    static final String ASK_AGAIN = "ASK_AGAIN";
    static final String WITHOUT = "WITHOUT";

    private static final int LONGEST = 300;

    private final CalledAssemblies assemblies;

    SettleSignaturesContract(CalledAssemblies assemblies) {
        this.assemblies = assemblies;
    }

    record Form(String decision, String why) {}

    @Override
    public String task() {
        return "settleSignatures";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision = fields.choice("decision", Set.of(ASK_AGAIN, WITHOUT), "Vælg, hvad der skal ske.");
        String why = decision.equals(WITHOUT) ? fields.required("why", "Grunden", LONGEST) : "";
        return new Form(decision, why);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        if (form.decision().equals(WITHOUT)) {
            assemblies.unsigned(
                    assemblies.get(answer.clusterId(), GeneralAssemblyVariables.ASSEMBLY_ID.in(answer.known())),
                    form.why());
        }
        return Map.of(
                GeneralAssemblyVariables.IS_SIGNATURE_AWAITED.name(),
                form.decision().equals(ASK_AGAIN));
    }
}
