package dk.klyngeflow.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dk.klyngeflow.security.Browser;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the administrator's guide says, done: {@code mvn -Poperate verify}, under fifteen minutes. The packaged jar by its launcher, PostgreSQL
 * and nginx as they are installed here; without PostgreSQL nothing is tried, without nginx the nodes are asked themselves, without root no
 * small disk is mounted, and each is said. {@code -Dklyngeflow.previous-jar=…} upgrades from that; else from tables of an earlier version.
 */
@Tag("operate")
class OperateTest {

    private static final String OTHER_PASSWORD = "min-egen-lange-adgangskode";
    private static final Pattern CODE = Pattern.compile("/svar#([\\w-]{64})");
    private static final String EARLIER_VERSION = "220";

    private final Told told = new Told(Path.of("target", "operate", "log.txt"));
    private final Path jar = Path.of(System.getProperty("klyngeflow.jar", "target/klyngeflow-0.1.0-SNAPSHOT.jar"));
    private final int mailPort = Machine.freePort();

    private Machine machine;
    private LaunchedNode first;
    private LaunchedNode second;
    private Map<String, String> settings;
    private GreenMail mail;
    private String invitation = "";

    @BeforeEach
    void stand() throws IOException {
        Optional<Path> postgres = Machine.postgres();
        if (postgres.isEmpty()) {
            told.tell("PostgreSQL is not installed here (apt-get install postgresql): nothing is tried");
        }
        assumeTrue(postgres.isPresent(), "PostgreSQL is not installed");
        machine = new Machine(Machine.newFolder(), postgres.get());
        first = new LaunchedNode("first", machine.folder());
        second = new LaunchedNode("second", machine.folder());
        settings = ShippedSettings.filled(machine.url("klyngeflow"), mailPort);
        mail = mailServer();
        told.tell(
                "%s; PostgreSQL of %s; nginx %s",
                jar.getFileName(),
                postgres.get(),
                Machine.hasNginx() ? "is here" : "is NOT installed: nodes are asked themselves");
    }

    @AfterEach
    void leave() {
        first.stop();
        second.stop();
        mail.stop();
        machine.close();
    }

    @Test
    void theGuideIsTrue() throws Exception {
        long began = System.nanoTime();
        install();
        Clerk clerk = twoNodesAndAKill();
        outageOfTheDatabase(clerk);
        quietMinute();
        upgrade();
        Path dump = dump(clerk);
        restore(dump);
        rotateKeys();
        new SmallDisks(machine, first, jar, settings, told).fill(OTHER_PASSWORD);
        Duration all = Duration.ofNanos(System.nanoTime() - began);
        told.tell("DONE in %s", Told.seconds(all));
        assertThat(all).isLessThan(Duration.ofMinutes(15));
    }

    private void install() {
        machine.makeDatabase();
        told.tell("INSTALL. An empty PostgreSQL server, settings of klyngeflow.env.example");
        Map<String, String> incomplete = new HashMap<>(settings);
        incomplete.put("SPRING_DATASOURCE_URL", machine.url("klyngeflow"));
        incomplete.remove("KLYNGEFLOW_SECRET");
        incomplete.put("KLYNGEFLOW_PUBLIC_URL", "klyngeflow.example");
        int code = first.startInVain(jar, incomplete);
        assertThat(code).as(first.log()).isEqualTo(78);
        assertThat(first.log())
                .contains("KLYNGEFLOW_SECRET", "KLYNGEFLOW_PUBLIC_URL")
                .doesNotContain("\tat ");
        told.tell(
                "without a key and with a public address without https:// it ends with code 78 and says both in one list, without a stack");
        assertThat(first.startInVain(jar, settings)).as(first.log()).isEqualTo(78);
        told.tell("without the database: code 78, \"%s\"", first.lastLine(""));
        machine.newDatabase("klyngeflow");
        Duration time = first.start(jar, settings);
        told.tell("with an empty database it is healthy after %s", Told.seconds(time));
        Clerk administrator = new Clerk(first.port());
        administrator.logsIn(ShippedSettings.PASSWORD);
        administrator.choosesOwn(ShippedSettings.PASSWORD, OTHER_PASSWORD);
        administrator.opensCluster("soebred");
        invitation = await().atMost(Duration.ofMinutes(1)).until(this::anyCode, code1 -> !code1.isEmpty());
        told.tell(
                "the first administrator has logged in and opened a cluster from a file; its people have got links by mail");
        first.stop();
        time = first.start(jar, withoutFirstPassword());
        assertThat(first.log()).contains("launch: the archive of classes is made, once for this jar");
        told.tell(
                "second start, without the first password: the launcher says that it makes its archive; healthy after %s",
                Told.seconds(time));
    }

