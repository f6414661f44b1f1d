package dk.klyngeflow.assembly;

import dk.klyngeflow.annualaccounts.AccountsOfYear;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The bank is held against the books to the last line, and the year is locked. */
@Component
class LockAccountsContract implements FormContract<LockAccountsContract.Form> {

    private final AccountsOfYear accounts;

    LockAccountsContract(AccountsOfYear accounts) {
        this.accounts = accounts;
    }

    record Form(String lock) {}

    @Override
    public String task() {
        return "lockAccounts";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        int year = AnnualAccountsVariables.ACCOUNTING_YEAR.in(answer.known()).intValue();
        String lock = fields.choice("lock", Set.of("YES"), "Sæt kryds, når året skal låses.");
        accounts.hindrances(answer.clusterId(), year).forEach(fields::wrong);
        return new Form(lock);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        int year = AnnualAccountsVariables.ACCOUNTING_YEAR.in(answer.known()).intValue();
        accounts.lock(answer.clusterId(), year, answer.personId());
        return Map.of();
    }
}
