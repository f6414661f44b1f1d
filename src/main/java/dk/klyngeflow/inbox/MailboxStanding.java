package dk.klyngeflow.inbox;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.inbox.MailboxReadings.Reading;
import dk.klyngeflow.mail.ReadMailbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * How the mailbox is doing, for the page, for health and in figures. A mailbox that cannot be read, or in which mails lie, takes no node out of
 * service: nothing is lost meanwhile, so the status is then DEGRADED.
 */
@Component("inboxHealthIndicator")
class MailboxStanding extends AbstractHealthIndicator implements ReadMailbox, MeterBinder {

    private static final Status DEGRADED = new Status("DEGRADED");
    /** Longer than a reading may last. */
    private static final Duration STOPPED = Duration.ofMinutes(15);

    private static final Duration LIES_TOO_LONG = Duration.ofHours(1);
    private static final Duration REMEMBERED = Duration.ofSeconds(15);

    private final InboxSettings settings;
    private final MailboxReadings readings;
    private final CopenhagenTime time;
    private volatile Figures figures = new Figures(0, 0, 0, Instant.EPOCH);

    MailboxStanding(InboxSettings settings, MailboxReadings readings, CopenhagenTime time) {
        super("the readings of the mailbox could not be read");
        this.settings = settings;
        this.readings = readings;
        this.time = time;
    }

    private record Figures(long unread, long oldestSeconds, long sinceReadSeconds, Instant at) {}

    @Override
    public Standing standing() {
        return settings.isConfigured()
                ? standing(readings.last(), time.now())
                : new Standing(true, "Der læses ingen postkasse: KLYNGEFLOW_INBOX_HOST er ikke sat.");
    }

    static Standing standing(Optional<Reading> last, Instant now) {
        if (last.isEmpty()) {
            return new Standing(true, "Postkassen er ikke læst endnu. Det sker inden for et minut efter start.");
        }
        Reading reading = last.get();
        if (reading.awaySince() != null) {
            return new Standing(
                    false,
                    "Postkassen kan ikke læses siden %s. %s Mails bliver liggende dér og læses, når det virker igen."
                            .formatted(CopenhagenTime.inWords(reading.awaySince()), String.valueOf(reading.fault())));
        }
        Instant read = reading.readAt() == null ? Instant.EPOCH : reading.readAt();
        if (isLongerThan(STOPPED, read, now)) {
            return new Standing(
                    false,
                    "Postkassen er ikke læst siden %s. Se i loggen på de noder, der kører."
                            .formatted(CopenhagenTime.inWords(read)));
        }
        if (reading.unread() == 0) {
            return new Standing(true, "Læst senest %s. Ingen mails ligger ulæst.".formatted(CopenhagenTime.inWords(read)));
        }
        Instant oldest = reading.oldestUnread() == null ? read : reading.oldestUnread();
        return new Standing(
                !isLongerThan(LIES_TOO_LONG, oldest, now),
                "Læst senest %s. %s ulæst, %s fra %s."
                        .formatted(
                                CopenhagenTime.inWords(read),
                                reading.unread() == 1 ? "1 mail ligger" : reading.unread() + " mails ligger",
                                reading.unread() == 1 ? "den er" : "den ældste er",
                                CopenhagenTime.inWords(oldest)));
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Optional<Reading> last = readings.last();
        builder.status(standing().isWell() ? Status.UP : DEGRADED).withDetail("configured", settings.isConfigured());
        last.ifPresent(reading -> {
            detail(builder, "readAt", reading.readAt());
            detail(builder, "awaySince", reading.awaySince());
            detail(builder, "fault", reading.fault());
            builder.withDetail("unread", reading.unread());
            detail(builder, "oldestUnread", reading.oldestUnread());
        });
    }

    private static void detail(Health.Builder builder, String name, @Nullable Object value) {
        if (value != null) {
            builder.withDetail(name, value);
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("klyngeflow.inbox.unread", () -> figures().unread())
                .description("Mails that lie in the mailbox after its last reading")
                .register(registry);
        Gauge.builder("klyngeflow.inbox.oldest.unread", () -> figures().oldestSeconds())
                .baseUnit("seconds")
                .description("How long the oldest of them has lain there")
                .register(registry);
        Gauge.builder("klyngeflow.inbox.since.read", () -> figures().sinceReadSeconds())
                .baseUnit("seconds")
                .description("How long ago the mailbox was last read; 0 when none is read")
                .register(registry);
    }

    private Figures figures() {
        Instant now = time.now();
        if (Duration.between(figures.at(), now).abs().compareTo(REMEMBERED) > 0) {
            Optional<Reading> last = settings.isConfigured() ? readings.last() : Optional.empty();
            figures = new Figures(
                    last.map(Reading::unread).orElse(0),
                    last.map(Reading::oldestUnread).map(oldest -> seconds(oldest, now)).orElse(0L),
                    last.map(MailboxStanding::readOrAway).map(read -> seconds(read, now)).orElse(0L),
                    now);
        }
        return figures;
    }

    /** A mailbox that could never be read counts from its first fault. */
    private static @Nullable Instant readOrAway(Reading reading) {
        return reading.readAt() == null ? reading.awaySince() : reading.readAt();
    }

    private static long seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }

    private static boolean isLongerThan(Duration most, Instant from, Instant to) {
        return Duration.between(from, to).compareTo(most) > 0;
    }
}
