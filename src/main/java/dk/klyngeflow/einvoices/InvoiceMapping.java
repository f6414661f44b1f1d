package dk.klyngeflow.einvoices;

import dk.klyngeflow.einvoices.EInvoice.Along;
import dk.klyngeflow.einvoices.EInvoice.Between;
import dk.klyngeflow.einvoices.EInvoice.Delivered;
import dk.klyngeflow.einvoices.EInvoice.Heading;
import dk.klyngeflow.einvoices.EInvoice.OriginalReference;
import dk.klyngeflow.einvoices.EInvoice.Paying;
import dk.klyngeflow.einvoices.EInvoice.References;
import dk.klyngeflow.einvoices.EInvoice.Sums;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DeliveryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.LocationType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentTermsType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PeriodType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.EmbeddedDocumentBinaryObjectType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import org.jspecify.annotations.Nullable;

/** From UBL, with all its places for the same thing, to the one shape that the rest of the application knows. */
final class InvoiceMapping {

    /** All attachments of a document together; the file itself is no larger than that. */
    private static final int MAX_ATTACHMENTS = 50;

    private static final int MAX_NOTES = 50;

    private InvoiceMapping() {}

    static Format format(String customizationId, String profileId) {
        String id = customizationId.toUpperCase(Locale.ROOT);
        if (id.startsWith("OIOUBL-2") || profileId.startsWith("Procurement-")) {
            return Format.OIOUBL_2;
        }
        if (id.contains("OIOUBL.DK") || id.startsWith("OIOUBL-3")) {
            return Format.OIOUBL_3;
        }
        if (id.contains("PEPPOL.EU:2017:POACC:BILLING")) {
            return Format.PEPPOL_BIS_3;
        }
        return id.contains("EN16931") ? Format.EN16931 : Format.UBL;
    }

    static EInvoice map(UblDocument d, boolean supplierIsPrivatePerson) throws NotReadable {
        Format format = format(d.heading().customizationId(), d.heading().profileId());
        String currency = TotalsRead.currency(d);
        Totals totals = TotalsRead.read(d, format, currency);
        DocumentType type = DocumentType.of(d.kind(), d.heading().typeCode());
        DeliveryType delivery = d.between().deliveries().isEmpty()
                ? null
                : d.between().deliveries().get(0);
        return new EInvoice(
                new Heading(
                        format,
                        type.kind(d.kind(), totals.payable().signum() < 0),
                        type.isToBePaid(),
                        d.heading().number(),
                        d.heading().issueDate(),
                        dueDate(d),
                        currency),
                between(d.between(), supplierIsPrivatePerson),
                new Sums(
                        totals,
                        TotalsRead.vatBreakdown(d, currency),
                        LinesRead.read(d.lines()),
                        LinesRead.allowancesAndCharges(d.sums().allowanceCharges())),
                new Paying(PaymentsRead.read(d), terms(d.sums().paymentTerms())),
                references(d),
                originals(d),
                new Delivered(
                        deliveredTo(delivery), delivery == null ? null : delivery.getActualDeliveryDateValueLocal()),
                new Along(notes(d.notes()), attachments(d)));
    }

    private static Between between(UblDocument.Between b, boolean supplierIsPrivatePerson) {
        return new Between(
                Parties.read(b.supplier() == null ? null : b.supplier().getParty()),
                supplierIsPrivatePerson,
                Parties.read(b.customer() == null ? null : b.customer().getParty()),
                b.payee() == null ? null : Parties.read(b.payee()),
                b.taxRepresentative() == null ? null : Parties.read(b.taxRepresentative()));
    }

