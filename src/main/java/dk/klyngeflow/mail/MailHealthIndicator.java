package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CopenhagenTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * How mail is doing. A mail server that is away is no reason to take the application out of service, since mails wait: the status is then
 * DEGRADED, which does not change that of the whole. The name of the bean replaces Spring's own indicator, which would.
 */
@Component("mailHealthIndicator")
class MailHealthIndicator extends AbstractHealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");
    private static final Duration LATE = Duration.ofMinutes(15);

    private final Mails mails;
    private final Postman postman;
    private final SmtpServer server;
    private final MailSettings settings;
    private final CopenhagenTime time;

    MailHealthIndicator(Mails mails, Postman postman, SmtpServer server, MailSettings settings, CopenhagenTime time) {
        super("the outbox could not be read");
        this.mails = mails;
        this.postman = postman;
        this.server = server;
        this.settings = settings;
        this.time = time;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Map<String, Long> counts = mails.countByState();
        Optional<Instant> away = postman.awaySince();
        boolean held = settings.hold() || mails.isHeld();
        Duration oldest = mails.oldestDue(time.now())
                .map(due -> Duration.between(due, time.now()))
                .orElse(Duration.ZERO);
        boolean well = server.isConfigured() && away.isEmpty() && !held && oldest.compareTo(LATE) < 0;
        builder.status(well ? Status.UP : DEGRADED)
                .withDetail("waiting", counts.getOrDefault("WAITING", 0L))
                .withDetail("failed", counts.getOrDefault("FAILED", 0L))
                .withDetail("oldestDueSeconds", oldest.toSeconds())
                .withDetail("held", held)
                .withDetail("serverConfigured", server.isConfigured());
        away.ifPresent(since -> builder.withDetail("serverAwaySince", since));
    }
}
