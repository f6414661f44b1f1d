package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.NextHands;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.pages.WhatNext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happens after each task of an invoice: what was decided, and in whose hands it is now. */
@Component
class NextOfInvoices implements WhatNext {

    private static final Set<String> KEYS = Set.of(
            InvoiceApproval.KEY,
            "lookAtFile",
            "checkInvoice",
            "awaitAnswer",
            "approveAsCoordinator",
            "approveAsBoard",
            "recordMembersDecision",
            "confirmPayment",
            "settleCredit");

    private static final String REJECTED = "Bilaget er afvist. Afsenderen får begrundelsen, og der bliver ikke betalt.";

    private final Invoices invoices;
    private final Clusters clusters;
    private final NextHands hands;

    NextOfInvoices(Invoices invoices, Clusters clusters, NextHands hands) {
        this.invoices = invoices;
        this.clusters = clusters;
        this.hands = hands;
    }

    @Override
    public Set<String> keys() {
        return KEYS;
    }

    @Override
    public Optional<String> after(Done done) {
        String businessKey = done.businessKey();
        String next = businessKey.isEmpty()
                ? ""
                : hands.next(done.clusterId(), businessKey).orElse("");
        return Optional.of(sentence(done, next));
    }

    private String sentence(Done done, String next) {
        return switch (done.key()) {
            case InvoiceApproval.KEY ->
                then(
                        "Bilaget er modtaget.",
                        next,
                        "Det læses nu og kontrolleres af " + hands.holding(done.clusterId(), "checkInvoice")
                                + "; du kan følge det under Bilag.");
            case "lookAtFile" ->
                done.is(InvoiceApprovalVariables.IS_INVOICE_AFTER_ALL.name())
                        ? then("Filen er et bilag.", next, "Det går nu til kontrol.")
                        : "Filen er lagt til side; der sker ikke mere i sagen.";
            case "checkInvoice" ->
                switch (done.text(InvoiceApprovalVariables.CHECK_DECISION.name())) {
                    case "APPROVE" -> then("Bilaget er kontrolleret.", next, approved(done));
                    case "QUERY" ->
                        "Afsenderen er spurgt. Du har en opgave om svaret, til det er kommet"
                                + (next.isEmpty() ? "." : ". " + next);
                    default -> REJECTED;
                };
            case "awaitAnswer" ->
                done.is(InvoiceApprovalVariables.IS_ANSWERED.name())
                        ? then("Svaret ligger ved bilaget.", next, "Det kontrolleres igen.")
                        : REJECTED;
            case "confirmPayment" ->
                done.is(InvoiceApprovalVariables.IS_PAID.name())
                        ? "Betalingen er noteret og bogføres; sagen er slut, og bilaget står som betalt."
                        : then("Bogføringen bliver tilbageført.", next, "Bilaget går tilbage til kontrol.");
            case "settleCredit" -> "Tilbagebetalingen er noteret og bogføres; kreditnotaen er brugt, og sagen er slut.";
            default ->
                switch (done.text(InvoiceApprovalVariables.APPROVAL_DECISION.name())) {
                    case "APPROVE" -> then("Bilaget er godkendt af dig.", next, approved(done));
                    case "BACK" -> then("Bilaget er sendt tilbage.", next, "Det går til kontrol igen.");
                    default -> REJECTED;
                };
        };
    }

    /** It may have gone to its end at once. */
    private String approved(Done done) {
        String id = done.businessKey().substring(done.businessKey().indexOf('/') + 1);
        return invoices.find(done.clusterId(), id)
                .map(Invoice::status)
                .filter(status -> !status.isOpen())
                .map(status -> "Sagen er slut: " + status.danish().toLowerCase(Locale.ROOT) + ".")
                .orElse("Det går nu videre til godkendelse eller "
                        + (clusters.get(done.clusterId()).paymentMode() == PaymentMode.PLO
                                ? "til PLO, som betaler"
                                : "betaling")
                        + "; du hører fra os, hvis det kommer tilbage.");
    }

    private static String then(String done, String next, String otherwise) {
        return done + " " + (next.isEmpty() ? otherwise : next);
    }
}
