package dk.klyngeflow.year;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The registration has been renewed, on a day from which the next three years are reckoned. */
@Component
class RenewCvrContract implements FormContract<RenewCvrContract.Form> {

    private static final int YEARS = 3;

    private final YearPlan plan;
    private final CopenhagenTime time;

    RenewCvrContract(YearPlan plan, CopenhagenTime time) {
        this.plan = plan;
        this.time = time;
    }

    record Form(@Nullable LocalDate renewedOn) {}

    @Override
    public String task() {
        return "renewCvr";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        fields.required("renewedOn", "Fornyet den");
        LocalDate renewed = fields.day("renewedOn", "Fornyet den");
        if (renewed != null && renewed.isAfter(time.today())) {
            fields.wrong("Skriv den dag, registreringen blev fornyet; den kan ikke ligge efter i dag.");
        }
        if (renewed != null && renewed.isBefore(time.today().minusYears(YEARS))) {
            fields.wrong("En fornyelse gælder i tre år. Forny registreringen, og skriv den dag, det er sket.");
        }
        return new Form(renewed);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        plan.done(
                plan.get(
                        answer.clusterId(),
                        YearlyTaskVariables.YEAR.in(answer.known()).intValue(),
                        YearlyTaskVariables.ITEM_ID.in(answer.known())),
                Objects.requireNonNull(form.renewedOn()),
                answer.personId());
        return Map.of();
    }
}
