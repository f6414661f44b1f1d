package dk.klyngeflow.invoices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.klyngeflow.bills.Claim;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.Invoice.Arrival;
import dk.klyngeflow.bills.Invoice.Bill;
import dk.klyngeflow.bills.Invoice.Claimed;
import dk.klyngeflow.bills.Invoice.Coded;
import dk.klyngeflow.bills.Invoice.Creditor;
import dk.klyngeflow.bills.Invoice.Progress;
import dk.klyngeflow.bills.InvoiceEvents;
import dk.klyngeflow.bills.InvoiceKeys;
import dk.klyngeflow.bills.InvoiceStatus;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.Inspection;
import dk.klyngeflow.einvoices.Attachment;
import dk.klyngeflow.einvoices.CprInFiles;
import dk.klyngeflow.einvoices.EInvoice;
import dk.klyngeflow.einvoices.InvoiceReader;
import dk.klyngeflow.einvoices.Payees;
import dk.klyngeflow.einvoices.Problem;
import dk.klyngeflow.einvoices.ReadFiles;
import dk.klyngeflow.einvoices.Reading;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.payments.NoTransfer;
import dk.klyngeflow.security.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what suppliers send: keeps the file, reads it, and sees to it that the same invoice is taken in once. */
@Component
class InvoiceIntake {

    private static final Rows<Attached> ATTACHED = Rows.of(Attached.class, "invoice_attachment");

    private final Documents documents;
    private final CprInFiles cprNumbers;
    private final InvoiceReader reader;
    private final Invoices invoices;
    private final InvoiceEvents events;
    private final Receivers receivers;
    private final CopenhagenTime time;
    private final ObjectMapper json;
    private final JdbcClient jdbc;
    private final Deadlines deadlines;
    private final Duplicates duplicates;
    private final Stakes stakes;
    private final ReadFiles files;

    InvoiceIntake(
            Documents documents,
            InvoiceReader reader,
            Invoices invoices,
            InvoiceEvents events,
            Receivers receivers,
            CopenhagenTime time,
            ObjectMapper json,
            JdbcClient jdbc,
            Deadlines deadlines,
            Duplicates duplicates,
            Stakes stakes,
            CprInFiles cprNumbers,
            ReadFiles files) {
        this.files = files;
        this.cprNumbers = cprNumbers;
        this.documents = documents;
        this.reader = reader;
        this.invoices = invoices;
        this.events = events;
        this.receivers = receivers;
        this.time = time;
        this.json = json;
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.duplicates = duplicates;
        this.stakes = stakes;
    }

    /** What a kept file turned out to be. @param message Danish, why it cannot be read; null when it can */
    record Looked(
            Document document,
            Inspection.Kind kind,
            @Nullable EInvoice invoice,
            List<Problem> problems,
            @Nullable String message) {}

    /**
     * Keeps a file, less any CPR number, before anything is made of it: what cannot be read is kept for a person to look at.
     *
     * @throws Refused when there is nothing in it or it is too large
     */
    @Transactional
    public Document keep(String clusterId, String fileName, byte[] content, String personId) {
        if (content.length == 0) {
            throw Refused.badRequest("Filen er tom. Vælg filen igen, eller bed afsenderen sende den på ny.");
        }
        boolean isXml = documents.inspect(content, fileName).kind() == Inspection.Kind.XML;
        byte[] clean = isXml ? reader.redact(content) : content;
        Document kept = documents.store(clusterId, fileName, clean, personId);
        files.read(kept, clean);
        return kept;
    }

    /** Reads a kept file without taking it in. */
    Looked look(Document document) {
        ReadFiles.Contents contents = files.of(document);
        Inspection inspection = contents.inspection();
        Reading reading = contents.reading();
        if (!inspection.readable() || reading == null) {
            return new Looked(document, inspection.kind(), null, contents.problems(), inspection.message());
        }
        if (reading instanceof Reading.Read read) {
            List<Problem> problems = new ArrayList<>(read.problems());
            receivers.doubt(document.clusterId(), read.invoice()).ifPresent(problems::add);
            problems.addAll(contents.problems());
            return new Looked(document, inspection.kind(), read.invoice(), problems, null);
        }
        return new Looked(document, inspection.kind(), null, List.of(), ((Reading.Unreadable) reading).message());
    }

