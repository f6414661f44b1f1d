package dk.klyngeflow.start;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Asks the database once, before anything is built on it: does it answer, is it new enough, can it do what we need, has
 * it been started on before. A database that does not answer is waited for ({@code klyngeflow.database-patience}): after a power cut it may start later
 * than we do. Demo and tests bring their own and are not asked.
 */
public class DatabaseReady implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The oldest major version that the application is tried with. */
    static final int OLDEST = 15;

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseReady.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final Duration SKEW = ClockSkew.BEARABLE;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.matchesProfiles("demo | test")) {
            return;
        }
        Duration patience = DurationStyle.detectAndParse(environment.getProperty("klyngeflow.database-patience", "2m"));
        Found found = ask(
                environment.getRequiredProperty(RequiredSettings.DATABASE),
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""),
                patience);
        found.fault().ifPresent(fault -> {
            throw new NotStarted(fault.sentence());
        });
        if (!found.hasStartedBefore()
                && environment.getProperty(RequiredSettings.ADMIN_PASSWORD, "").isBlank()) {
            throw new NotStarted(List.of(RequiredSettings.FIRST_PASSWORD));
        }
        if (found.ahead().abs().compareTo(SKEW) > 0) {
            LOG.warn("this machine's clock and the database's are {} s apart; run NTP on both", found.ahead().toSeconds());
        }
    }

    /** What the database said; with a fault the rest says nothing. */
    record Found(Optional<DatabaseFault> fault, boolean hasStartedBefore, Duration ahead) {

        private static Found of(DatabaseFault fault) {
            return new Found(Optional.of(fault), false, Duration.ZERO);
        }
    }

    /** @param patience how long a database is waited for that does not answer */
    static Found ask(String url, String user, String password, Duration patience) {
        Instant start = Clock.systemUTC().instant();
        boolean isSaid = false;
        while (true) {
            Found found = askOnce(url, user, password);
            boolean mayPass = found.fault().map(DatabaseFault::mayPass).orElse(false);
            if (!mayPass || !Clock.systemUTC().instant().isBefore(start.plus(patience))) {
                return found;
            }
            if (!isSaid) {
                LOG.warn("the database does not answer yet and is tried again for {} s", patience.toSeconds());
                isSaid = true;
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    static Found askOnce(String url, String user, String password) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            Optional<DatabaseFault> fault = faultOf(
                    connection.getMetaData().getDatabaseMajorVersion(),
                    isTrue(jdbc, "select exists (select 1 from pg_available_extensions where name = 'btree_gist')"),
                    isTrue(
                            jdbc,
                            "select to_regnamespace('klyngeflow') is not null"
                                    + " or has_database_privilege(current_database(), 'create')"));
            if (fault.isPresent()) {
                return Found.of(fault.get());
            }
            boolean hasStartedBefore = isTrue(jdbc, "select to_regclass('klyngeflow.flyway_schema_history') is not null");
            return new Found(Optional.empty(), hasStartedBefore, ClockSkew.ahead(jdbc));
        } catch (SQLException e) {
            DatabaseFault fault = DatabaseFault.of(e);
            if (fault == DatabaseFault.UNKNOWN) {
                LOG.warn("the database answered with SQL state {}", e.getSQLState());
            }
            return Found.of(fault);
        }
    }

    static Optional<DatabaseFault> faultOf(int version, boolean hasGist, boolean mayMakeSchema) {
        if (version < OLDEST) {
            return Optional.of(DatabaseFault.TOO_OLD);
        }
        if (!hasGist) {
            return Optional.of(DatabaseFault.NO_GIST);
        }
        return mayMakeSchema ? Optional.empty() : Optional.of(DatabaseFault.MAY_NOT_MAKE);
    }

    private static boolean isTrue(JdbcClient jdbc, String question) {
        return jdbc.sql(question).query(Boolean.class).single();
    }
}
