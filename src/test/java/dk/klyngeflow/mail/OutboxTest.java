package dk.klyngeflow.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.NightWatch;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail on its way from the case to the recipient. */
@KlyngeflowTest
class OutboxTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Outbox outbox;

    @Autowired
    Mails mails;

    @Autowired
    Postman postman;

    @Autowired
    OutboxRetention retention;

    @Autowired
    NightWatch night;

    @Autowired
    MailHealthIndicator health;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Documents documents;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    GreenMail inbox;

    @Autowired
    TestClock clock;

    @Autowired
    OutboxWorld world;

    @BeforeEach
    void begin() throws Exception {
        clock.reset();
        world.begin();
        inbox.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void end() {
        mails.letGo();
        clock.reset();
    }

    @Test
    void arrivesAsTextAndHtmlWithItsIdAndItsAttachment() throws Exception {
        Document pdf = documents.store(OutboxWorld.CLUSTER, "Bilag æøå.pdf", new byte[] {1, 2, 3}, "x");
        outbox.enqueue(Mail.of(
                OutboxWorld.CLUSTER,
                "test-note",
                "k",
                Recipient.person(OutboxWorld.SECRETARY),
                Map.of("note", "<b>Rødgrød</b> & fløde", "number", "4711 æ"), null).withDocuments(List.of(pdf.id())));

        world.deliver(postman);

        MimeMessage mail = received();
        assertThat(mail.getMessageID()).isEqualTo(world.messageIds().get(0));
        assertThat(mail.getSubject()).isEqualTo("Prøve 4711 æ");
        assertThat(((InternetAddress) mail.getAllRecipients()[0]).getAddress()).isEqualTo("soeren@oesteraa.example");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Klynge Østerå");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        Parts parts = Parts.of(mail);
        assertThat(parts.text()).contains("Besked: <b>Rødgrød</b> & fløde");
        assertThat(parts.html())
                .contains("&lt;b&gt;Rødgrød&lt;/b&gt; &amp; fløde")
                .contains("Kære")
                .contains("Søren Ærø")
                .contains("Klynge Østerå");
        assertThat(parts.attachments()).containsExactly("Bilag æøå.pdf");
    }

    @Test
    void theSameKeyIsSentOnce() {
        assertThat(world.put("k", "a@firma.example")).isTrue();
        assertThat(world.put("k", "a@firma.example")).isFalse();
        world.deliver(postman);
        assertThat(world.put("k", "a@firma.example")).isFalse();
        world.deliver(postman);

        assertThat(inbox.getReceivedMessages()).hasSize(1);
    }

    @Test
    void isSentOnlyWhenItsTransactionCommits() {
        transaction.executeWithoutResult(status -> {
            world.put("k", "a@firma.example");
            status.setRollbackOnly();
        });
        world.deliver(postman);

        assertThat(inbox.getReceivedMessages()).isEmpty();
    }

    @Test
    void theSwitchHoldsEverythingOnAllNodes() {
        world.put("k", "a@firma.example");
        mails.hold(clock.instant(), "admin");

        assertThat(postman.round()).isEqualTo(Postman.Round.NOTHING_DUE);
        assertThat(health.health().getStatus()).isEqualTo(MailHealthIndicator.DEGRADED);

        mails.letGo();
        world.deliver(postman);
        assertThat(inbox.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aNodeThatIsHeldSendsNothing() {
        world.put("k", "a@firma.example");
        MailSettings held = new MailSettings(true, null, null, 50, Duration.ofMinutes(2), Duration.ofSeconds(45));

        assertThat(world.postman(inbox.getSmtp().getPort(), held).round()).isEqualTo(Postman.Round.NOTHING_DUE);
    }

    @Test
    void afterARestoreOldMailsArePassedOver() {
        world.put("old", "a@firma.example");
        clock.advance(Duration.ofHours(1));
        world.put("new", "b@firma.example");

        mails.passOver(clock.instant(), clock.instant());
        world.deliver(postman);

        assertThat(world.states()).containsExactly("NEEDLESS", "SENT");
    }

    @Test
    void nobodyCanWriteHeaders() throws Exception {
        for (String address : List.of(
                "a@firma.example\r\nBcc: b@firma.example",
                "a@firma.example,b@firma.example",
                "a@firma.example\u0000",
                "<a@firma.example>",
                "a b@firma.example",
                "a@localhost",
                "")) {
            assertThatThrownBy(() -> world.put("k" + address, address))
                    .as(address)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        outbox.enqueue(Mail.of(
                OutboxWorld.CLUSTER,
                "test-note",
                "k",
                Recipient.address("a@firma.example", "Ond\r\nBcc: b@firma.example"),
                Map.of("note", "x", "number", "1\r\nBcc: c@firma.example\u2028Bcc: d@firma.example"), null));
        world.deliver(postman);

        MimeMessage mail = received();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Prøve 1 Bcc: c@firma.example Bcc: d@firma.example");
    }

    @Test
    void userTextIsNeverATemplate() throws Exception {
        outbox.enqueue(Mail.of(
                OutboxWorld.CLUSTER,
                "test-note",
                "k",
                Recipient.address("a@firma.example", "A"),
                Map.of("note", "[(${7*7})] __${7*7}__ [[${7*7}]]", "number", "${7*7}"), null));
        world.deliver(postman);

        assertThat(received().getSubject()).isEqualTo("Prøve ${7*7}");
        assertThat(Parts.of(received()).text()).contains("[(${7*7})] __${7*7}__ [[${7*7}]]");
    }

    @Test
    void anUnknownPurposeIsTheCallersFault() {
        assertThatThrownBy(() -> outbox.enqueue(Mail.of(
                        OutboxWorld.CLUSTER,
                        "no-such-purpose",
                        "k",
                        Recipient.address("a@firma.example", "A"),
                        Map.of(), null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void afterSixMonthsNothingPersonalIsLeft() {
        world.put("k", "a@firma.example");
        world.put("w", "b@firma.example");
        world.deliver(postman);
        clock.advance(Duration.ofDays(180));
        night.forget(retention);
        assertThat(addresses()).containsExactly("a@firma.example", "b@firma.example");

        clock.advance(Duration.ofDays(5));
        night.forget(retention);

        assertThat(addresses()).containsOnly("");
        assertThat(world.put("k", "a@firma.example"))
                .as("the key is remembered")
                .isFalse();
    }

    @Test
    void healthAndFiguresTellOfTheOutbox() {
        world.put("k", "a@firma.example");
        clock.advance(Duration.ofMinutes(1));

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("waiting", 1L).containsEntry("oldestDueSeconds", 60L);
        assertThat(meters.get("klyngeflow.outbox.mails")
                        .tag("state", "waiting")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    private MimeMessage received() {
        MimeMessage[] all = inbox.getReceivedMessages();
        assertThat(all).hasSize(1);
        return all[0];
    }

    private List<String> addresses() {
        return jdbc.sql("select coalesce(recipient_address, '') from klyngeflow.mail_outbox order by mail_id")
                .query(String.class)
                .list();
    }

    record Parts(String text, String html, List<String> attachments) {

        static Parts of(MimeMessage mail) throws Exception {
            Parts all = new Parts("", "", new java.util.ArrayList<>());
            return all.with((jakarta.mail.Part) mail);
        }

        private Parts with(jakarta.mail.Part part) throws Exception {
            if (part.getContent() instanceof jakarta.mail.Multipart several) {
                Parts all = this;
                for (int i = 0; i < several.getCount(); i++) {
                    all = all.with(several.getBodyPart(i));
                }
                return all;
            }
            if (part.getFileName() != null) {
                attachments.add(jakarta.mail.internet.MimeUtility.decodeText(part.getFileName()));
                return this;
            }
            String content = String.valueOf(part.getContent());
            return part.isMimeType("text/html")
                    ? new Parts(text, content, attachments)
                    : new Parts(content, html, attachments);
        }
    }
}
