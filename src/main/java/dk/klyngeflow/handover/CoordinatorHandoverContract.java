package dk.klyngeflow.handover;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.members.CoordinatorSearch;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The coordinator or an administrator says who has the post next, and from which day. */
@Component
class CoordinatorHandoverContract implements FormContract<CoordinatorHandoverContract.Form> {

    private final Handovers handovers;
    private final SuccessorFields successors;
    private final CoordinatorSearch search;
    private final CurrentPerson caller;

    CoordinatorHandoverContract(
            Handovers handovers, SuccessorFields successors, CoordinatorSearch search, CurrentPerson caller) {
        this.handovers = handovers;
        this.successors = successors;
        this.search = search;
        this.caller = caller;
    }

    record Form(String successor, @Nullable LocalDate handoverDay) {}

    @Override
    public String task() {
        return CoordinatorHandover.KEY;
    }

    @Override
    public Optional<String> startRefusal(String personId, String clusterId) {
        return caller.isAdministrator() || caller.hasRole(clusterId, Role.COORDINATOR)
                ? Optional.empty()
                : Optional.of("Kun koordinatoren eller en administrator kan overdrage posten.");
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        handovers
                .open(answer.clusterId())
                .ifPresent(handover -> fields.wrong("Der er aftalt en overdragelse den " + handover.label()
                        + " allerede. Aflys den på siden Overdragelse, hvis det skal være anderledes."));
        search.in(answer.clusterId())
                .filter(found -> found.elected() == null)
                .ifPresent(found -> fields.wrong(found.danish()));
        return new Form(
                successors.successor(
                        fields,
                        "successor",
                        answer.clusterId(),
                        "Vælg, hvem af klyngens læger der skal være koordinator."),
                successors.day(fields, "handoverDay", "Dagen"));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        return Map.of(
                CoordinatorHandoverVariables.SUCCESSOR.name(),
                form.successor(),
                CoordinatorHandoverVariables.HANDOVER_DAY.name(),
                CoordinatorHandoverVariables.HANDOVER_DAY.write(Objects.requireNonNull(form.handoverDay())),
                CoordinatorHandoverVariables.CLUSTER_ID.name(),
                answer.clusterId());
    }
}
