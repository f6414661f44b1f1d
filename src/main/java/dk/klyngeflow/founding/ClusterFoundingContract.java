package dk.klyngeflow.founding;

import static dk.klyngeflow.founding.ClusterFoundingVariables.CLUSTER_ID;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.mail.FailedMails;
import dk.klyngeflow.members.PracticeFields;
import dk.klyngeflow.pages.OpenForm;
import dk.klyngeflow.security.CurrentPerson;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An administrator starts a founding for a doctor whose address she knows; from there on the founder has it. */
@Component
class ClusterFoundingContract implements FormContract<ClusterFoundingContract.Form> {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST = 100;

    private final FoundingStarts starts;
    private final ClusterFounding process;
    private final CurrentPerson caller;

    ClusterFoundingContract(FoundingStarts starts, ClusterFounding process, CurrentPerson caller) {
        this.starts = starts;
        this.process = process;
        this.caller = caller;
    }

    record Form(Wanted wanted, Founder founder) {

        record Wanted(
                String clusterName,
                String regionName,
                String providerNumber,
                String practiceName,
                @Nullable Integer patients) {}

        record Founder(String founderName, String mail) {}
    }

    @Override
    public String task() {
        return ClusterFounding.KEY;
    }

    @Override
    public boolean makesItsCluster() {
        return true;
    }

    @Override
    public Optional<String> startRefusal(String personId, String clusterId) {
        return caller.isAdministrator()
                ? Optional.empty()
                : Optional.of("Kun administrator starter en klynge her. Alle andre bruger siden „Start en klynge“.");
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String name = OpenForm.name(fields, "clusterName", "Klyngens navn", LONGEST_NAME);
        String region = fields.choice("regionName", Set.copyOf(StartClusterPage.REGIONS), "Vælg regionen.");
        String number = PracticeFields.providerNumber(fields, "providerNumber");
        String practice = OpenForm.name(fields, "practiceName", "Praksis' navn", LONGEST);
        Integer patients = PracticeFields.patients(fields, "patients");
        String founder = OpenForm.name(fields, "founderName", "Stifterens navn", LONGEST);
        String mail = fields.text("mail", "Mailadressen");
        if (!FailedMails.isAddress(mail)) {
            fields.wrong("Skriv stifterens mailadresse, fx navn@praksis.example.");
        }
        if (starts.isNameTaken(name)) {
            fields.doubt("name", "Der er allerede en klynge eller en stiftelse, der hedder „" + name + "“.");
        }
        return new Form(new Form.Wanted(name, region, number, practice, patients), new Form.Founder(founder, mail));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        String cluster = starts.write(
                new FoundingWish.Wanted(
                        form.wanted().clusterName(),
                        form.wanted().regionName(),
                        form.wanted().providerNumber(),
                        form.wanted().practiceName(),
                        form.wanted().patients()),
                new FoundingWish.Founder(
                        form.founder().founderName(), form.founder().mail()));
        Map<String, Object> known = new HashMap<>(process.beginning(cluster));
        known.put(CLUSTER_ID.name(), cluster);
        return known;
    }
}
