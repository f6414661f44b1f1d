package dk.klyngeflow.payments;

import dk.klyngeflow.engine.CopenhagenTime;
import iso20022.pain001.AccountIdentification4Choice;
import iso20022.pain001.AccountSchemeName1Choice;
import iso20022.pain001.ActiveOrHistoricCurrencyAndAmount;
import iso20022.pain001.AmountType4Choice;
import iso20022.pain001.BranchAndFinancialInstitutionIdentification6;
import iso20022.pain001.CashAccount38;
import iso20022.pain001.ChargeBearerType1Code;
import iso20022.pain001.CreditTransferTransaction34;
import iso20022.pain001.CreditorReferenceInformation2;
import iso20022.pain001.CreditorReferenceType1Choice;
import iso20022.pain001.CreditorReferenceType2;
import iso20022.pain001.CustomerCreditTransferInitiationV09;
import iso20022.pain001.DateAndDateTime2Choice;
import iso20022.pain001.Document;
import iso20022.pain001.DocumentType3Code;
import iso20022.pain001.FinancialInstitutionIdentification18;
import iso20022.pain001.GenericAccountIdentification1;
import iso20022.pain001.GenericFinancialIdentification1;
import iso20022.pain001.GenericOrganisationIdentification1;
import iso20022.pain001.GroupHeader85;
import iso20022.pain001.ObjectFactory;
import iso20022.pain001.OrganisationIdentification29;
import iso20022.pain001.OrganisationIdentificationSchemeName1Choice;
import iso20022.pain001.Party38Choice;
import iso20022.pain001.PartyIdentification135;
import iso20022.pain001.PaymentIdentification6;
import iso20022.pain001.PaymentInstruction30;
import iso20022.pain001.PaymentMethod3Code;
import iso20022.pain001.PaymentTypeInformation26;
import iso20022.pain001.PostalAddress24;
import iso20022.pain001.RemittanceInformation16;
import iso20022.pain001.ServiceLevel8Choice;
import iso20022.pain001.StructuredRemittanceInformation16;
import jakarta.xml.bind.JAXB;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;

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
        StringWriter xml = new StringWriter();
        JAXB.marshal(
                new ObjectFactory()
                        .createDocument(new Document().withCstmrCdtTrfInitn(new PainDocument(batch).content())),
                xml);
        return xml.toString();
    }

    private CustomerCreditTransferInitiationV09 content() {
        CustomerCreditTransferInitiationV09 content = new CustomerCreditTransferInitiationV09();
        content.withGrpHdr(new GroupHeader85()
                .withMsgId(batch.messageId())
                .withCreDtTm(calendar(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        batch.createdAt().truncatedTo(ChronoUnit.SECONDS).atZone(CopenhagenTime.ZONE))))
                .withNbOfTxs(Integer.toString(batch.orders().size()))
                .withCtrlSum(sum(batch.orders()))
                .withInitgPty(debtor()));
        Map<Way, List<PaymentOrder>> groups = batch.orders().stream()
                .collect(Collectors.groupingBy(PainDocument::way, () -> new EnumMap<>(Way.class), Collectors.toList()));
        groups.forEach((way, orders) -> content.withPmtInf(group(way, orders)));
        return content;
    }

    private PaymentInstruction30 group(Way way, List<PaymentOrder> orders) {
        String suffix = "-" + (way.ordinal() + 1);
        String id = batch.messageId();
        PaymentInstruction30 group = new PaymentInstruction30()
                .withPmtInfId(id.substring(0, Math.min(id.length(), 35 - suffix.length())) + suffix)
                .withPmtMtd(PaymentMethod3Code.TRF)
                .withNbOfTxs(Integer.toString(orders.size()))
                .withCtrlSum(sum(orders))
                .withPmtTpInf(
                        new PaymentTypeInformation26().withSvcLvl(new ServiceLevel8Choice().withCd(way.serviceLevel)))
                .withReqdExctnDt(new DateAndDateTime2Choice()
                        .withDt(calendar(batch.executionDate().toString())))
                .withDbtr(debtor())
                .withDbtrAcct(account(debtorIban()).withCcy("DKK"))
                .withDbtrAgt(bank(batch.debtorBic()))
                .withChrgBr(way.charges);
        orders.forEach(order -> group.withCdtTrfTxInf(transfer(way, order)));
        return group;
    }

    private CreditTransferTransaction34 transfer(Way way, PaymentOrder order) {
        CreditTransferTransaction34 transfer = new CreditTransferTransaction34()
                .withPmtId(new PaymentIdentification6().withInstrId(order.id()).withEndToEndId(order.id()))
                .withAmt(new AmountType4Choice()
                        .withInstdAmt(new ActiveOrHistoricCurrencyAndAmount()
                                .withValue(amount(order))
                                .withCcy(order.currency())))
                .withCdtr(new PartyIdentification135()
                        .withNm(text(way, order.creditorName(), 70))
                        .withPstlAdr(new PostalAddress24().withCtry(country(order))))
                .withCdtrAcct(creditorAccount(way, order.target()))
                .withRmtInf(remittance(way, order));
        if (order.target() instanceof Iban iban && !iban.bic().isEmpty()) {
            transfer.withCdtrAgt(bank(iban.bic()));
        }
        return transfer;
    }

    private static CashAccount38 creditorAccount(Way way, PaymentTarget target) {
        if (target instanceof PaymentSlip slip) {
            return other(slip.creditor(), new AccountSchemeName1Choice().withPrtry("OCR"));
        }
        if (target instanceof DanishAccount danish) {
            return way == Way.DOMESTIC
                    ? other(danish.registration() + danish.account(), new AccountSchemeName1Choice().withCd("BBAN"))
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
                remittance.withUstrd(message);
            }
            return remittance.withStrd(new StructuredRemittanceInformation16()
                    .withCdtrRefInf(new CreditorReferenceInformation2()
                            .withTp(new CreditorReferenceType2()
                                    .withCdOrPrtry(new CreditorReferenceType1Choice().withCd(DocumentType3Code.SCOR)))
                            .withRef(slip.type().code() + "/" + slip.paymentId())));
        }
        return remittance.withUstrd(message.isEmpty() ? order.id() : message);
    }

    private PartyIdentification135 debtor() {
        PartyIdentification135 debtor =
                new PartyIdentification135().withNm(PaymentCharacters.danish(batch.debtorName(), 70));
        if (!batch.debtorCvr().isEmpty()) {
            debtor.withId(new Party38Choice()
                    .withOrgId(new OrganisationIdentification29()
                            .withOthr(new GenericOrganisationIdentification1()
                                    .withId(batch.debtorCvr())
                                    .withSchmeNm(new OrganisationIdentificationSchemeName1Choice().withCd("COID")))));
        }
        return debtor;
    }

    private Iban debtorIban() {
        return batch.debtorAccount() instanceof DanishAccount danish ? danish.iban() : (Iban) batch.debtorAccount();
    }

    private static BranchAndFinancialInstitutionIdentification6 bank(String bic) {
        FinancialInstitutionIdentification18 bank = new FinancialInstitutionIdentification18();
        if (bic.isEmpty()) {
            bank.withOthr(new GenericFinancialIdentification1().withId("NOTPROVIDED"));
        } else {
            bank.withBICFI(bic);
        }
        return new BranchAndFinancialInstitutionIdentification6().withFinInstnId(bank);
    }

    private static CashAccount38 account(Iban iban) {
        return new CashAccount38().withId(new AccountIdentification4Choice().withIBAN(iban.number()));
    }

    private static CashAccount38 other(String id, AccountSchemeName1Choice scheme) {
        return new CashAccount38()
                .withId(new AccountIdentification4Choice()
                        .withOthr(new GenericAccountIdentification1().withId(id).withSchmeNm(scheme)));
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

    private static XMLGregorianCalendar calendar(String iso) {
        return DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(iso);
    }

    private static BigDecimal sum(List<PaymentOrder> orders) {
        return orders.stream().map(PainDocument::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
