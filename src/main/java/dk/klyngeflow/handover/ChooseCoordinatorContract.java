package dk.klyngeflow.handover;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.members.CoordinatorPosts;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom the cluster has chosen, and from which day. */
@Component
class ChooseCoordinatorContract implements FormContract<ChooseCoordinatorContract.Form> {

    private final SuccessorFields successors;
    private final CoordinatorPosts posts;
    private final HandoverTimes times;

    ChooseCoordinatorContract(SuccessorFields successors, CoordinatorPosts posts, HandoverTimes times) {
        this.successors = successors;
        this.posts = posts;
        this.times = times;
    }

    record Form(
            String successor, @Nullable LocalDate handoverDay) {}

    @Override
    public String task() {
        return "chooseCoordinator";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String acting = posts.now(answer.clusterId()).orElse("");
        if (fields.text("successor", "Efterfølgeren").equals(acting)) {
            return new Form(acting, successors.day(fields, "handoverDay", "Dagen"));
        }
        return new Form(
                successors.successor(fields, "successor", answer.clusterId(), "Vælg, hvem klyngen har valgt."),
                successors.day(fields, "handoverDay", "Dagen"));
    }

    /** With new deadlines, should the handover come to nothing and the task come back. */
    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        LocalDate day = Objects.requireNonNull(form.handoverDay());
        HandoverTimes.OfTask again = times.decisionAfter(answer.clusterId(), day);
        return Map.of(
                CoordinatorVacancyVariables.IS_SOMEBODY_ELSE.name(),
                !posts.now(answer.clusterId()).filter(form.successor()::equals).isPresent(),
                CoordinatorVacancyVariables.SUCCESSOR.name(),
                form.successor(),
                CoordinatorVacancyVariables.HANDOVER_DAY.name(),
                CoordinatorVacancyVariables.HANDOVER_DAY.write(day),
                CoordinatorVacancyVariables.TASK_DUE_AT.name(),
                CoordinatorVacancyVariables.TASK_DUE_AT.write(again.dueAt()),
                CoordinatorVacancyVariables.ESCALATE_AT.name(),
                CoordinatorVacancyVariables.ESCALATE_AT.write(again.escalateAt()));
    }
}
