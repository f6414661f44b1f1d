package dk.klyngeflow.meetings;

import dk.klyngeflow.dates.ProposedDates;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.gatherings.Meetings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** New dates to ask about, or that the meeting is planned anew. */
@Component
class ProposeDatesContract implements FormContract<ProposeDatesContract.Form> {

    private static final String ASK = "ASK";

    private final ProposedDates dates;
    private final Meetings meetings;
    private final CopenhagenTime time;

    ProposeDatesContract(ProposedDates dates, Meetings meetings, CopenhagenTime time) {
        this.dates = dates;
        this.meetings = meetings;
        this.time = time;
    }

    record Form(String decision, List<Instant> times) {

        boolean isAsking() {
            return decision.equals(ASK);
        }
    }

    @Override
    public String task() {
        return "proposeDates";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision = fields.choice("decision", Set.of(ASK, "GIVE_UP"), "Vælg, om der skal spørges om nye datoer.");
        return new Form(
                decision,
                decision.equals(ASK) ? dates.read(fields, "times", answer.clusterId(), time.now()) : List.of());
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        if (form.isAsking()) {
            meetings.propose(answer.clusterId(), DatePollVariables.MEETING_ID.in(answer.known()), form.times());
        }
        return Map.of(DatePollVariables.ARE_NEW_DATES_GIVEN.name(), form.isAsking());
    }
}
