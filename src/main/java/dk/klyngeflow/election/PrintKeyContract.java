package dk.klyngeflow.election;

import dk.klyngeflow.ballots.Ballots;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The returning officer has the paper with the key; the page that prints it is {@link PaperKeyPage}. */
@Component
class PrintKeyContract implements FormContract<PrintKeyContract.Form> {

    private static final String YES = "YES";

    private final Elections elections;
    private final BallotRounds rounds;
    private final Ballots ballots;

    PrintKeyContract(Elections elections, BallotRounds rounds, Ballots ballots) {
        this.elections = elections;
        this.rounds = rounds;
        this.ballots = ballots;
    }

    record Form(String printed) {}

    @Override
    public String task() {
        return "printKey";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String printed = fields.choice("printed", Set.of(YES), "Sæt kryds, når arket er udskrevet og lagt væk.");
        Election election = elections.get(answer.clusterId(), SecretBallotVariables.ELECTION_ID.in(answer.known()));
        if (ballots.keyMark(answer.clusterId(), rounds.ballotId(election)).isEmpty()) {
            fields.wrong(
                    election.progress().ballotRound() > 1
                            ? "Nøglen er ikke lavet endnu. Arket fra den forrige afstemning passer ikke: hver afstemning har sin egen nøgle. Åbn siden Nøgle på papir, og udskriv et nyt."
                            : "Nøglen er ikke lavet endnu. Åbn siden Nøgle på papir, og udskriv den først.");
        }
        return new Form(printed);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        return Map.of();
    }
}
