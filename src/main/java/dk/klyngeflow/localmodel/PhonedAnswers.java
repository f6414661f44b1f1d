package dk.klyngeflow.localmodel;

import dk.klyngeflow.engine.CopenhagenTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the silent say on the telephone. */
@Component
public class PhonedAnswers {

    private final LocalModels models;
    private final ModelRounds rounds;
    private final ModelPeople voters;
    private final CopenhagenTime time;

    PhonedAnswers(LocalModels models, ModelRounds rounds, ModelPeople voters, CopenhagenTime time) {
        this.models = models;
        this.rounds = rounds;
        this.voters = voters;
        this.time = time;
    }

    /** Somebody who is asked and has not answered. */
    public record Silent(String personId, String name) {}

    /** Whom the coordinator may phone; empty when no answer is taken any longer. */
    public List<Silent> silent(String clusterId, int round) {
        return models.get(clusterId, round).takesAnswersAt(time.now())
                ? voters.voices(clusterId, round).stream()
                        .filter(ModelPeople.Voice::isSilent)
                        .map(voice -> new Silent(voice.personId(), voice.name()))
                        .toList()
                : List.of();
    }

    /**
     * Keeps it as her own answer: she can change it by her link as long as anybody can.
     *
     * @return false when she has answered herself, or no answer is taken any longer: nothing is then kept
     */
    @Transactional
    public boolean note(String clusterId, int round, String personId, Choices choices, String remark) {
        rounds.lock(clusterId, round);
        return silent(clusterId, round).stream()
                        .anyMatch(each -> each.personId().equals(personId))
                && models.answer(clusterId, round, personId, choices, remark);
    }
}
