package dk.klyngeflow.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.Task;
import org.springframework.scheduling.support.SimpleTriggerContext;
import org.springframework.stereotype.Component;

/**
 * What runs by Spring's schedule. It is not stopped while the clock moves: every node does it, so each of these bears being done beside
 * itself.
 */
@Component
@Order(1)
class ScheduleClockwork implements Clockwork {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleClockwork.class);

    private final ObjectProvider<ScheduledTaskHolder> schedules;
    private final Clock clock;
    private final Map<Task, Instant> due = new IdentityHashMap<>();

    ScheduleClockwork(ObjectProvider<ScheduledTaskHolder> schedules, Clock clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    @Override
    public void stop() {
        due.clear();
        crons().forEach(this::plan);
    }

    @Override
    public void go() {
        due.clear();
    }

    @Override
    public Optional<Instant> next() {
        return due.values().stream().min(Comparator.naturalOrder());
    }

    /** What this does shows in mails and cases, so it tells nothing itself. */
    @Override
    public List<String> turn() {
        Instant now = clock.instant();
        for (Task task : all().toList()) {
            if (task instanceof CronTask cron) {
                Instant planned = due.get(task);
                if (planned == null || planned.isAfter(now)) {
                    continue;
                }
                plan(cron);
            }
            run(task);
        }
        return List.of();
    }

    private static void run(Task task) {
        try {
            task.getRunnable().run();
        } catch (RuntimeException e) {
            LOG.warn("{} failed while the clock was moved", task, e);
        }
    }

    private void plan(CronTask task) {
        Instant now = clock.instant();
        Instant next = task.getTrigger().nextExecution(new SimpleTriggerContext(now, now, now));
        if (next == null) {
            due.remove(task);
        } else {
            due.put(task, next);
        }
    }

    private Stream<CronTask> crons() {
        return all().filter(CronTask.class::isInstance).map(CronTask.class::cast);
    }

    private Stream<Task> all() {
        return schedules.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .map(scheduled -> Objects.requireNonNull(scheduled.getTask()));
    }
}
