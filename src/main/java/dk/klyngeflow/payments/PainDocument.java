package dk.klyngeflow.payments;

import com.prowidesoftware.swift.model.mx.MinimumEscapeHandler;
import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.MxWriteConfiguration;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.AccountSchemeName1Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.ChargeBearerType1Code;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CreditorReferenceInformation2;
import com.prowidesoftware.swift.model.mx.dic.CreditorReferenceType1Choice;
import com.prowidesoftware.swift.model.mx.dic.CreditorReferenceType2;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.DocumentType3Code;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericAccountIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GenericFinancialIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GenericOrganisationIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.OrganisationIdentification29;
import com.prowidesoftware.swift.model.mx.dic.OrganisationIdentificationSchemeName1Choice;
import com.prowidesoftware.swift.model.mx.dic.Party38Choice;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import com.prowidesoftware.swift.model.mx.dic.PaymentTypeInformation26;
import com.prowidesoftware.swift.model.mx.dic.PostalAddress24;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import com.prowidesoftware.swift.model.mx.dic.ServiceLevel8Choice;
import com.prowidesoftware.swift.model.mx.dic.StructuredRemittanceInformation16;
import dk.klyngeflow.engine.CopenhagenTime;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds the pain.001.001.09 document: one group of payments for each way through the banks. */
final class PainDocument {

    private static final Set<String> SEPA = Set.of(
            "AD", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FO", "FR", "GB", "GI", "GL", "GR",
            "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI",
            "SK", "SM", "VA");

    /** The ways differ in service level and in who pays the banks' charges, which stand once for a group. */
    private enum Way {
        DOMESTIC("NURG", ChargeBearerType1Code.SHAR),
        SEPA_EURO("SEPA", ChargeBearerType1Code.SLEV),
        FOREIGN("NURG", ChargeBearerType1Code.SHAR);

        private final String serviceLevel;
        private final ChargeBearerType1Code charges;

        Way(String serviceLevel, ChargeBearerType1Code charges) {
            this.serviceLevel = serviceLevel;
            this.charges = charges;
        }
    }

    private final PaymentBatch batch;

    private PainDocument(PaymentBatch batch) {
        this.batch = batch;
    }

    static boolean isInSepa(String country) {
        return SEPA.contains(country);
    }

    static String of(PaymentBatch batch) {
        MxPain00100109 message = new MxPain00100109();
        message.setCstmrCdtTrfInitn(new PainDocument(batch).content());
        MxWriteConfiguration configuration = new MxWriteConfiguration();
        configuration.includeXMLDeclaration = true;
        configuration.documentPrefix = null;
        configuration.escapeHandler = new MinimumEscapeHandler();
        return message.message(configuration).strip();
    }

    private CustomerCreditTransferInitiationV09 content() {
        CustomerCreditTransferInitiationV09 content = new CustomerCreditTransferInitiationV09();
        content.setGrpHdr(new GroupHeader85()
                .setMsgId(batch.messageId())
                .setCreDtTm(batch.createdAt()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .atZone(CopenhagenTime.ZONE)
                        .toOffsetDateTime())
                .setNbOfTxs(Integer.toString(batch.orders().size()))
                .setCtrlSum(sum(batch.orders()))
                .setInitgPty(debtor()));
        Map<Way, List<PaymentOrder>> groups = batch.orders().stream()
                .collect(Collectors.groupingBy(PainDocument::way, () -> new EnumMap<>(Way.class), Collectors.toList()));
        groups.forEach((way, orders) -> content.addPmtInf(group(way, orders)));
        return content;
    }

    private PaymentInstruction30 group(Way way, List<PaymentOrder> orders) {
        String suffix = "-" + (way.ordinal() + 1);
        String id = batch.messageId();
        PaymentInstruction30 group = new PaymentInstruction30()
                .setPmtInfId(id.substring(0, Math.min(id.length(), 35 - suffix.length())) + suffix)
                .setPmtMtd(PaymentMethod3Code.TRF)
                .setNbOfTxs(Integer.toString(orders.size()))
                .setCtrlSum(sum(orders))
                .setPmtTpInf(
                        new PaymentTypeInformation26().addSvcLvl(new ServiceLevel8Choice().setCd(way.serviceLevel)))
                .setReqdExctnDt(new DateAndDateTime2Choice().setDt(batch.executionDate()))
                .setDbtr(debtor())
                .setDbtrAcct(account(debtorIban()).setCcy("DKK"))
                .setDbtrAgt(bank(batch.debtorBic()))
                .setChrgBr(way.charges);
        orders.forEach(order -> group.addCdtTrfTxInf(transfer(way, order)));
        return group;
    }

