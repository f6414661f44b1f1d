package dk.klyngeflow.election;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Nobody stands: the board names somebody, tries again, or gives up with a reason that all are told. */
@Component
class FindCandidatesContract implements FormContract<FindCandidatesContract.Form> {

    static final String NAME = "NAME";
    static final String AGAIN = "AGAIN";
    static final String GIVE_UP = "GIVE_UP";

    private final Elections elections;
    private final Nominees nominees;
    private final Nominations nominations;
    private final Independence independence;

    FindCandidatesContract(Elections elections, Nominees nominees, Nominations nominations, Independence independence) {
        this.elections = elections;
        this.nominees = nominees;
        this.nominations = nominations;
        this.independence = independence;
    }

    record Form(String decision, String person, String reason) {}

    @Override
    public String task() {
        return "findCandidates";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision = fields.choice("decision", Set.of(NAME, AGAIN, GIVE_UP), "Vælg, hvad der skal ske.");
        String person = fields.text("person", "Hvem spørges");
        String reason = fields.paragraphs("reason", "Begrundelsen", ElectionResults.LONGEST_REASON);
        if (decision.equals(NAME) && !nominees.roll(election(answer)).contains(person)) {
            fields.wrong("Vælg en læge, der står på valglisten.");
        } else if (decision.equals(NAME) && independence.isBarred(election(answer), person)) {
            fields.wrong("Koordinatoren kan ikke være revisor. Vælg en anden.");
        }
        if (decision.equals(GIVE_UP) && reason.isEmpty()) {
            fields.wrong("Begrundelsen mangler.");
        }
        return new Form(decision, person, reason);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        Election election = election(answer);
        switch (form.decision()) {
            case NAME -> nominations.name(election, form.person());
            case GIVE_UP -> elections.end(election, ElectionStatus.FAILED, form.reason());
            default -> {
                // everybody is asked once more
            }
        }
        return Map.of(
                CoordinatorElectionVariables.DOES_SEARCH_GO_ON.name(),
                !form.decision().equals(GIVE_UP));
    }

    private Election election(Answer answer) {
        return elections.get(answer.clusterId(), CoordinatorElectionVariables.ELECTION_ID.in(answer.known()));
    }
}
