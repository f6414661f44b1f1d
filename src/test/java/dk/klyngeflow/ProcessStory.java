package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.demo.DemoCluster;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Setting;
import dk.klyngeflow.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The words that all stories have in common: a cluster of its own, people, time that passes, and what can be seen of a case. */
public abstract class ProcessStory {

    private static final AtomicInteger CLUSTERS = new AtomicInteger();

    /** What a story is told with. */
    @TestComponent
    public record World(
            DemoCluster everybody,
            People people,
            ClusterSettings settings,
            TaskService tasks,
            RuntimeService instances,
            ManagementService jobs,
            HistoryService history,
            JdbcClient jdbc,
            TestClock clock) {}

    protected final World world;
    protected final TaskService tasks;
    protected final RuntimeService instances;
    protected final ManagementService jobs;
    protected final HistoryService history;
    protected final JdbcClient jdbc;
    protected final TestClock clock;

    protected String cluster = "";

    protected ProcessStory(World world) {
        this.world = world;
        this.tasks = world.tasks();
        this.instances = world.instances();
        this.jobs = world.jobs();
        this.history = world.history();
        this.jdbc = world.jdbc();
        this.clock = world.clock();
    }

    // the cluster

    /** A cluster that no other story has, with the demo's people in it. */
    protected void open(String name, PaymentMode mode) {
        cluster = name + CLUSTERS.incrementAndGet();
        world.everybody().open(cluster, cluster + "-", mode);
    }

    /** A cluster that others have opened, in the way that people do. */
    public void isIn(String opened) {
        clock.reset();
        cluster = opened;
    }

    /** In the middle of another story, at the same hour. */
    public void goesOnIn(ProcessStory other) {
        cluster = other.cluster;
    }

    public String cluster() {
        return cluster;
    }

    public String person(String role) {
        return cluster + "-" + role;
    }

    public List<String> members() {
        return world.people().holding(cluster, Role.MEMBER).stream()
                .map(Person::id)
                .toList();
    }

    public <T> void set(Setting<T> setting, T value) {
        world.settings().set(cluster, setting, value, LocalDate.of(2020, 1, 1), "test");
    }

    // time

    public void daysPass(int days) {
        timePasses(Duration.ofDays(1), clock.instant().plus(Duration.ofDays(days)));
    }

    /** Step by step, and what is due at a step runs then. Where nothing can be due the database is not asked. */
    protected void timePasses(Duration step, Instant until) {
        Instant next = Instant.MIN;
        while (clock.instant().isBefore(until)) {
            Instant then = clock.instant().plus(step);
            clock.set(then.isAfter(until) ? until : then);
            if (next.isAfter(clock.instant())) {
                nothingIsDue();
            } else {
                dueJobsRun();
                next = waiting()
                        .map(ProcessStory::due)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.MAX);
            }
        }
    }

    /** Time has passed, and nobody has done anything. */
    protected void nothingIsDue() {}

    /** Runs what the job executor would run now, of this cluster. */
    public void dueJobsRun() {
        for (int round = 0; round < 50; round++) {
            List<String> due = dueJobs();
            if (due.isEmpty()) {
                return;
            }
            // one may have ended the case of another
            due.stream()
                    .filter(job ->
                            due.size() == 1 || jobs.createJobQuery().jobId(job).count() == 1)
                    .forEach(jobs::executeJob);
        }
        throw new AssertionError("jobs without end in " + cluster);
    }

    protected boolean isAnythingDue() {
        return !dueJobs().isEmpty();
    }

    /** What need not wait for a time, and then the rest. */
    private List<String> dueJobs() {
        return waiting()
                .filter(job -> job instanceof MessageEntity || !due(job).isAfter(clock.instant()))
                .sorted(Comparator.comparing(job -> !(job instanceof MessageEntity)))
                .map(Job::getId)
                .toList();
    }

    private Stream<Job> waiting() {
        return jobs.createJobQuery().tenantIdIn(cluster).withRetriesLeft().list().stream();
    }

    private static Instant due(Job job) {
        return job.getDuedate() == null ? Instant.MIN : job.getDuedate().toInstant();
    }

    // what is

    /** Of the case that the story is about; of the whole cluster where it has only one. */
    public List<Task> openTasks() {
        return tasks.createTaskQuery().tenantIdIn(cluster).list();
    }

    public void waitsFor(String... taskKeys) {
        assertThat(openTasks().stream().map(Task::getTaskDefinitionKey).toList())
                .containsExactlyInAnyOrder(taskKeys);
    }

    public void tookThePath(String... activities) {
        assertThat(history.createHistoricActivityInstanceQuery().tenantIdIn(cluster).list().stream()
                        .map(HistoricActivityInstance::getActivityId)
                        .toList())
                .contains(activities);
    }

    public void noIncidentIsOpen() {
        if (!cluster.isEmpty()) {
            assertThat(instances.createIncidentQuery().tenantIdIn(cluster).list())
                    .isEmpty();
        }
    }
}
