package dk.klyngeflow.election;

import dk.klyngeflow.ballots.Lot;
import dk.klyngeflow.ballots.Outcome;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A lot that two persons have drawn who do not stand; their names and the time stand in the protocol. */
@Component
class DrawLotContract implements FormContract<DrawLotContract.Form> {

    private final Elections elections;
    private final Nominees nominees;
    private final BallotRounds rounds;
    private final People people;
    private final CopenhagenTime time;

    DrawLotContract(Elections elections, Nominees nominees, BallotRounds rounds, People people, CopenhagenTime time) {
        this.elections = elections;
        this.nominees = nominees;
        this.rounds = rounds;
        this.people = people;
        this.time = time;
    }

    record Form(List<String> drawn, String first, String second) {}

    @Override
    public String task() {
        return "drawLot";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        Election election = election(answer);
        List<String> drawn = Arrays.stream(fields.required("drawn", "Trukket").split(","))
                .filter(id -> !id.isBlank())
                .toList();
        String first = fields.required("first", "Den ene, der trak");
        String second = fields.required("second", "Den anden, der trak");
        Optional<Outcome.LotNeeded> needed = rounds.lotNeeded(election);
        boolean isRight = needed.filter(lot -> lot.tied().containsAll(drawn) && drawn.size() == lot.places())
                .isPresent();
        if (!isRight) {
            fields.wrong("Vælg " + needed.map(Outcome.LotNeeded::places).orElse(1) + " af dem, der står lige.");
        }
        List<String> here =
                people.of(election.clusterId()).stream().map(Person::id).toList();
        List<String> candidates = nominees.in(election, Nominee.State.STANDING, Nominee.State.ELECTED).stream()
                .map(Nominee::personId)
                .toList();
        for (String person : List.of(first, second)) {
            if (!here.contains(person) || candidates.contains(person)) {
                fields.wrong("Lodden trækkes af to fra klyngen, som ikke selv stiller op.");
            }
        }
        if (first.equals(second)) {
            fields.wrong("Der skal være to forskellige personer.");
        }
        return new Form(drawn, first, second);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        rounds.draw(
                election(answer),
                new Lot(form.drawn(), people.nameOf(form.first()), people.nameOf(form.second()), time.now()),
                form.first(),
                form.second());
        return Map.of();
    }

    private Election election(Answer answer) {
        return elections.get(answer.clusterId(), SecretBallotVariables.ELECTION_ID.in(answer.known()));
    }
}
