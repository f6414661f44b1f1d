package dk.klyngeflow.membership;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The secretary has done what was asked for, or says why not. */
@Component
class SettleRequestContract implements FormContract<SettleRequestContract.Form> {

    private static final String DONE = "DONE";
    private static final String REFUSE = "REFUSE";
    private static final int LONGEST = 1000;

    private final MemberWishes wishes;
    private final MadeChanges made;

    SettleRequestContract(MemberWishes wishes, MadeChanges made) {
        this.wishes = wishes;
        this.made = made;
    }

    record Form(String decision, String reason) {}

    @Override
    public String task() {
        return "settleRequest";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision = fields.choice("decision", Set.of(DONE, REFUSE), "Vælg, hvad svaret er.");
        String reason = decision.equals(REFUSE) ? fields.requiredParagraphs("reason", "Begrundelsen") : "";
        if (reason.length() > LONGEST) {
            fields.wrong("Begrundelsen må højst fylde 1.000 tegn.");
        }
        if (decision.equals(DONE)) {
            Optional.of(answer)
                    .filter(known -> known.known().containsKey(MembershipRequestVariables.REQUEST_ID.name()))
                    .flatMap(known -> wishes.find(known.clusterId(), request(known)))
                    .ifPresentOrElse(
                            wish -> made.objectionTo(wish).ifPresent(fields::wrong),
                            () -> fields.wrong("Ønsket findes ikke længere."));
        }
        return new Form(decision, reason);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        return wishes.settle(
                answer.clusterId(), request(answer), form.decision().equals(DONE), form.reason());
    }

    private static long request(Answer answer) {
        return MembershipRequestVariables.REQUEST_ID.in(answer.known());
    }
}
