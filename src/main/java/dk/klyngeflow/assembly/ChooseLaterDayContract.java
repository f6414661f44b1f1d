package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.AssemblyHours;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The notice would have come too late: the board chooses a day that can be called lawfully. */
@Component
class ChooseLaterDayContract implements FormContract<ChooseLaterDayContract.Form> {

    private static final String WHY = "Indkaldelsen kunne ikke nås efter vedtægterne.";

    private final CalledAssemblies assemblies;
    private final AssemblyPlanning planning;
    private final CopenhagenTime time;

    ChooseLaterDayContract(CalledAssemblies assemblies, AssemblyPlanning planning, CopenhagenTime time) {
        this.assemblies = assemblies;
        this.planning = planning;
        this.time = time;
    }

    record Form(List<Instant> times) {}

    @Override
    public String task() {
        return "chooseLaterDay";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        List<Instant> times = AssemblyHours.read(fields, "times", time.now());
        if (times.size() > 1) {
            fields.wrong("Vælg én dag.");
        }
        times.forEach(start -> planning.window(assembly(answer))
                .refusal(CopenhagenTime.dayOf(start))
                .ifPresent(fields::wrong));
        return new Form(times);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        planning.laterDay(assembly(answer), form.times().get(0), WHY);
        return Map.of();
    }

    private CalledAssembly assembly(Answer answer) {
        return assemblies.get(answer.clusterId(), GeneralAssemblyVariables.ASSEMBLY_ID.in(answer.known()));
    }
}
