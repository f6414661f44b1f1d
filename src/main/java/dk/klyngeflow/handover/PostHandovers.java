package dk.klyngeflow.handover;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.handover.HandoverItem.Owner;
import dk.klyngeflow.handover.HandoverTimes.OfDay;
import dk.klyngeflow.handover.HandoverTimes.OfTask;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.BoardHelp;
import dk.klyngeflow.members.CoordinatorPosts;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes the post as coordinator from one to the next: agreed, prepared, confirmed by both, moved on the day, or stopped with a reason. */
@Component
class PostHandovers {

    private static final Logger LOG = LoggerFactory.getLogger(PostHandovers.class);

    private final Handovers handovers;
    private final Checklists checklists;
    private final HandoverNotes notes;
    private final CoordinatorPosts posts;
    private final People people;
    private final HandoverTimes times;
    private final Cases cases;
    private final BoardHelp board;
    private final Outbox outbox;
    private final CopenhagenTime time;

    PostHandovers(
            Handovers handovers,
            Checklists checklists,
            HandoverNotes notes,
            CoordinatorPosts posts,
            People people,
            HandoverTimes times,
            Cases cases,
            BoardHelp board,
            Outbox outbox,
            CopenhagenTime time) {
        this.handovers = handovers;
        this.checklists = checklists;
        this.notes = notes;
        this.posts = posts;
        this.people = people;
        this.times = times;
        this.cases = cases;
        this.board = board;
        this.outbox = outbox;
        this.time = time;
    }

    record Begun(Handover handover, boolean isSecretaryNeeded, boolean isBoardNeeded, OfDay times) {}

    /** One that was under way ends with this one: two cannot have the post. */
    Begun begin(String clusterId, String successor, LocalDate day, String by) {
        Optional<Handover> former = handovers.open(clusterId);
        boolean isSameAgain =
                former.filter(each -> each.successor().equals(successor)).isPresent();
        former.ifPresent(each -> withdraw(
                each,
                isSameAgain
                        ? "Overdragelsen til den samme går videre i en ny sag, fordi valget er afgjort. Det, der er krydset af, er taget med."
                        : "Der er aftalt en anden overdragelse i stedet."));
        String parting =
                posts.now(clusterId).orElseThrow(() -> new IllegalStateException("no coordinator in " + clusterId));
        Handover handover = handovers.add(clusterId, parting, successor, day, by);
        checklists.begin(handover);
        former.filter(each -> isSameAgain).ifPresent(each -> checklists.carryOver(each, handover));
        posts.expect(clusterId, successor);
        tell(handover, "handover-agreed", List.of(parting, successor), day.toString());
        LOG.info("handover {} of {} agreed for {}", handover.handoverId(), clusterId, day);
        return new Begun(
                handover,
                !checklists.items(handover, Owner.SECRETARY).isEmpty(),
                !checklists.items(handover, Owner.BOARD).isEmpty(),
                times.day(clusterId, day));
    }

    /** Only those of the two who have not confirmed. */
    void remind(String clusterId, String handoverId) {
        Handover handover = handovers.get(clusterId, handoverId);
        Set<String> missing = new LinkedHashSet<>();
        if (handover.partedAt() == null) {
            posts.now(clusterId).ifPresent(missing::add);
        }
        if (handover.takenAt() == null) {
            missing.add(handover.successor());
        }
        tell(handover, "handover-reminder", missing, handover.day().toString());
    }

    /** It has stuck, or the successor is leaving: the chair is asked, and both know. */
    OfTask askChair(String clusterId, String handoverId) {
        Handover handover = handovers.get(clusterId, handoverId);
        if (handover.reason().isEmpty()) {
            handovers.because(handover, missing(handover));
        }
        Set<String> who = new LinkedHashSet<>(ids(chair(clusterId)));
        who.add(handover.parting());
        who.add(handover.successor());
        tell(handover, "handover-stuck", who, handover.day().toString());
        return times.decision(clusterId);
    }

    private static String missing(Handover handover) {
        String who = handover.partedAt() == null && handover.takenAt() == null
                ? "Hverken den afgående eller den nye koordinator"
                : handover.partedAt() == null ? "Den afgående koordinator" : "Den nye koordinator";
        return who + (who.startsWith("Hverken") ? " har" : " har ikke") + " bekræftet overdragelsen i tide.";
    }

