package dk.klyngeflow.invoices;

import dk.klyngeflow.engine.Money;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.payments.PaymentTarget;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice, credit note or claim on its way through the cluster.
 *
 * @param senderId who handed it in; empty when it came by mail
 * @param claimantId whose own money it is; null for a supplier's invoice
 * @param payableMinor as in the document, in the smallest unit of its currency
 * @param amountOere what is posted, in øre of kroner: negative when it reduces what is owed; null until the secretary has stated it
 * @param text what a claim is for
 * @param originalId our id of the invoice that a credit note corrects
 * @param problems JSON, as the reader found them
 * @param unreadable Danish, why the file could not be read; null when it could
 * @param round counts up when a posting was taken back, so that the next one is a new one
 */
record Invoice(
        String clusterId,
        @Column("invoice_id") String id,
        InvoiceStatus status,
        Source source,
        String kind,
        @Nullable String format,
        @Nullable String documentId,
        String senderId,
        @Nullable String claimantId,
        String supplierName,
        @Nullable String supplierCvr,
        String supplierMail,
        boolean supplierPrivate,
        String number,
        @Nullable LocalDate issueDate,
        @Nullable LocalDate dueDate,
        String currency,
        long payableMinor,
        long vatMinor,
        @Nullable Long amountOere,
        String rateSource,
        @Nullable String account,
        String meeting,
        String text,
        PaymentTarget paymentTarget,
        @Nullable String originalId,
        String problems,
        @Nullable String unreadable,
        int approvalLevel,
        String contentHash,
        int round,
        int escalations,
        @Nullable String voucherId,
        @Nullable String settlementId,
        @Nullable String paymentFileId,
        @Nullable String packageId,
        @Nullable LocalDate paidOn,
        Instant receivedAt) {

    static final String INVOICE = "INVOICE";
    static final String CREDIT_NOTE = "CREDIT_NOTE";

    /** Which door it came through. */
    enum Source {
        UPLOAD,
        API,
        CLAIM,
        MAIL
    }

    String businessKey() {
        return clusterId + "/" + id;
    }

    boolean isClaim() {
        return claimantId != null;
    }

    /** What is posted, in øre. @throws IllegalStateException before the amount in kroner is known */
    long posting() {
        if (amountOere == null) {
            throw new IllegalStateException("invoice " + businessKey() + " has no amount in kroner");
        }
        return amountOere;
    }

    /** What it is called in a title; never the supplier's name, who may be a person. */
    String label() {
        String name = number.isBlank() ? id : number;
        return (reducesDebt() ? kindLabel() + " " : "") + (name.length() > 40 ? name.substring(0, 40) + "…" : name)
                + ", " + amountLabel();
    }

    /** What people call it, in Danish. */
    String kindLabel() {
        if (isClaim()) {
            return Claim.Kind.valueOf(String.valueOf(format)).danish();
        }
        if (kind.equals(CREDIT_NOTE)) {
            return "Kreditnota";
        }
        return reducesDebt() ? "Negativ faktura" : "Faktura";
    }

    /** Below zero when the document gives money back, whichever way it writes that itself. */
    public String amountLabel() {
        return label(signedMinor());
    }

    /** With the sign of the amount it is part of. */
    String vatLabel() {
        return label(reducesDebt() ? -Math.abs(vatMinor) : vatMinor);
    }

    private String label(long minor) {
        return Money.format(minor, currency).replace('\u00a0', ' ');
    }

    /** In the smallest unit of its currency, below zero when the document gives money back. */
    long signedMinor() {
        return reducesDebt() ? -Math.abs(payableMinor) : Math.abs(payableMinor);
    }

    /** As in the document. */
    BigDecimal payable() {
        return decimal(payableMinor);
    }

    BigDecimal vat() {
        return decimal(vatMinor);
    }

    private BigDecimal decimal(long minor) {
        return BigDecimal.valueOf(minor, Money.decimals(currency));
    }

    public boolean canBeWithdrawn() {
        return status.canBeWithdrawn();
    }

    /** Whether the document itself takes money back: the sign of what is posted. */
    boolean reducesDebt() {
        return kind.equals(CREDIT_NOTE) ? payableMinor > 0 : payableMinor < 0;
    }
}
