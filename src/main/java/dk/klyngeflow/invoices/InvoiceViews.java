package dk.klyngeflow.invoices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.klyngeflow.accounts.BudgetLeft;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.bills.Approval;
import dk.klyngeflow.bills.ApprovalLevel;
import dk.klyngeflow.bills.Approvals;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceEvents;
import dk.klyngeflow.bills.InvoiceKeys;
import dk.klyngeflow.bills.KnownInvoices;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.inbox.ReceivedLetter;
import dk.klyngeflow.inbox.ReceivedLetters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.payments.DanishAccount;
import dk.klyngeflow.payments.Iban;
import dk.klyngeflow.payments.NoTransfer;
import dk.klyngeflow.payments.PaymentSlip;
import dk.klyngeflow.payments.PaymentTarget;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An invoice as forms, pages and other programs see it. */
@Component
class InvoiceViews {

    private static final String AMOUNT_MISSING =
            "Filen er et billede eller en PDF uden faktura-data, så beløb og datoer kunne ikke læses. Skriv dem af fra bilaget.";

    private static final DateTimeFormatter DAY_AND_TIME = DanishTime.MOMENT_IN_FIGURES.withZone(CopenhagenTime.ZONE);

    private final Approvals approvals;
    private final InvoiceEvents events;
    private final InvoiceIntake intake;
    private final KnownInvoices known;
    private final ApprovalFacts facts;
    private final InvoicePrices prices;
    private final People people;
    private final ReceivedLetters letters;
    private final MembersVotes votes;
    private final ObjectMapper json;
    private final Ledger ledger;
    private final Credits credits;

    InvoiceViews(
            Approvals approvals,
            InvoiceEvents events,
            InvoiceIntake intake,
            KnownInvoices known,
            ApprovalFacts facts,
            InvoicePrices prices,
            People people,
            ReceivedLetters letters,
            MembersVotes votes,
            ObjectMapper json,
            Ledger ledger,
            Credits credits) {
        this.approvals = approvals;
        this.events = events;
        this.intake = intake;
        this.known = known;
        this.facts = facts;
        this.prices = prices;
        this.people = people;
        this.letters = letters;
        this.votes = votes;
        this.json = json;
        this.ledger = ledger;
        this.credits = credits;
    }

    record Supplier(String name, @Nullable String cvr, String mail, boolean privatePerson) {}

    /** @param valid for the invoice as it is now */
    record Given(String level, @Nullable String who, String when, String comment, boolean valid) {}

    record Happened(String what, @Nullable String who, String when, String text) {}

    record Posted(String what, String id, String label, boolean isReversed) {}

