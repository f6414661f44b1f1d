package dk.klyngeflow.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.ToDoubleFunction;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What an administrator watches: tasks, incidents and jobs of all clusters together. Counted at most every 15 seconds however often
 * somebody looks, so that watching costs the database nothing to speak of.
 */
@Component
class EngineMeters implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(EngineMeters.class);

    private static final long FRESH_FOR = Duration.ofSeconds(15).toNanos();

    /** A due job is late when no node has taken it for so long: longer than a lock, so that a dead node's work is not yet an alarm. */
    private static final Duration LATE_AFTER = Duration.ofMinutes(5);

    private final TaskService tasks;
    private final RuntimeService instances;
    private final ManagementService jobs;
    private final IdentityService identities;
    private final Clock clock;

    private @Nullable Figures latest;
    private long countedAt;

    EngineMeters(
            @Lazy TaskService tasks,
            @Lazy RuntimeService instances,
            @Lazy ManagementService jobs,
            @Lazy IdentityService identities,
            Clock clock) {
        this.tasks = tasks;
        this.instances = instances;
        this.jobs = jobs;
        this.identities = identities;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "klyngeflow.cases.open", "Cases that are under way", Figures::cases);
        gauge(registry, "klyngeflow.tasks.open", "Tasks that wait for somebody", Figures::tasks);
        gauge(registry, "klyngeflow.tasks.overdue", "Open tasks whose due date has passed", Figures::overdueTasks);
        gauge(registry, "klyngeflow.incidents", "Open incidents: work that needs an administrator", Figures::incidents);
        gauge(registry, "klyngeflow.jobs.waiting", "Jobs that are due and have retries left", Figures::waitingJobs);
        gauge(
                registry,
                "klyngeflow.jobs.late",
                "Jobs due for more than five minutes: no node takes them",
                Figures::lateJobs);
        gauge(registry, "klyngeflow.jobs.dead", "Jobs with no retries left", Figures::deadJobs);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Figures> figure) {
        Gauge.builder(name, () -> figure.applyAsDouble(figures()))
                .description(description)
                .register(registry);
    }

    /** One count for all gauges of a scrape; when the database does not answer, one failure for all of them. */
    private synchronized Figures figures() {
        Figures figures = latest;
        if (figures == null || System.nanoTime() - countedAt > FRESH_FOR) {
            figures = countOrUnknown();
            latest = figures;
            countedAt = System.nanoTime();
        }
        return figures;
    }

    private Figures countOrUnknown() {
        try {
            return WithoutCaller.call(identities, this::count);
        } catch (RuntimeException e) {
            LOG.warn("the engine's figures could not be counted: {}", e.toString());
            return Figures.UNKNOWN;
        }
    }

    private Figures count() {
        Instant now = clock.instant();
        return new Figures(
                instances.createProcessInstanceQuery().rootProcessInstances().count(),
                tasks.createTaskQuery().active().count(),
                tasks.createTaskQuery().active().dueBefore(Date.from(now)).count(),
                instances.createIncidentQuery().count(),
                jobs.createJobQuery().executable().count(),
                jobs.createJobQuery()
                        .executable()
                        .duedateLowerThan(Date.from(now.minus(LATE_AFTER)))
                        .count(),
                jobs.createJobQuery().noRetriesLeft().count());
    }

    private record Figures(
            double cases,
            double tasks,
            double overdueTasks,
            double incidents,
            double waitingJobs,
            double lateJobs,
            double deadJobs) {

        private static final Figures UNKNOWN =
                new Figures(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}
