package dk.klyngeflow.dataorders;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.Inspection;
import dk.klyngeflow.documents.KeptBack;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.Practices;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import dk.klyngeflow.security.SecurityLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the forms about a data package show and take: who accepts, the list to order with, the files. */
@RestController
@RequestMapping("/api/clusters/{cluster}/meetings/{meeting}/data-order")
class DataOrderRoutes {

    private static final Set<Inspection.Kind> WELCOME =
            Set.of(Inspection.Kind.PDF, Inspection.Kind.PNG, Inspection.Kind.JPEG);

    /** What a table comes in; members see a PDF or a picture or nothing. */
    private static final Pattern STAYING = Pattern.compile("(?i).*\\.(csv|tsv|xls|xlsx|xlsm|ods)");

    private final DataOrders orders;
    private final Meetings meetings;
    private final MissingData missing;
    private final Practices practices;
    private final Documents documents;
    private final KeptBack keptBack;
    private final DataPrivacy privacy;
    private final CurrentPerson person;
    private final SecurityLog log;

    DataOrderRoutes(
            DataOrders orders,
            Meetings meetings,
            MissingData missing,
            Practices practices,
            Documents documents,
            KeptBack keptBack,
            DataPrivacy privacy,
            CurrentPerson person,
            SecurityLog log) {
        this.privacy = privacy;
        this.missing = missing;
        this.orders = orders;
        this.meetings = meetings;
        this.practices = practices;
        this.documents = documents;
        this.keptBack = keptBack;
        this.person = person;
        this.log = log;
    }

    record Line(String providerNumber, String name, String answer) {}

    /** @param numbers of the practices that accept */
    record View(
            String title,
            String when,
            String numbers,
            String accepted,
            String shown,
            List<Line> practices,
            @Nullable LocalDate orderedOn,
            @JsonUnwrapped Places places) {}

    /** @param figures the page that reads a table of all practices */
    record Places(String csv, String figures) {}

    /** @param stays in Danish why it does not go to members; null when it goes */
    record Kept(
            String documentId, String fileName, @Nullable String stays) {}

    /** @param tried what happens when it is tried all the same; null when it cannot be */
    record Missing(
            String when,
            String why,
            String until,
            String otherwise,
            @Nullable String tried) {}

    /** What the form shows that decides on going without; @param until as the process knows it */
    @GetMapping("/missing")
    Missing missing(
            @PathVariable String cluster, @PathVariable String meeting, @RequestParam(defaultValue = "") String until) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        Meeting found = meetings.find(cluster, meeting)
                .filter(each -> each.startsAt() != null)
                .orElseThrow(Refused::notFound);
        return new Missing(
                found.when(),
                missing.why(found),
                moment(until),
                MissingData.OTHERWISE,
                missing.canBeTried(found) ? missing.howTried(found) : null);
    }

    private static String moment(String until) {
        try {
            return Meeting.when(Instant.parse(until.replace(" ", "+")));
        } catch (DateTimeParseException notAMoment) {
            return "";
        }
    }

    @GetMapping
    View order(@PathVariable String cluster, @PathVariable String meeting) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        Meeting found = meetings.find(cluster, meeting).orElseThrow(Refused::notFound);
        DataOrders.Order order = orders.find(cluster, meeting).orElseThrow(Refused::notFound);
        List<DataOrders.PracticeConsent> asked = orders.practices(cluster, meeting);
        long accepted = asked.stream().filter(DataOrders.PracticeConsent::isYes).count();
        return new View(
                found.title(),
                found.when(),
                orders.accepting(cluster, meeting),
                accepted + " af " + asked.size() + " praksis har sagt ja",
                privacy.inWords(found),
                asked.stream()
                        .map(each -> new Line(each.providerNumber(), each.name(), word(each.accepts())))
                        .toList(),
                order.orderedOn(),
                new Places(
                        "/api/clusters/" + cluster + "/meetings/" + meeting + "/data-order/consents.csv",
                        "/tal/" + cluster + "?meeting=" + meeting));
    }

    /** For spreadsheets: with a byte order mark, or Excel would not show æ, ø and å. */
    @GetMapping("/consents.csv")
    ResponseEntity<byte[]> consents(@PathVariable String cluster, @PathVariable String meeting) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        if (orders.find(cluster, meeting).isEmpty()) {
            throw Refused.notFound();
        }
        log.note(SecurityLog.Kind.EXPORTED, "", cluster, "Praksis, der har sagt ja til data");
        StringBuilder csv = new StringBuilder("\uFEFFydernummer;praksis\r\n");
        orders.practices(cluster, meeting).stream()
                .filter(DataOrders.PracticeConsent::isYes)
                .forEach(each -> csv.append(each.providerNumber())
                        .append(';')
                        .append(cell(each.name()))
                        .append("\r\n"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ydernumre.csv\"")
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps a file for the form; it is laid with the meeting when the form is sent. */
    @PostMapping("/files")
    Kept file(@PathVariable String cluster, @PathVariable String meeting, @RequestPart("file") MultipartFile file) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        if (orders.find(cluster, meeting).isEmpty()) {
            throw Refused.notFound();
        }
        byte[] content = bytes(file);
        String name = file.getOriginalFilename() == null ? "data.pdf" : file.getOriginalFilename();
        Inspection inspection = documents.inspect(content, name);
        if (!WELCOME.contains(inspection.kind()) && !STAYING.matcher(name).matches()) {
            throw Refused.badRequest(
                    "Filen skal være en PDF eller et billede (PNG eller JPG), så den kan sendes med indkaldelsen, eller et regneark, som bliver hos dig.");
        }
        if (WELCOME.contains(inspection.kind()) && !inspection.readable()) {
            throw Refused.badRequest(inspection.message() == null ? "Filen kan ikke læses." : inspection.message());
        }
        // these files are shown to every member
        documents.warningOfCprNumber(content).ifPresent(warning -> {
            throw Refused.badRequest(warning);
        });
        Document kept = documents.store(cluster, name, content, person.requireId());
        return new Kept(
                kept.id(),
                kept.fileName(),
                keptBack.look(cluster, kept.id(), practices.providerNumbers(cluster))
                        .orElse(null));
    }

    private static String word(@Nullable Boolean accepts) {
        return accepts == null ? "intet svar" : accepts ? "ja" : "nej";
    }

    /** A cell that a spreadsheet neither splits nor reckons with. */
    private static String cell(String text) {
        String inert = text.matches("^[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + inert.replace("\"", "\"\"") + "\"";
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("an upload could not be read", e);
        }
    }
}
