package dk.klyngeflow.handover;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.CoordinatorPosts;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is coordinator while the coordinator is on leave, from when and until when. */
@Component
class CoordinatorStandInContract implements FormContract<CoordinatorStandInContract.Form> {

    private final CoordinatorPosts posts;
    private final SuccessorFields successors;
    private final CurrentPerson caller;

    CoordinatorStandInContract(CoordinatorPosts posts, SuccessorFields successors, CurrentPerson caller) {
        this.posts = posts;
        this.successors = successors;
        this.caller = caller;
    }

    record Form(
            String standIn,
            @Nullable LocalDate leaveFrom,
            @Nullable LocalDate leaveUntil) {}

    @Override
    public String task() {
        return CoordinatorStandIn.KEY;
    }

    /** The board too: whoever falls ill may not be able to ask herself. */
    @Override
    public Optional<String> startRefusal(String personId, String clusterId) {
        return caller.isAdministrator() || caller.hasRole(clusterId, Role.COORDINATOR, Role.BOARD)
                ? Optional.empty()
                : Optional.of("Kun koordinatoren, bestyrelsen eller en administrator kan aftale en afløser.");
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String standIn = successors.successor(
                fields, "standIn", answer.clusterId(), "Vælg, hvem af klyngens læger der er koordinator imens.");
        LocalDate from = successors.day(fields, "leaveFrom", "Den første dag");
        LocalDate until = successors.day(fields, "leaveUntil", "Den dag, koordinatoren er tilbage,");
        boolean isChair = caller.id().filter(standIn::equals).isPresent() && !caller.isAdministrator();
        if (isChair && !caller.hasRole(answer.clusterId(), Role.COORDINATOR)) {
            fields.wrong("Man kan ikke gøre sig selv til "
                    + Post.COORDINATOR.danish().toLowerCase(Locale.ROOT)
                    + ". Bed en anden i bestyrelsen eller administratoren om det.");
        }
        fields.refuseIfWrong();
        if (from != null && until != null) {
            // says in Danish what does not fit with what is agreed
            posts.checkStandIn(answer.clusterId(), standIn, from, until);
            if (!posts.isEligible(answer.clusterId(), standIn, from)) {
                throw new FormRefused("Afløseren skal være medlem af klyngen hele tiden.");
            }
        }
        return new Form(standIn, from, until);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        return Map.of(
                CoordinatorStandInVariables.STAND_IN.name(),
                form.standIn(),
                CoordinatorStandInVariables.LEAVE_FROM.name(),
                CoordinatorStandInVariables.LEAVE_FROM.write(Objects.requireNonNull(form.leaveFrom())),
                CoordinatorStandInVariables.LEAVE_UNTIL.name(),
                CoordinatorStandInVariables.LEAVE_UNTIL.write(Objects.requireNonNull(form.leaveUntil())),
                CoordinatorStandInVariables.CLUSTER_ID.name(),
                answer.clusterId());
    }
}