    /**
     * Takes in a kept file as an invoice.
     *
     * @throws DuplicateInvoice when it is here already, also when two people send it in the same moment
     */
    @Transactional
    public Invoice register(String clusterId, String documentId, Invoice.Source source, String senderId) {
        Document document = documents
                .find(clusterId, documentId)
                .orElseThrow(() -> new FormRefused("Filen findes ikke. Vælg den igen."));
        duplicates.lock(clusterId);
        invoices.findByDocument(clusterId, documentId).ifPresent(first -> {
            throw new DuplicateInvoice(first);
        });
        Looked looked = look(document);
        EInvoice read = looked.invoice();
        duplicates.ofFile(document, read).ifPresent(duplicate -> {
            throw duplicate;
        });
        Invoice invoice = read == null ? empty(looked, source, senderId) : filled(looked, read, source, senderId);
        String supplierKey = read == null
                ? null
                : InvoiceKeys.supplier(read.supplier().cvr(), read.supplier().name());
        String numberKey = InvoiceKeys.number(invoice.number());
        if (!invoices.insert(invoice, supplierKey, numberKey)) {
            throw new FormRefused("Bilaget er netop taget ind. Se under bilag.");
        }
        documents.belongsTo(invoice.businessKey(), invoice.clusterId(), documentId);
        events.add(invoice, InvoiceEvents.Kind.RECEIVED, senderId, document.fileName());
        if (read != null) {
            keepAttachments(invoice, read);
        }
        return invoice;
    }

    /** A case that is to begin. @param excluded ids parted by commas */
    record Opened(Invoice invoice, String label, String excluded, boolean isReadable, Deadlines.Times times) {}

    /**
     * Opens the case of a claim that is registered already, or of a file that is registered now.
     *
     * @throws DuplicateInvoice when the same invoice is here already
     */
    @Transactional
    public Opened open(
            String clusterId,
            Optional<String> invoiceId,
            Optional<String> documentId,
            Optional<String> source,
            Optional<String> senderId) {
        Invoice invoice = invoiceId
                .map(id -> invoices.get(clusterId, id))
                .orElseGet(() -> register(
                        clusterId,
                        documentId.orElseThrow(() -> new FormRefused("Vælg en fil.")),
                        source.map(Invoice.Source::valueOf).orElse(Invoice.Source.UPLOAD),
                        senderId.orElse("")));
        String label = invoice.number().isBlank() ? invoice.id() : invoice.label();
        String excluded = String.join(",", stakes.in(invoice).payees());
        return new Opened(
                invoice, label, excluded, invoice.status() != InvoiceStatus.UNREADABLE, deadlines.of(invoice));
    }

    /** What the receipt of a claim says, when it is an electronic invoice. */
    @Nullable
    EInvoice receipt(Claim claim) {
        return Optional.ofNullable(claim.documentId())
                .flatMap(id -> documents.find(claim.clusterId(), id))
                .map(document -> look(document).invoice())
                .orElse(null);
    }

    /**
     * What a member wants refunded or paid: a claim of her own.
     *
     * @throws DuplicateInvoice when she has claimed it already, or the receipt is here
     */
    @Transactional
    public Invoice claim(Claim claim) {
        duplicates.lock(claim.clusterId());
        duplicates.ofClaim(claim, receipt(claim)).ifPresent(duplicate -> {
            throw duplicate;
        });
        String id = invoices.nextId(claim.clusterId());
        List<Problem> problems = Optional.ofNullable(claim.documentId())
                .map(receipt -> cprNumbers.in(documents.content(claim.clusterId(), receipt)))
                .orElse(List.of());
        Invoice invoice = new Invoice(
                claim.clusterId(),
                id,
                InvoiceStatus.CHECK,
                new Arrival(
                        Invoice.Source.CLAIM,
                        null,
                        claim.documentId(),
                        claim.claimant().id(),
                        new Claimed(claim.claimant().id(), claim.kind()),
                        write(problems),
                        null,
                        time.now()),
                new Creditor(claim.claimant().name(), null, "", true),
                new Bill(
                        Invoice.INVOICE,
                        id,
                        claim.purpose().date(),
                        time.today().plusDays(30),
                        "DKK",
                        claim.amountOere(),
                        0),
                new Coded(
                        claim.amountOere(),
                        "",
                        claim.purpose().account(),
                        claim.purpose().meeting(),
                        claim.purpose().text(),
                        claim.payTo(),
                        null,
                        ""),
                Progress.NONE);
        if (!invoices.insert(
                invoice, InvoiceKeys.supplier(null, "UDLAEG " + claim.claimant().id()), InvoiceKeys.number(id))) {
            throw new FormRefused("Bilaget til dette udlæg er allerede brugt. Vælg en anden fil.");
        }
        documents.belongsTo(invoice.businessKey(), invoice.clusterId(), claim.documentId());
        events.add(
                invoice,
                InvoiceEvents.Kind.RECEIVED,
                claim.claimant().id(),
                claim.purpose().text());
        return invoice;
    }

