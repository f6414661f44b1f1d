package dk.klyngeflow.assembly;

import dk.klyngeflow.annualaccounts.BoardSignatures;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Somebody of the board of the year does not answer: she is asked again, or the accounts go on with the reason. A signed copy ends the task. */
@Component
class SettleBoardSignaturesContract implements FormContract<SettleBoardSignaturesContract.Form> {

    private static final String ASK_AGAIN = "ASK_AGAIN";
    private static final String WITHOUT = "WITHOUT";
    private static final int LONGEST = 300;

    private final BoardSignatures signatures;

    SettleBoardSignaturesContract(BoardSignatures signatures) {
        this.signatures = signatures;
    }

    record Form(String decision, String why) {}

    @Override
    public String task() {
        return "settleBoardSignatures";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision = fields.choice("decision", Set.of(ASK_AGAIN, WITHOUT), "Vælg, hvad der skal ske.");
        String why = "";
        if (decision.equals(WITHOUT)) {
            why = fields.required("why", "Grunden", LONGEST);
            int year =
                    AnnualAccountsVariables.ACCOUNTING_YEAR.in(answer.known()).intValue();
            signatures.objectionToGoingWithout(answer.clusterId(), year).ifPresent(fields::wrong);
        }
        return new Form(decision, why);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        if (form.decision().equals(WITHOUT)) {
            int year =
                    AnnualAccountsVariables.ACCOUNTING_YEAR.in(answer.known()).intValue();
            signatures.goWithout(answer.clusterId(), year, form.why());
        }
        return Map.of(
                AnnualAccountsVariables.IS_BOARD_ASKED_AGAIN.name(),
                form.decision().equals(ASK_AGAIN));
    }
}
