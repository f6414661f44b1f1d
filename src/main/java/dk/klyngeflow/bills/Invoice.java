package dk.klyngeflow.bills;

import dk.klyngeflow.engine.Money;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.payments.PaymentTarget;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An invoice, credit note or claim on its way through the cluster. */
public record Invoice(
        String clusterId,
        @Column("invoice_id") String id,
        InvoiceStatus status,
        Arrival arrival,
        @Column("supplier_") Creditor creditor,
        Bill bill,
        Coded coded,
        Progress progress) {

    /**
     * How it came.
     *
     * @param senderId who handed it in; empty when it came by mail
     * @param problems JSON, as the reader found them
     * @param unreadable Danish, why the file could not be read; null when it could
     */
    public record Arrival(
            Source source,
            @Nullable String format,
            @Nullable String documentId,
            String senderId,
            Claimed claimed,
            String problems,
            @Nullable String unreadable,
            Instant receivedAt) {}

    /** Whose own money it is and what for; both null for a supplier's invoice. */
    public record Claimed(@Nullable String claimantId, Claim.@Nullable Kind claimKind) {

        public static final Claimed NOTHING = new Claimed(null, null);
    }

    /** Who is to have the money. @param isPrivate true for a person, whose name is in no title */
    public record Creditor(
            String name,
            @Nullable String cvr,
            String mail,
            @Column("private") boolean isPrivate) {

        public static final Creditor UNKNOWN = new Creditor("", null, "", false);
    }

    /** What the paper says. @param payableMinor as in the document, in the smallest unit of its currency */
    public record Bill(
            String kind,
            String number,
            @Nullable LocalDate issueDate,
            @Nullable LocalDate dueDate,
            String currency,
            long payableMinor,
            long vatMinor) {

        public static final Bill UNREAD = new Bill(INVOICE, "", null, null, "DKK", 0, 0);

        /** Whether the document itself takes money back: the sign of what is posted. */
        public boolean reducesDebt() {
            return kind.equals(CREDIT_NOTE) ? payableMinor > 0 : payableMinor < 0;
        }

        /**
         * Of two of a supplier with the same number and kind: the amount is the same, and so is the year, where both have one. A correction
         * under the old number, and a supplier who begins at 1 every year, is another bill, and a person says so.
         */
        public boolean isSame(Bill other) {
            return payableMinor == other.payableMinor
                    && currency.equals(other.currency)
                    && (issueDate == null
                            || other.issueDate == null
                            || issueDate.getYear() == other.issueDate.getYear());
        }

        /** That much of it, below zero when the document gives money back. */
        public long signed(long amount) {
            return reducesDebt() ? -Math.abs(amount) : Math.abs(amount);
        }
    }

    /**
     * What the secretary has made of it.
     *
     * @param amountOere what is posted, in øre of kroner: negative when it reduces what is owed; null until the secretary has stated it
     * @param text what a claim is for
     * @param originalId our id of the invoice that a credit note corrects
     */
    public record Coded(
            @Nullable Long amountOere,
            String rateSource,
            @Nullable String account,
            String meeting,
            String text,
            PaymentTarget paymentTarget,
            @Nullable String originalId,
            String contentHash) {

        public static Coded byReader(@Nullable Long amountOere, PaymentTarget target, @Nullable String originalId) {
            return new Coded(amountOere, "", null, "", "", target, originalId, "");
        }
    }

    /** How far it is. @param round counts up when a posting was taken back, so that the next one is a new one */
    public record Progress(
            int approvalLevel,
            int round,
            int escalations,
            @Nullable String voucherId,
            @Nullable String settlementId,
            @Nullable String paymentFileId,
            @Nullable String packageId,
            @Nullable LocalDate paidOn) {

        public static final Progress NONE = new Progress(0, 1, 0, null, null, null, null, null);
    }

    public static final String INVOICE = "INVOICE";
    public static final String CREDIT_NOTE = "CREDIT_NOTE";

    /** Which door it came through. */
    public enum Source {
        UPLOAD,
        API,
        CLAIM,
        MAIL
    }

    public String businessKey() {
        return clusterId + "/" + id;
    }

    public boolean isClaim() {
        return claimantId() != null;
    }

    /** What is posted, in øre. @throws IllegalStateException before the amount in kroner is known */
    public long posting() {
        Long amount = coded.amountOere();
        if (amount == null) {
            throw new IllegalStateException("invoice " + businessKey() + " has no amount in kroner");
        }
        return amount;
    }

    /** What it is called in a title; never the supplier's name, who may be a person. */
    public String label() {
        String name = number().isBlank() ? id : number();
        return (reducesDebt() ? kindLabel() + " " : "") + (name.length() > 40 ? name.substring(0, 40) + "…" : name)
                + ", " + amountLabel();
    }

    /** What people call it, in Danish. */
    public String kindLabel() {
        Claim.Kind claim = claimKind();
        if (claim != null) {
            return claim.danish();
        }
        if (kind().equals(CREDIT_NOTE)) {
            return "Kreditnota";
        }
        return reducesDebt() ? "Negativ faktura" : "Faktura";
    }

    /** Below zero when the document gives money back, whichever way it writes that itself. */
    public String amountLabel() {
        return label(signedMinor());
    }

    /** With the sign of the amount it is part of. */
    public String vatLabel() {
        return label(reducesDebt() ? bill.signed(vatMinor()) : vatMinor());
    }

    private String label(long minor) {
        return Money.format(minor, currency()).replace('\u00a0', ' ');
    }

    /** In the smallest unit of its currency, below zero when the document gives money back. */
    public long signedMinor() {
        return bill.signed(payableMinor());
    }

    /** As in the document. */
    public BigDecimal payable() {
        return decimal(payableMinor());
    }

    public BigDecimal vat() {
        return decimal(vatMinor());
    }

    private BigDecimal decimal(long minor) {
        return BigDecimal.valueOf(minor, Money.decimals(currency()));
    }

    public boolean canBeWithdrawn() {
        return status.canBeWithdrawn();
    }

    /** Whether the document itself takes money back: the sign of what is posted. */
    public boolean reducesDebt() {
        return bill.reducesDebt();
    }

    public Source source() {
        return arrival.source();
    }

    public @Nullable String format() {
        return arrival.format();
    }

    public @Nullable String documentId() {
        return arrival.documentId();
    }

    public String senderId() {
        return arrival.senderId();
    }

    public @Nullable String claimantId() {
        return arrival.claimed().claimantId();
    }

    public Claim.@Nullable Kind claimKind() {
        return arrival.claimed().claimKind();
    }

    public String problems() {
        return arrival.problems();
    }

    public @Nullable String unreadable() {
        return arrival.unreadable();
    }

    public Instant receivedAt() {
        return arrival.receivedAt();
    }

    public String supplierName() {
        return creditor.name();
    }

    public @Nullable String supplierCvr() {
        return creditor.cvr();
    }

    public String supplierMail() {
        return creditor.mail();
    }

    public boolean supplierPrivate() {
        return creditor.isPrivate();
    }

    public String kind() {
        return bill.kind();
    }

    public String number() {
        return bill.number();
    }

    public @Nullable LocalDate issueDate() {
        return bill.issueDate();
    }

    public @Nullable LocalDate dueDate() {
        return bill.dueDate();
    }

    public String currency() {
        return bill.currency();
    }

    public long payableMinor() {
        return bill.payableMinor();
    }

    public long vatMinor() {
        return bill.vatMinor();
    }

    public @Nullable Long amountOere() {
        return coded.amountOere();
    }

    public String rateSource() {
        return coded.rateSource();
    }

    public @Nullable String account() {
        return coded.account();
    }

    public String meeting() {
        return coded.meeting();
    }

    public String text() {
        return coded.text();
    }

    public PaymentTarget paymentTarget() {
        return coded.paymentTarget();
    }

    public @Nullable String originalId() {
        return coded.originalId();
    }

    public String contentHash() {
        return coded.contentHash();
    }

    public int approvalLevel() {
        return progress.approvalLevel();
    }

    public int round() {
        return progress.round();
    }

    public int escalations() {
        return progress.escalations();
    }

    public @Nullable String voucherId() {
        return progress.voucherId();
    }

    public @Nullable String settlementId() {
        return progress.settlementId();
    }

    public @Nullable String paymentFileId() {
        return progress.paymentFileId();
    }

    public @Nullable String packageId() {
        return progress.packageId();
    }

    public @Nullable LocalDate paidOn() {
        return progress.paidOn();
    }
}
