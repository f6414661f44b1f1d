package dk.klyngeflow.followup;

import dk.klyngeflow.localmodel.Choices;
import dk.klyngeflow.localmodel.Obeys;
import dk.klyngeflow.localmodel.Question;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the time after a meeting makes of the local model. */
@Component
@Order(5)
class FollowUpObeys implements Obeys {

    @Override
    public List<Effect<?>> settings(Choices model) {
        return model.one(Question.ABSENCE)
                .<List<Effect<?>>>map(times -> List.of(new Effect<>(
                        Question.ABSENCE,
                        AfterMeetingSettings.SILENT_MEETINGS,
                        Integer.valueOf(times),
                        "Når et møde er holdt: koordinatoren får en opgave om at ringe")))
                .orElse(List.of());
    }
}
