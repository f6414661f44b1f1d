package dk.klyngeflow.assembly;

import static dk.klyngeflow.assembly.AnnualAccountsVariables.ACCOUNTING_YEAR;
import static dk.klyngeflow.assembly.AnnualAccountsVariables.ARE_ACCOUNTS_DECIDED;
import static dk.klyngeflow.assembly.AnnualAccountsVariables.ARE_ACCOUNTS_UNDER_WAY;
import static dk.klyngeflow.assembly.AnnualAccountsVariables.ARE_APPROVED;
import static dk.klyngeflow.assembly.AnnualAccountsVariables.ARE_STATEMENTS_MISSING;
import static dk.klyngeflow.assembly.AnnualAccountsVariables.BOARD_SIGNATURES_DUE_AT;
import static dk.klyngeflow.assembly.AnnualAccountsVariables.CASE_LABEL;
import static dk.klyngeflow.assembly.AnnualAccountsVariables.DECIDED_ON;
import static dk.klyngeflow.assembly.AnnualAccountsVariables.DECISION_DUE_AT;
import static dk.klyngeflow.assembly.AnnualAccountsVariables.ESCALATE_AT;
import static dk.klyngeflow.assembly.AnnualAccountsVariables.SIGN_REMINDER_AT;
import static dk.klyngeflow.assembly.AnnualAccountsVariables.TASK_DUE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link AnnualAccounts} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class AnnualAccountsSteps {

    /** Writes the year down, once. */
    @Bean
    JavaDelegate registerAccounts(AnnualAccountsPlanning planning) {
        return execution -> {
            AnnualAccountsPlanning.Begun begun = planning.begin(execution.getTenantId(), year(execution));
            ARE_ACCOUNTS_UNDER_WAY.set(execution, begun.isUnderWay());
            ARE_STATEMENTS_MISSING.set(execution, begun.areStatementsMissing());
            CASE_LABEL.set(execution, begun.label());
            execution.setProcessBusinessKey(begun.businessKey());
            TASK_DUE_AT.set(execution, begun.taskDueAt());
            ESCALATE_AT.set(execution, begun.taskDueAt());
        };
    }

    /** Makes PDF and spreadsheet of what is posted now. */
    @Bean
    JavaDelegate draftAccounts(AnnualAccountsPlanning planning) {
        return execution -> TASK_DUE_AT.set(execution, planning.draft(execution.getTenantId(), year(execution)));
    }

    /** Each of the board of that year gets a link of her own. */
    @Bean
    JavaDelegate askBoardToSign(AccountsLetters letters) {
        return execution -> {
            AccountsLetters.Asked asked = letters.ask(execution.getTenantId(), year(execution));
            SIGN_REMINDER_AT.set(execution, asked.remindAt());
            BOARD_SIGNATURES_DUE_AT.set(execution, asked.settleAt());
            TASK_DUE_AT.set(execution, asked.taskDueAt());
        };
    }

    /** Whoever has not signed. */
    @Bean
    JavaDelegate remindBoard(AccountsLetters letters) {
        return execution ->
                letters.remind(execution.getTenantId(), year(execution), BOARD_SIGNATURES_DUE_AT.get(execution));
    }

    /** Puts the page of approvals behind it, seals it, and asks what an assembly has decided about it already. */
    @Bean
    JavaDelegate sealAccounts(AccountsAssemblies assemblies) {
        return execution -> {
            AccountsAssemblies.Sealed sealed = assemblies.seal(execution.getTenantId(), year(execution));
            DECISION_DUE_AT.set(execution, sealed.decisionDueAt());
            ARE_ACCOUNTS_DECIDED.set(execution, sealed.decided().isPresent());
            sealed.decided().ifPresent(decided -> {
                ARE_APPROVED.set(execution, decided.areApproved());
                DECIDED_ON.set(execution, decided.on().toString());
            });
        };
    }

    /** For ever. */
    @Bean
    JavaDelegate closeAccounts(AnnualAccountsPlanning planning) {
        return execution -> planning.close(execution.getTenantId(), year(execution), DECIDED_ON.get(execution));
    }

    /** An assembly outside of Klyngeflow calls no other by itself. */
    @Bean
    JavaDelegate callAccountsAssembly(AccountsAssemblies assemblies) {
        return execution ->
                TASK_DUE_AT.set(execution, assemblies.callAnother(execution.getTenantId(), year(execution)));
    }

    /** Offers what has lain too long to the board as well. */
    @Bean
    JavaDelegate escalateAccounts(AnnualAccountsPlanning planning) {
        return execution -> ESCALATE_AT.set(
                execution, planning.offerOverdue(execution.getTenantId(), execution.getProcessBusinessKey()));
    }

    private static int year(DelegateExecution execution) {
        return ACCOUNTING_YEAR.get(execution).intValue();
    }
}
