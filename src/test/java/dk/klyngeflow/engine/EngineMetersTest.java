package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.security.Browser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KlyngeflowTest
class EngineMetersTest {

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService instances;

    @Autowired
    ManagementService jobs;

    @Autowired
    IdentityService identities;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @Test
    void countsOpenAndOverdueTasks() {
        SimpleMeterRegistry before = figures();
        Task late = newTask(Duration.ofHours(-1));
        Task inTime = newTask(Duration.ofHours(1));
        try {
            SimpleMeterRegistry after = figures();

            assertThat(grown(before, after, "klyngeflow.tasks.open")).isEqualTo(2);
            assertThat(grown(before, after, "klyngeflow.tasks.overdue")).isEqualTo(1);
            assertThat(grown(before, after, "klyngeflow.jobs.dead")).isZero();
        } finally {
            tasks.deleteTask(late.getId(), true);
            tasks.deleteTask(inTime.getId(), true);
        }
    }

    @Test
    void countsOnceForManyScrapes() {
        SimpleMeterRegistry registry = figures();
        double first = value(registry, "klyngeflow.tasks.open");
        Task task = newTask(Duration.ofHours(1));
        try {
            assertThat(value(registry, "klyngeflow.tasks.open")).isEqualTo(first);
        } finally {
            tasks.deleteTask(task.getId(), true);
        }
    }

    @Test
    void healthIsPublicWithoutDetails() {
        HttpResponse<String> health = Browser.anonymous(port).get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("UP").doesNotContain("PostgreSQL", "components", "details");
    }

    @Test
    void figuresAreForAdministratorsOnly() {
        assertThat(Browser.anonymous(port).get("/actuator/prometheus").statusCode())
                .isEqualTo(401);
        HttpResponse<String> seen = Browser.basic(port, "admin", "admin").get("/actuator/prometheus");

        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body())
                .contains("klyngeflow_tasks_open", "klyngeflow_incidents", "hikaricp_connections_active");
    }

    private Task newTask(Duration due) {
        Task task = tasks.newTask();
        task.setName("Prøve");
        task.setDueDate(Date.from(clock.instant().plus(due)));
        tasks.saveTask(task);
        return task;
    }

    private SimpleMeterRegistry figures() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new EngineMeters(tasks, instances, jobs, identities, clock).bindTo(registry);
        value(registry, "klyngeflow.tasks.open");
        return registry;
    }

    private static double grown(SimpleMeterRegistry before, SimpleMeterRegistry after, String meter) {
        return value(after, meter) - value(before, meter);
    }

    private static double value(SimpleMeterRegistry registry, String meter) {
        return registry.get(meter).gauge().value();
    }
}
