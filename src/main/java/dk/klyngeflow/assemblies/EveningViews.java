package dk.klyngeflow.assemblies;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.statutes.Majority;
import dk.klyngeflow.statutes.Quorum;
import dk.klyngeflow.statutes.Statutes;
import dk.klyngeflow.statutes.StatutesVersions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of an evening show. */
@Component
class EveningViews {

    private final Evenings evenings;
    private final Rooms rooms;
    private final Proxies proxies;
    private final Assemblies assemblies;
    private final DigitalVotes digital;
    private final StatutesVersions statutes;
    private final Clusters clusters;
    private final People people;

    EveningViews(
            Evenings evenings,
            Rooms rooms,
            Proxies proxies,
            Assemblies assemblies,
            DigitalVotes digital,
            StatutesVersions statutes,
            Clusters clusters,
            People people) {
        this.evenings = evenings;
        this.rooms = rooms;
        this.proxies = proxies;
        this.assemblies = assemblies;
        this.digital = digital;
        this.statutes = statutes;
        this.clusters = clusters;
        this.people = people;
    }

    /** What was sent and could not be taken: it stands again where it was typed. */
    record Typed(String anchor, Map<String, String> values, List<String> wrong) {

        static final Typed NOTHING = new Typed("", Map.of(), List.of());

        /** Public, as the page asks it. */
        public String of(int item, int amendment, String name) {
            return isOf(item, amendment) ? values.getOrDefault(name, "") : "";
        }

        public boolean isOf(int item, int amendment) {
            return anchor.equals("punkt-" + item)
                    && values.getOrDefault("amendment", "0").equals(String.valueOf(amendment));
        }
    }

    /** One at the door. @param proxy such as "Bo Dahl stemmer for hende"; may be empty */
    record AtDoor(String id, String name, boolean isPresent, boolean hasLeft, String proxy, String holds) {}

    /** A vote to be recorded, or one that was. @param amendment 0 for the item itself */
    record Ballot(int amendment, String text, @Nullable Vote vote, String outcome, boolean canBePut, ByLink byLink) {}

    /**
     * The vote by link about it.
     *
     * @param isOffered where it can be opened now
     * @param underway null unless it is open
     * @param cameToNothing why the last one did; may be empty
     * @param protocol id of its printed protocol; empty when there is none
     */
    record ByLink(boolean isOffered, DigitalVotes.@Nullable Underway underway, String cameToNothing, String protocol) {}

    /** One item. @param rule what it takes; empty when nothing is put */
    record Item(EveningItem row, Decision decision, String rule, List<String> candidates, List<Ballot> ballots) {

        /** Public, as the page asks it. */
        public boolean isPut() {
            return row.kind().isPut();
        }

        public boolean isElection() {
            return row.kind() == ItemKind.ELECTION;
        }

        public boolean isOfficers() {
            return row.kind() == ItemKind.OFFICERS;
        }

        public boolean isVotedUponByLink() {
            return ballots.stream().anyMatch(ballot -> ballot.byLink().underway() != null);
        }

        public boolean isOpen() {
            return decision.is(ItemOutcome.OPEN);
        }
    }

    void put(Evening evening, Typed typed, boolean mayRecord, Model model) {
        Attendance there = rooms.attendance(evening);
        List<Item> items = items(evening, there);
        model.addAttribute("cluster", clusters.get(evening.clusterId()));
        model.addAttribute("evening", evening);
        model.addAttribute("there", there);
        model.addAttribute("items", items);
        model.addAttribute("current", current(items).orElse(null));
        model.addAttribute("door", door(evening));
        model.addAttribute("missing", assemblies.missing(evening.clusterId(), evening.eveningId()));
        model.addAttribute("seen", evenings.recorded(evening));
        model.addAttribute("opened", digital.opened(evening));
        model.addAttribute("typed", typed);
        model.addAttribute("mayRecord", mayRecord);
        model.addAttribute(
                "ended",
                Optional.ofNullable(evening.endedAt())
                        .map(CopenhagenTime::inWords)
                        .orElse(""));
        model.addAttribute("ways", List.of(How.UNOPPOSED, How.HANDS, How.PAPER, How.POSTPONED, How.NO_QUORUM));
        model.addAttribute("electionWays", List.of(How.ACCLAMATION, How.TO_ELECTION, How.POSTPONED, How.NO_QUORUM));
    }

