package dk.klyngeflow.localmodel;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.mail.MailContent;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the mail with a draft says at the moment it is sent; nothing when a newer one is shown, or nothing is taken any longer. */
@Component
class ModelDraftMail implements MailContent {

    private final LocalModels models;
    private final CopenhagenTime time;

    ModelDraftMail(LocalModels models, CopenhagenTime time) {
        this.models = models;
        this.time = time;
    }

    @Override
    public String purpose() {
        return LocalModels.DRAFT;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        String number = model.getOrDefault(LocalModels.ROUND, "");
        if (!number.matches("\\d{1,6}")) {
            return Optional.empty();
        }
        return models.find(clusterId, Integer.parseInt(number))
                .filter(round -> round.takesCommentsAt(time.now()))
                .filter(round -> String.valueOf(round.draft().shown()).equals(model.get(LocalModels.SHOWN)))
                .flatMap(round -> Optional.ofNullable(round.draft().commentsCloseAt())
                        .flatMap(closes -> Optional.ofNullable(round.draft().choices())
                                .map(choices -> Map.<String, Object>of(
                                        "closesAt",
                                        CopenhagenTime.inWords(closes),
                                        "lines",
                                        choices.lines().stream()
                                                .map(line -> line.label() + ": " + line.answer())
                                                .toList(),
                                        "note",
                                        round.draft().note(),
                                        "isAgain",
                                        round.draft().shown() > 1))));
    }
}
