package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.localmodel.LocalModels;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The draft as it is to be adopted from a day to come, or shown to the members once more. */
@Component
class SettleModelContract implements FormContract<SettleModelContract.Form> {

    private static final String ADOPT = "ADOPT";
    private static final String SHOW = "SHOW";

    private final LocalModels models;
    private final CopenhagenTime time;

    SettleModelContract(LocalModels models, CopenhagenTime time) {
        this.models = models;
        this.time = time;
    }

    record Form(
            ModelFields model, String decision, @Nullable LocalDate effectiveFrom) {}

    @Override
    public String task() {
        return "settleModel";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision =
                fields.choice("decision", Set.of(ADOPT, SHOW), "Vælg, om modellen vedtages eller vises igen.");
        LocalDate from = decision.equals(ADOPT) ? fields.dayAhead("effectiveFrom", "Dagen, den gælder fra,") : null;
        if (decision.equals(ADOPT)) {
            fields.required("effectiveFrom", "Dagen, den gælder fra,");
        }
        // cases that have begun keep what they began with, so it cannot be today
        if (from != null && !from.isAfter(time.today())) {
            fields.wrong("Modellen kan tidligst gælde fra i morgen.");
        }
        if (from != null && from.isAfter(time.today().plusYears(1))) {
            fields.wrong("Modellen kan højst vente et år på at gælde.");
        }
        return new Form(ModelFields.read(fields), decision, from);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        int round = LocalModelVariables.ROUND_NO.in(answer.known()).intValue();
        models.keepDraft(
                answer.clusterId(), round, form.model().choices(), form.model().note());
        if (!form.decision().equals(ADOPT)) {
            return Map.of(LocalModelVariables.IS_MODEL_ADOPTED.name(), false);
        }
        return Map.of(
                LocalModelVariables.IS_MODEL_ADOPTED.name(),
                true,
                LocalModelVariables.EFFECTIVE_FROM.name(),
                LocalModelVariables.EFFECTIVE_FROM.write(Objects.requireNonNull(form.effectiveFrom())),
                LocalModelVariables.ADOPTED_BY.name(),
                answer.personId());
    }
}
