package dk.klyngeflow.handover;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.handover.HandoverItem.Owner;
import dk.klyngeflow.members.CoordinatorPosts;
import dk.klyngeflow.members.CoordinatorSearch;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the forms of handing the post over show. */
@RestController
@RequestMapping("/api/clusters/{cluster}/handovers")
class HandoverRoutes {

    private static final Role[] OFFICERS = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.SUCCESSOR};
    private static final Role[] BOTH = {Role.COORDINATOR, Role.SUCCESSOR};

    private final Handovers handovers;
    private final Checklists checklists;
    private final HandoverNotes notes;
    private final CoordinatorPosts posts;
    private final CoordinatorSearch search;
    private final People people;
    private final CurrentPerson person;

    HandoverRoutes(
            Handovers handovers,
            Checklists checklists,
            HandoverNotes notes,
            CoordinatorPosts posts,
            CoordinatorSearch search,
            People people,
            CurrentPerson person) {
        this.handovers = handovers;
        this.checklists = checklists;
        this.notes = notes;
        this.posts = posts;
        this.search = search;
        this.people = people;
        this.person = person;
    }

    record Candidate(String id, String name) {}

    /** @param warning empty when no election is under way, nor has another been elected */
    record Offer(String warning) {}

    /** @param name of who acts when the coordinator stops at once; says so when nobody can */
    record Acting(String name) {}

    /** @param state as answered; an item nobody has looked at is left to choose */
    record Item(int number, String text, String state, String remark) {}

    /**
     * @param confirmed who has, in words
     */
    record View(
            String partingName,
            String successor,
            String day,
            String reason,
            String confirmed,
            @JsonUnwrapped Note about,
            @JsonUnwrapped Lists lists) {}

    /** @param noteState where it is, in words @param noteUrl address of it as it stands; empty for those whom it is not for */
    record Note(String note, String noteState, String noteUrl) {}

    record Lists(
            List<Item> parting, List<Item> successorItems, List<Item> secretary, List<Item> board, List<Item> left) {}

    /** The members who may be next. */
    @GetMapping("/candidates")
    List<Candidate> candidates(@PathVariable String cluster) {
        person.require(cluster, Role.COORDINATOR, Role.BOARD);
        return posts.eligible(cluster).stream()
                .map(each -> new Candidate(each.id(), each.name()))
                .toList();
    }

    /** Before a handover is agreed: whether an election has something to say of it. */
    @GetMapping("/offer")
    Offer offer(@PathVariable String cluster) {
        person.require(cluster, Role.COORDINATOR, Role.BOARD);
        return new Offer(search.in(cluster)
                .map(found -> found.elected() == null
                        ? found.danish()
                        : found.danish() + " Vælg den, der er valgt, medmindre I har aftalt andet.")
                .orElse(""));
    }

    @GetMapping("/acting")
    Acting acting(@PathVariable String cluster) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        return new Acting(posts.acting(cluster)
                .map(people::nameOf)
                .orElse("Ingen: der er ingen anden i bestyrelsen, som er medlem"));
    }

    @GetMapping("/{id}")
    View view(@PathVariable String cluster, @PathVariable String id) {
        person.require(cluster, OFFICERS);
        Handover handover = handovers.find(cluster, id).orElseThrow(Refused::notFound);
        boolean isOfBoth = person.hasRole(cluster, BOTH);
        return new View(
                people.nameOf(handover.parting()),
                people.nameOf(handover.successor()),
                handover.dayInWords(),
                handover.reason(),
                confirmed(handover),
                new Note(
                        isOfBoth ? handover.note() : "",
                        handover.documentId() == null
                                ? "Den kommer på mail, når den afgående har bekræftet."
                                : "Den er mailet til dig som PDF.",
                        isOfBoth ? "/api/clusters/" + cluster + "/handovers/" + id + "/note.pdf" : ""),
                new Lists(
                        items(checklists.items(handover, Owner.PARTING)),
                        items(checklists.items(handover, Owner.SUCCESSOR)),
                        items(checklists.items(handover, Owner.SECRETARY)),
                        items(checklists.items(handover, Owner.BOARD)),
                        items(checklists.left(handover))));
    }

    private static List<Item> items(List<HandoverItem> items) {
        return items.stream()
                .map(item -> new Item(
                        item.number(),
                        item.text(),
                        item.state() == HandoverItem.State.OPEN
                                ? ""
                                : item.state().name(),
                        item.remark()))
                .toList();
    }

    private static String confirmed(Handover handover) {
        return "Den afgående: " + when(handover.partedAt()) + ". Den nye: " + when(handover.takenAt()) + ".";
    }

    private static String when(@Nullable Instant moment) {
        return moment == null ? "nej" : DanishTime.DAY.format(CopenhagenTime.dayOf(moment));
    }

    /** The note as it stands, for the two whom it is between. */
    @GetMapping("/{id}/note.pdf")
    ResponseEntity<byte[]> note(@PathVariable String cluster, @PathVariable String id) {
        person.require(cluster, BOTH);
        Handover handover = handovers.find(cluster, id).orElseThrow(Refused::notFound);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("overdragelse-" + handover.day() + ".pdf", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(notes.pdf(handover));
    }
}
