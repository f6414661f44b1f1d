package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import dk.klyngeflow.demo.DemoCluster;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.security.Browser;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;

/**
 * A day of 120 quiet clusters: everything that runs by a schedule runs as often as it does on a day, timers fire, one person of each cluster logs
 * in and looks, the machines that watch ask all day. Counted are the bytes that the console would get. What is not here, the start of
 * a node and the idling of the engine's threads, the profile {@code operate} measures with real nodes.
 */
@KlyngeflowTest
@Tag("volume")
class LogVolumeTest {

    /** A tenth of them in the common build, all in the profile {@code operate}. */
    private static final int CLUSTERS = Integer.getInteger("klyngeflow.quiet-clusters", 12);

    private static final long MOST = 2_000_000L * CLUSTERS / 120;

    /** What two nodes write, each running its own schedules. */
    private static final int NODES = 2;

    @LocalServerPort
    int port;

    @Autowired
    DemoCluster demo;

    @Autowired
    ApplicationContext application;

    @Autowired
    ManagementService jobs;

    @Autowired
    TestClock clock;

    private final Bytes bytes = new Bytes();

    /** Counts what the console would write, by who writes it. */
    private static final class Bytes extends AppenderBase<ILoggingEvent> {

        private final ConsoleAppender<ILoggingEvent> console =
                (ConsoleAppender<ILoggingEvent>) root().getAppender("CONSOLE");
        private final Map<String, Long> byLogger = new TreeMap<>();

        @Override
        protected void append(ILoggingEvent event) {
            byLogger.merge(event.getLoggerName(), (long) console.getEncoder().encode(event).length, Long::sum);
        }

        long all() {
            return byLogger.values().stream().mapToLong(Long::longValue).sum();
        }

        private static Logger root() {
            return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        }
    }

    @BeforeEach
    void listen() {
        bytes.start();
    }

    @AfterEach
    void stop() {
        Bytes.root().detachAppender(bytes);
    }

    /** A scheduled method and how it is due. */
    private record Due(Object bean, Method method, String cron, Duration every) {

        boolean isAt(Instant now, Duration step) {
            if (!every.isZero()) {
                return true;
            }
            ZonedDateTime before = now.minus(step).atZone(CopenhagenTime.ZONE);
            ZonedDateTime next = CronExpression.parse(cron).next(before);
            return next != null && !next.toInstant().isAfter(now);
        }

        int times(Instant now, Duration step) {
            if (every.isZero()) {
                return isAt(now, step) ? 1 : 0;
            }
            // as often as it would have been since the last step
            long seconds = every.toSeconds();
            return (int) (now.getEpochSecond() / seconds - now.minus(step).getEpochSecond() / seconds);
        }

        void run() throws ReflectiveOperationException {
            method.setAccessible(true);
            try {
                method.invoke(bean);
            } catch (InvocationTargetException e) {
                // what Spring's scheduler does with it
                LoggerFactory.getLogger("org.springframework.scheduling.support.TaskUtils$LoggingErrorHandler")
                        .error("Unexpected error occurred in scheduled task", e.getCause());
            }
        }
    }

    @Test
    void aDayOfQuietClustersIsTwoMegabytesAtMostFor120() throws Exception {
        for (int i = 0; i < CLUSTERS; i++) {
            demo.open("quiet" + i, "quiet" + i + "-", PaymentMode.PLO);
        }
        List<Due> schedule = schedule();
        assertThat(schedule).hasSizeGreaterThan(8);
        Bytes.root().addAppender(bytes);
        long lines = 0;
        Duration step = Duration.ofMinutes(1);
        for (int minute = 0; minute < 24 * 60; minute++) {
            clock.advance(step);
            for (Due due : schedule) {
                for (int time = due.times(clock.instant(), step); time > 0; time--) {
                    due.run();
                    lines++;
                }
            }
            for (Job job : jobs.createJobQuery()
                    .withRetriesLeft()
                    .duedateLowerThan(Date.from(clock.instant()))
                    .listPage(0, 50)) {
                jobs.executeJob(job.getId());
            }
            if (minute < CLUSTERS) {
                Browser secretary =
                        Browser.loggedIn(port, "quiet" + minute + "-sekretaer", "quiet" + minute + "-sekretaer");
                secretary.get("/");
                secretary.send("GET", "/camunda/api/engine/engine/default/task/count", null);
            }
            if (minute % 30 == 0) {
                Browser.anonymous(port).get("/actuator/health");
                Browser.basic(port, "monitoring", "prometheus-i-en-test").get("/actuator/prometheus");
            }
        }

        long day = bytes.all() * NODES;
        System.out.println("log of a day, " + CLUSTERS + " clusters, " + NODES + " nodes, " + lines
                + " runs of schedules: " + day + " bytes; of one node: " + bytes.byLogger);
        assertThat(day).as(bytes.byLogger.toString()).isLessThan(MOST).isPositive();
    }

    private List<Due> schedule() {
        List<Due> all = new ArrayList<>();
        for (String name : application.getBeanDefinitionNames()) {
            Class<?> type = application.getType(name);
            if (type == null || !type.getName().startsWith("dk.klyngeflow.")) {
                continue;
            }
            Object bean = application.getBean(name);
            for (Method method : AopUtils.getTargetClass(bean).getDeclaredMethods()) {
                Scheduled when = AnnotatedElementUtils.findMergedAnnotation(method, Scheduled.class);
                if (when != null) {
                    all.add(new Due(bean, method, when.cron(), every(when)));
                }
            }
        }
        return all;
    }

    private Duration every(Scheduled when) {
        if (!when.cron().isEmpty()) {
            return Duration.ZERO;
        }
        if (when.fixedDelay() > 0) {
            return Duration.of(when.fixedDelay(), when.timeUnit().toChronoUnit());
        }
        TimeUnit unit = when.timeUnit();
        String text = application.getEnvironment().resolvePlaceholders(when.fixedDelayString());
        return DurationStyle.detectAndParse(text, unit.toChronoUnit());
    }
}
