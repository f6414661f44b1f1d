package dk.klyngeflow.bills;

/** Where an invoice stands, as people say it. */
public enum InvoiceStatus {
    UNREADABLE("Kan ikke læses"),
    CHECK("Til kontrol"),
    QUERY("Spørgsmål til afsender"),
    APPROVAL("Til godkendelse"),
    POSTED("Bogført"),
    PAYMENT("Til betaling"),
    PAID("Betalt"),
    SENT_TO_PLO("Sendt til PLO"),
    SETTLED("Afsluttet uden betaling"),
    /** A credit note that is posted and not yet used up. */
    CREDIT("Til gode hos leverandøren"),
    REFUNDED("Betalt tilbage"),
    REJECTED("Afvist"),
    WITHDRAWN("Trukket tilbage"),
    DISCARDED("Lagt til side");

    private final String danish;

    InvoiceStatus(String danish) {
        this.danish = danish;
    }

    public String danish() {
        return danish;
    }

    /** Until money is on its way the sender can change her mind. */
    public boolean canBeWithdrawn() {
        return this == UNREADABLE || this == CHECK || this == QUERY || this == APPROVAL;
    }

    public boolean isOpen() {
        return canBeWithdrawn() || this == POSTED || this == PAYMENT;
    }
}
