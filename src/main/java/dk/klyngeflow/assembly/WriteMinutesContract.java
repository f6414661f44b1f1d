package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.members.People;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The minutes as they are to be signed, and by whom. */
@Component
class WriteMinutesContract implements FormContract<WriteMinutesContract.Form> {

    private static final int LONGEST = 20_000;

    private final CalledAssemblies assemblies;
    private final AssemblyMinutes minutes;
    private final People people;

    WriteMinutesContract(CalledAssemblies assemblies, AssemblyMinutes minutes, People people) {
        this.assemblies = assemblies;
        this.minutes = minutes;
        this.people = people;
    }

    record Form(String minutes, String chairedBy, String keptBy) {}

    @Override
    public String task() {
        return "writeMinutes";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String text = fields.requiredParagraphs("minutes", "Referatet");
        if (text.length() > LONGEST) {
            fields.wrong("Referatet må højst fylde 20.000 tegn.");
        }
        return new Form(
                text, signer(fields, answer, "chairedBy", "Dirigent"), signer(fields, answer, "keptBy", "Referent"));
    }

    private String signer(FormFields fields, Answer answer, String name, String label) {
        String person = fields.required(name, label);
        if (!person.isEmpty() && !people.isOf(answer.clusterId(), person)) {
            fields.wrong(label + ": vælg en fra klyngen.");
        }
        return person;
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        minutes.write(
                assemblies.lock(answer.clusterId(), GeneralAssemblyVariables.ASSEMBLY_ID.in(answer.known())),
                form.minutes(),
                form.chairedBy(),
                form.keptBy());
        return Map.of();
    }
}
