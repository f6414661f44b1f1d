package dk.klyngeflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.NightWatch;
import jakarta.mail.BodyPart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail with an invitation, as calendar programs expect it (RFC 6047). */
@KlyngeflowTest
class InvitationsTest {

    private static final String INVITATION = "BEGIN:VCALENDAR\r\nSUMMARY:Møde æøå\r\nEND:VCALENDAR\r\n";

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Outbox outbox;

    @Autowired
    Postman postman;

    @Autowired
    OutboxRetention retention;

    @Autowired
    NightWatch night;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    GreenMail inbox;

    @Autowired
    TestClock clock;

    OutboxWorld world;

    @BeforeEach
    void begin() throws Exception {
        clock.reset();
        world = beans.createBean(OutboxWorld.class);
        world.begin();
        inbox.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void isOneOfThreeWaysToSayItAndAFileBesides() throws Exception {
        Document agenda = documents.store(OutboxWorld.CLUSTER, "Dagsorden.pdf", new byte[] {1, 2, 3}, "x");
        outbox.enqueue(
                note().withCalendar(new CalendarPart("REQUEST", INVITATION)).withDocuments(List.of(agenda.id())));
        world.deliver(postman);

        MimeMultipart mixed = several(received(), "multipart/mixed");
        assertThat(mixed.getCount()).isEqualTo(3);
        MimeMultipart ways = several(mixed.getBodyPart(0), "multipart/alternative");
        assertThat(ways.getCount()).isEqualTo(3);
        assertThat(ways.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(ways.getBodyPart(1).isMimeType("text/html")).isTrue();
        ContentType calendar = new ContentType(ways.getBodyPart(2).getContentType());
        assertThat(calendar.match("text/calendar")).isTrue();
        assertThat(calendar.getParameter("method")).isEqualTo("REQUEST");
        assertThat(calendar.getParameter("charset")).isEqualTo("UTF-8");
        assertThat(ways.getBodyPart(2).getDisposition()).isNull();
        assertThat(text(ways.getBodyPart(2))).isEqualTo(INVITATION);
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("Dagsorden.pdf");
        assertThat(mixed.getBodyPart(2).isMimeType("application/ics")).isTrue();
        assertThat(mixed.getBodyPart(2).getFileName()).isEqualTo("invite.ics");
        assertThat(mixed.getBodyPart(2).getDisposition()).isEqualTo(Part.ATTACHMENT);
        assertThat(text(mixed.getBodyPart(2))).isEqualTo(INVITATION);
    }

    @Test
    void saysItsMethodWhenItIsCancelled() throws Exception {
        outbox.enqueue(note().withCalendar(new CalendarPart("CANCEL", INVITATION)));
        world.deliver(postman);

        MimeMultipart ways = several(several(received(), "multipart/mixed").getBodyPart(0), "multipart/alternative");
        assertThat(new ContentType(ways.getBodyPart(2).getContentType()).getParameter("method"))
                .isEqualTo("CANCEL");
    }

    @Test
    void aMailWithoutOneIsAsBefore() throws Exception {
        outbox.enqueue(note());
        world.deliver(postman);

        MimeMultipart mixed = several(received(), "multipart/mixed");
        assertThat(mixed.getCount()).isEqualTo(1);
        assertThat(several(mixed.getBodyPart(0), "multipart/alternative").getCount())
                .isEqualTo(2);
    }

    @Test
    void isBlankedWithTheRest() {
        outbox.enqueue(note().withCalendar(new CalendarPart("REQUEST", INVITATION)));
        world.deliver(postman);
        clock.advance(Duration.ofDays(190));
        night.forget(retention);

        assertThat(jdbc.sql(
                                "select count(*) from klyngeflow.mail_outbox where calendar_text is null and calendar_method is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static Mail note() {
        return Mail.of(
                OutboxWorld.CLUSTER,
                "test-note",
                "k",
                Recipient.address("a@firma.example", "A"),
                Map.of("note", "Kom!", "number", "1"), null);
    }

    private MimeMessage received() {
        assertThat(inbox.getReceivedMessages()).hasSize(1);
        return inbox.getReceivedMessages()[0];
    }

    private static MimeMultipart several(Part part, String type) throws Exception {
        assertThat(part.isMimeType(type)).as(part.getContentType()).isTrue();
        return (MimeMultipart) part.getContent();
    }

    private static String text(BodyPart part) throws Exception {
        try (InputStream content = part.getInputStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
