package dk.klyngeflow.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.Task;
import org.springframework.scheduling.support.SimpleTriggerContext;
import org.springframework.stereotype.Component;

/**
 * What runs by Spring's schedule, at its hour or, if it looks at the clock again and again, once at each moment at which the clock stands.
 * Spring goes on meanwhile: every node does it, so each of these bears being done beside itself. That is why what looks every few seconds is
 * left to Spring: it waits for somebody's doing, not for an hour, and comes as soon by the machine's time.
 */
@Component
@Order(1)
class ScheduleClockwork implements Clockwork {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleClockwork.class);
    private static final Duration SHORT = Duration.ofMinutes(1);
    /** What comes more often than this has no hour of its own: it looks at the clock, and is looked after wherever the clock stands. */
    private static final Duration OFTEN = Duration.ofHours(1);

    private final ObjectProvider<ScheduledTaskHolder> schedules;
    private final Clock clock;
    private final IdentityService identities;
    private final Map<Task, Instant> due = new IdentityHashMap<>();

    ScheduleClockwork(ObjectProvider<ScheduledTaskHolder> schedules, Clock clock, @Lazy IdentityService identities) {
        this.identities = identities;
        this.schedules = schedules;
        this.clock = clock;
    }

    @Override
    public void stop() {
        due.clear();
        all().forEach(task -> {
            if (task instanceof CronTask cron) {
                plan(cron);
            } else if (task instanceof IntervalTask look && isByTheClock(look)) {
                due.put(look, clock.instant());
            }
        });
    }

    @Override
    public void go() {
        due.clear();
    }

    /** Whoever looks at the clock again and again does not know when there is something to see. */
    @Override
    public Optional<Instant> next() {
        return due.entrySet().stream()
                .filter(entry -> entry.getKey() instanceof CronTask cron && hasItsHour(cron, entry.getValue()))
                .map(Map.Entry::getValue)
                .min(Comparator.naturalOrder());
    }

    /** What this does shows in mails and cases, so it tells nothing itself. */
    @Override
    public List<String> turn() {
        Instant now = clock.instant();
        List<Task> ripe = due.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        for (Task task : ripe) {
            if (task instanceof CronTask cron) {
                plan(cron);
            } else if (task instanceof IntervalTask look) {
                due.put(look, now.plus(look.getIntervalDuration()));
            }
            run(task);
        }
        return List.of();
    }

    /** On Spring's own thread nobody has called; here it is whoever moves the clock, to whom the engine would not show everything. */
    private void run(Task task) {
        try {
            WithoutCaller.call(identities, () -> {
                task.getRunnable().run();
                return true;
            });
        } catch (RuntimeException e) {
            LOG.warn("{} failed while the clock was moved", task, e);
        }
    }

    private void plan(CronTask task) {
        Instant next = after(task, clock.instant());
        if (next == null) {
            due.remove(task);
        } else {
            due.put(task, next);
        }
    }

    private static boolean hasItsHour(CronTask task, Instant next) {
        Instant following = after(task, next);
        return following == null || !following.isBefore(next.plus(OFTEN));
    }

    private static @Nullable Instant after(CronTask task, Instant moment) {
        return task.getTrigger().nextExecution(new SimpleTriggerContext(moment, moment, moment));
    }

    private static boolean isByTheClock(IntervalTask look) {
        return look.getIntervalDuration().compareTo(SHORT) >= 0;
    }

    private Stream<Task> all() {
        return schedules.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .map(scheduled -> Objects.requireNonNull(scheduled.getTask()));
    }
}
