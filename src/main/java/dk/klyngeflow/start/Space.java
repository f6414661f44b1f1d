package dk.klyngeflow.start;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How much room there is: in the folder for temporary files, through which uploads and PDFs pass, and how large the database has become. Too
 * little room is an operator's matter and is told her before a doctor with a file meets it.
 */
@Component("spaceHealthIndicator")
class Space extends AbstractHealthIndicator implements MeterBinder {

    /** Bytes; fifty of the largest uploads. */
    static final long LITTLE = 500_000_000L;

    private static final Status DEGRADED = new Status("DEGRADED");
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private volatile Size size = new Size(0, Instant.EPOCH);

    Space(JdbcClient jdbc) {
        super("the size of the database could not be read");
        this.jdbc = jdbc;
    }

    private record Size(long bytes, Instant at) {}

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        describe(temporary(), QuietOutages.wasFull(Clock.systemUTC().instant()), builder);
        builder.withDetail("databaseBytes", databaseBytes());
    }

    static void describe(long freeBytes, boolean databaseWasFull, Health.Builder builder) {
        builder.status(freeBytes < LITTLE || databaseWasFull ? DEGRADED : Status.UP)
                .withDetail("temporaryFreeBytes", freeBytes)
                .withDetail("databaseDiskWasFull", databaseWasFull);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("klyngeflow.temp.free", Space::temporary)
                .baseUnit("bytes")
                .description("Free bytes in the folder for temporary files")
                .register(registry);
        Gauge.builder(
                        "klyngeflow.database.full",
                        () -> QuietOutages.wasFull(Clock.systemUTC().instant()) ? 1 : 0)
                .description("1 when the database has said within ten minutes that its disk is full")
                .register(registry);
        Gauge.builder("klyngeflow.database", this::databaseBytes)
                .baseUnit("bytes")
                .description("Size of the database, read at most every five minutes")
                .register(registry);
    }

    private static long temporary() {
        return new File(System.getProperty("java.io.tmpdir", "/tmp")).getUsableSpace();
    }

    private long databaseBytes() {
        Instant now = Clock.systemUTC().instant();
        if (Duration.between(size.at(), now).compareTo(REMEMBERED) > 0) {
            long bytes = jdbc.sql("select pg_database_size(current_database())")
                    .query(Long.class)
                    .single();
            size = new Size(bytes, now);
        }
        return size.bytes();
    }
}
