package dk.klyngeflow.assembly;

import dk.klyngeflow.annualaccounts.AccountsOfYear;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What an assembly outside of Klyngeflow has decided: the day, and where its minutes are. */
@Component
class RecordDecisionContract implements FormContract<RecordDecisionContract.Form> {

    private final AccountsOfYear accounts;
    private final CopenhagenTime time;

    RecordDecisionContract(AccountsOfYear accounts, CopenhagenTime time) {
        this.accounts = accounts;
        this.time = time;
    }

    record Form(String decision, String decidedOn, String minutes) {}

    @Override
    public String task() {
        return "recordDecision";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision = fields.choice("decision", Set.of("YES", "NO"), "Vælg, hvad generalforsamlingen besluttede.");
        LocalDate day = fields.day("decidedOn", "Dagen");
        if (day == null && !fields.has("decidedOn")) {
            fields.wrong("Dagen mangler.");
        } else if (day != null && day.isAfter(time.today())) {
            fields.wrong("Dagen er ikke kommet endnu.");
        }
        return new Form(
                decision, day == null ? "" : day.toString(), fields.required("minutes", "Hvor referatet er", 500));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        int year = AnnualAccountsVariables.ACCOUNTING_YEAR.in(answer.known()).intValue();
        boolean areApproved = form.decision().equals("YES");
        accounts.write(
                answer.clusterId(),
                year,
                areApproved,
                LocalDate.parse(form.decidedOn()),
                answer.personId(),
                form.minutes());
        return Map.of(
                AnnualAccountsVariables.ARE_APPROVED.name(),
                areApproved,
                AnnualAccountsVariables.DECIDED_ON.name(),
                form.decidedOn());
    }
}
