package dk.klyngeflow.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * A PostgreSQL of our own for the demo and for tests. The demo's is durable like a real one: the library switches fsync off unless told
 * otherwise, and the demo promises that its data survive.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "max_connections", "120");

    private static final Map<String, String> FORGETFUL =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "max_connections", "120");

    /** After a power cut it first puts itself right, and a small machine may be busy. */
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts the database below a folder that nobody else can read, and keeps what it finds there.
     *
     * @param port 0 for any free one
     */
    public static EmbeddedDatabase below(Path folder, int port) {
        return start(folder, port, false, DURABLE);
    }

    /**
     * As {@link #below}, but throws away what an earlier run left.
     *
     * @param isDurable false when nothing need survive a power cut, as in most tests, which then do not wait for a disk
     */
    public static EmbeddedDatabase freshBelow(Path folder, boolean isDurable) {
        return start(folder, 0, true, isDurable ? DURABLE : FORGETFUL);
    }

    private static EmbeddedDatabase start(Path folder, int port, boolean fresh, Map<String, String> configuration) {
        try {
            Files.createDirectories(folder);
            new OrphanedPostgres(folder.resolve("postgres")).stop();
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.resolve("unpacked").toFile())
                    .setDataDirectory(folder.resolve("postgres"))
                    .setCleanDataDirectory(fresh)
                    .setPGStartupWait(LONGEST_START)
                    .setPort(port);
            configuration.forEach(builder::setServerConfig);
            return new EmbeddedDatabase(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started below " + folder.toAbsolutePath(), e);
        }
    }

    /** The address of the one database that the demo uses. */
    public String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    /** Makes one more, empty database. */
    public String urlOfNew(String name) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return postgres.getJdbcUrl("postgres", name);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " could not be made", e);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
