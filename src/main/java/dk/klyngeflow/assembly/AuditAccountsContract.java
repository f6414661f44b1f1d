package dk.klyngeflow.assembly;

import dk.klyngeflow.annualaccounts.AccountsOfYear;
import dk.klyngeflow.annualaccounts.AuditChecklist;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The auditor approves the draft she has seen, or remarks on it. */
@Component
class AuditAccountsContract implements FormContract<AuditAccountsContract.Form> {

    private static final String APPROVE = "APPROVE";
    private static final String COMMENT = "COMMENT";

    private final AccountsOfYear accounts;
    private final AuditChecklist checklist;

    AuditAccountsContract(AccountsOfYear accounts, AuditChecklist checklist) {
        this.accounts = accounts;
        this.checklist = checklist;
    }

    record Form(String verdict, String sha256, String comment) {}

    @Override
    public String task() {
        return "auditAccounts";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        int year = AnnualAccountsVariables.ACCOUNTING_YEAR.in(answer.known()).intValue();
        String verdict = fields.choice("verdict", Set.of(APPROVE, COMMENT), "Vælg, om du godkender udkastet.");
        accounts.objectionToAuditor(answer.clusterId(), year, answer.personId()).ifPresent(fields::wrong);
        String sha256 = fields.required("sha256", "Udkastets nøgle", 64);
        String comment = fields.paragraphs("comment", "Bemærkning", 2_000);
        boolean hasComments = accounts.hasOpenComments(answer.clusterId(), year);
        if (verdict.equals(COMMENT) && comment.isEmpty() && !hasComments) {
            fields.wrong("Skriv, hvad du bemærker.");
        }
        if (verdict.equals(APPROVE)) {
            accounts.latestDraft(answer.clusterId(), year)
                    .filter(draft -> !draft.sha256().equals(sha256))
                    .ifPresent(newer -> fields.wrong("Udkastet er ændret, siden du så det. Åbn opgaven igen."));
            accounts.unchecked(answer.clusterId(), year, checklist.of(answer.clusterId()))
                    .forEach(item -> fields.wrong("På din tjekliste mangler: " + item));
            if (hasComments) {
                fields.wrong("Du har en bemærkning, som ikke er besvaret. Vælg „Jeg har bemærkninger“.");
            }
        }
        return new Form(verdict, sha256, comment);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        int year = AnnualAccountsVariables.ACCOUNTING_YEAR.in(answer.known()).intValue();
        boolean isApproved = form.verdict().equals(APPROVE);
        if (isApproved) {
            accounts.approveAsAuditor(answer.clusterId(), year, form.sha256(), answer.personId());
        } else if (!form.comment().isEmpty()) {
            accounts.comment(answer.clusterId(), year, form.comment(), answer.personId());
        }
        return Map.of(AnnualAccountsVariables.ARE_ACCOUNTS_AUDITED.name(), isApproved);
    }
}
