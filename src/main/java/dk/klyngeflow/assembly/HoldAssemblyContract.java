package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.AssemblyEvening;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The evening is over: what was decided takes effect now, so it must have been closed by its chair. */
@Component
class HoldAssemblyContract implements FormContract<HoldAssemblyContract.Form> {

    private final CalledAssemblies assemblies;
    private final AssemblyEvening evening;

    HoldAssemblyContract(CalledAssemblies assemblies, AssemblyEvening evening) {
        this.assemblies = assemblies;
        this.evening = evening;
    }

    record Form(String closed) {}

    @Override
    public String task() {
        return "holdAssembly";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String closed = fields.choice("closed", Set.of("YES"), "Sæt kryds, når generalforsamlingen er hævet.");
        if (!evening.isOver(
                assemblies.get(answer.clusterId(), GeneralAssemblyVariables.ASSEMBLY_ID.in(answer.known())))) {
            fields.wrong(
                    "Generalforsamlingen er ikke hævet endnu. Det gør dirigenten på sin side, når det sidste punkt er afgjort.");
        }
        return new Form(closed);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        return Map.of();
    }
}
