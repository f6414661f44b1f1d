package dk.klyngeflow.einvoices;

import com.helger.diagnostics.error.list.ErrorList;
import com.helger.jaxb.GenericJAXBMarshaller;
import com.helger.ubl21.UBL21Marshaller;
import dk.klyngeflow.einvoices.EInvoice.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AllowanceChargeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DeliveryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.OrderReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentMeansType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentTermsType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PeriodType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ResponseType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * What an invoice and a credit note have in common, since UBL has two types for them. Read by ph-ubl21, which takes every UBL 2 version up
 * to 2.1, without its schema: a document that breaks the schema is read as far as it goes, and what breaks is told apart from it.
 */
record UblDocument(
        Kind kind, Heading heading, Cited cited, Between between, Sums sums, List<NoteType> notes, List<Line> lines) {

    /** What it is. */
    record Heading(
            String typeCode,
            String customizationId,
            String profileId,
            String number,
            @Nullable LocalDate issueDate,
            @Nullable LocalDate dueDate,
            @Nullable String currency,
            @Nullable String taxCurrency) {}

    /** What it refers to. */
    record Cited(
            String buyerReference,
            String accountingCost,
            List<PeriodType> periods,
            @Nullable OrderReferenceType order,
            List<BillingReferenceType> billingReferences,
            List<ResponseType> discrepancies,
            List<DocumentReferenceType> contracts,
            List<DocumentReferenceType> additionalDocuments) {}

    /** Whose it is, and where it was delivered. */
    record Between(
            @Nullable SupplierPartyType supplier,
            @Nullable CustomerPartyType customer,
            @Nullable PartyType payee,
            @Nullable PartyType taxRepresentative,
            List<DeliveryType> deliveries) {}

    /** Money. */
    record Sums(
            List<PaymentMeansType> paymentMeans,
            List<PaymentTermsType> paymentTerms,
            List<AllowanceChargeType> allowanceCharges,
            List<TaxTotalType> taxTotals,
            @Nullable MonetaryTotalType totals) {}

    /** A line of either kind. */
    record Line(
            String id,
            List<NoteType> notes,
            Counted counted,
            @Nullable BigDecimal net,
            boolean freeOfCharge,
            List<AllowanceChargeType> allowanceCharges,
            List<TaxTotalType> taxTotals,
            Sold sold) {}

    record Counted(@Nullable BigDecimal quantity, @Nullable String unitCode) {}

    record Sold(@Nullable ItemType item, @Nullable PriceType price) {}

    static UblDocument of(Kind kind, Document document) throws NotReadable {
        return kind == Kind.INVOICE
                ? of(read(UBL21Marshaller.invoice(), document))
                : of(read(UBL21Marshaller.creditNote(), document));
    }

    private static <T> T read(GenericJAXBMarshaller<T> marshaller, Document document) throws NotReadable {
        marshaller.setUseSchema(false);
        marshaller.setCollectErrors(new ErrorList());
        marshaller.readExceptionCallbacks().removeAll();
        T read = marshaller.read(document);
        if (read == null) {
            throw new NotReadable("Fakturaens felter kan ikke læses. Bed leverandøren sende fakturaen igen.");
        }
        return read;
    }

    private static UblDocument of(InvoiceType d) {
        return new UblDocument(
                Kind.INVOICE,
                new Heading(
                        Texts.of(d.getInvoiceTypeCodeValue()),
                        Texts.of(d.getCustomizationIDValue()),
                        Texts.of(d.getProfileIDValue()),
                        Texts.of(d.getIDValue()),
                        d.getIssueDateValueLocal(),
                        d.getDueDateValueLocal(),
                        d.getDocumentCurrencyCodeValue(),
                        d.getTaxCurrencyCodeValue()),
                new Cited(
                        Texts.of(d.getBuyerReferenceValue()),
                        Texts.of(d.getAccountingCostValue()),
                        d.getInvoicePeriod(),
                        d.getOrderReference(),
                        d.getBillingReference(),
                        List.of(),
                        d.getContractDocumentReference(),
                        d.getAdditionalDocumentReference()),
                new Between(
                        d.getAccountingSupplierParty(),
                        d.getAccountingCustomerParty(),
                        d.getPayeeParty(),
                        d.getTaxRepresentativeParty(),
                        d.getDelivery()),
                new Sums(
                        d.getPaymentMeans(),
                        d.getPaymentTerms(),
                        d.getAllowanceCharge(),
                        d.getTaxTotal(),
                        d.getLegalMonetaryTotal()),
                d.getNote(),
                d.getInvoiceLine().stream()
                        .map(l -> new Line(
                                Texts.of(l.getIDValue()),
                                l.getNote(),
                                new Counted(
                                        l.getInvoicedQuantityValue(),
                                        l.getInvoicedQuantity() == null
                                                ? null
                                                : l.getInvoicedQuantity().getUnitCode()),
                                l.getLineExtensionAmountValue(),
                                l.getFreeOfChargeIndicator() != null
                                        && l.getFreeOfChargeIndicator().isValue(),
                                l.getAllowanceCharge(),
                                l.getTaxTotal(),
                                new Sold(l.getItem(), l.getPrice())))
                        .toList());
    }

    private static UblDocument of(CreditNoteType d) {
        return new UblDocument(
                Kind.CREDIT_NOTE,
                new Heading(
                        Texts.of(d.getCreditNoteTypeCodeValue()),
                        Texts.of(d.getCustomizationIDValue()),
                        Texts.of(d.getProfileIDValue()),
                        Texts.of(d.getIDValue()),
                        d.getIssueDateValueLocal(),
                        null,
                        d.getDocumentCurrencyCodeValue(),
                        d.getTaxCurrencyCodeValue()),
                new Cited(
                        Texts.of(d.getBuyerReferenceValue()),
                        Texts.of(d.getAccountingCostValue()),
                        d.getInvoicePeriod(),
                        d.getOrderReference(),
                        d.getBillingReference(),
                        d.getDiscrepancyResponse(),
                        d.getContractDocumentReference(),
                        d.getAdditionalDocumentReference()),
                new Between(
                        d.getAccountingSupplierParty(),
                        d.getAccountingCustomerParty(),
                        d.getPayeeParty(),
                        d.getTaxRepresentativeParty(),
                        d.getDelivery()),
                new Sums(
                        d.getPaymentMeans(),
                        d.getPaymentTerms(),
                        d.getAllowanceCharge(),
                        d.getTaxTotal(),
                        d.getLegalMonetaryTotal()),
                d.getNote(),
                d.getCreditNoteLine().stream()
                        .map(l -> new Line(
                                Texts.of(l.getIDValue()),
                                l.getNote(),
                                new Counted(
                                        l.getCreditedQuantityValue(),
                                        l.getCreditedQuantity() == null
                                                ? null
                                                : l.getCreditedQuantity().getUnitCode()),
                                l.getLineExtensionAmountValue(),
                                l.getFreeOfChargeIndicator() != null
                                        && l.getFreeOfChargeIndicator().isValue(),
                                l.getAllowanceCharge(),
                                l.getTaxTotal(),
                                new Sold(l.getItem(), l.getPrice())))
                        .toList());
    }
}
