package dk.klyngeflow.election;

import dk.klyngeflow.ballots.BallotFacts;
import dk.klyngeflow.ballots.BallotLetters;
import dk.klyngeflow.ballots.Ballots;
import dk.klyngeflow.ballots.Contest;
import dk.klyngeflow.ballots.KeyMode;
import dk.klyngeflow.ballots.Outcome;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.Practices;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import dk.klyngeflow.statutes.StatutesVersions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the forms of an election show; never who has voted, nor how many. */
@RestController
@RequestMapping("/api/clusters/{cluster}/elections")
class ElectionRoutes {

    private static final Role[] STAFF = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};

    private final CurrentPerson person;
    private final Elections elections;
    private final Nominees nominees;
    private final Acceptances acceptances;
    private final BallotRounds rounds;
    private final Ballots ballots;
    private final BallotPost post;
    private final ElectionProtocol protocol;
    private final StatutesVersions statutes;
    private final People people;
    private final Practices practices;

    ElectionRoutes(
            CurrentPerson person,
            Elections elections,
            Nominees nominees,
            Acceptances acceptances,
            BallotRounds rounds,
            Ballots ballots,
            BallotPost post,
            ElectionProtocol protocol,
            StatutesVersions statutes,
            People people,
            Practices practices) {
        this.person = person;
        this.elections = elections;
        this.nominees = nominees;
        this.acceptances = acceptances;
        this.rounds = rounds;
        this.ballots = ballots;
        this.post = post;
        this.protocol = protocol;
        this.statutes = statutes;
        this.people = people;
        this.practices = practices;
    }

    record Choosable(String id, String name, String hint) {}

    /** @param when the post for which she is asked about */
    record Leaver(String id, String name, String when) {}

    /** @param note how is voted, as the statutes say */
    record Offer(List<Leaver> leaving, String note) {}

    record Line(String choice, String name, String first, String second) {}

    /** @param substitute who could be offered the post; empty when nobody */
    record View(
            String title,
            String takesOffice,
            String decided,
            String refused,
            String substitute,
            List<Choosable> roll,
            Vote vote) {}

    /** @param drawers who may draw */
    record Vote(List<Line> lines, List<Choosable> tied, List<Choosable> drawers, String places, Letters letters) {}

    /**
     * How far the letters with links have come, and the key on paper.
     *
     * @param warning empty when all have arrived
     */
    record Letters(String sent, String waiting, String failed, String warning, String keyMark, String keyPage) {}

    /** Before an election is begun. */
    @GetMapping("/offer")
    Offer offer(@PathVariable String cluster) {
        person.require(cluster, STAFF);
        List<Leaver> leaving = Stream.of(Post.BOARD, Post.AUDITOR)
                .flatMap(post -> people.holding(cluster, post).stream()
                        .map(each -> new Leaver(each.id(), each.name(), "post=" + post.name())))
                .toList();
        return new Offer(
                leaving,
                statutes.today(cluster).elections().digitalBallot()
                        ? ""
                        : "Jeres vedtægter, som de står her, tillader ikke afstemning ved link. Stiller flere op, stemmes der på et møde, og to stemmetællere skriver tallene ind. Passer det ikke, så ret vedtægterne på siden Vedtægter først.");
    }

    @GetMapping("/{id}")
    View one(@PathVariable String cluster, @PathVariable String id) {
        person.require(cluster, STAFF);
        Election election = elections.find(cluster, id).orElseThrow(Refused::notFound);
        return new View(
                title(election),
                DanishTime.DAY.format(election.matter().takesOffice()),
                String.join("\n", protocol.sentences(election)),
                String.join(
                        "; ",
                        protocol.names(election, nominees.in(election, Nominee.State.REFUSED, Nominee.State.ELECTED))),
                acceptances.substitute(election).map(people::nameOf).orElse(""),
                named(cluster, nominees.roll(election)),
                vote(election));
    }

    /** While there is a vote the vote's, which says whether it is the run-off. */
    private String title(Election election) {
        return election.is(ElectionStatus.VOTING)
                ? ballots.find(election.clusterId(), rounds.ballotId(election))
                        .map(BallotFacts::title)
                        .orElse(election.label())
                : election.label();
    }

    private Vote vote(Election election) {
        String cluster = election.clusterId();
        List<Line> lines = ballots.find(cluster, rounds.ballotId(election))
                .map(BallotFacts::contest)
                .map(contest -> contest.choices().stream()
                        .map(choice -> new Line(choice, called(contest, choice), "", ""))
                        .toList())
                .orElse(List.of());
        List<String> standing = nominees.in(election, Nominee.State.STANDING, Nominee.State.ELECTED).stream()
                .map(Nominee::personId)
                .toList();
        List<String> drawers = people.of(cluster).stream()
                .map(Person::id)
                .filter(each -> !standing.contains(each))
                .toList();
        return new Vote(
                lines,
                named(
                        cluster,
                        rounds.lotNeeded(election).map(Outcome.LotNeeded::tied).orElse(List.of())),
                named(cluster, drawers),
                rounds.lotNeeded(election)
                        .map(lot -> lot.places() == 1 ? "1 skal trækkes" : lot.places() + " skal trækkes")
                        .orElse(""),
                letters(election));
    }

    private Letters letters(Election election) {
        String ballotId = rounds.ballotId(election);
        BallotLetters.Delivery delivery = post.delivery(election, ballotId);
        boolean isOnPaper = ballots.find(election.clusterId(), ballotId)
                .filter(ballot -> ballot.keyMode() == KeyMode.PAPER)
                .isPresent();
        return new Letters(
                String.valueOf(delivery.sent()),
                String.valueOf(delivery.waiting()),
                String.valueOf(delivery.failed()),
                delivery.failed() == 0
                        ? ""
                        : "Mails, der ikke kom frem, står hver som en opgave til sekretæren, hvor adressen kan rettes. Stemmen tæller kun, hvis linket når frem, før der lukkes.",
                isOnPaper ? ballots.keyMark(election.clusterId(), ballotId).orElse("ikke lavet endnu") : "",
                isOnPaper ? "/valg/" + election.clusterId() + "/" + election.number() + "/noegle" : "");
    }

    private String called(Contest contest, String choice) {
        if (contest.isApproval()) {
            return choice.equals(Contest.FOR) ? "For" : "Imod";
        }
        return people.nameOf(choice);
    }

    private List<Choosable> named(String cluster, java.util.Collection<String> ids) {
        Map<String, String> names = people.namesOf(ids);
        Map<String, String> work = practices.byMember(cluster);
        return ids.stream()
                .map(id -> new Choosable(
                        id,
                        names.getOrDefault(id, People.UNKNOWN) + (work.containsKey(id) ? ", " + work.get(id) : ""),
                        ""))
                .sorted(java.util.Comparator.comparing(Choosable::name))
                .toList();
    }
}
