package dk.klyngeflow.ballots;

import dk.klyngeflow.ballots.BallotLetters.Delivery;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For those who hold a vote: how far it is, and for the returning officer alone her key. Nothing here tells of votes before the count. */
@RestController
@RequestMapping("/api/clusters/{cluster}/ballots/{ballot}")
class BallotRoutes {

    private final Ballots ballots;
    private final BallotStore store;
    private final BallotLetters letters;
    private final BallotNames names;
    private final PrintedProtocols printed;
    private final KeyPlace place;
    private final CurrentPerson person;

    BallotRoutes(
            Ballots ballots,
            BallotStore store,
            BallotLetters letters,
            BallotNames names,
            PrintedProtocols printed,
            KeyPlace place,
            CurrentPerson person) {
        this.ballots = ballots;
        this.store = store;
        this.letters = letters;
        this.names = names;
        this.printed = printed;
        this.place = place;
        this.person = person;
    }

    /**
     * @param sentences how the result follows; empty until it has been counted
     * @param warning Danish; about where the key lies, empty when there is nothing to say
     */
    record View(
            String title,
            String phase,
            String closesAt,
            Delivery letters,
            List<String> roll,
            List<String> sentences,
            String hash,
            String warning) {}

    @GetMapping
    ResponseEntity<View> view(@PathVariable String cluster, @PathVariable String ballot) {
        BallotFacts facts = facts(cluster, ballot);
        Optional<BallotResult> result = ballots.result(cluster, ballot);
        var closesAt = facts.course().closesAt();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new View(
                        facts.title(),
                        facts.phase().name(),
                        closesAt == null ? "" : dk.klyngeflow.engine.CopenhagenTime.inWords(closesAt),
                        letters.delivery(cluster, ballot),
                        names.onRoll(cluster, ballots.roll(cluster, ballot)),
                        result.map(BallotResult::sentences).orElse(List.of()),
                        result.map(BallotResult::hash).orElse(""),
                        place.warning().orElse("")));
    }

    record Code(String code) {}

    /** The key on paper, once. */
    @PostMapping("/key")
    ResponseEntity<Code> key(@PathVariable String cluster, @PathVariable String ballot) {
        requireOfficer(cluster, ballot);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Code(ballots.printKey(cluster, ballot)));
    }

    /** @param code from the paper; nothing when the key is on the server */
    record Typed(@Nullable String code) {}

    record Counted(List<String> sentences, String hash) {}

    @PostMapping("/count")
    @Transactional
    public Counted count(@PathVariable String cluster, @PathVariable String ballot, @RequestBody Typed typed) {
        requireOfficer(cluster, ballot);
        BallotResult result = ballots.count(cluster, ballot, typed.code());
        printed.file(cluster, ballot);
        return new Counted(result.sentences(), result.hash());
    }

    /** What {@link RecountBallots} reads. */
    @GetMapping("/protocol")
    ResponseEntity<byte[]> protocol(@PathVariable String cluster, @PathVariable String ballot) {
        facts(cluster, ballot);
        byte[] file = ballots.protocolFile(cluster, ballot).orElseThrow(Refused::notFound);
        ContentDisposition attachment =
                ContentDisposition.attachment().filename("protokol.txt").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(file);
    }

    private BallotFacts facts(String cluster, String ballot) {
        if (!isOfficer(cluster, ballot)) {
            person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR);
        }
        return ballots.find(cluster, ballot).orElseThrow(Refused::notFound);
    }

    private void requireOfficer(String cluster, String ballot) {
        facts(cluster, ballot);
        if (!isOfficer(cluster, ballot)) {
            throw Refused.forbidden("Det kan kun valglederen.");
        }
    }

    private boolean isOfficer(String cluster, String ballot) {
        return person.clusters().contains(cluster)
                && store.find(cluster, ballot)
                        .filter(row -> person.id().equals(Optional.of(row.keys().officer())))
                        .isPresent();
    }
}
