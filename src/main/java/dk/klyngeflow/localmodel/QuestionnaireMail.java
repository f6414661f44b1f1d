package dk.klyngeflow.localmodel;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.mail.MailContent;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the mail with the questions says at the moment it is sent; nothing when they are answered by all or she has left. */
@Component
class QuestionnaireMail implements MailContent {

    private final LocalModels models;
    private final ModelPeople voters;
    private final CopenhagenTime time;

    QuestionnaireMail(LocalModels models, ModelPeople voters, CopenhagenTime time) {
        this.models = models;
        this.voters = voters;
        this.time = time;
    }

    @Override
    public String purpose() {
        return LocalModels.QUESTIONNAIRE;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return open(clusterId, model)
                .filter(round -> personId.flatMap(person -> voters.voice(clusterId, round.roundNo(), person))
                        .isPresent())
                .map(this::shown);
    }

    Optional<ModelRound> open(String clusterId, Map<String, String> model) {
        return models.find(clusterId, model.getOrDefault(LocalModels.ROUND, ""))
                .filter(round -> round.takesAnswersAt(time.now()));
    }

    Map<String, Object> shown(ModelRound round) {
        return Map.of(
                "closesAt",
                CopenhagenTime.inWords(round.asking().closesAt()),
                "isAgain",
                models.inForce(round.clusterId()).isPresent());
    }
}