    /** The whole board is offered the decision, which stays with the chair too. */
    void offer(String clusterId, String businessKey) {
        board.ask(clusterId, businessKey);
    }

    /** Another day, or another successor; what has been ticked off stays. */
    Begun renew(String clusterId, String handoverId, String successor, LocalDate day) {
        Handover before = handovers.get(clusterId, handoverId);
        if (!before.successor().equals(successor)) {
            posts.expectNoLonger(clusterId, before.successor());
        }
        handovers.renew(before, successor, day);
        Handover handover = handovers.get(clusterId, handoverId);
        posts.expect(clusterId, successor);
        tell(handover, "handover-agreed", List.of(handover.parting(), successor), day.toString());
        return new Begun(
                handover,
                hasOpen(handover, Owner.SECRETARY),
                hasOpen(handover, Owner.BOARD),
                times.day(clusterId, day));
    }

    private boolean hasOpen(Handover handover, Owner owner) {
        return checklists.left(handover).stream().anyMatch(item -> item.owner() == owner);
    }

    /** Somebody cancels it, or it has been overtaken; its process hears of it. @return false when it was over already */
    boolean withdraw(Handover handover, String reason) {
        if (!handover.isOpen()) {
            return false;
        }
        handovers.because(handover, reason);
        handovers.ended(handover);
        return cases.tell(CoordinatorHandover.STOPPED, handover.clusterId(), handover.businessKey(), Map.of());
    }

    void stop(String clusterId, String handoverId) {
        Handover handover = handovers.get(clusterId, handoverId);
        handovers.ended(handover);
        boolean isExpectedAgain = handovers
                .open(clusterId)
                .filter(other -> other.successor().equals(handover.successor()))
                .isPresent();
        if (!isExpectedAgain) {
            posts.expectNoLonger(clusterId, handover.successor());
        }
        Set<String> who = new LinkedHashSet<>(List.of(handover.parting(), handover.successor()));
        who.addAll(ids(chair(clusterId)));
        posts.now(clusterId).ifPresent(who::add);
        tell(handover, "handover-stopped", who, "end");
        LOG.info("handover {} of {} stopped", handoverId, clusterId);
    }

    /** All of it or nothing: what hangs on the post follows from it in the same transaction. */
    void move(String clusterId, String handoverId) {
        LocalDate today = time.today();
        Handover handover = handovers.get(clusterId, handoverId);
        if (!posts.isEligible(clusterId, handover.successor(), today)) {
            throw new IllegalStateException("successor of handover " + handoverId + " is no member of " + clusterId);
        }
        handovers.moved(handover);
        posts.handOver(clusterId, handover.successor(), today);
        posts.expectNoLonger(clusterId, handover.successor());
        LOG.info("handover {} of {}: the post has moved", handoverId, clusterId);
    }

    record Announced(boolean isSomethingLeft, OfTask rest) {}

    /** Every member hears who it is now; and the note is hers at the latest now. */
    Announced announce(String clusterId, String handoverId) {
        Handover handover = handovers.get(clusterId, handoverId);
        if (handover.documentId() == null || handover.partedAt() == null) {
            notes.write(clusterId, handoverId);
        }
        tell(handover, "handover-done", ids(people.holding(clusterId, Role.MEMBER)), "done");
        boolean isSomethingLeft = !checklists.left(handover).isEmpty();
        if (!isSomethingLeft) {
            handovers.ended(handover);
        }
        return new Announced(isSomethingLeft, times.rest(clusterId));
    }

    private List<Person> chair(String clusterId) {
        List<Person> chair = people.holding(clusterId, Post.CHAIR);
        return chair.isEmpty() ? people.holding(clusterId, Role.BOARD) : chair;
    }

    private static List<String> ids(List<Person> found) {
        return found.stream().map(Person::id).toList();
    }

    private void tell(Handover handover, String purpose, Collection<String> who, String round) {
        outbox.enqueueAll(who.stream()
                .distinct()
                .map(person -> Mail.of(
                        handover.clusterId(),
                        purpose,
                        purpose + ":" + handover.businessKey() + ":" + person + ":" + round,
                        Recipient.person(person),
                        Map.of("handoverId", handover.handoverId(), "day", handover.label()),
                        handover.businessKey()))
                .toList());
    }
}
