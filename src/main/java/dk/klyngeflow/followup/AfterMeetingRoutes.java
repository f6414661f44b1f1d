package dk.klyngeflow.followup;

import dk.klyngeflow.benchmarks.MeetingFigures;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.Inspection;
import dk.klyngeflow.documents.KeptBack;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.WrapUps;
import dk.klyngeflow.members.Practices;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the forms after a meeting show and send besides their answers. */
@RestController
@RequestMapping("/api/clusters/{cluster}/meetings/{id}")
class AfterMeetingRoutes {

    private static final Role[] OFFICERS = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD};

    private final CurrentPerson person;
    private final Meetings meetings;
    private final WrapUps wrapUps;
    private final WrapUpViews views;
    private final MemberCare care;
    private final Minutes minutes;
    private final Documents documents;
    private final MeetingFigures figures;
    private final KeptBack keptBack;
    private final Practices practices;

    AfterMeetingRoutes(
            CurrentPerson person,
            Meetings meetings,
            WrapUps wrapUps,
            WrapUpViews views,
            MemberCare care,
            Minutes minutes,
            Documents documents,
            MeetingFigures figures,
            KeptBack keptBack,
            Practices practices) {
        this.person = person;
        this.meetings = meetings;
        this.wrapUps = wrapUps;
        this.views = views;
        this.care = care;
        this.minutes = minutes;
        this.documents = documents;
        this.figures = figures;
        this.keptBack = keptBack;
        this.practices = practices;
    }

    @GetMapping("/wrap-up")
    WrapUpViews.View wrapUp(@PathVariable String cluster, @PathVariable String id) {
        return views.of(held(cluster, id));
    }

    @GetMapping("/silent")
    List<MemberCare.Silent> silent(@PathVariable String cluster, @PathVariable String id) {
        return care.of(cluster, held(cluster, id).meetingId());
    }

    /** The minutes as they would be sent now, to look through. */
    @GetMapping("/minutes/draft.pdf")
    ResponseEntity<byte[]> draft(@PathVariable String cluster, @PathVariable String id) {
        Meeting meeting = held(cluster, id);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("udkast-referat-" + meeting.day() + ".pdf", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(minutes.pdf(meeting));
    }

    /** What the form begins with: the same definition as at the meeting, and what has been read since. */
    @GetMapping("/re-measure")
    Begun reMeasure(@PathVariable String cluster, @PathVariable String id) {
        List<MeetingFigures.Again> again = figures.again(held(cluster, id));
        MeetingFigures.Again first = again.stream()
                .filter(each -> each.before() != null && each.after() != null)
                .findFirst()
                .or(() -> again.stream().findFirst())
                .orElse(null);
        return first == null
                ? Begun.NOTHING
                : new Begun(
                        first.measure(),
                        first.unit(),
                        first.before() == null || first.after() == null ? null : first.before(),
                        first.before() == null ? null : first.after(),
                        first.better().isEmpty() ? null : first.better(),
                        again.stream()
                                .map(each -> each.measure() + ": " + each.words())
                                .collect(Collectors.joining("\n")));
    }

    /** @param change null, as the others, when no measure was laid with the meeting */
    record Begun(
            @Nullable String measure,
            @Nullable String unit,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            @Nullable String better,
            @Nullable String change) {

        static final Begun NOTHING = new Begun(null, null, null, null, null, null);
    }

    record Uploaded(String documentId, String fileName) {}

    /** Keeps a file with figures from before or after. */
    @PostMapping("/re-measure/uploads")
    Uploaded upload(@PathVariable String cluster, @PathVariable String id, @RequestPart("file") MultipartFile file) {
        held(cluster, id);
        byte[] content = bytes(file);
        String name = file.getOriginalFilename() == null ? "maaling" : file.getOriginalFilename();
        Inspection inspection = documents.inspect(content, name);
        if (!inspection.readable() || inspection.kind() == Inspection.Kind.XML) {
            throw Refused.badRequest("Filen skal være en PDF eller et billede, som kan åbnes.");
        }
        // these files are shown to every member
        documents.warningOfCprNumber(content).ifPresent(warning -> {
            throw Refused.badRequest(warning);
        });
        Document kept = documents.store(cluster, name, content, person.requireId());
        // every member sees these files: a sheet by provider number is read as figures, never shown as a paper
        keptBack.look(cluster, kept.id(), practices.providerNumbers(cluster)).ifPresent(reason -> {
            throw Refused.badRequest(
                    reason + " Indlæs tallene på siden „Tal fra praksis“; så ser hver praksis kun sine egne.");
        });
        return new Uploaded(kept.id(), kept.fileName());
    }

    private Meeting held(String cluster, String id) {
        person.require(cluster, OFFICERS);
        return meetings.find(cluster, id)
                .filter(meeting -> wrapUps.find(cluster, id).isPresent())
                .orElseThrow(Refused::notFound);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("an upload could not be read", e);
        }
    }
}
