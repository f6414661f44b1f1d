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
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
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

    record Posted(String what, String id, String label, boolean isReversed) {}

    /** An invoice on a printed page or one of ours: as it is, as it is shown elsewhere, and its vouchers. */
    record Page(Invoice bill, InvoiceInFull shown, List<Posted> vouchers) {}

    /** One line of facts. */
    InvoiceInFull.Line line(Invoice invoice) {
        return new InvoiceInFull.Line(
                invoice.id(),
                new InvoiceInFull.Kind(invoice.kind(), invoice.kindLabel(), invoice.reducesDebt()),
                new InvoiceInFull.Standing(
                        invoice.status().name(), invoice.status().danish()),
                new InvoiceInFull.Supplier(
                        invoice.supplierName(),
                        invoice.supplierCvr(),
                        invoice.supplierMail(),
                        invoice.supplierPrivate()),
                new InvoiceInFull.Heading(invoice.number(), invoice.issueDate(), invoice.dueDate(), invoice.currency()),
                new InvoiceInFull.Amount(
                        invoice.payable(),
                        invoice.payableMinor(),
                        invoice.signedMinor(),
                        invoice.vat(),
                        invoice.vatMinor(),
                        invoice.amountOere(),
                        invoice.amountLabel()),
                InvoiceInFull.Payment.of(invoice.paymentTarget()),
                invoice.receivedAt());
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

    /** Everything. */
    InvoiceInFull whole(Invoice invoice) {
        List<Approval> given = approvals.of(invoice);
        List<InvoiceEvents.Event> happened = events.of(invoice);
        Map<String, String> names = names(invoice, given, happened);
        InvoiceInFull.Line line = line(invoice);
        return new InvoiceInFull(
                isBlank(invoice) ? line.withAmount(line.amount().unstated()) : line,
                came(invoice),
                new InvoiceInFull.Coded(
                        invoice.account(),
                        invoice.account(),
                        invoice.meeting(),
                        invoice.text(),
                        invoice.rateSource(),
                        invoice.isClaim(),
                        invoice.claimKind()),
                sender(invoice, names),
                new InvoiceInFull.Decided(
                        invoice.contentHash(),
                        invoice.approvalLevel(),
                        given.stream()
                                .map(approval -> approval(invoice, approval, names))
                                .toList(),
                        invoice.approvalLevel() == ApprovalLevel.MEMBERS.number()
                                ? votes.of(invoice).map(MembersVote::text).orElse(null)
                                : null),
                compared(invoice),
                told(happened, names),
                paid(invoice));
    }

    private InvoiceInFull.Came came(Invoice invoice) {
        return new InvoiceInFull.Came(
                problems(invoice),
                invoice.source().name(),
                invoice.format(),
                invoice.documentId(),
                intake.attachments(invoice),
                invoice.unreadable(),
                isBlank(invoice) ? AMOUNT_MISSING : null,
                invoice.originalId());
    }

    private InvoiceInFull.Sender sender(Invoice invoice, Map<String, String> names) {
        Optional<ReceivedLetter> letter = letter(invoice);
        return new InvoiceInFull.Sender(
                letter.map(ReceivedLetter::sender).orElse(names.get(invoice.senderId())),
                letter.map(InvoiceViews::mailed).orElse(null));
    }

    private InvoiceInFull.Compared compared(Invoice invoice) {
        @Nullable BudgetLeft left = invoice.account() == null ? null : facts.budget(invoice);
        return new InvoiceInFull.Compared(
                known.like(invoice, InvoiceKeys.supplier(invoice), InvoiceKeys.number(invoice.number())).stream()
                        .map(this::line)
                        .toList(),
                prices.agreed(invoice).orElse(null),
                left == null ? null : budget(invoice, left),
                left == null ? "" : left.account().guidance());
    }

    private static InvoiceInFull.Told told(List<InvoiceEvents.Event> happened, Map<String, String> names) {
        return new InvoiceInFull.Told(
                happened.stream().map(event -> event(event, names)).toList(),
                happened.stream()
                        .filter(event ->
                                event.kind() == InvoiceEvents.Kind.ASKED || event.kind() == InvoiceEvents.Kind.ANSWERED)
                        .map(event -> event(event, names))
                        .toList());
    }

    private InvoiceInFull.Paid paid(Invoice invoice) {
        // until the secretary has stated it there is no amount in kroner
        boolean isPosted = invoice.voucherId() != null && invoice.amountOere() != null;
        List<String> uses = isPosted ? credits.uses(invoice) : List.of();
        return new InvoiceInFull.Paid(
                invoice.paymentFileId(),
                invoice.packageId(),
                invoice.voucherId(),
                invoice.paidOn(),
                uses.isEmpty() ? null : String.join(", ", uses),
                isPosted ? Long.valueOf(toPay(invoice)) : invoice.amountOere());
    }

    /** For a page. */
    Page page(Invoice invoice) {
        List<Posted> vouchers = new ArrayList<>();
        voucher(invoice, invoice.voucherId(), "Bogført").ifPresent(vouchers::add);
        voucher(invoice, invoice.settlementId(), "Betaling bogført").ifPresent(vouchers::add);
        return new Page(invoice, whole(invoice), vouchers);
    }

    private long toPay(Invoice invoice) {
        return invoice.reducesDebt() ? credits.left(invoice) : credits.toPay(invoice);
    }

    private Optional<Posted> voucher(Invoice invoice, @Nullable String id, String what) {
        return Optional.ofNullable(id)
                .flatMap(voucher -> ledger.find(invoice.clusterId(), voucher))
                .map(voucher -> new Posted(what, voucher.id(), voucher.label(), voucher.reversedBy() != null));
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

    private static InvoiceInFull.Given approval(Invoice invoice, Approval approval, Map<String, String> names) {
        String name = names.get(approver(approval));
        return new InvoiceInFull.Given(
                approval.level().danish(),
                approval.personId() == null ? "Medlemmerne, noteret af " + name : name,
                text(approval.decidedAt()),
                approval.comment(),
                approval.contentHash().equals(invoice.contentHash()));
    }

    private static InvoiceInFull.Happened event(InvoiceEvents.Event event, Map<String, String> names) {
        return new InvoiceInFull.Happened(
                event.kind().danish(),
                event.personId() == null ? "" : names.get(event.personId()),
                text(event.at()),
                event.text());
    }

    private static InvoiceInFull.Budget budget(Invoice invoice, BudgetLeft left) {
        return new InvoiceInFull.Budget(
                left.account().number(),
                left.account().name(),
                left.year(),
                new InvoiceInFull.Left(
                        left.hasBudget(),
                        left.budget(),
                        left.spent() + left.committed(),
                        left.left(),
                        invoice.amountOere() == null ? null : Long.valueOf(invoice.posting())),
                left.label());
    }

    private static String text(Instant at) {
        return DAY_AND_TIME.format(at);
    }
}
