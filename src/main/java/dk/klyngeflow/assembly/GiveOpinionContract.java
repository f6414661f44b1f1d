package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The board says what it thinks of the proposals, and lets the notice go out as it is shown. */
@Component
class GiveOpinionContract implements FormContract<GiveOpinionContract.Form> {

    private static final int LONGEST = 2_000;

    private final CalledAssemblies assemblies;
    private final AssemblyNotices notices;

    GiveOpinionContract(CalledAssemblies assemblies, AssemblyNotices notices) {
        this.assemblies = assemblies;
        this.notices = notices;
    }

    record Form(String opinion) {}

    @Override
    public String task() {
        return "giveOpinion";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        notices.missing(assembly(answer)).forEach(sentence -> fields.doubt("MISSING", sentence));
        return new Form(fields.paragraphs("opinion", "Bestyrelsens udtalelse", LONGEST));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        assemblies.opinion(assembly(answer), form.opinion());
        return Map.of();
    }

    private CalledAssembly assembly(Answer answer) {
        return assemblies.get(answer.clusterId(), GeneralAssemblyVariables.ASSEMBLY_ID.in(answer.known()));
    }
}
