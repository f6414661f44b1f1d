package dk.klyngeflow.election;

import dk.klyngeflow.ballots.BallotFacts;
import dk.klyngeflow.ballots.Ballots;
import dk.klyngeflow.ballots.VoidReason;
import dk.klyngeflow.election.CoordinatorElectionVariables.Standing;
import dk.klyngeflow.election.Nominee.State;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.ClusterSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who stands: asked of everybody on the roll, answered by link. */
@Component
class Nominations {

    static final String LINK = "election-nomination";
    static final String CANDIDACY_LINK = "election-candidacy";

    private static final Logger LOG = LoggerFactory.getLogger(Nominations.class);

    private final Elections elections;
    private final Nominees nominees;
    private final Independence independence;
    private final ElectionTimes times;
    private final ElectionLetters letters;
    private final ClusterSettings settings;
    private final Ballots ballots;
    private final Links links;
    private final Cases cases;
    private final CopenhagenTime time;

    Nominations(
            Elections elections,
            Nominees nominees,
            Independence independence,
            ElectionTimes times,
            ElectionLetters letters,
            ClusterSettings settings,
            Ballots ballots,
            Links links,
            Cases cases,
            CopenhagenTime time) {
        this.elections = elections;
        this.nominees = nominees;
        this.independence = independence;
        this.times = times;
        this.letters = letters;
        this.settings = settings;
        this.ballots = ballots;
        this.links = links;
        this.cases = cases;
        this.time = time;
    }

    /** @param isContested more than there are seats */
    record Stand(Standing howMany, boolean isContested, Instant taskDueAt) {}

    /** Asks everybody on the roll, with a new deadline. */
    ElectionTimes.Nominating open(String clusterId, String electionId) {
        Election election = elections.lock(clusterId, electionId);
        ElectionTimes.Nominating at = times.nominating(clusterId);
        int round = election.progress().nominationRounds() + 1;
        elections.nominating(election, at.closesAt(), round);
        letters.ask(election, ElectionLetters.NOMINATION, LINK, nominees.roll(election), String.valueOf(round));
        LOG.info("{} of {} asks for candidates, round {}", electionId, clusterId, round);
        return at;
    }

    ElectionTimes.Nominating prolong(String clusterId, String electionId) {
        return open(clusterId, electionId);
    }

    /** The silent alone: who names whom is no secret, unlike a vote. */
    void remind(String clusterId, String electionId) {
        Election election = elections.get(clusterId, electionId);
        Instant closes = election.progress().nominationsCloseAt();
        if (closes != null && time.now().isBefore(closes)) {
            letters.ask(
                    election,
                    ElectionLetters.NOMINATION_REMINDER,
                    LINK,
                    nominees.silent(election),
                    String.valueOf(election.progress().nominationRounds()));
        }
    }

    Stand standing(String clusterId, String electionId) {
        Election election = elections.lock(clusterId, electionId);
        int standing = nominees.in(election, State.STANDING).size();
        return new Stand(
                standing == 0 ? Standing.NOBODY : Standing.ENOUGH,
                standing > seatsLeft(election),
                times.taskDue(clusterId));
    }

    /** Too few is said once; after that whoever stands is taken. */
    Stand close(String clusterId, String electionId) {
        Stand stand = standing(clusterId, electionId);
        Election election = elections.get(clusterId, electionId);
        int standing = nominees.in(election, State.STANDING).size();
        boolean isFirst = election.progress().nominationRounds() == 1;
        return standing < seatsLeft(election) && isFirst
                ? new Stand(Standing.TOO_FEW, false, stand.taskDueAt())
                : stand;
    }

    int seatsLeft(Election election) {
        return election.matter().seats()
                - nominees.in(election, State.ACCEPTED, State.ELECTED).size();
    }

    /** Whoever supports the cluster hears that nobody stands; the board has it as a task. */
    void askForHelp(String clusterId, String electionId) {
        Election election = elections.get(clusterId, electionId);
        String address = settings.get(clusterId, ElectionSettings.SUPPORT_MAIL);
        if (!address.isBlank()) {
            letters.help(election, address, String.valueOf(election.progress().nominationRounds()));
        }
        LOG.info("nobody stands in {} of {}", electionId, clusterId);
    }

