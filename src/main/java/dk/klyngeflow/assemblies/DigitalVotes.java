package dk.klyngeflow.assemblies;

import dk.klyngeflow.assemblies.EveningBallot.State;
import dk.klyngeflow.ballots.AdoptionRule;
import dk.klyngeflow.ballots.BallotLetters;
import dk.klyngeflow.ballots.BallotRefused;
import dk.klyngeflow.ballots.BallotResult;
import dk.klyngeflow.ballots.Ballots;
import dk.klyngeflow.ballots.Candidate;
import dk.klyngeflow.ballots.KeyMode;
import dk.klyngeflow.ballots.NewBallot;
import dk.klyngeflow.ballots.Outcome;
import dk.klyngeflow.ballots.PrintedProtocols;
import dk.klyngeflow.ballots.ProposalVotes;
import dk.klyngeflow.ballots.VoidReason;
import dk.klyngeflow.ballots.VoteRight;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.security.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts an item to the vote by link, where the statutes allow it: opened by whoever chairs, with everybody's paper dealt; closed by her, or
 * when all have voted; or cancelled, so that hands or paper decide. One at a time.
 */
@Component
class DigitalVotes {

    /** As few as are counted. */
    static final int FEWEST = 3;

    /** Nobody votes so long about one thing: whoever forgets to close finds it closed. */
    private static final Duration LONGEST = Duration.ofHours(4);

    private static final Duration LEFT = Duration.ofDays(1);

    private static final String PROPOSAL = "forslag";
    private static final String BY_ITSELF = "system:all-have-voted";
    private static final Logger LOG = LoggerFactory.getLogger(DigitalVotes.class);

    private final Evenings evenings;
    private final EveningBallots rows;
    private final Rooms rooms;
    private final Recording recording;
    private final VotePapers papers;
    private final Ballots ballots;
    private final ProposalVotes proposals;
    private final BallotLetters letters;
    private final PrintedProtocols printed;
    private final Documents documents;
    private final CopenhagenTime time;

    DigitalVotes(
            Evenings evenings,
            EveningBallots rows,
            Rooms rooms,
            Recording recording,
            VotePapers papers,
            Ballots ballots,
            ProposalVotes proposals,
            BallotLetters letters,
            PrintedProtocols printed,
            Documents documents,
            CopenhagenTime time) {
        this.evenings = evenings;
        this.rows = rows;
        this.rooms = rooms;
        this.recording = recording;
        this.papers = papers;
        this.ballots = ballots;
        this.proposals = proposals;
        this.letters = letters;
        this.printed = printed;
        this.documents = documents;
        this.time = time;
    }

    /**
     * @param seen how many votes by link were opened when the page was made: a second click opens no second one
     * @throws FormRefused Danish
     */
    @Transactional
    public void open(String clusterId, String eveningId, Vote.Of of, int seen, String by) {
        Evening evening = locked(clusterId, eveningId);
        List<EveningBallot> before = rows.of(evening);
        Optional<EveningBallot> open = rows.open(evening);
        if (open.filter(each -> each.of().equals(of)).isPresent()) {
            return;
        } else if (open.isPresent()) {
            throw new FormRefused("Der stemmes digitalt om punkt "
                    + open.get().of().item() + ". Luk eller aflys den afstemning først.");
        } else if (seen != before.size()) {
            throw new FormRefused(
                    "Der har været en digital afstemning, siden du åbnede siden. Se, hvad der står her nu.");
        }
        Recording.Put put = recording.put(evening, of);
        if (!recording.isDigitalAllowed(evening)) {
            throw new FormRefused(
                    "Vedtægterne giver ikke mulighed for at stemme digitalt. Stem ved håndsoprækning eller på"
                            + " papir.");
        }
        List<VoteRight> rights = rooms.rights(evening);
        if (rights.size() < FEWEST) {
            throw new FormRefused(
                    "Der er for få stemmer i rummet til, at en afstemning ved link kan være hemmelig. Stem ved"
                            + " håndsoprækning eller på papir.");
        }
        int number = before.size() + 1;
        // never that of a vote whose key was destroyed, even when the cluster is opened anew
        String ballotId = eveningId + "-" + number + "-" + UUID.randomUUID();
        ballots.prepare(new NewBallot(
                clusterId,
                ballotId,
                title(put),
                List.of(new Candidate(PROPOSAL, "", put.text(), title(put))),
                NewBallot.Terms.of(AdoptionRule.of(put.majority(), rights.size())),
                KeyMode.SERVER,
                by));
        ballots.open(
                clusterId,
                ballotId,
                rights.stream().map(VoteRight::voter).toList(),
                time.now().plus(LONGEST));
        Attendance there = rooms.attendance(evening);
        rows.insert(
                evening,
                new EveningBallot(
                        number, of, ballotId, new Vote.Room(there.present(), there.votes()), State.OPEN, null));
        papers.deal(evening, ballotId, rights);
        LOG.info(
                "{} {}: item {} amendment {} is put to the vote by link",
                clusterId,
                eveningId,
                of.item(),
                of.amendment());
    }

    private static String title(Recording.Put put) {
        return "Punkt " + put.item().number() + ": " + put.item().title()
                + (put.of().amendment() == 0
                        ? ""
                        : ", ændringsforslag " + put.of().amendment());
    }

    /**
     * Counts, records the result and files the protocol: all or nothing. Again changes nothing.
     *
     * @param number of the vote that was on the page
     * @throws FormRefused Danish
     */
    @Transactional
    public void close(String clusterId, String eveningId, int number, String by) {
        Evening evening = locked(clusterId, eveningId);
        rows.open(evening).filter(open -> open.ballotNo() == number).ifPresent(open -> count(evening, open, by));
    }

