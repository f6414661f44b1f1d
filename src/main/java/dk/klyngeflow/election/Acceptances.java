package dk.klyngeflow.election;

import dk.klyngeflow.ballots.BallotResult;
import dk.klyngeflow.ballots.Ballots;
import dk.klyngeflow.election.Nominee.State;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.statutes.Statutes.Substitutes;
import dk.klyngeflow.statutes.StatutesVersions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whoever is elected says yes or no; what follows a no is the board's to settle by the statutes. */
@Component
class Acceptances {

    static final String LINK = "election-acceptance";

    private static final Logger LOG = LoggerFactory.getLogger(Acceptances.class);

    private final Elections elections;
    private final Nominees nominees;
    private final Independence independence;
    private final ElectionTimes times;
    private final ElectionLetters letters;
    private final StatutesVersions statutes;
    private final Ballots ballots;
    private final Cases cases;

    Acceptances(
            Elections elections,
            Nominees nominees,
            Independence independence,
            ElectionTimes times,
            ElectionLetters letters,
            StatutesVersions statutes,
            Ballots ballots,
            Cases cases) {
        this.elections = elections;
        this.nominees = nominees;
        this.independence = independence;
        this.times = times;
        this.letters = letters;
        this.statutes = statutes;
        this.ballots = ballots;
        this.cases = cases;
    }

    record Asked(Instant reminderAt, Instant dueAt) {}

    record Answers(boolean haveAllAccepted, Instant taskDueAt) {}

    Asked ask(String clusterId, String electionId) {
        Election election = elections.lock(clusterId, electionId);
        ElectionTimes.Nominating at = times.accepting(clusterId);
        elections.accepting(election, at.closesAt());
        letters.ask(election, ElectionLetters.ACCEPTANCE, LINK, waiting(election), String.valueOf(at.closesAt()));
        return new Asked(at.reminderAt(), at.closesAt());
    }

    /** Danish: until when the elected answer, and what happens otherwise; empty in an election from before it was kept. */
    static String until(Election election) {
        Instant closes = election.progress().acceptancesCloseAt();
        return closes == null
                ? ""
                : "Svar inden " + CopenhagenTime.inWords(closes)
                        + ". Svarer du ikke, afgør bestyrelsen efter vedtægterne, hvad der så sker.";
    }

    void remind(String clusterId, String electionId) {
        Election election = elections.get(clusterId, electionId);
        letters.ask(election, ElectionLetters.ACCEPTANCE_REMINDER, LINK, waiting(election), "1");
    }

    private List<String> waiting(Election election) {
        return nominees.in(election, State.ELECTED).stream()
                .map(Nominee::personId)
                .toList();
    }

    Answers count(String clusterId, String electionId) {
        Election election = elections.lock(clusterId, electionId);
        boolean haveAll = nominees.in(election, State.ELECTED, State.REFUSED).isEmpty();
        return new Answers(haveAll, times.taskDue(clusterId));
    }

    /** The case goes on as soon as nobody is waited for. */
    void answer(Election election, String person, boolean accepts) {
        Nominee nominee = nominees.find(election, person)
                .filter(each -> each.is(State.ELECTED) || each.is(State.ACCEPTED) || each.is(State.REFUSED))
                .orElseThrow(() -> new FormRefused("Du er ikke valgt ved dette valg."));
        if (!election.is(ElectionStatus.ACCEPTING)) {
            throw new FormRefused("Valget er gjort op, så svaret kan ikke ændres her. Skriv til klyngen.");
        }
        if (accepts) {
            independence.refuseBarred(election, person);
        }
        nominees.state(election, Set.of(nominee.personId()), accepts ? State.ACCEPTED : State.REFUSED);
        LOG.info("{} answers {} of {}: {}", person, election.electionId(), election.clusterId(), accepts);
        if (waiting(election).isEmpty()) {
            cases.tell(CoordinatorElection.ACCEPTANCE_GIVEN, election.clusterId(), election.businessKey(), Map.of());
        }
    }

    /** Who comes next by votes, where the statutes want that and figures may be told; nobody is elected by this alone. */
    Optional<String> substitute(Election election) {
        int round = election.progress().ballotRound();
        boolean isWanted =
                statutes.version(election.clusterId(), election.matter().statutesVersion())
                                .elections()
                                .substitutes()
                        == Substitutes.NEXT_MOST_VOTES;
        List<String> lost = nominees.in(election, State.LOST).stream()
                .map(Nominee::personId)
                .toList();
        return round == 0 || !isWanted
                ? Optional.empty()
                : ballots.result(election.clusterId(), election.ballotId(round))
                        .map(BallotResult::order)
                        .flatMap(order -> order.stream().filter(lost::contains).findFirst());
    }

    /** Whoever said no or nothing gives way. */
    void letGo(Election election) {
        nominees.state(
                election,
                nominees.in(election, State.ELECTED, State.REFUSED).stream()
                        .map(Nominee::personId)
                        .toList(),
                State.GAVE_WAY);
    }

    void offerTo(Election election, String person) {
        letGo(election);
        nominees.state(election, Set.of(person), State.ELECTED);
    }

    /** Whoever has said no is asked once more. */
    void askAgain(Election election) {
        nominees.state(
                election,
                nominees.in(election, State.REFUSED).stream()
                        .map(Nominee::personId)
                        .toList(),
                State.ELECTED);
    }
}