    boolean isOpen(Election election) {
        Instant closes = election.progress().nominationsCloseAt();
        return election.is(ElectionStatus.NOMINATING)
                && closes != null
                && time.now().isBefore(closes);
    }

    /** Danish, with its day; empty before anybody has been asked. */
    static String closes(Election election) {
        Instant closes = election.progress().nominationsCloseAt();
        return closes == null ? "" : CopenhagenTime.inWords(closes);
    }

    void standHerself(Election election, String person, String text) {
        refuseUnlessOpen(election);
        independence.refuseBarred(election, person);
        nominees.stand(election, person, text);
        nominees.answered(election, person, "SELF");
        confirm(election, person);
    }

    void nameColleague(Election election, String person, String colleague) {
        refuseUnlessOpen(election);
        name(election, colleague);
        nominees.answered(election, person, "OTHER");
    }

    void nameNobody(Election election, String person) {
        refuseUnlessOpen(election);
        nominees.answered(election, person, "NONE");
    }

    /** The board may name somebody when the deadline is over. */
    void name(Election election, String colleague) {
        if (!nominees.roll(election).contains(colleague)) {
            throw new FormRefused("Vælg en læge, der står på valglisten.");
        }
        independence.refuseBarred(election, colleague);
        if (nominees.name(election, colleague)) {
            confirm(election, colleague);
        }
    }

    /** Her own page as a candidate, also to change her mind by. */
    private void confirm(Election election, String person) {
        letters.ask(
                election,
                ElectionLetters.CANDIDACY,
                CANDIDACY_LINK,
                List.of(person),
                String.valueOf(election.progress().nominationRounds()));
    }

    private void refuseUnlessOpen(Election election) {
        if (!isOpen(election)) {
            throw new FormRefused("Der tages ikke mod kandidater længere.");
        }
    }

    /** Who was named says yes or no. */
    void answer(Election election, String person, boolean stands, String text) {
        Nominee nominee = nominees.find(election, person).orElseThrow(() -> new FormRefused("Du er ikke foreslået."));
        if (stands && !nominee.is(State.STANDING)) {
            refuseUnlessOpen(election);
            independence.refuseBarred(election, person);
        }
        if (stands) {
            nominees.stand(election, person, text);
        } else if (nominee.is(State.STANDING)) {
            withdraw(election, person);
        } else {
            nominees.state(election, Set.of(person), State.DECLINED);
        }
    }

    /**
     * Before a vote she is taken off. While one is open it is void, and its envelopes go unopened at once; and so is one that has not been
     * opened or recorded yet when nobody is left to choose between.
     */
    private void withdraw(Election election, String person) {
        if (election.is(ElectionStatus.VOTING)) {
            String ballotId = election.ballotId(election.progress().ballotRound());
            BallotFacts ballot = ballots.find(election.clusterId(), ballotId).orElseThrow();
            boolean isOver = ballot.course().closesAt() != null
                    && !time.now().isBefore(ballot.course().closesAt());
            if (isOver || ballot.phase() == BallotFacts.Phase.COUNTED) {
                throw new FormRefused("Afstemningen er lukket. Bliver du valgt, kan du sige nej til valget.");
            } else if (ballot.phase() == BallotFacts.Phase.PREPARED
                    && ballot.contest().candidates().size() - 1
                            > ballot.contest().seats()) {
                ballots.takeOff(election.clusterId(), ballotId, person);
            } else {
                tellOfVoid(election);
                ballots.annul(election.clusterId(), ballotId, VoidReason.WITHDRAWN);
                links.endAll(election.clusterId(), Ballots.LINK, ballotId);
            }
        }
        nominees.state(election, Set.of(person), State.WITHDRAWN);
        LOG.info("{} withdraws from {} of {}", person, election.electionId(), election.clusterId());
    }

    /** Refused between two steps, when the case hears nothing: it would count or open what is void by then. */
    private void tellOfVoid(Election election) {
        if (!cases.tell(
                SecretBallot.WITHDREW, election.clusterId(), election.businessKey() + SecretBallot.PART, Map.of())) {
            throw new FormRefused(
                    "Afstemningen er lige ved at gå videre, så du kan ikke trække dig nu. Prøv igen om et minut.");
        }
    }
}
