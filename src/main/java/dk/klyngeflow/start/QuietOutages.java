package dk.klyngeflow.start;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A database that does not answer, or whose disk is full, is one fault that somebody can act on, and everything that works meets it again and again: engine, sender, schedules,
 * pages. Each would write a stack of a hundred lines every few seconds. Here it is one line when it begins and one every ten minutes; a line of our
 * own that tells of a request or a mail stays, without its stack.
 */
public class QuietOutages implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicReference<Instant> FULL_AT = new AtomicReference<>(Instant.EPOCH);

    /** Whether the database has said lately that its disk is full; what it can be asked does not tell how much is left. */
    static boolean wasFull(Instant now) {
        return Duration.between(FULL_AT.get(), now).compareTo(OneLine.AGAIN) < 0;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs
                && logs.getTurboFilterList().stream().noneMatch(OneLine.class::isInstance)) {
            OneLine filter = new OneLine(Clock.systemUTC(), LoggerFactory.getLogger(QuietOutages.class));
            filter.setContext(logs);
            filter.start();
            logs.addTurboFilter(filter);
        }
    }

    static final class OneLine extends TurboFilter {

        static final Duration AGAIN = Duration.ofMinutes(10);
        private static final String OURS = "dk.klyngeflow.";

        private final Clock clock;
        private final org.slf4j.Logger log;
        private Instant told = Instant.MIN;

        OneLine(Clock clock, org.slf4j.Logger log) {
            this.clock = clock;
            this.log = log;
        }

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] values,
                @Nullable Throwable thrown) {
            if (!level.isGreaterOrEqual(Level.WARN) || format == null) {
                return FilterReply.NEUTRAL;
            }
            Optional<DatabaseFault> outage =
                    DatabaseFault.behind(thrown(values, thrown)).filter(DatabaseFault::isOutage);
            if (outage.isEmpty()) {
                return FilterReply.NEUTRAL;
            }
            if (outage.get() == DatabaseFault.DISK_FULL) {
                FULL_AT.set(clock.instant());
            }
            if (mustTell()) {
                log.error("{}", outage.get().sentence());
            }
            if (logger.getName().startsWith(OURS)) {
                logger.callAppenders(
                        new LoggingEvent(OneLine.class.getName(), logger, level, format, null, without(values)));
            }
            return FilterReply.DENY;
        }

        private static Object @Nullable [] without(Object @Nullable [] values) {
            return values == null || values.length == 0 || !(values[values.length - 1] instanceof Throwable)
                    ? values
                    : Arrays.copyOf(values, values.length - 1);
        }

        private synchronized boolean mustTell() {
            Instant now = clock.instant();
            if (told != Instant.MIN && now.isBefore(told.plus(AGAIN))) {
                return false;
            }
            told = now;
            return true;
        }

        private static @Nullable Throwable thrown(Object @Nullable [] values, @Nullable Throwable thrown) {
            if (thrown != null || values == null || values.length == 0) {
                return thrown;
            }
            return values[values.length - 1] instanceof Throwable last ? last : null;
        }
    }
}
