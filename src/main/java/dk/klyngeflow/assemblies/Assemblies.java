package dk.klyngeflow.assemblies;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.People;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The evening of an assembly, for whoever holds one: {@code announce} when it is called, so that members can give proxies by their links;
 * {@code open} at the door, with the roll and the agenda; people then record on the pages; {@code end}; {@code record}. Every step joins the
 * caller's transaction, and doing it again does no harm.
 */
@Component
public class Assemblies {

    /** Purpose of the personal link by which a member gives a proxy, and checks in at the door; its subject is the evening's id. */
    public static final String LINK = "fremmoede";

    private final Evenings evenings;
    private final Rooms rooms;
    private final Proxies proxies;
    private final DigitalVotes digital;
    private final People people;
    private final Links links;

    Assemblies(Evenings evenings, Rooms rooms, Proxies proxies, DigitalVotes digital, People people, Links links) {
        this.evenings = evenings;
        this.rooms = rooms;
        this.proxies = proxies;
        this.digital = digital;
        this.people = people;
        this.links = links;
    }

    /** Where the chair of the assembly records, and the door is kept. */
    public static String page(String clusterId, String eveningId) {
        return "/generalforsamling/" + clusterId + "/aften/" + eveningId;
    }

    /**
     * @param eveningId of the caller's; lower case letters, figures and hyphens
     * @param isSecond after one without quorum: whoever comes decides
     * @param roll ids of those who may vote; again changes it until the doors open
     */
    @Transactional
    public void announce(
            String clusterId,
            String eveningId,
            String title,
            int statutesVersion,
            boolean isSecond,
            Collection<String> roll) {
        evenings.announce(clusterId, eveningId, title, statutesVersion, isSecond);
        Evening evening = evenings.lock(clusterId, eveningId).orElseThrow();
        if (evening.openedAt() == null) {
            evenings.roll(evening, roll);
        }
    }

    /**
     * Opens the doors: from now on the roll and the agenda stand. Again changes nothing.
     *
     * @throws IllegalStateException when it was not announced
     */
    @Transactional
    public void open(String clusterId, String eveningId, Collection<String> roll, List<AgendaItem> agenda) {
        Evening evening = locked(clusterId, eveningId);
        if (evening.openedAt() == null) {
            evenings.roll(evening, roll);
            evenings.open(evening, agenda);
            links.of(clusterId, ScreenLink.PURPOSE, eveningId, ScreenLink.HOLDER);
        }
    }

    public boolean hasEnded(String clusterId, String eveningId) {
        return evenings.find(clusterId, eveningId)
                .filter(evening -> evening.endedAt() != null)
                .isPresent();
    }

    /** What is not recorded yet, a Danish sentence each; empty when the assembly can end. */
    public List<String> missing(String clusterId, String eveningId) {
        Evening evening = evenings.find(clusterId, eveningId).orElseThrow();
        List<String> missing = new ArrayList<>();
        if (evening.openedAt() == null) {
            missing.add("Dørene er ikke åbnet.");
        }
        if (evening.chairedBy().isBlank()) {
            missing.add("Dirigent og referent er ikke skrevet på.");
        }
        if (rooms.attendance(evening).present() == 0) {
            missing.add("Ingen er meldt mødt.");
        }
        decisions(clusterId, eveningId).stream()
                .filter(decision -> decision.is(ItemOutcome.OPEN))
                .forEach(decision -> missing.add("Punktet „" + decision.title() + "“ er ikke afgjort."));
        return missing;
    }

    /**
     * Nothing can be changed afterwards.
     *
     * @throws FormRefused with what is missing
     */
    @Transactional
    public void end(String clusterId, String eveningId, String by) {
        Evening evening = locked(clusterId, eveningId);
        if (evening.endedAt() == null) {
            List<String> missing = missing(clusterId, eveningId);
            if (!missing.isEmpty()) {
                throw new FormRefused(missing);
            }
            evenings.end(evening, by);
        }
    }

    private Evening locked(String clusterId, String eveningId) {
        return evenings.lock(clusterId, eveningId)
                .orElseThrow(() -> new IllegalStateException("no evening " + eveningId + " in " + clusterId));
    }

    /** One for every item, in their order. */
    public List<Decision> decisions(String clusterId, String eveningId) {
        Evening evening = evenings.find(clusterId, eveningId).orElseThrow();
        List<Vote> votes = evenings.votes(evening);
        List<Amendment> amendments = evenings.amendments(evening);
        return evenings.items(evening).stream()
                .map(item -> decision(evening, item, votes, amendments))
                .toList();
    }

    private static Decision decision(Evening evening, EveningItem item, List<Vote> votes, List<Amendment> amendments) {
        List<String> adopted = amendments.stream()
                .filter(amendment -> amendment.item() == item.number())
                .filter(amendment -> votes.stream()
                        .anyMatch(vote -> vote.isOf(item.number(), amendment.number()) && vote.isAdopted()))
                .map(Amendment::text)
                .toList();
        return votes.stream()
                .filter(vote -> vote.isOf(item.number(), 0))
                .findFirst()
                .map(vote -> new Decision(
                        item.key(),
                        item.kind(),
                        item.title(),
                        vote.outcome(),
                        vote.result().arithmetic(),
                        adopted,
                        vote.people(),
                        vote.words().remark()))
                .orElseGet(() -> new Decision(
                        item.key(), item.kind(), item.title(), unvoted(evening, item), "", adopted, List.of(), ""));
    }

    private static ItemOutcome unvoted(Evening evening, EveningItem item) {
        return switch (item.kind()) {
            case OFFICERS -> evening.chairedBy().isBlank() ? ItemOutcome.OPEN : ItemOutcome.NOTED;
            case REPORT, OTHER -> ItemOutcome.NOTED;
            default -> ItemOutcome.OPEN;
        };
    }

    /** Of the votes by link whose results were recorded, in order. */
    public List<VoteProtocol> protocols(String clusterId, String eveningId) {
        return digital.protocols(evenings.find(clusterId, eveningId).orElseThrow());
    }

    public EveningRecord record(String clusterId, String eveningId) {
        Evening evening = evenings.find(clusterId, eveningId).orElseThrow();
        List<Voter> roll = evenings.voters(evening);
        List<Proxy> used = proxies.valid(evening).stream()
                .filter(proxy -> roll.stream()
                        .anyMatch(voter -> voter.personId().equals(proxy.holder()) && voter.checkedInAt() != null))
                .toList();
        Map<String, String> names =
                people.namesOf(roll.stream().map(Voter::personId).collect(Collectors.toSet()));
        return new EveningRecord(
                evening.title(),
                evening.openedAt(),
                evening.endedAt(),
                new EveningRecord.Officers(evening.chairedBy(), evening.keptBy()),
                roll.stream()
                        .filter(voter -> voter.checkedInAt() != null)
                        .map(voter -> names.getOrDefault(voter.personId(), People.UNKNOWN))
                        .sorted()
                        .toList(),
                used.stream()
                        .map(proxy -> names.getOrDefault(proxy.holder(), People.UNKNOWN) + " stemte for "
                                + names.getOrDefault(proxy.principal(), People.UNKNOWN))
                        .sorted()
                        .toList(),
                rooms.attendance(evening),
                decisions(clusterId, eveningId));
    }
}
