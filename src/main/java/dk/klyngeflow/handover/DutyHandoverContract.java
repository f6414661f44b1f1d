package dk.klyngeflow.handover;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.handover.DutyHandoverVariables.Direction;
import dk.klyngeflow.members.Duties;
import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.Mandates;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the start form of {@code duty-handover} may say: the coordinator of the cluster or an administrator, a duty that can be moved, somebody who can have it. */
@Component
class DutyHandoverContract implements FormContract {

    private static final Set<String> KNOWN = Set.of("clusterId", "duty", "direction", "receiver");

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
    public void check(Answer answer) {
        List<String> wrong = new ArrayList<>();
        if (!KNOWN.containsAll(answer.sent().keySet())) {
            wrong.add("Formularen sendte noget, som ikke hører til. Genindlæs siden.");
        }
        String duty = text(answer.sent().get("duty"));
        Optional<Duty> known = duties.find(duty).filter(Duty::canBeMoved);
        if (known.isEmpty()) {
            wrong.add("Vælg, hvilken opgave det gælder.");
        }
        String direction = text(answer.sent().get("direction"));
        if (direction.equals(Direction.GIVE.name())) {
            if (!ids(mandates.mayReceive(answer.clusterId()))
                    .contains(text(answer.sent().get("receiver")))) {
                wrong.add("Vælg sekretæren eller et medlem af bestyrelsen.");
            }
        } else if (!direction.equals(Direction.TAKE_BACK.name())) {
            wrong.add("Vælg, om opgaven skal overdrages eller tages tilbage.");
        } else if (known.isPresent()
                && mandates.movedTo(answer.clusterId(), duty).isEmpty()) {
            wrong.add("Opgaven er ikke overdraget, så den kan ikke tages tilbage.");
        }
        if (!wrong.isEmpty()) {
            throw new FormRefused(wrong);
        }
    }

    private static List<String> ids(List<Person> holders) {
        return holders.stream().map(Person::id).toList();
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
