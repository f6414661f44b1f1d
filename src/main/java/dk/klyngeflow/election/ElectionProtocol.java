package dk.klyngeflow.election;

import dk.klyngeflow.ballots.BallotFacts;
import dk.klyngeflow.ballots.Ballots;
import dk.klyngeflow.ballots.VoidReason;
import dk.klyngeflow.election.Nominee.State;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Practices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is written down of an election: who stood, how it was decided, who is elected and until when. */
@Component
class ElectionProtocol {

    private final Nominees nominees;
    private final Ballots ballots;
    private final People people;
    private final Practices practices;
    private final Clusters clusters;
    private final CopenhagenTime time;

    ElectionProtocol(
            Nominees nominees,
            Ballots ballots,
            People people,
            Practices practices,
            Clusters clusters,
            CopenhagenTime time) {
        this.nominees = nominees;
        this.ballots = ballots;
        this.people = people;
        this.practices = practices;
        this.clusters = clusters;
        this.time = time;
    }

    /** What the paper shows. */
    record Paper(
            String cluster,
            String title,
            List<Row> facts,
            List<String> candidates,
            List<String> sentences,
            List<String> elected,
            String today) {}

    record Row(String label, String value) {}

    Paper of(Election election) {
        return new Paper(
                clusters.get(election.clusterId()).name(),
                election.label(),
                List.of(
                        new Row(
                                "Begyndt",
                                CopenhagenTime.inWords(election.course().openedAt())),
                        new Row(
                                "På valglisten",
                                String.valueOf(nominees.roll(election).size())),
                        new Row("Pladser", String.valueOf(election.matter().seats())),
                        new Row(
                                "Tiltræder",
                                DanishTime.DAY.format(election.matter().takesOffice())),
                        new Row("Vedtægter", version(election)),
                        new Row("På valg igen", String.valueOf(election.course().electedUntil()))),
                names(
                        election,
                        nominees.in(
                                election,
                                State.ACCEPTED,
                                State.ELECTED,
                                State.REFUSED,
                                State.GAVE_WAY,
                                State.LOST,
                                State.STANDING,
                                State.WITHDRAWN)),
                withHashes(election),
                names(election, nominees.in(election, State.ACCEPTED)),
                DanishTime.DAY.format(time.today()));
    }

    private static String version(Election election) {
        int version = election.matter().statutesVersion();
        return version == 0 ? "ikke skrevet ind; de almindelige regler" : "udgave " + version;
    }

    /** Each with her practice, so that two of one name are told apart. */
    List<String> names(Election election, List<Nominee> some) {
        Map<String, String> names =
                people.namesOf(some.stream().map(Nominee::personId).toList());
        Map<String, String> work = practices.byMember(election.clusterId());
        return some.stream()
                .map(each -> names.getOrDefault(each.personId(), People.UNKNOWN)
                        + (work.containsKey(each.personId()) ? ", " + work.get(each.personId()) : ""))
                .toList();
    }

    /** How it was decided, vote by vote, and who gave way; as people read it. */
    List<String> sentences(Election election) {
        List<String> sentences = new ArrayList<>();
        int rounds = election.progress().ballotRound();
        if (rounds == 0 && !nominees.in(election, State.ACCEPTED, State.ELECTED).isEmpty()) {
            sentences.add(
                    election.progress().acclamationAt() == null
                            ? "Valgt på en generalforsamling; hvordan det gik til, står i dens referat."
                            : "Fredsvalg: der stillede ikke flere op, end der var pladser, og ingen bad om skriftlig afstemning inden fristen.");
        }
        for (int round = 1; round <= rounds; round++) {
            String where = rounds == 1 ? "" : "Afstemning " + round + ": ";
            String ballot = election.ballotId(round);
            ballots.result(election.clusterId(), ballot)
                    .ifPresent(result -> result.sentences().forEach(sentence -> sentences.add(where + sentence)));
            why(election, ballot)
                    .ifPresent(reason -> sentences.add(where + "Annulleret uåbnet, " + reason.danish() + "."));
        }
        names(election, nominees.in(election, State.GAVE_WAY))
                .forEach(name -> sentences.add(name + ", blev valgt, men sagde nej eller svarede ikke."));
        return sentences;
    }

    private Optional<VoidReason> why(Election election, String ballot) {
        return ballots.find(election.clusterId(), ballot)
                .filter(facts -> facts.phase() == BallotFacts.Phase.VOID)
                .map(facts -> Optional.ofNullable(facts.course().voidReason()).orElse(VoidReason.WITHDRAWN));
    }

    /** In the paper, whoever recounts finds what the files of the votes must hash to. */
    private List<String> withHashes(Election election) {
        List<String> sentences = new ArrayList<>(sentences(election));
        for (int round = 1; round <= election.progress().ballotRound(); round++) {
            String which = "Kontrolsum (SHA-256) for protokollen over afstemning " + round + ": ";
            ballots.result(election.clusterId(), election.ballotId(round))
                    .ifPresent(result -> sentences.add(which + result.hash() + "."));
        }
        return sentences;
    }
}
