package dk.klyngeflow.election;

import dk.klyngeflow.ballots.BallotResult;
import dk.klyngeflow.ballots.Ballots;
import dk.klyngeflow.ballots.Candidate;
import dk.klyngeflow.ballots.Counts;
import dk.klyngeflow.ballots.ElectionRule;
import dk.klyngeflow.ballots.KeyMode;
import dk.klyngeflow.ballots.Lot;
import dk.klyngeflow.ballots.NewBallot;
import dk.klyngeflow.ballots.Outcome;
import dk.klyngeflow.ballots.Round;
import dk.klyngeflow.ballots.VoidReason;
import dk.klyngeflow.election.Nominee.State;
import dk.klyngeflow.election.SecretBallotVariables.Next;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Practices;
import dk.klyngeflow.statutes.Statutes;
import dk.klyngeflow.statutes.StatutesVersions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The votes of an election, one after the other: what is voted upon next follows from the last one and the statutes. */
@Component
class BallotRounds {

    private static final Logger LOG = LoggerFactory.getLogger(BallotRounds.class);

    private final Elections elections;
    private final Nominees nominees;
    private final Nominations nominations;
    private final StatutesVersions statutes;
    private final Practices practices;
    private final Ballots ballots;
    private final BallotPost post;
    private final ClusterSettings settings;
    private final ElectionTimes times;

    BallotRounds(
            Elections elections,
            Nominees nominees,
            Nominations nominations,
            StatutesVersions statutes,
            Practices practices,
            Ballots ballots,
            BallotPost post,
            ClusterSettings settings,
            ElectionTimes times) {
        this.elections = elections;
        this.nominees = nominees;
        this.nominations = nominations;
        this.statutes = statutes;
        this.practices = practices;
        this.ballots = ballots;
        this.post = post;
        this.settings = settings;
        this.times = times;
    }

    record Prepared(boolean isByLink, boolean isKeyOnPaper, Instant taskDueAt, Instant escalateAt) {}

    /** @param isCodeNeeded to count it: the key is on paper */
    record Opened(
            ElectionTimes.Voting times,
            Instant lettersCheckAt,
            Instant lettersTimeUpAt,
            boolean isCodeNeeded,
            Instant codeDueAt,
            Instant escalateAt) {}

    record Counted(Next next, boolean isAnybodyElected, Instant taskDueAt, Instant escalateAt) {}

    /** What is on the next ballot paper. */
    private record Paper(List<String> candidates, int seats, Round round) {}

    /** By link where the statutes allow it, unless so few voted last time that it was not counted. */
    Prepared prepare(String clusterId, String electionId) {
        Election election = elections.lock(clusterId, electionId);
        Statutes rules = statutes.version(clusterId, election.matter().statutesVersion());
        Optional<Outcome> last = last(election).map(BallotResult::outcome);
        boolean isByLink = rules.elections().digitalBallot()
                && last.filter(Outcome.NotCounted.class::isInstance).isEmpty();
        boolean isKeyOnPaper = isByLink && settings.get(clusterId, ElectionSettings.KEY_ON_PAPER);
        int round = election.progress().ballotRound() + 1;
        Paper paper = paper(election, last);
        ballots.prepare(new NewBallot(
                clusterId,
                election.ballotId(round),
                title(election, paper),
                candidates(election, paper),
                new NewBallot.Terms(paper.seats(), rule(rules), paper.round()),
                isKeyOnPaper ? KeyMode.PAPER : KeyMode.SERVER,
                election.course().startedBy()));
        elections.voting(election, round, !isByLink);
        LOG.info("vote {} of {} of {} is prepared", round, electionId, clusterId);
        return new Prepared(isByLink, isKeyOnPaper, times.taskDue(clusterId), times.escalation(clusterId));
    }

    private static String title(Election election, Paper paper) {
        return paper.round() == Round.FIRST ? election.label() : election.label() + " (omvalg)";
    }

    private Paper paper(Election election, Optional<Outcome> last) {
        List<String> standing = nominees.in(election, State.STANDING).stream()
                .map(Nominee::personId)
                .toList();
        return last.filter(Outcome.RunOff.class::isInstance)
                .map(Outcome.RunOff.class::cast)
                .filter(runOff -> standing.containsAll(runOff.candidates()))
                .map(runOff -> new Paper(runOff.candidates(), runOff.seats(), runOff.round()))
                .orElseGet(() -> new Paper(standing, Math.max(1, nominations.seatsLeft(election)), Round.FIRST));
    }

    private List<Candidate> candidates(Election election, Paper paper) {
        Map<String, String> work = practices.byMember(election.clusterId());
        return paper.candidates().stream()
                .map(person -> new Candidate(
                        person,
                        work.getOrDefault(person, ""),
                        nominees.find(election, person).map(Nominee::text).orElse("")))
                .toList();
    }

    private static ElectionRule rule(Statutes rules) {
        Statutes.Elections said = rules.elections();
        return new ElectionRule(
                ElectionRule.Majority.valueOf(said.electionRule().name()),
                ElectionRule.SecondRound.valueOf(said.secondRound().name()),
                said.threeWay() == Statutes.ThreeWay.LOT
                        ? ElectionRule.TiedForSecond.LOT
                        : ElectionRule.TiedForSecond.ALL);
    }