    private CreditTransferTransaction34 transfer(Way way, PaymentOrder order) {
        CreditTransferTransaction34 transfer = new CreditTransferTransaction34()
                .setPmtId(new PaymentIdentification6().setInstrId(order.id()).setEndToEndId(order.id()))
                .setAmt(new AmountType4Choice()
                        .setInstdAmt(new ActiveOrHistoricCurrencyAndAmount()
                                .setValue(amount(order))
                                .setCcy(order.currency())))
                .setCdtr(new PartyIdentification135()
                        .setNm(text(way, order.creditorName(), 70))
                        .setPstlAdr(new PostalAddress24().setCtry(country(order))))
                .setCdtrAcct(creditorAccount(way, order.target()))
                .setRmtInf(remittance(way, order));
        if (order.target() instanceof Iban iban && !iban.bic().isEmpty()) {
            transfer.setCdtrAgt(bank(iban.bic()));
        }
        return transfer;
    }

    private static CashAccount38 creditorAccount(Way way, PaymentTarget target) {
        if (target instanceof PaymentSlip slip) {
            return other(slip.creditor(), new AccountSchemeName1Choice().setPrtry("OCR"));
        }
        if (target instanceof DanishAccount danish) {
            return way == Way.DOMESTIC
                    ? other(danish.registration() + danish.account(), new AccountSchemeName1Choice().setCd("BBAN"))
                    : account(danish.iban());
        }
        if (target instanceof Iban iban) {
            return account(iban);
        }
        throw new IllegalStateException("no transfer to " + target.key());
    }

    private static RemittanceInformation16 remittance(Way way, PaymentOrder order) {
        RemittanceInformation16 remittance = new RemittanceInformation16();
        String message = text(way, order.message(), 140);
        if (order.target() instanceof PaymentSlip slip) {
            // with a payment id the creditor reads nothing else; without one the message is all she has
            if (slip.type().idLength() == 0 && !message.isEmpty()) {
                remittance.addUstrd(message);
            }
            return remittance.addStrd(new StructuredRemittanceInformation16()
                    .setCdtrRefInf(new CreditorReferenceInformation2()
                            .setTp(new CreditorReferenceType2()
                                    .setCdOrPrtry(new CreditorReferenceType1Choice().setCd(DocumentType3Code.SCOR)))
                            .setRef(slip.type().code() + "/" + slip.paymentId())));
        }
        return remittance.addUstrd(message.isEmpty() ? order.id() : message);
    }

    private PartyIdentification135 debtor() {
        PartyIdentification135 debtor =
                new PartyIdentification135().setNm(PaymentCharacters.danish(batch.debtorName(), 70));
        if (!batch.debtorCvr().isEmpty()) {
            debtor.setId(new Party38Choice()
                    .setOrgId(new OrganisationIdentification29()
                            .addOthr(new GenericOrganisationIdentification1()
                                    .setId(batch.debtorCvr())
                                    .setSchmeNm(new OrganisationIdentificationSchemeName1Choice().setCd("COID")))));
        }
        return debtor;
    }

    private Iban debtorIban() {
        return batch.debtorAccount() instanceof DanishAccount danish ? danish.iban() : (Iban) batch.debtorAccount();
    }

    private static BranchAndFinancialInstitutionIdentification6 bank(String bic) {
        FinancialInstitutionIdentification18 bank = new FinancialInstitutionIdentification18();
        if (bic.isEmpty()) {
            bank.setOthr(new GenericFinancialIdentification1().setId("NOTPROVIDED"));
        } else {
            bank.setBICFI(bic);
        }
        return new BranchAndFinancialInstitutionIdentification6().setFinInstnId(bank);
    }

    private static CashAccount38 account(Iban iban) {
        return new CashAccount38().setId(new AccountIdentification4Choice().setIBAN(iban.number()));
    }

    private static CashAccount38 other(String id, AccountSchemeName1Choice scheme) {
        return new CashAccount38()
                .setId(new AccountIdentification4Choice()
                        .setOthr(new GenericAccountIdentification1().setId(id).setSchmeNm(scheme)));
    }

    private static Way way(PaymentOrder order) {
        boolean danish =
                !(order.target() instanceof Iban iban) || iban.country().equals("DK");
        if (danish && order.currency().equals("DKK")) {
            return Way.DOMESTIC;
        }
        boolean sepa = danish || order.target() instanceof Iban iban && isInSepa(iban.country());
        return sepa && order.currency().equals("EUR") ? Way.SEPA_EURO : Way.FOREIGN;
    }

    private static String country(PaymentOrder order) {
        if (order.creditorCountry().matches("[A-Z]{2}")) {
            return order.creditorCountry();
        }
        return order.target() instanceof Iban iban ? iban.country() : "DK";
    }

    private static String text(Way way, String text, int longest) {
        return way == Way.DOMESTIC
                ? PaymentCharacters.danish(text, longest)
                : PaymentCharacters.international(text, longest);
    }

    private static BigDecimal amount(PaymentOrder order) {
        return BigDecimal.valueOf(
                order.amountMinor(), Currency.getInstance(order.currency()).getDefaultFractionDigits());
    }

    private static BigDecimal sum(List<PaymentOrder> orders) {
        return orders.stream().map(PainDocument::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
