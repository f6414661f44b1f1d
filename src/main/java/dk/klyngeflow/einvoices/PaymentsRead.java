package dk.klyngeflow.einvoices;

import dk.klyngeflow.einvoices.PaymentMeans.Way;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BranchType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.FinancialAccountType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentMeansType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentTermsType;
import org.jspecify.annotations.Nullable;

/**
 * Reads payment means. OIOUBL keeps the parts of a payment slip in three fields (PaymentID 71, InstructionID, CreditAccount), Peppol in two
 * ("71#…" and the account), and some suppliers write the whole line of the slip; all come out the same.
 */
final class PaymentsRead {

    private static final Pattern SLIP =
            Pattern.compile("\\+?(71|73|75|01|04|15)[<#](\\d{0,19})\\s*\\+?\\s*(\\d{7,8})?<?");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?");

    /** In one field; without a separator only when it can be nothing else. */
    private static final Pattern REG_AND_ACCOUNT = Pattern.compile("(\\d{4})(?:[ -](?=\\d{6,10}$)|(?=\\d{10}$))(\\d+)");

    private PaymentsRead() {}

    static List<PaymentMeans> read(UblDocument document) {
        return document.sums().paymentMeans().stream()
                .map(m -> read(m, amount(m, document.sums().paymentTerms())))
                .toList();
    }

    private static PaymentMeans read(PaymentMeansType m, @Nullable BigDecimal amount) {
        String code = Texts.compact(m.getPaymentMeansCodeValue());
        String channel = Texts.compact(m.getPaymentChannelCodeValue());
        FinancialAccountType account = m.getPayeeFinancialAccount();
        String accountId = account == null ? "" : Texts.compact(account.getIDValue());
        BranchType branch = account == null ? null : account.getFinancialInstitutionBranch();
        String branchId = branch == null ? "" : Texts.compact(branch.getIDValue());
        String institution = branch == null || branch.getFinancialInstitution() == null
                ? ""
                : Texts.compact(branch.getFinancialInstitution().getIDValue());
        String paymentId = m.getPaymentID().isEmpty()
                ? ""
                : Texts.of(m.getPaymentID().get(0).getValue());
        Way way = way(code, channel, accountId, branchId);
        Optional<Matcher> slip = slip(paymentId);
        boolean onSlip = way == Way.PAYMENT_SLIP || way == Way.GIRO;
        // shown even when it is none: whether it can be paid to is checked where payments are made
        String iban = way == Way.IBAN ? accountId : "";
        String regNumber = way == Way.BANK_ACCOUNT ? Texts.digits(branchId) : "";
        String accountNumber = way == Way.PAYMENT_SLIP ? "" : iban.isEmpty() ? accountId : "";
        Matcher both = REG_AND_ACCOUNT.matcher(Texts.of(account == null ? null : account.getIDValue()));
        if (way == Way.BANK_ACCOUNT && regNumber.isEmpty() && both.matches()) {
            regNumber = both.group(1);
            accountNumber = both.group(2);
        }
        return new PaymentMeans(
                way,
                code,
                new PaymentMeans.Account(
                        regNumber,
                        accountNumber,
                        account == null ? "" : Texts.of(account.getNameValue()),
                        iban,
                        way == Way.IBAN ? bic(institution, branchId) : ""),
                new PaymentMeans.Slip(
                        onSlip ? slip.map(s -> s.group(1)).orElse(paymentId) : "",
                        onSlip
                                ? Texts.first(
                                        m.getInstructionIDValue(),
                                        slip.map(s -> s.group(2)).orElse(""))
                                : "",
                        way == Way.PAYMENT_SLIP ? creditor(m, accountId, slip) : ""),
                reference(m, onSlip, paymentId),
                m.getPaymentDueDateValueLocal(),
                amount);
    }

    private static Way way(String code, String channel, String account, String branch) {
        return switch (code) {
            case "93" -> Way.PAYMENT_SLIP;
            case "50" -> Way.GIRO;
            case "42" -> IBAN.matcher(account).matches() ? Way.IBAN : Way.BANK_ACCOUNT;
            case "30", "31", "58" -> transfer(channel, account, branch);
            case "97" -> channel.equals("DK:NEMKONTO") || account.isEmpty() ? Way.NEM_KONTO : Way.OFFSET;
            case "49", "59" -> Way.DIRECT_DEBIT;
            case "48", "54", "55" -> Way.CARD;
            case "10" -> Way.CASH;
            case "20", "21", "22", "23" -> Way.CHEQUE;
            default -> byChannel(channel, account, branch);
        };
    }

    private static Way transfer(String channel, String account, String branch) {
        if (channel.equals("DK:BANK")) {
            return Way.BANK_ACCOUNT;
        }
        boolean danish = branch.matches("\\d{4}") && account.matches("\\d{1,10}");
        return danish || account.matches("\\d{4}-?\\d{10}") || account.matches("\\d{4}-\\d{6,10}")
                ? Way.BANK_ACCOUNT
                : Way.IBAN;
    }

    private static Way byChannel(String channel, String account, String branch) {
        return switch (channel) {
            case "DK:BANK" -> Way.BANK_ACCOUNT;
            case "DK:FIK" -> Way.PAYMENT_SLIP;
            case "DK:GIRO" -> Way.GIRO;
            case "DK:NEMKONTO" -> Way.NEM_KONTO;
            case "IBAN" -> Way.IBAN;
            default ->
                account.isEmpty()
                        ? Way.OTHER
                        : IBAN.matcher(account).matches() || branch.matches("\\d{4}")
                                ? transfer(channel, account, branch)
                                : Way.OTHER;
        };
    }

    private static String bic(String institution, String branch) {
        return BIC.matcher(institution).matches()
                ? institution
                : BIC.matcher(branch).matches() ? branch : "";
    }

    private static String creditor(PaymentMeansType m, String account, Optional<Matcher> slip) {
        return Texts.first(
                m.getCreditAccount() == null
                        ? null
                        : Texts.compact(m.getCreditAccount().getAccountIDValue()),
                account,
                slip.map(s -> s.group(3)).orElse(null));
    }

    private static String reference(PaymentMeansType m, boolean onSlip, String paymentId) {
        FinancialAccountType account = m.getPayeeFinancialAccount();
        String note = account == null
                ? ""
                : Texts.first(
                        account.getPaymentNote().stream().map(n -> n.getValue()).toArray(String[]::new));
        String instruction = Texts.first(
                m.getInstructionNote().stream().map(n -> n.getValue()).toArray(String[]::new));
        return Texts.first(note, onSlip ? null : paymentId, onSlip ? null : m.getInstructionIDValue(), instruction);
    }

    private static Optional<Matcher> slip(String paymentId) {
        Matcher slip = SLIP.matcher(paymentId.replace(" ", ""));
        return slip.matches() ? Optional.of(slip) : Optional.empty();
    }

    /** The part that the payment terms give to this way to pay, when they do. */
    private static @Nullable BigDecimal amount(PaymentMeansType means, List<PaymentTermsType> terms) {
        String id = Texts.of(means.getIDValue());
        if (id.isEmpty()) {
            return null;
        }
        return terms.stream()
                .filter(t -> t.getPaymentMeansID().stream().anyMatch(p -> id.equals(Texts.of(p.getValue()))))
                .map(PaymentTermsType::getAmountValue)
                .filter(a -> a != null)
                .findFirst()
                .orElse(null);
    }
}
