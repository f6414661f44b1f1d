package dk.klyngeflow.handover;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.members.CoordinatorPosts;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The coordinator herself, the board, the secretary or an administrator says that the coordinator cannot go on. */
@Component
class CoordinatorVacancyContract implements FormContract<CoordinatorVacancyContract.Form> {

    private final CoordinatorPosts posts;
    private final Handovers handovers;
    private final CurrentPerson caller;

    CoordinatorVacancyContract(CoordinatorPosts posts, Handovers handovers, CurrentPerson caller) {
        this.posts = posts;
        this.handovers = handovers;
        this.caller = caller;
    }

    record Form(String sure) {}

    @Override
    public String task() {
        return CoordinatorVacancy.KEY;
    }

    @Override
    public Optional<String> startRefusal(String personId, String clusterId) {
        return caller.isAdministrator() || caller.hasRole(clusterId, Role.COORDINATOR, Role.SECRETARY, Role.BOARD)
                ? Optional.empty()
                : Optional.of("Kun koordinator, sekretær, bestyrelse eller en administrator kan melde det.");
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String sure = fields.choice("sure", Set.of("YES"), "Sæt kryds ved, at koordinatoren stopper nu.");
        if (posts.acting(answer.clusterId()).isEmpty()) {
            fields.wrong("Der er ingen anden i bestyrelsen, som er medlem af klyngen og kan træde til."
                    + " Giv posten videre på siden Folk.");
        }
        handovers
                .open(answer.clusterId())
                .ifPresent(handover -> fields.wrong("Der er aftalt en overdragelse den " + handover.label()
                        + ". Aflys den først på siden Overdragelse, eller lad den gå sin gang."));
        return new Form(sure);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        return Map.of(CoordinatorVacancyVariables.CLUSTER_ID.name(), answer.clusterId());
    }
}
