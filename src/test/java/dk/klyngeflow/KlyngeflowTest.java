package dk.klyngeflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The real application on a port of its own: real engine, real PostgreSQL, a mail server in memory ({@code GreenMail} bean), the clock in
 * the test's hand ({@link TestClock} bean), job executor and schedules off. All tests with this annotation share one application, so a
 * class that has it takes no properties, imports or replaced beans of its own: a second application in the process would share Camunda's
 * static register of engines with the first. The words of a story are a {@code @TestComponent} beside it, injected like any bean.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "klyngeflow.schedules=false",
            "klyngeflow.monitoring.password=prometheus-i-en-test",
            "management.prometheus.metrics.export.enabled=true"
        })
@ActiveProfiles("test")
@Import(TestParts.class)
@ExtendWith(FreshMorning.class)
@ContextConfiguration(initializers = TestParts.Addresses.class)
public @interface KlyngeflowTest {}
