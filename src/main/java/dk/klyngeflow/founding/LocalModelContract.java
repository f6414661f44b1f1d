package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.localmodel.LocalModels;
import dk.klyngeflow.localmodel.ModelRound;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Coordinator or secretary asks the members how the cluster should work, when that is not under way already. */
@Component
class LocalModelContract implements FormContract<LocalModelContract.Form> {

    static final String UNDER_WAY =
            "Klyngen er allerede ved at aftale sin model. Se, hvor langt den er, på siden „Lokal model“.";
    private static final int FEWEST_DAYS = 2;
    private static final int MOST_DAYS = 90;

    private final LocalModels models;
    private final CurrentPerson person;
    private final CopenhagenTime time;

    LocalModelContract(LocalModels models, CurrentPerson person, CopenhagenTime time) {
        this.models = models;
        this.person = person;
        this.time = time;
    }

    record Form(@Nullable LocalDate answerBy) {}

    @Override
    public String task() {
        return LocalModel.KEY;
    }

    @Override
    public Optional<String> startRefusal(String personId, String clusterId) {
        return person.hasRole(clusterId, Role.COORDINATOR, Role.SECRETARY)
                ? Optional.empty()
                : Optional.of("Kun koordinator og sekretær kan spørge medlemmerne om den lokale model.");
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        LocalDate answerBy = fields.dayAhead("answerBy", "Svarfristen");
        fields.required("answerBy", "Svarfristen");
        LocalDate today = time.today();
        if (answerBy != null && answerBy.isBefore(today.plusDays(FEWEST_DAYS))) {
            fields.wrong("Giv medlemmerne mindst " + FEWEST_DAYS + " dage til at svare.");
        }
        if (answerBy != null && answerBy.isAfter(today.plusDays(MOST_DAYS))) {
            fields.wrong("Svarfristen kan højst ligge " + MOST_DAYS + " dage ude i fremtiden.");
        }
        if (models.underWay(answer.clusterId()).isPresent()) {
            fields.wrong(UNDER_WAY);
        }
        return new Form(answerBy);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        ModelRound round = models.begin(
                        answer.clusterId(),
                        answer.personId(),
                        ModelTimes.closing(Objects.requireNonNull(form.answerBy())))
                // somebody else was quicker
                .orElseThrow(() -> new FormRefused(UNDER_WAY));
        return Map.of(
                LocalModelVariables.ROUND_NO.name(),
                (long) round.roundNo(),
                LocalModelVariables.CLUSTER_ID.name(),
                round.clusterId());
    }
}
