package dk.klyngeflow.assembly;

import dk.klyngeflow.annualaccounts.AccountsOfYear;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every remark of the auditor has its answer. */
@Component
class AnswerCommentsContract implements FormContract<AnswerCommentsContract.Form> {

    private final AccountsOfYear accounts;

    AnswerCommentsContract(AccountsOfYear accounts) {
        this.accounts = accounts;
    }

    record Form(String answered) {}

    @Override
    public String task() {
        return "answerComments";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        int year = AnnualAccountsVariables.ACCOUNTING_YEAR.in(answer.known()).intValue();
        String answered = fields.choice("answered", Set.of("YES"), "Sæt kryds, når hver bemærkning er besvaret.");
        if (accounts.hasOpenComments(answer.clusterId(), year)) {
            fields.wrong("Der er en bemærkning uden svar. Svar på hver af dem på siden Årsregnskab.");
        }
        return new Form(answered);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        return Map.of();
    }
}
