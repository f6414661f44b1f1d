package dk.klyngeflow.assembly;

import dk.klyngeflow.annualaccounts.AccountsOfYear;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Not all statements can be had, and this is why. When the last one arrives the task ends by itself. */
@Component
class GatherStatementsContract implements FormContract<GatherStatementsContract.Form> {

    private final AccountsOfYear accounts;

    GatherStatementsContract(AccountsOfYear accounts) {
        this.accounts = accounts;
    }

    record Form(String without) {}

    @Override
    public String task() {
        return "gatherStatements";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        return new Form(fields.required("without", "Grunden", 500));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        int year = AnnualAccountsVariables.ACCOUNTING_YEAR.in(answer.known()).intValue();
        accounts.goWithoutStatements(answer.clusterId(), year, form.without());
        return Map.of();
    }
}
