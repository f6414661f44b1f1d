package dk.klyngeflow.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dk.klyngeflow.bills.Claim;
import dk.klyngeflow.payments.DanishAccount;
import dk.klyngeflow.payments.Iban;
import dk.klyngeflow.payments.NoTransfer;
import dk.klyngeflow.payments.PaymentSlip;
import dk.klyngeflow.payments.PaymentTarget;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that a form or another program may want to know of an invoice, under the names that they know. */
record InvoiceInFull(
        @JsonUnwrapped Line line,
        @JsonUnwrapped Came came,
        @JsonUnwrapped Coded coded,
        @JsonUnwrapped Sender sender,
        @JsonUnwrapped Decided decided,
        @JsonUnwrapped Compared compared,
        @JsonUnwrapped Told told,
        @JsonUnwrapped Paid paid) {

    /** What is listed: one line of facts. */
    record Line(
            String id,
            @JsonUnwrapped Kind kind,
            @JsonUnwrapped Standing standing,
            Supplier supplier,
            @JsonUnwrapped Heading heading,
            @JsonUnwrapped Amount amount,
            Payment payment,
            Instant receivedAt) {

        Line withAmount(Amount other) {
            return new Line(id, kind, standing, supplier, heading, other, payment, receivedAt);
        }
    }

    record Kind(String kind, String kindText, boolean givesMoneyBack) {}

    record Standing(String status, String statusText) {}

    record Supplier(String name, @Nullable String cvr, String mail, boolean privatePerson) {}

    record Heading(
            String number,
            @Nullable LocalDate issueDate,
            @Nullable LocalDate dueDate,
            String currency) {}

    /** As in the document; {@code amountDkk} in øre. Nought is an amount: null while nobody has stated one. */
    record Amount(
            BigDecimal payable,
            @Nullable Long payableMinor,
            long signedMinor,
            BigDecimal vat,
            @Nullable Long vatMinor,
            @Nullable Long amountDkk,
            String amountText) {

        Amount unstated() {
            return new Amount(payable, null, signedMinor, vat, null, amountDkk, amountText);
        }
    }

    /** @param amountMissing why the form asks for it; not there when it need not */
    record Came(
            JsonNode problems,
            String source,
            @Nullable String format,
            @Nullable String documentId,
            List<InvoiceIntake.Attached> attachments,
            @Nullable String unreadable,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String amountMissing,

            @Nullable String originalId) {}

    record Coded(
            @Nullable String category,
            @Nullable String account,
            String meeting,
            String text,
            String rateSource,
            boolean ownClaim,
            Claim.@Nullable Kind claimKind) {}

    record Sender(@Nullable String sender, @Nullable String mailed) {}

    record Decided(
            String contentHash,
            int approvalLevel,
            List<Given> approvals,
            @Nullable String membersVote) {}

    /** @param valid for the invoice as it is now */
    record Given(String level, @Nullable String who, String when, String comment, boolean valid) {}

    record Compared(
            List<Line> nearMatches,
            InvoicePrices.@Nullable Agreed agreed,
            @Nullable Budget budget,
            String guidance) {}

    record Budget(
            String account,
            String name,
            int year,
            @JsonUnwrapped Left money,
            String label) {}

    record Left(
            boolean hasBudget,
            long budget,
            long spent,
            long left,
            @Nullable Long thisOne) {}

    record Told(List<Happened> history, List<Happened> questions) {}

    record Happened(String what, @Nullable String who, String when, String text) {}

    record Paid(
            @Nullable String paymentFileId,
            @Nullable String packageId,
            @Nullable String voucherId,
            @Nullable LocalDate paidOn,
            @Nullable String offset,
            @Nullable Long toPay) {}

    /** Where the money goes, with the fields of its way beside it. */
    record Payment(
            String label,
            String key,
            String checked,
            List<String> faults,
            boolean transfer,
            @JsonUnwrapped Way way) {

        static Payment of(PaymentTarget target) {
            return new Payment(
                    target.label(),
                    target.key(),
                    target.checkedInDanish(),
                    target.faults(),
                    !(target instanceof NoTransfer),
                    way(target));
        }

        private static Way way(PaymentTarget target) {
            if (target instanceof DanishAccount account) {
                String iban = account.faults().isEmpty() ? account.iban().number() : null;
                return new ToAccount("ACCOUNT", account.registration(), account.account(), iban);
            } else if (target instanceof Iban iban) {
                return new ToIban("IBAN", iban.number(), iban.bic());
            } else if (target instanceof PaymentSlip slip) {
                return new BySlip(
                        slip.type().isGiro() ? "GIRO" : "FIK", slip.type().code(), slip.paymentId(), slip.creditor());
            } else if (target instanceof NoTransfer none) {
                return new NoWay("NONE", none.reason().name());
            }
            return new ToNemKonto("NEM_KONTO");
        }
    }

    interface Way {
        String type();
    }

    /** @param iban not there when the account cannot be */
    record ToAccount(
            String type,
            String regNumber,
            String accountNumber,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String iban)
            implements Way {}

    record ToIban(String type, String iban, String bic) implements Way {}

    record BySlip(String type, String cardType, String paymentId, String creditor) implements Way {}

    record NoWay(String type, String reason) implements Way {}

    record ToNemKonto(String type) implements Way {}
}