    private void count(Evening evening, EveningBallot open, String by) {
        proposals.close(evening.clusterId(), open.ballotId());
        BallotResult result = counted(evening, open);
        boolean isDecided = result.outcome() instanceof Outcome.Elected || result.outcome() instanceof Outcome.Nobody;
        String paper = printed.file(evening.clusterId(), open.ballotId());
        documents.belongsTo(evening.caseKey(), evening.clusterId(), paper);
        rows.end(
                evening,
                open,
                isDecided ? State.COUNTED : State.NOT_COUNTED,
                new EveningBallot.Protocol(paper, result.hash()));
        if (isDecided) {
            recording.digital(evening, open, result, by);
        }
    }

    private BallotResult counted(Evening evening, EveningBallot open) {
        try {
            return ballots.count(evening.clusterId(), open.ballotId());
        } catch (BallotRefused refused) {
            if (refused.why() == BallotRefused.Why.KEY_MISSING) {
                throw new FormRefused(
                        refused.getMessage()
                                + " Er nøglen gået tabt, kan ingen åbne stemmerne: aflys afstemningen, og stem igen ved link eller på en anden måde.");
            }
            throw refused;
        }
    }

    /** Nothing is counted, and what was given is deleted unopened. Again changes nothing. */
    @Transactional
    public void cancel(String clusterId, String eveningId, int number) {
        Evening evening = locked(clusterId, eveningId);
        rows.open(evening).filter(open -> open.ballotNo() == number).ifPresent(open -> cancel(evening, open));
    }

    private void cancel(Evening evening, EveningBallot open) {
        ballots.annul(evening.clusterId(), open.ballotId(), VoidReason.OTHERWISE);
        rows.end(evening, open, State.CANCELLED, null);
        LOG.info(
                "{} {}: the vote by link about item {} is cancelled",
                evening.clusterId(),
                evening.eveningId(),
                open.of().item());
    }

    /** When the last has voted there is nothing to wait for; and of an evening that was broken off no key and no envelope is left. */
    @Transactional
    public void endIfOver(String clusterId, String eveningId) {
        Evening seen = evenings.find(clusterId, eveningId).orElseThrow();
        if (rows.open(seen)
                .filter(open -> isLeft(clusterId, open) || haveAllVoted(clusterId, open))
                .isEmpty()) {
            return;
        }
        Evening evening = locked(clusterId, eveningId);
        rows.open(evening).ifPresent(open -> {
            if (isLeft(clusterId, open)) {
                cancel(evening, open);
            } else if (haveAllVoted(clusterId, open)) {
                count(evening, open, BY_ITSELF);
            }
        });
    }

    private boolean haveAllVoted(String clusterId, EveningBallot open) {
        return proposals.turnout(clusterId, open.ballotId())
                == ballots.roll(clusterId, open.ballotId()).size();
    }

    private boolean isLeft(String clusterId, EveningBallot open) {
        return ballots.find(clusterId, open.ballotId())
                .map(ballot -> ballot.course().closesAt())
                .filter(closesAt -> closesAt.plus(LEFT).isBefore(time.now()))
                .isPresent();
    }

    /** What the chair sees of one that is open: never who. */
    record Underway(int number, int voted, int of, BallotLetters.Delivery letters) {}

    /** How many were ever opened: what a page has seen. */
    int opened(Evening evening) {
        return rows.of(evening).size();
    }

    boolean isUnderway(Evening evening) {
        return rows.open(evening).isPresent();
    }

    EveningViews.ByLink byLink(Evening evening, Vote.Of of, boolean isOffered) {
        Optional<EveningBallot> last = rows.of(evening).stream()
                .filter(ballot -> ballot.of().equals(of))
                .reduce((first, second) -> second);
        return new EveningViews.ByLink(
                isOffered,
                last.filter(EveningBallot::isOpen)
                        .map(open -> underway(evening, open))
                        .orElse(null),
                last.map(ballot -> cameToNothing(evening, ballot)).orElse(""),
                last.map(EveningBallot::protocol)
                        .map(EveningBallot.Protocol::id)
                        .orElse(""));
    }

    private Underway underway(Evening evening, EveningBallot open) {
        return new Underway(
                open.ballotNo(),
                proposals.turnout(evening.clusterId(), open.ballotId()),
                ballots.roll(evening.clusterId(), open.ballotId()).size(),
                letters.delivery(evening.clusterId(), open.ballotId()));
    }

    private String cameToNothing(Evening evening, EveningBallot ballot) {
        return switch (ballot.state()) {
            case CANCELLED ->
                "Den digitale afstemning er aflyst, og stemmerne er slettet uåbnede. Stem på en anden måde.";
            case NOT_COUNTED ->
                ballots.result(evening.clusterId(), ballot.ballotId())
                        .map(result -> String.join(" ", result.sentences()))
                        .orElse("");
            case OPEN, COUNTED -> "";
        };
    }

    /** Where the protocols are, in order. */
    List<VoteProtocol> protocols(Evening evening) {
        List<EveningItem> items = evenings.items(evening);
        return rows.of(evening).stream()
                .flatMap(ballot -> ballot.state() == State.COUNTED
                        ? Stream.ofNullable(ballot.protocol())
                                .map(protocol -> new VoteProtocol(
                                        items.get(ballot.of().item() - 1).key(),
                                        ballot.of().amendment(),
                                        protocol.id(),
                                        protocol.hash()))
                        : Stream.empty())
                .collect(Collectors.toList());
    }

    private Evening locked(String clusterId, String eveningId) {
        return evenings.lock(clusterId, eveningId).orElseThrow(Refused::notFound);
    }
}
