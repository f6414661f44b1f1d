package dk.klyngeflow.meetings;

import dk.klyngeflow.dataorders.DataOrders;
import dk.klyngeflow.dataorders.MissingData;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.gatherings.Meetings;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The meeting is held without data, or they are tried for all the same. */
@Component
class DecideOnDataContract implements FormContract<DecideOnDataContract.Form> {

    private static final String TRY = "TRY";

    private final Meetings meetings;
    private final DataOrders orders;
    private final MissingData missing;

    DecideOnDataContract(Meetings meetings, DataOrders orders, MissingData missing) {
        this.orders = orders;
        this.meetings = meetings;
        this.missing = missing;
    }

    record Form(String decision) {

        boolean isTried() {
            return decision.equals(TRY);
        }
    }

    @Override
    public String task() {
        return "decideOnData";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        Form form =
                new Form(fields.choice("decision", Set.of("WITHOUT", TRY), "Vælg, om mødet skal holdes uden data."));
        if (form.isTried()
                && !missing.canBeTried(
                        meetings.get(answer.clusterId(), DataOrderVariables.MEETING_ID.in(answer.known())))) {
            fields.wrong("Data kan ikke nå frem før mødet. Hold det uden, eller flyt det på mødets side.");
        }
        return form;
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        orders.decidedWithoutData(
                answer.clusterId(), DataOrderVariables.MEETING_ID.in(answer.known()), !form.isTried());
        return Map.of(DataOrderVariables.IS_DATA_TRIED_FOR.name(), form.isTried());
    }
}
