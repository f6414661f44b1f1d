package dk.klyngeflow.start;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient jdbc;

    ClockSkew(JdbcClient jdbc) {
        super("the database's clock could not be read");
        this.jdbc = jdbc;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        describe(ahead(jdbc), builder);
    }

    static void describe(Duration ahead, Health.Builder builder) {
        builder.status(ahead.abs().compareTo(BEARABLE) > 0 ? DEGRADED : Status.UP)
                .withDetail("aheadOfDatabaseMs", ahead.toMillis());
    }

    /** Positive when this machine is ahead. The way there and back is shared equally between the two. */
    static Duration ahead(JdbcClient jdbc) {
        Clock own = Clock.systemUTC();
        Instant asked = own.instant();
        Instant theirs = jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        Duration there = Duration.between(asked, own.instant()).dividedBy(2);
        return Duration.between(theirs, asked.plus(there));
    }
}
