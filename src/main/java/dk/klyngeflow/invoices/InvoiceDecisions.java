package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.bills.ApprovalLevel;
import dk.klyngeflow.bills.Approvals;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceEvents;
import dk.klyngeflow.bills.InvoiceEvents.Kind;
import dk.klyngeflow.bills.InvoiceKeys;
import dk.klyngeflow.bills.InvoiceStatus;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormRefused;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** What people decide about an invoice. The contracts of the forms have checked the words; here the rules are checked and kept. */
@Component
class InvoiceDecisions {

    private static final DateTimeFormatter DAY = DanishTime.DAY_IN_FIGURES;

    private final Invoices invoices;
    private final Approvals approvals;
    private final InvoiceEvents events;
    private final Documents documents;
    private final Stakes stakes;
    private final Ledger ledger;

    InvoiceDecisions(
            Invoices invoices,
            Approvals approvals,
            InvoiceEvents events,
            Documents documents,
            Stakes stakes,
            Ledger ledger) {
        this.ledger = ledger;
        this.invoices = invoices;
        this.approvals = approvals;
        this.events = events;
        this.documents = documents;
        this.stakes = stakes;
    }

    /** @return a Danish sentence when she may not approve at this level */
    Optional<String> objection(String clusterId, String invoiceId, String person, ApprovalLevel level) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        return FourEyes.objection(person, level, stakes.in(invoice), approvals.of(invoice), invoice.contentHash());
    }

    /** @return a Danish sentence when the money would go to herself, as she has coded it or as it was */
    Optional<String> objectionToChecking(Coding coding, Invoice invoice, String person) {
        return List.of(invoice, coding.on(invoice, "")).stream()
                .map(stakes::in)
                .filter(interests -> interests.payees().contains(person))
                .map(interests -> FourEyes.own(person, interests) + " En anden skal kontrollere det.")
                .findFirst();
    }

    /** @return a Danish sentence when she may not pay it */
    Optional<String> objectionToPaying(String clusterId, String invoiceId, String person) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        Interests interests = stakes.in(invoice);
        if (interests.payees().contains(person)) {
            return Optional.of(FourEyes.own(person, interests) + " En anden skal bekræfte betalingen.");
        }
        return FourEyes.excludedFromPaying(interests, approvals.of(invoice), invoice.contentHash())
                        .contains(person)
                ? Optional.of("Du har selv godkendt bilaget. En anden skal bekræfte betalingen.")
                : Optional.empty();
    }

    /** @return a Danish sentence when it cannot have been paid on that day: nobody pays what is not approved and posted yet */
    Optional<String> objectionToDay(String clusterId, String invoiceId, LocalDate paidOn) {
        String voucher = invoices.lock(clusterId, invoiceId).voucherId();
        return voucher == null
                ? Optional.empty()
                : ledger.find(clusterId, voucher)
                        .filter(posted -> paidOn.isBefore(posted.date()))
                        .map(posted -> "Betalingsdatoen kan ikke ligge før den dag, bilaget blev godkendt og bogført ("
                                + DAY.format(posted.date()) + "). Skriv den dag, pengene gik fra kontoen.");
    }

    /**
     * The secretary has checked and coded it: her own approval, bound to what she saw.
     *
     * @throws FormRefused when the same invoice is here already, or she may not
     */
    Invoice checked(Coding coding, String person) {
        Invoice before = invoices.lock(coding.clusterId(), coding.invoiceId());
        Invoice coded = code(before, coding);
        FourEyes.objection(person, ApprovalLevel.SECRETARY, stakes.in(coded), approvals.of(coded), coded.contentHash())
                .filter(objection -> !alreadyChecked(coded, person))
                .ifPresent(objection -> {
                    throw new FormRefused(objection);
                });
        // what she has said is right, though unusual, is for whoever approves and pays after her to know
        approvals.add(coded, ApprovalLevel.SECRETARY, person, String.join(" ", coding.confirmed()));
        events.add(coded, Kind.CODED, person, coding.summary());
        return coded;
    }

    /** From now on what she has typed counts, and the invoice is on its way to approval. */
    private Invoice code(Invoice before, Coding coding) {
        String numberKey = InvoiceKeys.number(coding.bill().invoiceNumber());
        Invoice coded = coding.on(before, fileHash(before));
        String supplierKey = InvoiceKeys.supplier(coded);
        if (!isOnly(coded, supplierKey, numberKey)) {
            throw new DuplicateInvoice(invoices
                    .withNumber(
                            coded.clusterId(),
                            java.util.Objects.requireNonNull(supplierKey),
                            java.util.Objects.requireNonNull(numberKey),
                            coded.kind())
                    .stream()
                    .filter(other ->
                            !other.id().equals(coded.id()) && other.bill().isSame(coded.bill()))
                    .findFirst()
                    .orElseThrow());
        }
        return coded;
    }

    private boolean isOnly(Invoice coded, @Nullable String supplierKey, @Nullable String numberKey) {
        try {
            return invoices.code(coded, supplierKey, numberKey);
        } catch (DuplicateKeyException inTheSameMoment) {
            // the transaction is lost, so the other cannot be looked up here
            throw new FormRefused("Det samme bilag er netop kontrolleret i en anden opgave. Genindlæs siden.");
        }
    }

    private boolean alreadyChecked(Invoice invoice, String person) {
        return approvals.of(invoice).stream()
                .anyMatch(a -> a.level() == ApprovalLevel.SECRETARY
                        && person.equals(a.personId())
                        && a.contentHash().equals(invoice.contentHash()));
    }

    /** So that she need not type it again when the answer has come. */
    void kept(Invoice invoice, CheckForm.Typed typed) {
        invoices.keep(typed.on(invoices.lock(invoice.clusterId(), invoice.id())));
    }

    void asked(Invoice invoice, String person, String question) {
        invoices.status(invoice, InvoiceStatus.QUERY);
        events.add(invoice, Kind.ASKED, person, question);
    }

    void answered(String clusterId, String invoiceId, String person, String answer) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        invoices.status(invoice, InvoiceStatus.CHECK);
        events.add(invoice, Kind.ANSWERED, person, answer);
    }

    void rejected(String clusterId, String invoiceId, String person, String reason) {
        events.add(invoices.lock(clusterId, invoiceId), Kind.REJECTED, person, reason);
    }

    /** @throws FormRefused when she may not, or the invoice was changed under way */
    void approved(String clusterId, String invoiceId, String person, ApprovalLevel level, String comment) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        FourEyes.objection(person, level, stakes.in(invoice), approvals.of(invoice), invoice.contentHash())
                .ifPresent(objection -> {
                    throw new FormRefused(objection);
                });
        approvals.add(invoice, level, person, comment);
        events.add(invoice, Kind.APPROVED, person, level.danish() + (comment.isBlank() ? "" : ": " + comment));
    }

    void membersApproved(
            String clusterId,
            String invoiceId,
            String person,
            LocalDate decidedOn,
            String comment,
            @Nullable String minutesId) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        approvals.addMembersDecision(invoice, person, comment, decidedOn, minutesId);
        events.add(invoice, Kind.APPROVED, person, ApprovalLevel.MEMBERS.danish() + ": " + comment);
    }

    /** Those who may not check it again: those whose own money it is; ids parted by commas. */
    String excludedFromChecking(String clusterId, String invoiceId) {
        return String.join(",", stakes.in(invoices.get(clusterId, invoiceId)).payees());
    }

    void sentBack(String clusterId, String invoiceId, String person, String comment) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        invoices.status(invoice, InvoiceStatus.CHECK);
        events.add(invoice, Kind.SENT_BACK, person, comment);
    }

    void paid(String clusterId, String invoiceId, String person, LocalDate on, String comment) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        invoices.paidOn(invoice, on);
        events.add(invoice, Kind.PAID, person, comment);
    }

    /** The supplier has paid back. */
    void refunded(String clusterId, String invoiceId, String person, LocalDate on, String comment) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        invoices.paidOn(invoice, on);
        events.add(invoice, Kind.REFUNDED, person, comment);
    }

    void notPaid(String clusterId, String invoiceId, String person, String comment) {
        events.add(invoices.lock(clusterId, invoiceId), Kind.NOT_PAID, person, comment);
    }

    void discarded(String clusterId, String invoiceId, String person, String comment) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        invoices.status(invoice, InvoiceStatus.DISCARDED);
        events.add(invoice, Kind.DISCARDED, person, comment);
    }

    void typedIn(String clusterId, String invoiceId) {
        invoices.status(invoices.lock(clusterId, invoiceId), InvoiceStatus.CHECK);
    }

    void withdrawn(Invoice invoice, String person, String reason) {
        events.add(invoice, Kind.WITHDRAWN, person, reason);
    }

    private String fileHash(Invoice invoice) {
        return invoice.documentId() == null
                ? ""
                : documents
                        .find(invoice.clusterId(), invoice.documentId())
                        .map(document -> document.sha256())
                        .orElse("");
    }
}