    /** What is voted upon by link, or else the first that is not decided. */
    static Optional<Item> current(List<Item> items) {
        return items.stream()
                .filter(Item::isVotedUponByLink)
                .findFirst()
                .or(() -> items.stream().filter(Item::isOpen).findFirst());
    }

    private List<AtDoor> door(Evening evening) {
        List<Voter> roll = evenings.voters(evening);
        Map<String, String> names =
                people.namesOf(roll.stream().map(Voter::personId).toList());
        List<Proxy> valid = proxies.valid(evening);
        return roll.stream()
                .map(voter -> new AtDoor(
                        voter.personId(),
                        names.getOrDefault(voter.personId(), People.UNKNOWN),
                        voter.isPresent(),
                        voter.leftAt() != null,
                        valid.stream()
                                .filter(proxy -> proxy.principal().equals(voter.personId()))
                                .map(proxy -> "Fuldmagt til " + names.getOrDefault(proxy.holder(), People.UNKNOWN))
                                .findFirst()
                                .orElse(""),
                        String.join(
                                ", ",
                                valid.stream()
                                        .filter(proxy -> proxy.holder().equals(voter.personId()))
                                        .map(proxy -> "Stemmer også for "
                                                + names.getOrDefault(proxy.principal(), People.UNKNOWN))
                                        .toList())))
                .sorted(Comparator.comparing(AtDoor::name))
                .toList();
    }

    List<Item> items(Evening evening, Attendance there) {
        Statutes rules = statutes.version(evening.clusterId(), evening.statutesVersion());
        List<Decision> decisions = assemblies.decisions(evening.clusterId(), evening.eveningId());
        List<Vote> votes = evenings.votes(evening);
        List<Amendment> amendments = evenings.amendments(evening);
        boolean isOffered = rules.elections().digitalBallot() && !digital.isUnderway(evening);
        return evenings.items(evening).stream()
                .map(item -> new Item(
                        item,
                        decisions.get(item.number() - 1),
                        item.kind().isPut() ? rule(rules, item, there, evening.isSecond()) : "",
                        item.standing().stream().map(people::nameOf).toList(),
                        ballots(evening, item, votes, amendments, isOffered)))
                .toList();
    }

    private static String rule(Statutes rules, EveningItem item, Attendance there, boolean isSecond) {
        Majority majority = item.kind().majority(rules);
        Quorum quorum = item.kind().quorum(rules, there.members(), isSecond);
        return "Kræver " + majority.inWords() + ". " + quorum.inWords(there.votes(), there.proxies())
                + (item.kind() == ItemKind.DISSOLUTION
                        ? " Det skal vedtages på to generalforsamlinger efter hinanden."
                        : "");
    }

    private List<Ballot> ballots(
            Evening evening, EveningItem item, List<Vote> votes, List<Amendment> all, boolean isOffered) {
        List<Amendment> amendments = all.stream()
                .filter(amendment -> amendment.item() == item.number())
                .toList();
        boolean areSettled = amendments.stream()
                .allMatch(amendment -> vote(votes, item, amendment.number()).isPresent());
        List<Ballot> ballots = new java.util.ArrayList<>();
        boolean isMainPut = vote(votes, item, 0).isPresent();
        amendments.forEach(amendment -> ballots.add(ballot(
                evening,
                new Vote.Of(item.number(), amendment.number()),
                amendment.text(),
                vote(votes, item, amendment.number()),
                !isMainPut,
                isOffered)));
        ballots.add(ballot(evening, new Vote.Of(item.number(), 0), "", vote(votes, item, 0), areSettled, isOffered));
        return ballots;
    }

    private Ballot ballot(
            Evening evening, Vote.Of of, String text, Optional<Vote> vote, boolean canBePut, boolean isOffered) {
        return new Ballot(
                of.amendment(),
                text,
                vote.orElse(null),
                vote.map(each -> each.outcome().danish()).orElse(""),
                canBePut,
                digital.byLink(evening, of, isOffered && canBePut && vote.isEmpty()));
    }

    private static Optional<Vote> vote(List<Vote> votes, EveningItem item, int amendment) {
        return votes.stream()
                .filter(vote -> vote.isOf(item.number(), amendment))
                .findFirst();
    }
}
