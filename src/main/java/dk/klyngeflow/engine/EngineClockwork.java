package dk.klyngeflow.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** Timers and steps of all cases, one at a time, what fell due first coming first. The engine's own housekeeping is left to itself. */
@Component
@Order(2)
class EngineClockwork implements Clockwork {

    private static final Logger LOG = LoggerFactory.getLogger(EngineClockwork.class);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final int MOST = 2_000;
    private static final int PAGE = 50;

    private final ProcessEngine engine;
    private final ManagementService jobs;
    private final RepositoryService models;
    private final IdentityService identities;
    private final ObjectProvider<ThreadPoolTaskExecutor> workers;
    private final Clock clock;
    private boolean wasGoing;

    EngineClockwork(
            @Lazy ProcessEngine engine,
            @Lazy ManagementService jobs,
            @Lazy RepositoryService models,
            @Lazy IdentityService identities,
            ObjectProvider<ThreadPoolTaskExecutor> workers,
            Clock clock) {
        this.engine = engine;
        this.jobs = jobs;
        this.models = models;
        this.identities = identities;
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public void stop() {
        JobExecutor executor = executor();
        wasGoing = executor != null && executor.isActive();
        if (executor != null && wasGoing) {
            executor.shutdown();
            long end = System.nanoTime() + LONGEST_STEP.toNanos();
            while (busy() && System.nanoTime() < end) {
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }

    @Override
    public void go() {
        JobExecutor executor = executor();
        if (executor != null && wasGoing) {
            executor.start();
        }
    }

    private JobExecutor executor() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    private boolean busy() {
        return workers.stream()
                .filter(pool -> pool.getThreadNamePrefix().startsWith("camunda"))
                .anyMatch(pool -> pool.getActiveCount() > 0
                        || !pool.getThreadPoolExecutor().getQueue().isEmpty());
    }

    @Override
    public Optional<Instant> next() {
        return WithoutCaller.call(
                identities,
                () -> jobs
                        .createJobQuery()
                        .active()
                        .withRetriesLeft()
                        .duedateHigherThan(Date.from(clock.instant()))
                        .orderByJobDuedate()
                        .asc()
                        .listPage(0, PAGE)
                        .stream()
                        .filter(EngineClockwork::ofACase)
                        .map(job -> job.getDuedate().toInstant())
                        .findFirst());
    }

    @Override
    public List<String> turn() {
        return WithoutCaller.call(identities, () -> {
            List<String> told = new ArrayList<>();
            Set<String> failed = new HashSet<>();
            for (int done = 0; done < MOST; done++) {
                Optional<Job> due = firstDue(failed);
                if (due.isEmpty()) {
                    break;
                }
                String name = name(due.get());
                try {
                    jobs.executeJob(due.get().getId());
                    told.add(name);
                } catch (RuntimeException e) {
                    // the engine has noted it on the case and tries again by its own rule
                    LOG.warn(
                            "job {} failed while the clock was moved", due.get().getId(), e);
                    failed.add(due.get().getId());
                    told.add(name + " – gik galt, prøves igen");
                }
            }
            return told;
        });
    }

    private Optional<Job> firstDue(Set<String> failed) {
        return jobs.createJobQuery().active().executable().orderByJobDuedate().asc().listPage(0, PAGE).stream()
                .filter(EngineClockwork::ofACase)
                .filter(job -> !failed.contains(job.getId()))
                .findFirst();
    }

    private static boolean ofACase(Job job) {
        return job.getProcessDefinitionId() != null;
    }

    /** Such as "Godkend faktura: Rykkerdagen er nået", in the words of the model. */
    private String name(Job job) {
        String process =
                models.getProcessDefinition(job.getProcessDefinitionId()).getName();
        JobDefinition definition = jobs.createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        if (definition == null
                || !(models.getBpmnModelInstance(job.getProcessDefinitionId())
                                .getModelElementById(definition.getActivityId())
                        instanceof FlowElement element)
                || element.getName() == null) {
            return String.valueOf(process);
        }
        return process + ": " + element.getName();
    }
}