    private Invoice empty(Looked looked, Invoice.Source source, String senderId) {
        return new Invoice(
                looked.document().clusterId(),
                invoices.nextId(looked.document().clusterId()),
                looked.message() == null ? InvoiceStatus.CHECK : InvoiceStatus.UNREADABLE,
                arrival(looked, looked.kind().name(), source, senderId),
                Creditor.UNKNOWN,
                Bill.UNREAD,
                Coded.byReader(null, new NoTransfer(NoTransfer.Reason.NOT_STATED), null),
                Progress.NONE);
    }

    private Invoice filled(Looked looked, EInvoice read, Invoice.Source source, String senderId) {
        String cluster = looked.document().clusterId();
        return new Invoice(
                cluster,
                invoices.nextId(cluster),
                InvoiceStatus.CHECK,
                arrival(looked, read.format().name(), source, senderId),
                new Creditor(
                        read.supplier().name(),
                        read.supplier().cvr(),
                        read.supplier().mail(),
                        read.supplierIsPrivatePerson()),
                new Bill(
                        read.kind().name(),
                        read.number(),
                        read.issueDate(),
                        read.payableBy().map(EInvoice.PayableBy::date).orElse(null),
                        read.currency(),
                        read.payableMinor(),
                        minor(read)),
                Coded.byReader(
                        read.currency().equals("DKK") ? read.postingMinor() : null,
                        Payees.of(read),
                        original(cluster, read)),
                Progress.NONE);
    }

    private Arrival arrival(Looked looked, String format, Invoice.Source source, String senderId) {
        return new Arrival(
                source,
                format,
                looked.document().id(),
                senderId,
                Claimed.NOTHING,
                write(looked.problems()),
                looked.message(),
                time.now());
    }

    private static long minor(EInvoice read) {
        return read.vat().signum() == 0
                ? 0
                : read.vat()
                        .movePointRight(Money.decimals(read.currency()))
                        .setScale(0, java.math.RoundingMode.HALF_UP)
                        .longValueExact();
    }

    private @Nullable String original(String clusterId, EInvoice read) {
        String supplier =
                InvoiceKeys.supplier(read.supplier().cvr(), read.supplier().name());
        return read.originals().stream()
                .map(original -> InvoiceKeys.number(original.number()))
                .flatMap(number -> supplier == null || number == null
                        ? java.util.stream.Stream.empty()
                        : invoices.withNumber(clusterId, supplier, number, Invoice.INVOICE).stream())
                .map(Invoice::id)
                .findFirst()
                .orElse(null);
    }

    private void keepAttachments(Invoice invoice, EInvoice read) {
        for (Attachment attachment : read.attachments()) {
            Document kept = documents.store(
                    invoice.clusterId(), attachment.fileName(), attachment.content(), invoice.senderId());
            attach(invoice, kept.id(), kept.fileName());
        }
    }

    /** A further file that belongs to the invoice. */
    void attach(Invoice invoice, String documentId, String title) {
        documents.belongsTo(invoice.businessKey(), invoice.clusterId(), documentId);
        jdbc.sql("""
                        insert into klyngeflow.invoice_attachment (cluster_id, invoice_id, document_id, title)
                        values (:cluster, :id, :document, :title) on conflict do nothing""")
                .param("cluster", invoice.clusterId())
                .param("id", invoice.id())
                .param("document", documentId)
                .param("title", title)
                .update();
    }

    /** @param title the file's name */
    record Attached(String documentId, String title) {}

    List<Attached> attachments(Invoice invoice) {
        return jdbc.sql("""
                        select document_id, title from klyngeflow.invoice_attachment
                        where cluster_id = :cluster and invoice_id = :id order by title, document_id""")
                .param("cluster", invoice.clusterId())
                .param("id", invoice.id())
                .query(ATTACHED)
                .list();
    }

    private String write(List<Problem> problems) {
        try {
            return json.writeValueAsString(problems);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("problems are plain records", e);
        }
    }
}