    private Clerk twoNodesAndAKill() throws Exception {
        told.tell("TWO NODES.");
        told.tell(
                "the second node beside the first: healthy after %s",
                Told.seconds(second.start(jar, withoutFirstPassword())));
        boolean behindNginx = Machine.hasNginx();
        int port = behindNginx ? machine.startNginx(first.port(), second.port()) : first.port();
        await().atMost(Duration.ofSeconds(20)).until(() -> answers(port));
        if (behindNginx) {
            HttpResponse<String> health = Browser.anonymous(port).get("/actuator/health");
            assertThat(health.body()).contains("UP").doesNotContain("components");
            assertThat(Browser.basic(port, "monitoring", ShippedSettings.MONITORING)
                            .get("/actuator/health")
                            .body())
                    .doesNotContain("components");
            assertThat(Browser.anonymous(port).get("/actuator/prometheus").statusCode())
                    .isEqualTo(404);
            told.tell("through nginx: health is UP without details, figures are 404");
        }
        Browser monitoring = Browser.basic(second.port(), "monitoring", ShippedSettings.MONITORING);
        assertThat(monitoring.get("/actuator/prometheus").body()).contains("klyngeflow_inbox_since_read_seconds");
        assertThat(monitoring.get("/actuator/health").body()).contains("components", "databaseBytes");
        assertThat(monitoring.get("/engine-rest/engine").statusCode()).isEqualTo(403);
        told.tell("the monitoring user reads figures and health at the node, and is refused at /engine-rest");

        Clerk clerk = new Clerk(port);
        clerk.logsIn(OTHER_PASSWORD);
        String token = Browser.token(clerk.opens("/adgangskode").body());
        assertThat(clerk.takesIn("soebred", 50).statusCode()).isEqualTo(201);
        for (LaunchedNode dying : List.of(first, second)) {
            LaunchedNode other = dying == first ? second : first;
            dying.kill();
            if (!behindNginx) {
                clerk.goesTo(other.port());
            }
            HttpResponse<String> answer = Clerk.patiently(() -> clerk.sends(
                    "/adgangskode",
                    "nuvaerende=forkert&ny=" + ShippedSettings.PASSWORD + "x&igen=" + ShippedSettings.PASSWORD
                            + "x&_csrf=" + Clerk.encoded(token)));
            assertThat(answer.statusCode())
                    .as("a page that was opened before the kill")
                    .isNotIn(302, 403);
            assertThat(answer.body()).contains("Den nuværende adgangskode er forkert");
            assertThat(Clerk.patiently(() -> clerk.takesIn("soebred", 50)).statusCode())
                    .isEqualTo(201);
            assertThat(clerk.misses()).isEmpty();
            told.tell(
                    "kill -9 of one node: the clerk sends the page she had open and takes in a bill at the other, without logging in again");
            told.tell("it is started again: healthy after %s", Told.seconds(dying.start(jar, withoutFirstPassword())));
            assertThat(clerk.opens("/adgangskode").statusCode())
                    .as("when it is back")
                    .isEqualTo(200);
        }
        assertThat(clerk.logIns()).isEqualTo(1);
        told.tell("both have died and come back: %d bills taken in, 0 lost, logged in once", clerk.keptBills());
        String session = clerk.browser().cookie("klyngeflow-login");
        clerk.sends(
                "/logout",
                "_csrf="
                        + Clerk.encoded(
                                Browser.token(clerk.opens("/adgangskode").body())));
        for (LaunchedNode node : List.of(first, second)) {
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> Browser.anonymous(node.port())
                                    .send(Browser.anonymous(node.port())
                                            .request("/adgangskode")
                                            .header("Cookie", "klyngeflow-login=" + session))
                                    .statusCode()
                            == 302);
        }
        told.tell("log-out: what her browser had opens no page at either node");
        clerk.logsIn(OTHER_PASSWORD);
        return clerk;
    }

    private void outageOfTheDatabase(Clerk clerk) {
        told.tell("THE DATABASE IS CUT for 40 s, with both nodes running");
        long before = first.logBytes() + second.logBytes();
        machine.cutDatabase();
        LockSupport.parkNanos(Duration.ofSeconds(40).toNanos());
        long written = first.logBytes() + second.logBytes() - before;
        machine.startDatabase();
        long up = System.nanoTime();
        await().atMost(Duration.ofSeconds(60)).until(() -> first.isHealthy() && second.isHealthy());
        told.tell(
                "both are healthy %s after it is back, without a restart; they wrote %d bytes about it",
                Told.seconds(Duration.ofNanos(System.nanoTime() - up)), written);
        assertThat(first.log()).contains("databasen i SPRING_DATASOURCE_URL svarer ikke");
        assertThat(written).as(first.log()).isLessThan(6_000);
        assertThat(clerk.misses()).isEmpty();
        assertThat(clerk.takesIn("soebred", 50).statusCode()).isEqualTo(201);
        told.tell(
                "none of %d bills is lost, the next is taken in, and the clerk is still logged in", clerk.keptBills());
    }

    private void quietMinute() {
        long before = first.logBytes() + second.logBytes();
        LockSupport.parkNanos(Duration.ofSeconds(60).toNanos());
        long minute = first.logBytes() + second.logBytes() - before;
        told.tell(
                "LOG. A quiet minute of two nodes: %d bytes, %.2f MB a day; the day of 120 clusters is LogVolumeTest",
                minute, minute * 1440 / 1e6);
        assertThat(minute * 1440).isLessThan(2_000_000);
    }

    private void upgrade() {
        told.tell("UPGRADE.");
        first.stop();
        second.stop();
        machine.newDatabase("older");
        Map<String, String> older = new HashMap<>(settings);
        older.put("SPRING_DATASOURCE_URL", machine.url("older"));
        String previous = System.getProperty("klyngeflow.previous-jar", "");
        Clerk clerk = new Clerk(second.port());
        if (previous.isEmpty()) {
            Flyway.configure()
                    .dataSource(machine.url("older"), "klyngeflow", "hemmelig")
                    .schemas("klyngeflow")
                    .defaultSchema("klyngeflow")
                    .target(EARLIER_VERSION)
                    .load()
                    .migrate();
            told.tell("no earlier jar is named: tables as of version %s, empty", EARLIER_VERSION);
        } else {
            second.start(Path.of(previous), older);
            clerk.logsIn(ShippedSettings.PASSWORD);
            clerk.choosesOwn(ShippedSettings.PASSWORD, OTHER_PASSWORD);
            clerk.opensCluster("gammel");
            assertThat(clerk.takesIn("gammel", 50).statusCode()).isEqualTo(201);
            second.stop();
            told.tell(
                    "the earlier jar %s has opened a cluster and taken in a bill; stopped, jar changed",
                    Path.of(previous).getFileName());
        }
        String before = version("older");
        Duration time = second.start(jar, older);
        assertThat(version("older")).isNotEqualTo(before);
        told.tell(
                "the new one moves the tables from version %s to %s and is healthy after %s",
                before, version("older"), Told.seconds(time));
        clerk = previous.isEmpty() ? new Clerk(second.port()) : clerk;
        clerk.logsIn(previous.isEmpty() ? ShippedSettings.PASSWORD : OTHER_PASSWORD);
        assertThat(clerk.misses()).isEmpty();
        told.tell("the administrator logs in with her password; of %d earlier bills none is lost", clerk.keptBills());
        second.stop();
    }

    private String version(String database) {
        return machine.sql(
                database, "select max(version::int) from klyngeflow.flyway_schema_history where version is not null");
    }

    private Path dump(Clerk clerk) {
        told.tell("DUMP.");
        mail.stop();
        first.start(jar, withoutFirstPassword());
        clerk.goesTo(first.port());
        clerk.opensCluster("egelund");
        String waiting = machine.sql(
                "klyngeflow",
                "select count(*) from klyngeflow.mail_outbox where cluster_id = 'egelund' and state = 'WAITING'");
        assertThat(Integer.parseInt(waiting)).isPositive();
        Path file = machine.folder().resolve("klyngeflow.dump");
        machine.dump("klyngeflow", file);
        told.tell(
                "the mail server is away and %s mails wait; pg_dump -Fc takes %d kB",
                waiting, file.toFile().length() / 1000);
        first.stop();
        return file;
    }

    private void restore(Path dump) throws Exception {
        told.tell("RESTORE into an empty database, one node with KLYNGEFLOW_MAIL_HOLD=true");
        machine.newDatabase("restored");
        machine.restore(dump, "restored");
        mail = mailServer();
        settings.put("SPRING_DATASOURCE_URL", machine.url("restored"));
        Map<String, String> held = withoutFirstPassword();
        held.put("KLYNGEFLOW_MAIL_HOLD", "true");
        first.start(jar, held);
        assertThat(first.log()).contains("this node sends no mail");
        LockSupport.parkNanos(Duration.ofSeconds(15).toNanos());
        assertThat(mail.getReceivedMessages()).isEmpty();
        Clerk clerk = new Clerk(first.port());
        clerk.logsIn(OTHER_PASSWORD);
        assertThat(clerk.opens("/post").body()).contains("egelund");
        told.tell("the log says that this node sends no mail; 15 s later 0 mails have gone, and /post lists them");
        first.stop();
    }

    private void rotateKeys() {
        told.tell(
                "LET GO AND ROTATE KEYS. Started without the hold; a link of the first day was made with the first key");
        Map<String, String> rotated = withoutFirstPassword();
        String old = rotated.put("KLYNGEFLOW_SECRET", "en-ny-hemmelighed-paa-mindst-32-tegn-0002");
        rotated.put("KLYNGEFLOW_SECRET_PREVIOUS", old);
        first.start(jar, rotated);
        assertThat(link(invitation)).contains("Vælg din adgangskode");
        told.tell("new key, the old one as KLYNGEFLOW_SECRET_PREVIOUS: the link opens");
        await().atMost(Duration.ofMinutes(2)).until(() -> mail.getReceivedMessages().length > 0);
        told.tell("and what was held goes: %d mails so far", mail.getReceivedMessages().length);
        first.stop();
        rotated.remove("KLYNGEFLOW_SECRET_PREVIOUS");
        first.start(jar, rotated);
        assertThat(link(invitation)).doesNotContain("Vælg din adgangskode");
        told.tell("new key alone, as when the old one has leaked: the link opens nothing");
        first.stop();
    }

    // words

    private Map<String, String> withoutFirstPassword() {
        Map<String, String> later = new HashMap<>(settings);
        later.remove("KLYNGEFLOW_ADMIN_PASSWORD");
        return later;
    }

    private GreenMail mailServer() {
        GreenMail server = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private String anyCode() {
        return Arrays.stream(mail.getReceivedMessages())
                .map(OperateTest::text)
                .map(CODE::matcher)
                .filter(Matcher::find)
                .map(code -> code.group(1))
                .findFirst()
                .orElse("");
    }

    private static String text(MimeMessage message) {
        try {
            return new String(message.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .replace("=\r\n", "")
                    .replace("=3D", "=");
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String link(String code) {
        Browser anybody = Browser.anonymous(first.port());
        return anybody.submit("/svar", "code=" + code).body();
    }

    private static boolean answers(int port) {
        try {
            return Browser.anonymous(port).get("/actuator/health").statusCode() == 200;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }
}
