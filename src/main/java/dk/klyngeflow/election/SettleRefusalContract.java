package dk.klyngeflow.election;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whoever was elected says no, or nothing: the statutes' way, chosen by the board; nobody moves up in silence. */
@Component
class SettleRefusalContract implements FormContract<SettleRefusalContract.Form> {

    static final String SUBSTITUTE = "SUBSTITUTE";
    static final String ASK_AGAIN = "ASK_AGAIN";
    static final String ELECT_ANEW = "ELECT_ANEW";

    private static final String ASK = "ASK";

    private final Elections elections;
    private final Acceptances acceptances;

    SettleRefusalContract(Elections elections, Acceptances acceptances) {
        this.elections = elections;
        this.acceptances = acceptances;
    }

    record Form(String decision) {}

    @Override
    public String task() {
        return "settleRefusal";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision =
                fields.choice("decision", Set.of(SUBSTITUTE, ASK_AGAIN, ELECT_ANEW), "Vælg, hvad der skal ske.");
        if (decision.equals(SUBSTITUTE)
                && acceptances.substitute(election(answer)).isEmpty()) {
            fields.wrong("Der er ingen at tilbyde posten: vedtægterne siger nyt valg, eller ingen anden fik stemmer.");
        }
        return new Form(decision);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        Election election = election(answer);
        switch (form.decision()) {
            case SUBSTITUTE -> acceptances.substitute(election).ifPresent(next -> acceptances.offerTo(election, next));
            case ASK_AGAIN -> acceptances.askAgain(election);
            default -> acceptances.letGo(election);
        }
        return Map.of(
                CoordinatorElectionVariables.REFUSAL_ANSWER.name(),
                form.decision().equals(ELECT_ANEW) ? ELECT_ANEW : ASK);
    }

    private Election election(Answer answer) {
        return elections.get(answer.clusterId(), CoordinatorElectionVariables.ELECTION_ID.in(answer.known()));
    }
}
