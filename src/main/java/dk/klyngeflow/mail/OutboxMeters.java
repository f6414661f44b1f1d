package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CopenhagenTime;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The outbox in figures: mails by state, and how long the oldest that is due has waited. */
@Component
class OutboxMeters implements MeterBinder {

    private static final Duration REMEMBERED = Duration.ofSeconds(15);

    private final Mails mails;
    private final CopenhagenTime time;
    private volatile Figures figures = new Figures(Map.of(), 0, Instant.EPOCH);

    OutboxMeters(Mails mails, CopenhagenTime time) {
        this.mails = mails;
        this.time = time;
    }

    private record Figures(Map<String, Long> counts, long oldestSeconds, Instant at) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String state : List.of("WAITING", "SENT", "FAILED", "GIVEN_UP", "NEEDLESS")) {
            Gauge.builder("klyngeflow.outbox.mails", () -> figures().counts().getOrDefault(state, 0L))
                    .tag("state", state.toLowerCase(java.util.Locale.ROOT))
                    .description("Mails in the outbox; those older than six months are blanked but counted")
                    .register(registry);
        }
        Gauge.builder("klyngeflow.outbox.oldest.due", () -> figures().oldestSeconds())
                .baseUnit("seconds")
                .description("How long the oldest mail that is due has waited")
                .register(registry);
    }

    private Figures figures() {
        Instant now = time.now();
        if (Duration.between(figures.at(), now).abs().compareTo(REMEMBERED) > 0) {
            long oldest = mails.oldestDue(now)
                    .map(due -> Duration.between(due, now).toSeconds())
                    .orElse(0L);
            figures = new Figures(mails.countByState(), oldest, now);
        }
        return figures;
    }
}
