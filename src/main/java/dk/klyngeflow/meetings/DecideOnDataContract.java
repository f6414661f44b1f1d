package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.gatherings.Meetings;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The meeting is held without data, or they are tried for all the same. */
@Component
class DecideOnDataContract implements FormContract {

    private static final Set<String> FIELDS = Set.of("decision");
    private static final String TRY = "TRY";

    private final Meetings meetings;
    private final MissingData missing;

    DecideOnDataContract(Meetings meetings, MissingData missing) {
        this.meetings = meetings;
        this.missing = missing;
    }

    @Override
    public String task() {
        return "decideOnData";
    }

    @Override
    public void check(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        if (isTried(fields)
                && !missing.canBeTried(
                        meetings.get(answer.clusterId(), DataOrderVariables.MEETING_ID.in(answer.known())))) {
            fields.wrong("Data kan ikke nå frem før mødet. Hold det uden, eller flyt det på mødets side.");
        }
        fields.refuseIfWrong();
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        boolean isTried = isTried(FormFields.of(answer.sent(), FIELDS));
        meetings.decidedWithoutData(answer.clusterId(), DataOrderVariables.MEETING_ID.in(answer.known()), !isTried);
        return Map.of(DataOrderVariables.IS_DATA_TRIED_FOR.name(), isTried);
    }

    private static boolean isTried(FormFields fields) {
        return fields.choice("decision", Set.of("WITHOUT", TRY), "Vælg, om mødet skal holdes uden data.")
                .equals(TRY);
    }
}
