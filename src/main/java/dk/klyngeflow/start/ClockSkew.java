package dk.klyngeflow.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * How far this machine's clock is from the database's, which all nodes share. Deadlines and locks are reckoned by each node's own clock: two
 * nodes that disagree by more than a few seconds remind twice or too late, so NTP is required. The status is DEGRADED, which takes no node
 * out of service.
 */
@Component("clockHealthIndicator")
class ClockSkew extends AbstractHealthIndicator {

    static final Duration BEARABLE = Duration.ofSeconds(5);
    private static final Status DEGRADED = new Status("DEGRADED");

    private final DataSource database;

    ClockSkew(DataSource database) {
        super("the database's clock could not be read");
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws SQLException {
        try (Connection connection = database.getConnection()) {
            describe(ahead(connection), builder);
        }
    }

    static void describe(Duration ahead, Health.Builder builder) {
        builder.status(ahead.abs().compareTo(BEARABLE) > 0 ? DEGRADED : Status.UP)
                .withDetail("aheadOfDatabaseMs", ahead.toMillis());
    }

    /** Positive when this machine is ahead. The way there and back is shared equally between the two. */
    static Duration ahead(Connection connection) throws SQLException {
        Clock own = Clock.systemUTC();
        Instant asked = own.instant();
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select clock_timestamp()")) {
            answer.next();
            Instant theirs = answer.getObject(1, OffsetDateTime.class).toInstant();
            Instant answered = own.instant();
            Instant middle = asked.plus(Duration.between(asked, answered).dividedBy(2));
            return Duration.between(theirs, middle);
        }
    }
}
