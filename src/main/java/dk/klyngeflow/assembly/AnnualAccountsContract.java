package dk.klyngeflow.assembly;

import dk.klyngeflow.annualaccounts.AccountsOfYear;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Somebody who works for the cluster begins the accounts of a year that is over. */
@Component
class AnnualAccountsContract implements FormContract<AnnualAccountsContract.Form> {

    private static final int OLDEST = 10;

    private final AccountsOfYear accounts;
    private final CurrentPerson person;
    private final CopenhagenTime time;

    AnnualAccountsContract(AccountsOfYear accounts, CurrentPerson person, CopenhagenTime time) {
        this.accounts = accounts;
        this.person = person;
        this.time = time;
    }

    record Form(int accountingYear) {}

    @Override
    public String task() {
        return AnnualAccounts.KEY;
    }

    @Override
    public Optional<String> startRefusal(String personId, String clusterId) {
        return person.hasRole(clusterId, Role.COORDINATOR, Role.SECRETARY, Role.BOARD)
                ? Optional.empty()
                : Optional.of("Kun koordinator, sekretær og bestyrelse kan begynde et årsregnskab.");
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        int thisYear = time.today().getYear();
        String typed = fields.required("accountingYear", "Regnskabsår");
        int year = typed.matches("20\\d\\d") ? Integer.parseInt(typed) : 0;
        if (year >= thisYear) {
            fields.wrong("Regnskabsåret " + year + " er ikke slut endnu.");
        } else if (year < thisYear - OLDEST) {
            fields.wrong(
                    "Regnskabsår: skriv det år, der skal aflægges, som " + (thisYear - 1) + ", ikke „" + typed + "“.");
        } else if (!accounts.isOfItsTime(answer.clusterId(), year)) {
            fields.wrong("Klyngen var ikke i Klyngeflow i " + year
                    + " og har intet bogført i det år, så der er intet regnskab at aflægge.");
        } else if (accounts.isClosed(answer.clusterId(), year) || accounts.isBegun(answer.clusterId(), year)) {
            fields.wrong("Årsregnskabet for " + year + " er i gang eller godkendt. Det står på siden Årsregnskab.");
        }
        return new Form(year);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        return Map.of(
                AnnualAccountsVariables.ACCOUNTING_YEAR.name(),
                (long) form.accountingYear(),
                AnnualAccountsVariables.CLUSTER_ID.name(),
                answer.clusterId());
    }
}
