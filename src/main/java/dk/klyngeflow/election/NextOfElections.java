package dk.klyngeflow.election;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.NextHands;
import dk.klyngeflow.pages.WhatNext;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happens after each task of an election. */
@Component
class NextOfElections implements WhatNext {

    private final Elections elections;
    private final Nominees nominees;
    private final ElectionTimes times;
    private final NextHands hands;

    NextOfElections(Elections elections, Nominees nominees, ElectionTimes times, NextHands hands) {
        this.elections = elections;
        this.nominees = nominees;
        this.times = times;
        this.hands = hands;
    }

    @Override
    public Set<String> keys() {
        return Set.of(
                CoordinatorElection.KEY,
                "findCandidates",
                "settleRefusal",
                "recordVote",
                "drawLot",
                "printKey",
                "checkLetters",
                "enterKey");
    }

    @Override
    public Optional<String> after(Done done) {
        return elections
                .find(done.clusterId(), done.text(CoordinatorElectionVariables.ELECTION_ID.name()))
                .map(election -> sentence(done, election));
    }

    private String sentence(Done done, Election election) {
        return switch (done.key()) {
            case CoordinatorElection.KEY ->
                nominees.roll(election).size()
                        + " medlemmer bliver spurgt om kandidater. Fristen er "
                        + CopenhagenTime.dayInWords(
                                times.nominating(election.clusterId()).closesAt())
                        + "; du hører fra os, hvis der er noget at gøre.";
            case "findCandidates" ->
                done.is(CoordinatorElectionVariables.DOES_SEARCH_GO_ON.name())
                        ? "Alle bliver spurgt igen og har frist til "
                                + CopenhagenTime.dayInWords(
                                        times.nominating(election.clusterId()).closesAt())
                                + "."
                        : "Valget er opgivet for nu, og alle får besked. Der sker ikke mere i sagen.";
            case "settleRefusal" ->
                done.text(CoordinatorElectionVariables.REFUSAL_ANSWER.name()).equals(SettleRefusalContract.ELECT_ANEW)
                        ? "Der holdes nyt valg, og alle bliver spurgt om kandidater igen."
                        : "Den valgte bliver spurgt ved link. Svaret ventes senest "
                                + CopenhagenTime.dayInWords(
                                        times.accepting(election.clusterId()).closesAt())
                                + ".";
            case "recordVote" ->
                "Stemmerne bliver gjort op nu. Er der en valgt, bliver den valgte spurgt; står det lige, får "
                        + hands.holding(election.clusterId(), "runElection") + " en opgave.";
            case "printKey" ->
                "Afstemningen åbner nu, og alle på valglisten får hver sit link. Når der er lukket, får du en opgave med at skrive koden.";
            case "checkLetters" ->
                "Der er åbnet for alle. Mens der stemmes, er intet at se; du hører fra os, når der er lukket.";
            case "enterKey" ->
                done.is(SecretBallotVariables.IS_KEY_LOST.name())
                        ? "Stemmerne er slettet uåbnede, alle får det at vide, og der stemmes om."
                        : "Stemmerne er talt, og nøglen er destrueret. Er der en valgt, bliver den valgte spurgt.";
            case "drawLot" -> "Lodtrækningen står i protokollen, og valget går videre af sig selv.";
            default -> throw new IllegalStateException("nothing is known to come after " + done.key());
        };
    }
}
