package dk.klyngeflow.handover;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.handover.DutyHandoverVariables.Direction;
import dk.klyngeflow.members.Duties;
import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.Mandates;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the start form of {@code duty-handover} may say: the coordinator of the cluster or an administrator, a duty that can be moved, somebody who can have it. */
@Component
class DutyHandoverContract implements FormContract<DutyHandoverContract.Form> {

    private final People people;
    private final Duties duties;
    private final Mandates mandates;
    private final CurrentPerson caller;

    DutyHandoverContract(Duties duties, People people, Mandates mandates, CurrentPerson caller) {
        this.caller = caller;
        this.duties = duties;
        this.people = people;
        this.mandates = mandates;
    }

    record Form(String duty, String direction, String receiver) {}

    @Override
    public String task() {
        return "duty-handover";
    }

    @Override
    public Optional<String> startRefusal(String personId, String clusterId) {
        return caller.isAdministrator()
                        || ids(people.holding(clusterId, Role.COORDINATOR)).contains(personId)
                ? Optional.empty()
                : Optional.of("Kun klyngens koordinator kan overdrage opgaver.");
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String duty = fields.text("duty", "Opgaven");
        Optional<Duty> known = duties.find(duty).filter(Duty::canBeMoved);
        if (known.isEmpty()) {
            fields.wrong("Vælg, hvilken opgave det gælder.");
        }
        String direction = fields.text("direction", "Retningen");
        String receiver = fields.text("receiver", "Modtageren");
        if (direction.equals(Direction.GIVE.name())) {
            if (!ids(mandates.mayReceive(answer.clusterId())).contains(receiver)) {
                fields.wrong("Vælg sekretæren eller et medlem af bestyrelsen.");
            }
        } else if (!direction.equals(Direction.TAKE_BACK.name())) {
            fields.wrong("Vælg, om opgaven skal overdrages eller tages tilbage.");
        } else if (known.isPresent()
                && mandates.movedTo(answer.clusterId(), duty).isEmpty()) {
            fields.wrong("Opgaven er ikke overdraget, så den kan ikke tages tilbage.");
        }
        return new Form(duty, direction, receiver);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        Map<String, Object> taken = new HashMap<>();
        taken.put("duty", form.duty());
        taken.put("direction", form.direction());
        taken.put("receiver", form.receiver().isEmpty() ? null : form.receiver());
        return taken;
    }

    private static List<String> ids(List<Person> holders) {
        return holders.stream().map(Person::id).toList();
    }
}
