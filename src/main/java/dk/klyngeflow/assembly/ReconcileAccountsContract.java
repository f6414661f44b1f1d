package dk.klyngeflow.assembly;

import dk.klyngeflow.annualaccounts.AccountsOfYear;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Each account of the balance is explained; what is to be said besides the figures is written. */
@Component
class ReconcileAccountsContract implements FormContract<ReconcileAccountsContract.Form> {

    private final AccountsOfYear accounts;

    ReconcileAccountsContract(AccountsOfYear accounts) {
        this.accounts = accounts;
    }

    record Form(String laterEvents, String reservations) {}

    @Override
    public String task() {
        return "reconcileAccounts";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        int year = AnnualAccountsVariables.ACCOUNTING_YEAR.in(answer.known()).intValue();
        accounts.unexplained(answer.clusterId(), year)
                .forEach(account ->
                        fields.wrong("Konto " + account + " er ikke forklaret. Det gøres på siden Årsregnskab."));
        return new Form(
                fields.paragraphs("laterEvents", "Begivenheder efter årets slutning", 2_000),
                fields.paragraphs("reservations", "Forbehold", 2_000));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        int year = AnnualAccountsVariables.ACCOUNTING_YEAR.in(answer.known()).intValue();
        accounts.write(answer.clusterId(), year, form.laterEvents(), form.reservations());
        return Map.of();
    }
}
