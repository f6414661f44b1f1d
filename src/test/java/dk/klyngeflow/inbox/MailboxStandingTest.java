package dk.klyngeflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.inbox.MailboxReadings.Reading;
import dk.klyngeflow.mail.ReadMailbox.Standing;
import dk.klyngeflow.security.Browser;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mailbox that stands still is seen: in words, in health, in figures, in the log. */
@KlyngeflowTest
@ExtendWith(OutputCaptureExtension.class)
class MailboxStandingTest {

    private static final Instant NOW = Instant.parse("2026-11-03T15:30:00Z");

    @LocalServerPort
    int port;

    @Autowired
    InboxWorld world;

    @Autowired
    MailboxReadings readings;

    @Autowired
    CopenhagenTime time;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void begin() {
        world.begin();
        jdbc.sql("delete from klyngeflow.mailbox_reading").update();
    }

    @Test
    void saysWhenItWasReadAndWhatLiesThere() {
        assertThat(said(NOW.minusSeconds(20), null, 0, null))
                .isEqualTo(new Standing(true, "Læst senest tirsdag den 3. november 2026 kl. 16.29. Ingen mails ligger ulæst."));
        assertThat(said(NOW, null, 1, NOW.minusSeconds(60)))
                .isEqualTo(new Standing(
                        true,
                        "Læst senest tirsdag den 3. november 2026 kl. 16.30. 1 mail ligger ulæst,"
                                + " den er fra tirsdag den 3. november 2026 kl. 16.29."));
        assertThat(said(NOW, null, 7, NOW.minus(Duration.ofHours(2))).isWell()).isFalse();
        assertThat(said(NOW.minus(Duration.ofMinutes(16)), null, 0, null))
                .satisfies(stopped -> assertThat(stopped.isWell()).isFalse())
                .satisfies(stopped -> assertThat(stopped.inWords()).startsWith("Postkassen er ikke læst siden"));
        assertThat(said(NOW, NOW.minusSeconds(90), 0, null).inWords())
                .isEqualTo("Postkassen kan ikke læses siden tirsdag den 3. november 2026 kl. 16.28. Ret det."
                        + " Mails bliver liggende dér og læses, når det virker igen.");
        assertThat(MailboxStanding.standing(Optional.empty(), NOW).isWell()).isTrue();
    }

    @Test
    void saysWhatToMend() {
        assertThat(MailboxFault.of(new MessagingException("x", new AuthenticationFailedException("hemmelig"))))
                .contains("KLYNGEFLOW_INBOX_PASSWORD")
                .doesNotContain("hemmelig");
        assertThat(MailboxFault.of(new MessagingException("x", new UnknownHostException("x")))).contains("_HOST");
        assertThat(MailboxFault.of(new FolderNotFoundException())).contains("KLYNGEFLOW_INBOX_FOLDER");
        assertThat(MailboxFault.of(new MessagingException("x", new SSLHandshakeException("x")))).contains("certifikat");
        assertThat(MailboxFault.of(new MessagingException("x", new ConnectException("x")))).contains("svarer ikke");
    }

    @Test
    void aMailServerThatIsAwayIsToldAtOnceAndAgainEveryHourAndItsReturnToo(CapturedOutput log) throws IOException {
        int nobody;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = taken.getLocalPort();
        }
        InboxRound reader = world.reader(nobody, Duration.ofSeconds(5));

        reader.read();
        reader.read();
        clock.advance(Duration.ofMinutes(59));
        reader.read();
        assertThat(lines(log, "the mailbox cannot be read since")).isEqualTo(1);
        clock.advance(Duration.ofMinutes(2));
        reader.read();
        assertThat(lines(log, "the mailbox cannot be read since")).isEqualTo(2);

        assertThat(readings.last().orElseThrow())
                .satisfies(last -> assertThat(last.awaySince()).isEqualTo(clock.instant().minus(Duration.ofMinutes(61))))
                .satisfies(last -> assertThat(last.fault()).contains("svarer ikke"));
        MailboxStanding standing = new MailboxStanding(world.settings(nobody, Duration.ofSeconds(5)), readings, time);
        MeterRegistry meters = new SimpleMeterRegistry();
        standing.bindTo(meters);
        assertThat(standing.health().getStatus()).isEqualTo(new Status("DEGRADED"));
        assertThat(Browser.loggedIn(port, "admin", "admin").get("/post").body())
                .contains("Postkassen, som læses", "Der læses ingen postkasse");
        assertThat(meters.get("klyngeflow.inbox.since.read").gauge().value()).isEqualTo(3660);

        world.reader().read();
        assertThat(readings.last().orElseThrow().awaySince()).isNull();
    }

    @Test
    void whatLiesThereIsCounted() throws MessagingException {
        world.deliver("From: a@b.example\r\nTo: nobody@else.example\r\nMessage-ID: <1@b>\r\n\r\nHej"
                .getBytes(StandardCharsets.UTF_8));
        world.reader().read();
        assertThat(readings.last().orElseThrow())
                .satisfies(last -> assertThat(last.unread()).isZero())
                .satisfies(last -> assertThat(last.readAt()).isEqualTo(clock.instant()));
    }

    private static Standing said(Instant read, @Nullable Instant away, int unread, @Nullable Instant oldest) {
        return MailboxStanding.standing(Optional.of(new Reading(read, away, "Ret det.", unread, oldest)), NOW);
    }

    private static long lines(CapturedOutput log, String words) {
        return log.getAll().lines().filter(line -> line.contains(words)).count();
    }
}
