package dk.klyngeflow.start;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dk.klyngeflow.TestClock;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.StaticApplicationContext;

class QuietOutagesTest {

    private static final RuntimeException AWAY = new IllegalStateException(
            "no connection", new SQLException("refused", "08001", new ConnectException("Connection refused")));

    private final LoggerContext logs = new LoggerContext();
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private final TestClock clock = new TestClock();

    @BeforeEach
    void listen() {
        written.start();
        logs.addTurboFilter(new QuietOutages.OneLine(clock, logs.getLogger("outage")));
        logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(written);
    }

    @Test
    void whatAllMeetAgainAndAgainIsOneLineInTenMinutesWithoutAStack() {
        for (int second = 0; second < 3_600; second += 5) {
            logs.getLogger("org.camunda.bpm.engine.jobexecutor").error("ENGINE-14006 Exception while executing", AWAY);
            logs.getLogger("org.springframework.scheduling").error("Unexpected error {}", "x", AWAY);
            clock.advance(Duration.ofSeconds(5));
        }
        assertThat(written.list).hasSize(6).allSatisfy(line -> {
            assertThat(line.getFormattedMessage()).contains("databasen i SPRING_DATASOURCE_URL svarer ikke");
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    @Test
    void aLineOfOurOwnStaysWithoutItsStackAndOtherFaultsKeepTheirs() {
        logs.getLogger("dk.klyngeflow.security").error("{} {} failed", "POST", "/x", AWAY);
        logs.getLogger("org.other").error("a fault", new IllegalStateException("of ours"));

        List<String> lines =
                written.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(lines).hasSize(3).contains("POST /x failed", "a fault");
        assertThat(written.list.get(1).getThrowableProxy()).isNull();
        assertThat(written.list.get(2).getThrowableProxy()).isNotNull();
    }

    @Test
    void itStandsInTheRunningLog() {
        LoggerContext running = (LoggerContext) LoggerFactory.getILoggerFactory();
        new QuietOutages().initialize(new StaticApplicationContext());
        new QuietOutages().initialize(new StaticApplicationContext());
        assertThat(running.getTurboFilterList().stream().filter(QuietOutages.OneLine.class::isInstance))
                .hasSize(1);
    }
}
