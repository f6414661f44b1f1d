package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.gatherings.Meetings;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** New dates to ask about, or that the meeting is planned anew. */
@Component
class ProposeDatesContract implements FormContract {

    private static final Set<String> FIELDS = Set.of("decision", "times");
    private static final String ASK = "ASK";

    private final ProposedDates dates;
    private final Meetings meetings;
    private final CopenhagenTime time;

    ProposeDatesContract(ProposedDates dates, Meetings meetings, CopenhagenTime time) {
        this.dates = dates;
        this.meetings = meetings;
        this.time = time;
    }

    @Override
    public String task() {
        return "proposeDates";
    }

    @Override
    public void check(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        if (asks(fields)) {
            dates.read(fields, "times", answer.clusterId(), time.now());
        }
        fields.refuseIfWrong();
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        boolean asks = asks(fields);
        if (asks) {
            meetings.propose(
                    answer.clusterId(),
                    DatePollVariables.MEETING_ID.in(answer.known()),
                    dates.read(fields, "times", answer.clusterId(), time.now()));
        }
        return Map.of(DatePollVariables.ARE_NEW_DATES_GIVEN.name(), asks);
    }

    private static boolean asks(FormFields fields) {
        return fields.choice("decision", Set.of(ASK, "GIVE_UP"), "Vælg, om der skal spørges om nye datoer.")
                .equals(ASK);
    }
}
