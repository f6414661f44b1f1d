package dk.klyngeflow.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.einvoices.EInvoice;
import dk.klyngeflow.einvoices.Problem;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Invoices over HTTP: for the forms in Tasklist with the session, and for other programs with HTTP Basic. */
@RestController
@RequestMapping("/api/clusters/{cluster}/invoices")
class InvoiceRoutes {

    private static final Role[] STAFF = {Role.SECRETARY, Role.COORDINATOR, Role.BOARD, Role.AUDITOR};
    private static final Role[] ANYBODY = Role.values();

    private final CurrentPerson person;
    private final InvoiceIntake intake;
    private final Invoices invoices;
    private final InvoiceViews views;
    private final InvoiceArrivals arrivals;
    private final Withdrawals withdrawals;
    private final Duplicates duplicates;

    InvoiceRoutes(
            CurrentPerson person,
            InvoiceIntake intake,
            Invoices invoices,
            InvoiceViews views,
            InvoiceArrivals arrivals,
            Withdrawals withdrawals,
            Duplicates duplicates) {
        this.person = person;
        this.intake = intake;
        this.invoices = invoices;
        this.views = views;
        this.arrivals = arrivals;
        this.withdrawals = withdrawals;
        this.duplicates = duplicates;
    }

    /** What is kept although it cannot be read. */
    record Unreadable(String message, String id) {}

    /**
     * What a kept file turned out to be.
     *
     * @param summary not there when it is no invoice
     * @param duplicateOf not there when it is the first
     */
    record Uploaded(
            String documentId,
            String fileName,
            String kind,
            List<Problem> problems,
            @Nullable String message,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Summary summary,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Known duplicateOf) {}

    record Known(String id) {}

    record Summary(
            String supplier,
            String number,
            String kind,
            @JsonUnwrapped Sum sum,
            @Nullable LocalDate issueDate,
            @Nullable LocalDate dueDate) {

        static Summary of(EInvoice read) {
            return new Summary(
                    read.supplier().name(),
                    read.number(),
                    read.kind().name(),
                    new Sum(read.postingMinor(), read.payable(), read.payableMinor(), read.currency()),
                    read.issueDate(),
                    read.payableBy().map(EInvoice.PayableBy::date).orElse(null));
        }
    }

    record Sum(long signedMinor, BigDecimal payable, long payableMinor, String currency) {}

    /** Takes in a supplier's file and starts its case. */
    @PostMapping
    ResponseEntity<?> post(@PathVariable String cluster, @RequestPart("file") MultipartFile file) {
        person.require(cluster, STAFF);
        Document document = intake.keep(cluster, name(file), bytes(file), person.requireId());
        Invoice invoice = arrivals.arrived(cluster, document.id(), person.requireId());
        if (invoice.unreadable() != null) {
            return ResponseEntity.unprocessableEntity()
                    .body(new Unreadable(
                            invoice.unreadable() + " Filen er gemt, og sekretæren har fået en opgave om at se på den.",
                            invoice.id()));
        }
        return ResponseEntity.created(URI.create("/api/clusters/" + cluster + "/invoices/" + invoice.id()))
                .body(views.whole(invoice));
    }

    /** Keeps a file for a form and says what it is; nothing has begun yet. */
    @PostMapping("/uploads")
    Uploaded upload(@PathVariable String cluster, @RequestPart("file") MultipartFile file) {
        person.require(cluster, ANYBODY);
        Document document = intake.keep(cluster, name(file), bytes(file), person.requireId());
        InvoiceIntake.Looked looked = intake.look(document);
        EInvoice read = looked.invoice();
        Optional<DuplicateInvoice> duplicate = duplicates.ofFile(document, read);
        return new Uploaded(
                document.id(),
                document.fileName(),
                looked.kind().name(),
                looked.problems(),
                duplicate.map(known -> String.join(" ", known.messages())).orElse(looked.message()),
                read == null ? null : Summary.of(read),
                duplicate.map(known -> new Known(known.first().id())).orElse(null));
    }

    @GetMapping
    List<InvoiceInFull.Line> list(@PathVariable String cluster, @RequestParam(defaultValue = "0") int page) {
        person.require(cluster, STAFF);
        return invoices.list(cluster, Math.max(0, Math.min(page, 1_000))).stream()
                .map(views::line)
                .toList();
    }

    @GetMapping("/{id}")
    InvoiceInFull get(@PathVariable String cluster, @PathVariable String id) {
        return views.whole(visible(cluster, id));
    }

    /** The sender changes her mind, or the secretary does it for her. */
    @PostMapping("/{id}/withdraw")
    InvoiceInFull.Line withdraw(
            @PathVariable String cluster, @PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        Invoice invoice = visible(cluster, id);
        boolean isHers = person.requireId().equals(invoice.senderId())
                || person.requireId().equals(invoice.claimantId());
        if (!isHers && !person.isAdministrator() && !person.hasRole(cluster, Role.SECRETARY, Role.COORDINATOR)) {
            throw Refused.forbidden(
                    "Kun den, der har sendt bilaget, sekretæren og koordinatoren kan trække det tilbage.");
        }
        FormFields fields = FormFields.of(Map.of("reason", reason), Set.of("reason"));
        String said = Withdrawals.reason(fields);
        fields.refuseIfWrong();
        withdrawals.withdraw(cluster, id, person.requireId(), said);
        return views.line(invoices.get(cluster, id));
    }

    /** Staff sees all, a member only her own; what she may not see does not exist. */
    private Invoice visible(String cluster, String id) {
        person.require(cluster, ANYBODY);
        return invoices.find(cluster, id)
                .filter(invoice -> person.isAdministrator()
                        || person.hasRole(cluster, STAFF)
                        || person.requireId().equals(invoice.claimantId())
                        || person.requireId().equals(invoice.senderId()))
                .orElseThrow(Refused::notFound);
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null || name.isBlank() ? "bilag" : name;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("an upload could not be read", e);
        }
    }
}
