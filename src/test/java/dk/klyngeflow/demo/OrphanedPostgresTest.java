package dk.klyngeflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's program is killed hard, as by the stop button of a development tool; the next start works and finds what was written. */
class OrphanedPostgresTest {

    @TempDir
    Path folder;

    @Test
    void theNextStartWorksAfterTheProgramWasKilled() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        assertThat(program.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(program.exitValue()).isEqualTo(Killed.CODE);
        assertThat(isRunning()).as("the server outlives its program").isTrue();

        try (EmbeddedDatabase database = EmbeddedDatabase.below(folder, 0);
                Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select word from kept")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).isEqualTo("bevaret");
        }
    }

    private boolean isRunning() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"))
                .get(0)
                .strip());
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Another program: it writes something and is gone without a word to its server. */
    static final class Killed {

        static final int CODE = 9;

        private Killed() {}

        public static void main(String[] args) throws SQLException {
            EmbeddedDatabase database = EmbeddedDatabase.below(Path.of(args[0]), 0);
            try (Connection connection = DriverManager.getConnection(database.url());
                    Statement statement = connection.createStatement()) {
                statement.execute("create table kept as select 'bevaret' as word");
            }
            Runtime.getRuntime().halt(CODE);
        }
    }
}
