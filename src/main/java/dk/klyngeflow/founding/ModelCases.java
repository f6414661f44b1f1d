package dk.klyngeflow.founding;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.localmodel.LocalModels;
import dk.klyngeflow.localmodel.ModelRound;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.security.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leads the case of a local model: its deadlines, and how it begins and ends before its time. */
@Component
class ModelCases {

    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final LocalModels models;
    private final ClusterSettings settings;
    private final Cases cases;
    private final CopenhagenTime time;

    ModelCases(LocalModels models, ClusterSettings settings, Cases cases, CopenhagenTime time) {
        this.models = models;
        this.settings = settings;
        this.cases = cases;
        this.time = time;
    }

    record Opened(String caseKey, ModelTimes times) {}

    record Due(Instant taskDueAt, Instant escalateAt) {}

    record Shown(Instant closesAt, Due due) {}

    /** The day on which answers usually close. */
    LocalDate usualClosing(String clusterId) {
        return time.today().plusDays(settings.get(clusterId, FoundingSettings.ANSWER_DAYS));
    }

    Opened open(String clusterId, int round) {
        models.ask(clusterId, round);
        ModelRound opened = models.get(clusterId, round);
        return new Opened(
                opened.caseKey(),
                ModelTimes.from(
                        time.today(),
                        opened.asking().closesAt(),
                        settings.get(clusterId, FoundingSettings.FIRST_REMINDER_DAYS),
                        settings.get(clusterId, FoundingSettings.LAST_REMINDER_DAYS)));
    }

    Due close(String clusterId, int round) {
        models.close(clusterId, round);
        return due(clusterId, time.today());
    }

    Shown present(String clusterId, int round) {
        LocalDate last = time.today().plusDays(settings.get(clusterId, FoundingSettings.COMMENT_DAYS));
        Instant closes = ModelTimes.closing(last);
        models.present(clusterId, round, closes);
        return new Shown(closes, due(clusterId, last));
    }

    /** @return the first moment at which it applies */
    Instant adopt(String clusterId, int round, LocalDate from, String by) {
        LocalDate day = models.adopt(clusterId, round, time.today(), from, by).effectiveFrom();
        return CopenhagenTime.at(day, LocalTime.MIDNIGHT);
    }

    private Due due(String clusterId, LocalDate from) {
        return new Due(
                CopenhagenTime.at(from.plusDays(settings.get(clusterId, FoundingSettings.TASK_DAYS)), AFTERNOON),
                CopenhagenTime.at(from.plusDays(settings.get(clusterId, FoundingSettings.ESCALATE_DAYS)), MORNING));
    }

    /** The calendar wants it; nothing happens when it is under way already. @return whether it has begun */
    @Transactional
    public boolean beginByItself(String clusterId) {
        return models.begin(clusterId, null, ModelTimes.closing(usualClosing(clusterId)))
                .map(round -> {
                    cases.start(
                            LocalModel.KEY,
                            clusterId,
                            round.caseKey(),
                            Map.of(LocalModelVariables.ROUND_NO.name(), (long) round.roundNo()));
                    return true;
                })
                .orElse(false);
    }

    /** @throws Refused when it is over */
    @Transactional
    public void cancel(String clusterId, int round, String reason, String by) {
        ModelRound found = models.find(clusterId, round).orElseThrow(Refused::notFound);
        if (!models.cancel(clusterId, round, reason, by)) {
            throw Refused.conflict("Sagen om den lokale model er afsluttet og kan ikke opgives.", Map.of());
        }
        if (!cases.tell(LocalModel.CANCELLED, clusterId, found.caseKey(), Map.of())) {
            throw Refused.conflict("Sagen er ved at blive ændret. Vent et øjeblik, og prøv igen.", Map.of());
        }
    }
}
