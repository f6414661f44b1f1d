package dk.klyngeflow.assembly;

import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Voucher;
import dk.klyngeflow.annualaccounts.AccountsOfYear;
import dk.klyngeflow.mail.MailContent;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails about the accounts of a year say at the moment each is sent; nothing when she has signed, or there is a newer draft. */
@Configuration(proxyBeanMethods = false)
class AccountsMails {

    private record Letter(String purpose, AccountsOfYear accounts) implements MailContent {

        @Override
        public Optional<Map<String, Object>> at(
                String clusterId, Optional<String> personId, Map<String, String> model) {
            String written = model.getOrDefault(AccountsLetters.YEAR, "");
            int year = written.matches("\\d{4}") ? Integer.parseInt(written) : 0;
            boolean isMissing = accounts.missingSignatures(clusterId, year).contains(personId.orElse(""));
            boolean isNewest = accounts.latestDraft(clusterId, year)
                    .filter(draft -> String.valueOf(draft.version()).equals(model.get(AccountsLetters.VERSION)))
                    .isPresent();
            return isMissing && isNewest && !accounts.isClosed(clusterId, year)
                    ? Optional.of(Map.of(
                            AccountsLetters.YEAR,
                            written,
                            AccountsLetters.UNTIL,
                            model.getOrDefault(AccountsLetters.UNTIL, "")))
                    : Optional.empty();
        }
    }

    /** What was posted late, why, and what comes next. */
    private record VoidLetter(AccountsOfYear accounts, Ledger ledger) implements MailContent {

        @Override
        public String purpose() {
            return AccountsLetters.VOID;
        }

        @Override
        public Optional<Map<String, Object>> at(
                String clusterId, Optional<String> personId, Map<String, String> model) {
            Optional<Voucher> voucher = ledger.find(clusterId, model.getOrDefault(AccountsLetters.VOUCHER, ""));
            return voucher.filter(late -> !accounts.isClosed(clusterId, late.year()))
                    .map(late -> Map.of(
                            AccountsLetters.YEAR,
                            String.valueOf(late.year()),
                            AccountsLetters.VERSION,
                            model.getOrDefault(AccountsLetters.VERSION, ""),
                            "label",
                            late.label(),
                            "text",
                            late.text(),
                            "reason",
                            ledger.lateReason(clusterId, late.id()).orElse("")));
        }
    }

    @Bean
    MailContent accountsApprovalVoidMail(AccountsOfYear accounts, Ledger ledger) {
        return new VoidLetter(accounts, ledger);
    }

    @Bean
    MailContent accountsSignatureMail(AccountsOfYear accounts) {
        return new Letter(AccountsLetters.SIGNATURE, accounts);
    }

    @Bean
    MailContent accountsSignatureReminderMail(AccountsOfYear accounts) {
        return new Letter(AccountsLetters.REMINDER, accounts);
    }
}