    /** What is listed: one line of facts. Amounts as in the document, {@code amountDkk} in øre. */
    Map<String, Object> line(Invoice invoice) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", invoice.id());
        view.put("kind", invoice.kind());
        view.put("kindText", invoice.kindLabel());
        view.put("givesMoneyBack", invoice.reducesDebt());
        view.put("status", invoice.status().name());
        view.put("statusText", invoice.status().danish());
        view.put(
                "supplier",
                new Supplier(
                        invoice.supplierName(),
                        invoice.supplierCvr(),
                        invoice.supplierMail(),
                        invoice.supplierPrivate()));
        view.put("number", invoice.number());
        view.put("issueDate", invoice.issueDate());
        view.put("dueDate", invoice.dueDate());
        view.put("currency", invoice.currency());
        view.put("payable", invoice.payable());
        view.put("payableMinor", invoice.payableMinor());
        view.put("signedMinor", invoice.signedMinor());
        view.put("vat", invoice.vat());
        view.put("vatMinor", invoice.vatMinor());
        view.put("amountDkk", invoice.amountOere());
        view.put("amountText", invoice.amountLabel());
        view.put("payment", payment(invoice.paymentTarget()));
        view.put("receivedAt", invoice.receivedAt());
        return view;
    }

    /** Nothing could be read out of the file, and nobody has typed anything since. */
    private static boolean isBlank(Invoice invoice) {
        return !invoice.isClaim()
                && invoice.payableMinor() == 0
                && invoice.amountOere() == null
                && invoice.number().isBlank()
                && invoice.issueDate() == null;
    }

    /** Danish, for whoever checks it. */
    private static String mailed(ReceivedLetter letter) {
        return "Fra " + letter.sender() + " med emnet „" + letter.subject()
                + "“. Enhver kan skrive en anden afsender på en mail: se efter, at fakturaen er ægte, og at kontoen er"
                + " leverandørens.";
    }

    private Optional<ReceivedLetter> letter(Invoice invoice) {
        String document = invoice.documentId();
        return invoice.source() != Invoice.Source.MAIL || document == null
                ? Optional.empty()
                : letters.withFile(invoice.clusterId(), document);
    }

    /** Everything that a form or another program may want to know. */
    Map<String, Object> whole(Invoice invoice) {
        List<Approval> given = approvals.of(invoice);
        List<InvoiceEvents.Event> happened = events.of(invoice);
        Map<String, String> names = names(invoice, given, happened);
        @Nullable BudgetLeft left = invoice.account() == null ? null : facts.budget(invoice);
        Map<String, Object> view = line(invoice);
        view.put("problems", problems(invoice));
        view.put("source", invoice.source().name());
        view.put("format", invoice.format());
        view.put("documentId", invoice.documentId());
        view.put("attachments", intake.attachments(invoice));
        view.put("unreadable", invoice.unreadable());
        if (isBlank(invoice)) {
            // nought is an amount; nobody has stated one yet
            view.put("payableMinor", null);
            view.put("vatMinor", null);
            view.put("amountMissing", AMOUNT_MISSING);
        }
        view.put("category", invoice.account());
        view.put("account", invoice.account());
        view.put("meeting", invoice.meeting());
        view.put("text", invoice.text());
        view.put("rateSource", invoice.rateSource());
        view.put("ownClaim", invoice.isClaim());
        view.put("claimKind", invoice.claimKind());
        Optional<ReceivedLetter> letter = letter(invoice);
        view.put("sender", letter.map(ReceivedLetter::sender).orElse(names.get(invoice.senderId())));
        view.put("mailed", letter.map(InvoiceViews::mailed).orElse(null));
        view.put("originalId", invoice.originalId());
        view.put("contentHash", invoice.contentHash());
        view.put("approvalLevel", invoice.approvalLevel());
        view.put(
                "approvals",
                given.stream()
                        .map(approval -> approval(invoice, approval, names))
                        .toList());
        view.put(
                "membersVote",
                invoice.approvalLevel() == ApprovalLevel.MEMBERS.number()
                        ? votes.of(invoice).map(MembersVote::text).orElse(null)
                        : null);
        view.put(
                "nearMatches",
                known.like(invoice, InvoiceKeys.supplier(invoice), InvoiceKeys.number(invoice.number())).stream()
                        .map(this::line)
                        .toList());
        view.put("agreed", prices.agreed(invoice).orElse(null));
        view.put("budget", left == null ? null : budget(invoice, left));
        view.put("guidance", left == null ? "" : left.account().guidance());
        view.put("history", happened.stream().map(event -> event(event, names)).toList());
        view.put(
                "questions",
                happened.stream()
                        .filter(event ->
                                event.kind() == InvoiceEvents.Kind.ASKED || event.kind() == InvoiceEvents.Kind.ANSWERED)
                        .map(event -> event(event, names))
                        .toList());
        view.put("paymentFileId", invoice.paymentFileId());
        view.put("packageId", invoice.packageId());
        view.put("voucherId", invoice.voucherId());
        view.put("paidOn", invoice.paidOn());
        boolean isPosted = invoice.voucherId() != null && invoice.amountOere() != null;
        List<String> uses = isPosted ? credits.uses(invoice) : List.of();
        view.put("offset", uses.isEmpty() ? null : String.join(", ", uses));
        // until the secretary has stated it there is no amount in kroner
        if (isPosted) {
            view.put("toPay", toPay(invoice));
        } else {
            view.put("toPay", invoice.amountOere());
        }
        return view;
    }

    /** For a printed page: texts only. */
    Map<String, Object> page(Invoice invoice) {
        Map<String, Object> view = whole(invoice);
        view.put("caseName", invoice.kindLabel());
        view.put("payTo", invoice.paymentTarget().label());
        view.put("vatText", invoice.vatLabel());
        List<Posted> vouchers = new ArrayList<>();
        voucher(invoice, invoice.voucherId(), "Bogført").ifPresent(vouchers::add);
        voucher(invoice, invoice.settlementId(), "Betaling bogført").ifPresent(vouchers::add);
        view.put("vouchers", vouchers);
        return view;
    }

    private long toPay(Invoice invoice) {
        return invoice.reducesDebt() ? credits.left(invoice) : credits.toPay(invoice);
    }

    private Optional<Posted> voucher(Invoice invoice, @Nullable String id, String what) {
        return Optional.ofNullable(id)
                .flatMap(voucher -> ledger.find(invoice.clusterId(), voucher))
                .map(voucher -> new Posted(what, voucher.id(), voucher.label(), voucher.reversedBy() != null));
    }

    static Map<String, Object> payment(PaymentTarget target) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("label", target.label());
        view.put("key", target.key());
        view.put("checked", target.checkedInDanish());
        view.put("faults", target.faults());
        view.put("transfer", !(target instanceof NoTransfer));
        if (target instanceof DanishAccount account) {
            view.put("type", "ACCOUNT");
            view.put("regNumber", account.registration());
            view.put("accountNumber", account.account());
            if (account.faults().isEmpty()) {
                view.put("iban", account.iban().number());
            }
        } else if (target instanceof Iban iban) {
            view.put("type", "IBAN");
            view.put("iban", iban.number());
            view.put("bic", iban.bic());
        } else if (target instanceof PaymentSlip slip) {
            view.put("type", slip.type().isGiro() ? "GIRO" : "FIK");
            view.put("cardType", slip.type().code());
            view.put("paymentId", slip.paymentId());
            view.put("creditor", slip.creditor());
        } else if (target instanceof NoTransfer none) {
            view.put("type", "NONE");
            view.put("reason", none.reason().name());
        } else {
            view.put("type", "NEM_KONTO");
        }
        return view;
    }

    JsonNode problems(Invoice invoice) {
        try {
            return json.readTree(invoice.problems());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("problems of invoice " + invoice.businessKey() + " are no JSON", e);
        }
    }

    /** Of everybody who has to do with it, read at once. */
    private Map<String, String> names(Invoice invoice, List<Approval> given, List<InvoiceEvents.Event> happened) {
        Set<String> ids = new HashSet<>();
        ids.add(invoice.senderId());
        given.forEach(approval -> ids.add(approver(approval)));
        happened.stream()
                .map(InvoiceEvents.Event::personId)
                .filter(Objects::nonNull)
                .forEach(ids::add);
        return people.namesOf(ids);
    }

    private static String approver(Approval approval) {
        return approval.personId() == null ? approval.recordedBy() : approval.personId();
    }

    private static Given approval(Invoice invoice, Approval approval, Map<String, String> names) {
        String name = names.get(approver(approval));
        return new Given(
                approval.level().danish(),
                approval.personId() == null ? "Medlemmerne, noteret af " + name : name,
                text(approval.decidedAt()),
                approval.comment(),
                approval.contentHash().equals(invoice.contentHash()));
    }

    private static Happened event(InvoiceEvents.Event event, Map<String, String> names) {
        return new Happened(
                event.kind().danish(),
                event.personId() == null ? "" : names.get(event.personId()),
                text(event.at()),
                event.text());
    }

    private static Map<String, Object> budget(Invoice invoice, BudgetLeft left) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("account", left.account().number());
        view.put("name", left.account().name());
        view.put("year", left.year());
        view.put("hasBudget", left.hasBudget());
        view.put("budget", left.budget());
        view.put("spent", left.spent() + left.committed());
        view.put("left", left.left());
        view.put("thisOne", invoice.amountOere() == null ? null : invoice.posting());
        view.put("label", left.label());
        return view;
    }

    private static String text(Instant at) {
        return DAY_AND_TIME.format(at);
    }
}
