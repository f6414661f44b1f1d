package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.CronTrigger;

/** Counts who looks how often while a week passes, stopping every half hour and turning twice at each stop. */
class ScheduleClockworkTest {

    private static final Instant START = Instant.parse("2026-11-23T07:10:00Z");
    private static final Instant END = START.plus(Duration.ofDays(7));
    private static final Duration FAR = Duration.ofDays(1);

    private final Hand hand = new Hand();
    private final IdentityService identities = new IdentityServiceImpl();
    private final List<String> callers = new ArrayList<>();
    private final ThreadPoolTaskScheduler idle = new ThreadPoolTaskScheduler();
    private final ScheduledTaskRegistrar registrar = new ScheduledTaskRegistrar();
    private final Set<ScheduledTask> tasks = new HashSet<>();
    private final List<Instant> nights = new ArrayList<>();
    private final List<Instant> looks = new ArrayList<>();
    private final List<Instant> seldom = new ArrayList<>();
    private final List<Instant> outside = new ArrayList<>();
    private final List<Instant> minutes = new ArrayList<>();

    @BeforeEach
    void schedule() {
        idle.initialize();
        registrar.setTaskScheduler(idle);
        tasks.add(
                registrar.scheduleCronTask(new CronTask(this::night, new CronTrigger("0 20 3 * * *", ZoneOffset.UTC))));
        tasks.add(registrar.scheduleCronTask(
                new CronTask(() -> minutes.add(hand.instant()), new CronTrigger("20 * * * * *", ZoneOffset.UTC))));
        tasks.add(registrar.scheduleFixedDelayTask(every(Duration.ofMinutes(5), looks)));
        tasks.add(registrar.scheduleFixedDelayTask(every(Duration.ofHours(2), seldom)));
        tasks.add(registrar.scheduleFixedDelayTask(every(Duration.ofSeconds(5), outside)));
    }

    private void night() {
        nights.add(hand.instant());
        callers.add(String.valueOf(identities.getCurrentAuthentication()));
    }

    /** Spring itself would begin in a day. */
    private FixedDelayTask every(Duration delay, List<Instant> times) {
        return new FixedDelayTask(() -> times.add(hand.instant()), delay, FAR);
    }

    @AfterEach
    void shutDown() {
        idle.shutdown();
    }

    @Test
    void whatRunsByTheScheduleIsCalledByNobodyAlsoWhenSomebodyMovesTheClock() {
        identities.setAuthentication("admin", List.of(), List.of());

        week(clockwork());

        assertThat(callers).hasSize(7).containsOnly("null");
        assertThat(identities.getCurrentAuthentication().getUserId()).isEqualTo("admin");
    }

    @Test
    void aWeekCallsEverybodyAtItsTimesAndNobodyMoreThanOnceAtAStop() {
        int stops = week(clockwork());

        assertThat(nights).extracting(at -> at.toString().substring(11)).containsOnly("03:20:00Z");
        assertThat(nights).hasSize(7);
        assertThat(looks).doesNotHaveDuplicates().hasSize(stops);
        assertThat(minutes)
                .as("what comes every minute looks where the clock stands and makes no stops of its own")
                .doesNotHaveDuplicates()
                .hasSize(stops - 1);
        assertThat(seldom).hasSize(7 * 12 + 1);
        assertThat(outside)
                .as("what waits for somebody's doing is left to Spring's own time")
                .isEmpty();
    }

    @Test
    void aScheduleThatFailsStopsNoOther() {
        tasks.add(registrar.scheduleFixedDelayTask(new FixedDelayTask(
                () -> {
                    throw new IllegalStateException("as the test wants it");
                },
                Duration.ofMinutes(1),
                FAR)));

        int stops = week(clockwork());

        assertThat(looks).hasSize(stops);
    }

    private int week(ScheduleClockwork clockwork) {
        int stops = 0;
        clockwork.stop();
        while (true) {
            clockwork.turn();
            clockwork.turn();
            stops++;
            if (!hand.instant().isBefore(END)) {
                clockwork.go();
                return stops;
            }
            long half = Duration.ofMinutes(30).toSeconds();
            Instant stop = Instant.ofEpochSecond((hand.now.getEpochSecond() / half + 1) * half);
            hand.now = clockwork.next().filter(stop::isAfter).orElse(stop);
        }
    }

    private ScheduleClockwork clockwork() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("holder", (ScheduledTaskHolder) () -> tasks);
        return new ScheduleClockwork(beans.getBeanProvider(ScheduledTaskHolder.class), hand, identities);
    }

    private static final class Hand extends Clock {

        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
