package dk.klyngeflow.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.klyngeflow.TestParts;
import dk.klyngeflow.start.DatabaseReady.Found;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.web.server.PortInUseException;

/** Every fault of a database at start: the real PostgreSQL where it can be made to show it, else the exception as the driver throws it. */
class DatabaseReadyTest {

    @Test
    void aDatabaseThatIsReadyHasNoFaultAndHasNotBeenStartedOn() {
        Found found = ask(TestParts.newDatabase(), "postgres");

        assertThat(found.fault()).isEmpty();
        assertThat(found.hasStartedBefore()).isFalse();
        assertThat(found.ahead().abs()).isLessThan(Duration.ofSeconds(5));
    }

    /** Then there is an administrator, and nobody is asked for her first password again. */
    @Test
    void aDatabaseThatHasBeenStartedOnIsKnownByItsMigrations() throws SQLException {
        String url = TestParts.newDatabase();
        run(url, "create schema klyngeflow");
        assertThat(ask(url, "postgres").hasStartedBefore()).isFalse();

        run(url, "create table klyngeflow.flyway_schema_history ()");
        assertThat(ask(url, "postgres").hasStartedBefore()).isTrue();
    }

    @Test
    void aDatabaseThatIsNotThere() {
        String url = TestParts.newDatabase().replaceFirst("/test_[0-9]+", "/findes_ikke");

        assertThat(ask(url, "postgres").fault()).contains(DatabaseFault.NO_DATABASE);
    }

    @Test
    void aPortWhereNobodyListens() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }

        Found found = DatabaseReady.ask("jdbc:postgresql://127.0.0.1:" + port + "/klyngeflow", "k", "k", Duration.ZERO);

        assertThat(found.fault()).contains(DatabaseFault.NO_ANSWER);
    }

    /** Two lines for two users nobody else has, before the line that lets all tests in. */
    @Test
    void aWrongPasswordAndAnAddressThatIsNotLetIn() throws SQLException, IOException {
        String url = TestParts.newDatabase();
        run(url, "create role probe_password login password 'den rigtige'");
        run(url, "create role probe_stranger login");
        Path rules = Path.of(read(url, "show hba_file"));
        String before = Files.readString(rules);
        try {
            Files.writeString(
                    rules,
                    "host all probe_password all scram-sha-256\nhost all probe_stranger all reject\n" + before);
            run(url, "select pg_reload_conf()");

            await().until(() -> ask(url, "probe_password").fault().isPresent());
            assertThat(ask(url, "probe_password").fault()).contains(DatabaseFault.PASSWORD);
            assertThat(ask(url, "probe_stranger").fault()).contains(DatabaseFault.REFUSED_BY_RULES);
        } finally {
            Files.writeString(rules, before);
            run(url, "select pg_reload_conf()");
        }
    }

    @Test
    void aUserWhoMayNotMakeTheSchema() throws SQLException {
        String url = TestParts.newDatabase();
        run(url, "create role probe_guest login");

        assertThat(ask(url, "probe_guest").fault()).contains(DatabaseFault.MAY_NOT_MAKE);
    }

    @Test
    void tooOldAServerAndAnExtensionThatIsNotInstalled() {
        assertThat(DatabaseReady.faultOf(14, true, true)).contains(DatabaseFault.TOO_OLD);
        assertThat(DatabaseReady.faultOf(15, false, true)).contains(DatabaseFault.NO_GIST);
        assertThat(DatabaseReady.faultOf(15, true, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "28P01, PASSWORD, adgangskoden",
        "28000, REFUSED_BY_RULES, pg_hba.conf",
        "3D000, NO_DATABASE, createdb",
        "08001, NO_ANSWER, svarer ikke",
        "57P03, NO_ANSWER, svarer ikke",
        "53300, FULL, max_connections",
        "42501, MAY_NOT_MAKE, ejer",
    })
    void whateverComesLaterIsOneSentenceToo(String state, DatabaseFault fault, String said) {
        RuntimeException wrapped = new IllegalStateException("flyway", new RuntimeException(new SQLException("English", state)));

        assertThat(DatabaseFault.behind(wrapped)).contains(fault);
        assertThat(DanishStartReport.sentenceFor(wrapped))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("Klyngeflow starter ikke: ")
                        .contains(said)
                        .doesNotContain("English", "Exception", "\n"));
    }

    @Test
    void aMachineThatIsNotKnown() {
        SQLException thrown = new SQLException("English", "08001", new UnknownHostException("nowhere"));

        assertThat(DatabaseFault.of(thrown)).isEqualTo(DatabaseFault.UNKNOWN_HOST);
    }

    @Test
    void aPortInUseAndNothingOfOurs() {
        assertThat(DanishStartReport.sentenceFor(new RuntimeException(new PortInUseException(8080))))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("port 8080 bruges", "SERVER_PORT"));
        assertThat(DanishStartReport.sentenceFor(new IllegalStateException("a broken assumption")))
                .as("is left to Spring, with its stack")
                .isEmpty();
        assertThat(DanishStartReport.sentenceFor(new IllegalStateException(new SQLException("syntax", "42601"))))
                .as("our own fault is not the operator's")
                .isEmpty();
    }

    @Test
    void clocksThatDisagreeAreSeenInHealth() {
        Health.Builder builder = new Health.Builder();

        ClockSkew.describe(Duration.ofSeconds(-6), builder);
        assertThat(builder.build().getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(builder.build().getDetails()).containsEntry("aheadOfDatabaseMs", -6000L);

        ClockSkew.describe(Duration.ofMillis(80), builder);
        assertThat(builder.build().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void whatNeedsAPersonIsNotWaitedFor() {
        assertThat(Optional.of(DatabaseFault.PASSWORD).filter(DatabaseFault::mayPass)).isEmpty();
        assertThat(Optional.of(DatabaseFault.NO_ANSWER).filter(DatabaseFault::mayPass)).isPresent();
    }

    private static Found ask(String url, String user) {
        return DatabaseReady.askOnce(url.replaceFirst("[?].*", ""), user, "forkert");
    }

    private static void run(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
