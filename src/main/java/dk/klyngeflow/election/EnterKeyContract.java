package dk.klyngeflow.election;

import dk.klyngeflow.ballots.Ballots;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The returning officer types the code from her paper, and it is counted there and then: the code goes nowhere else. Or the paper is gone. */
@Component
class EnterKeyContract implements FormContract<EnterKeyContract.Form> {

    static final String COUNT = "COUNT";
    static final String LOST = "LOST";

    private static final int LONGEST_CODE = 200;

    private final Elections elections;
    private final BallotRounds rounds;
    private final Nominees nominees;
    private final Ballots ballots;

    EnterKeyContract(Elections elections, BallotRounds rounds, Nominees nominees, Ballots ballots) {
        this.elections = elections;
        this.rounds = rounds;
        this.nominees = nominees;
        this.ballots = ballots;
    }

    record Form(String decision, String code) {}

    @Override
    public String task() {
        return "enterKey";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        if (nominees.hasStood(election(answer), answer.personId())) {
            fields.wrong("Du stiller selv op, så en anden skal skrive koden. Overdrag opgaven til en, der ikke gør.");
        }
        String decision = fields.choice("decision", Set.of(COUNT, LOST), "Vælg, om du har arket.");
        String code = fields.text("code", "Koden", LONGEST_CODE);
        if (decision.equals(COUNT) && !ballots.isCode(answer.clusterId(), rounds.ballotId(election(answer)), code)) {
            fields.wrong(
                    rounds.isCodeOfAnEarlier(election(answer), code)
                            ? "Nøglekoden passer ikke til denne afstemning: det er arket fra en tidligere afstemning i samme valg. Find det ark, hvis kendetegn står i opgaven."
                            : "Nøglekoden passer ikke til denne afstemning. Se efter på arket, og skriv den igen.");
        }
        return new Form(decision, code);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        boolean isLost = form.decision().equals(LOST);
        if (isLost) {
            rounds.loseKey(election(answer));
        } else {
            rounds.countBy(election(answer), form.code());
        }
        return Map.of(SecretBallotVariables.IS_KEY_LOST.name(), isLost);
    }

    private Election election(Answer answer) {
        return elections.get(answer.clusterId(), SecretBallotVariables.ELECTION_ID.in(answer.known()));
    }
}
