package dk.klyngeflow.ballots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database writes before it writes anything, as whoever copies its disk reads it. */
final class WriteAheadLog {

    private WriteAheadLog() {}

    /** All files that there are of it at the moment. */
    static List<Path> files(JdbcClient jdbc) throws IOException {
        // what is under way is written out
        jdbc.sql("select pg_switch_wal()::text").query(String.class).single();
        Path data = Path.of(jdbc.sql("select setting from pg_settings where name = 'data_directory'")
                .query(String.class)
                .single());
        try (Stream<Path> files = Files.list(data.resolve("pg_wal"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
