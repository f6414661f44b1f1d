package dk.klyngeflow.handover;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.handover.CoordinatorHandoverVariables.ChairDecision;
import dk.klyngeflow.members.CoordinatorPosts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the chair decides when a handover has not been confirmed in time or the successor leaves. */
@Component
class DecideOnHandoverContract implements FormContract<DecideOnHandoverContract.Form> {

    private static final Set<String> DECISIONS = Set.of("CARRY_OUT", "NEW_DAY", "CANCEL");

    private final Handovers handovers;
    private final SuccessorFields successors;
    private final CoordinatorPosts posts;
    private final CopenhagenTime time;

    DecideOnHandoverContract(
            Handovers handovers, SuccessorFields successors, CoordinatorPosts posts, CopenhagenTime time) {
        this.handovers = handovers;
        this.successors = successors;
        this.posts = posts;
        this.time = time;
    }

    /** @param successor empty and no day unless there is to be another day; the reason is empty unless it is cancelled */
    record Form(
            String chairDecision,
            String successor,
            @Nullable LocalDate handoverDay,
            String reason) {}

    @Override
    public String task() {
        return "decideOnHandover";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision = fields.choice(
                "chairDecision", DECISIONS, "Vælg, om posten skal gives videre nu, på en anden dag eller slet ikke.");
        Handover handover = handover(answer);
        if (decision.equals("CARRY_OUT") && !posts.isEligible(answer.clusterId(), handover.successor(), time.today())) {
            fields.wrong("Efterfølgeren er ikke længere medlem af klyngen. Vælg en anden, eller aflys.");
        }
        if (decision.equals("NEW_DAY")) {
            return new Form(
                    decision,
                    successors.successor(
                            fields, "successor", answer.clusterId(), "Vælg, hvem der skal være koordinator."),
                    successors.day(fields, "handoverDay", "Den nye dag"),
                    "");
        }
        String reason = decision.equals("CANCEL") ? fields.requiredParagraphs("reason", "Begrundelsen") : "";
        return new Form(decision, "", null, reason);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        if (form.chairDecision().equals(ChairDecision.CANCEL.name())) {
            handovers.because(handover(answer), form.reason());
        }
        Map<String, Object> taken = new HashMap<>();
        taken.put(CoordinatorHandoverVariables.CHAIR_DECISION.name(), form.chairDecision());
        taken.put(
                CoordinatorHandoverVariables.IS_POST_MOVING.name(),
                !form.chairDecision().equals(ChairDecision.CANCEL.name()));
        if (form.handoverDay() != null) {
            taken.put(CoordinatorHandoverVariables.SUCCESSOR.name(), form.successor());
            taken.put(
                    CoordinatorHandoverVariables.HANDOVER_DAY.name(),
                    CoordinatorHandoverVariables.HANDOVER_DAY.write(form.handoverDay()));
        }
        return taken;
    }

    private Handover handover(Answer answer) {
        return handovers.get(answer.clusterId(), CoordinatorHandoverVariables.HANDOVER_ID.in(answer.known()));
    }
}