    /** Of the last vote that was counted: one that was annulled has none, and changes nothing. */
    private Optional<BallotResult> last(Election election) {
        for (int round = election.progress().ballotRound(); round > 0; round--) {
            Optional<BallotResult> result = ballots.result(election.clusterId(), election.ballotId(round));
            if (result.isPresent()) {
                return result;
            }
        }
        return Optional.empty();
    }

    Opened open(String clusterId, String electionId) {
        Election election = elections.lock(clusterId, electionId);
        ElectionTimes.Voting at = times.voting(clusterId);
        String ballotId = election.ballotId(election.progress().ballotRound());
        ballots.open(clusterId, ballotId, nominees.roll(election), at.closesAt());
        post.invite(election, ballotId);
        boolean isCodeNeeded = ballots.find(clusterId, ballotId)
                .filter(ballot -> ballot.keyMode() == KeyMode.PAPER)
                .isPresent();
        return new Opened(
                at,
                times.lettersCheck(),
                times.lettersTimeUp(at.closesAt()),
                isCodeNeeded,
                times.codeDue(at.closesAt()),
                times.codeEscalation(at.closesAt()));
    }

    /** The paper with the key is gone: all are told, and all vote anew. */
    void giveUp(String clusterId, String electionId) {
        Election election = elections.lock(clusterId, electionId);
        post.tellVoid(election, ballotId(election));
    }

    /** By the officer's paper, as soon as the vote has closed. */
    void countBy(Election election, String code) {
        ballots.count(election.clusterId(), ballotId(election), code);
    }

    /** Of a vote of this election that is over: the officer has found the wrong sheet. */
    boolean isCodeOfAnEarlier(Election election, String code) {
        return IntStream.range(1, election.progress().ballotRound())
                .anyMatch(round -> ballots.isCode(election.clusterId(), election.ballotId(round), code));
    }

    /** Envelopes that nobody can open are deleted. */
    void loseKey(Election election) {
        ballots.annul(election.clusterId(), ballotId(election), VoidReason.KEY_LOST);
    }

    void remind(String clusterId, String electionId) {
        Election election = elections.get(clusterId, electionId);
        post.remind(election, election.ballotId(election.progress().ballotRound()));
    }

    /** @return whether more stand yet than there are seats */
    boolean tellVoid(String clusterId, String electionId) {
        Election election = elections.lock(clusterId, electionId);
        post.tellVoid(election, election.ballotId(election.progress().ballotRound()));
        return nominees.in(election, State.STANDING).size() > nominations.seatsLeft(election);
    }

    /** Once; what was recorded at the meeting, or drawn since, is only read. */
    Counted count(String clusterId, String electionId) {
        Election election = elections.lock(clusterId, electionId);
        String ballotId = election.ballotId(election.progress().ballotRound());
        BallotResult result = ballots.result(clusterId, ballotId).orElseGet(() -> ballots.count(clusterId, ballotId));
        Outcome outcome = result.outcome();
        nominees.state(election, outcome.elected(), State.ELECTED);
        Next next = next(outcome);
        if (next == Next.DECIDED) {
            nominees.state(
                    election,
                    nominees.in(election, State.STANDING).stream()
                            .map(Nominee::personId)
                            .toList(),
                    State.LOST);
        }
        boolean isAnybody = !nominees.in(election, State.ELECTED).isEmpty();
        return new Counted(next, isAnybody, times.taskDue(clusterId), times.escalation(clusterId));
    }

    private static Next next(Outcome outcome) {
        if (outcome instanceof Outcome.LotNeeded) {
            return Next.LOT;
        }
        boolean isAgain = outcome instanceof Outcome.RunOff
                || outcome instanceof Outcome.NotCounted
                || outcome instanceof Outcome.Spoilt;
        return isAgain ? Next.AGAIN : Next.DECIDED;
    }

    /** By hands or on paper, counted by two. */
    void record(Election election, Counts counts, String firstTeller, String secondTeller) {
        ballots.recordMeetingVote(
                election.clusterId(),
                election.ballotId(election.progress().ballotRound()),
                counts,
                firstTeller,
                secondTeller);
    }

    void draw(Election election, Lot lot, String firstId, String secondId) {
        ballots.drawLot(
                election.clusterId(), election.ballotId(election.progress().ballotRound()), lot, firstId, secondId);
    }

    /** Of the vote that is prepared or open; null where it is taken at a meeting. */
    @Nullable
    Instant closesAt(Election election) {
        return ballots.find(election.clusterId(), ballotId(election))
                .map(ballot -> ballot.course().closesAt())
                .orElse(null);
    }

    /** The vote that is prepared, open or counted last. */
    String ballotId(Election election) {
        return election.ballotId(election.progress().ballotRound());
    }

    Optional<Outcome.LotNeeded> lotNeeded(Election election) {
        return last(election)
                .map(BallotResult::outcome)
                .filter(Outcome.LotNeeded.class::isInstance)
                .map(Outcome.LotNeeded.class::cast);
    }
}