    /** EN 16931 has it on the document, OIOUBL 2 on the payment means, some on the terms. */
    private static @Nullable LocalDate dueDate(UblDocument d) {
        return Stream.of(
                        Stream.ofNullable(d.heading().dueDate()),
                        d.sums().paymentMeans().stream().map(m -> m.getPaymentDueDateValueLocal()),
                        d.sums().paymentTerms().stream().map(PaymentTermsType::getPaymentDueDateValueLocal),
                        d.sums().paymentTerms().stream().map(PaymentTermsType::getInstallmentDueDateValueLocal))
                .flatMap(s -> s)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String terms(List<PaymentTermsType> terms) {
        return Texts.joined(
                " · ",
                terms.stream()
                        .flatMap(t -> t.getNote().stream())
                        .map(NoteType::getValue)
                        .toArray(String[]::new));
    }

    private static References references(UblDocument d) {
        String order =
                d.cited().order() == null ? "" : Texts.of(d.cited().order().getIDValue());
        return new References(
                d.cited().buyerReference(),
                // what suppliers write when the rules ask for an order number and there is none
                order.equalsIgnoreCase("n/a") || order.equalsIgnoreCase("na") || order.equals("-") ? "" : order,
                Texts.first(d.cited().contracts().stream()
                        .map(DocumentReferenceType::getIDValue)
                        .toArray(String[]::new)),
                d.cited().accountingCost(),
                d.cited().periods().isEmpty() ? "" : period(d.cited().periods().get(0)));
    }

    private static String period(PeriodType period) {
        LocalDate from = period.getStartDateValueLocal();
        LocalDate to = period.getEndDateValueLocal();
        return from == null && to == null ? "" : DanishDates.of(from) + "–" + DanishDates.of(to);
    }

    private static List<OriginalReference> originals(UblDocument d) {
        String reason = Texts.joined(
                " ",
                d.cited().discrepancies().stream()
                        .flatMap(r -> r.getDescription().stream())
                        .map(t -> t.getValue())
                        .toArray(String[]::new));
        Map<String, OriginalReference> originals = new LinkedHashMap<>();
        for (BillingReferenceType billing : d.cited().billingReferences()) {
            Stream.of(billing.getInvoiceDocumentReference(), billing.getSelfBilledInvoiceDocumentReference())
                    .filter(Objects::nonNull)
                    .filter(r -> !Texts.of(r.getIDValue()).isEmpty())
                    .map(r -> new OriginalReference(Texts.of(r.getIDValue()), r.getIssueDateValueLocal(), reason))
                    .forEach(r -> originals.putIfAbsent(r.number(), r));
        }
        return new ArrayList<>(originals.values());
    }

    private static String deliveredTo(@Nullable DeliveryType delivery) {
        if (delivery == null) {
            return "";
        }
        LocationType location = delivery.getDeliveryLocation();
        String name = delivery.getDeliveryParty() == null
                ? ""
                : Parties.read(delivery.getDeliveryParty()).name();
        return Texts.joined(
                ", ", name, Parties.address(location == null ? delivery.getDeliveryAddress() : location.getAddress()));
    }

    static List<String> notes(List<NoteType> notes) {
        return notes.stream()
                .map(n -> Texts.of(n.getValue()))
                .filter(s -> !s.isEmpty())
                .limit(MAX_NOTES)
                .toList();
    }

    private static List<Attachment> attachments(UblDocument d) {
        List<Attachment> attachments = new ArrayList<>();
        Stream.concat(d.cited().additionalDocuments().stream(), d.cited().contracts().stream())
                .limit(MAX_ATTACHMENTS)
                .forEach(document -> {
                    EmbeddedDocumentBinaryObjectType file = document.getAttachment() == null
                            ? null
                            : document.getAttachment().getEmbeddedDocumentBinaryObject();
                    if (file != null && file.getValue() != null && file.getValue().length > 0) {
                        attachments.add(new Attachment(
                                Texts.first(file.getFilename(), document.getIDValue(), "bilag"),
                                Texts.of(file.getMimeCode()),
                                Texts.first(
                                        Texts.joined(
                                                " ",
                                                document.getDocumentDescription().stream()
                                                        .map(t -> t.getValue())
                                                        .toArray(String[]::new)),
                                        document.getDocumentTypeValue()),
                                file.getValue()));
                    }
                });
        return attachments;
    }
}
