package dk.klyngeflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.inbox.InboxMessages.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The mails that programs of the world really send, made after the bug reports and samples of those who read them. What becomes of each stands in
 * {@code mails/shapes/outcomes.csv}.
 */
@KlyngeflowTest
class MailShapesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "mails", "shapes");
    private static final String RECIPIENT = "forkert@firma.example";

    @Autowired
    InboxWorld world;

    @Autowired
    HeardFromInbox heard;

    @Autowired
    InboxHandling handling;

    @Autowired
    ReceivedLetters letters;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void begin() {
        world.begin();
        heard.events.clear();
        heard.taken = InvitationReplies.Taken.SETTLED;
    }

    @AfterEach
    void end() {
        heard.taken = InvitationReplies.Taken.NOT_OURS;
        world.begin();
    }

    static Stream<Arguments> shapes() throws IOException {
        try (InputStream file = MailShapesTest.class.getResourceAsStream("/mails/shapes/outcomes.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> Arrays.stream((line + " ").split(" \\| ?", -1))
                                    .map(String::strip)
                                    .toArray())
                            .map(Arguments::of)
                            .toList()
                            .stream();
        }
    }

    @Test
    void everyShapeHasItsOutcome() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".eml"))
                            .map(name -> name.replace(".eml", "")))
                    .hasSizeGreaterThanOrEqualTo(40)
                    .containsExactlyInAnyOrderElementsOf(
                            shapes().map(each -> (String) each.get()[0]).toList());
        }
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("shapes")
    void becomes(String shape, String outcome, String detail) {
        String ours = world.sentMail();
        byte[] mail = new String(InboxWorld.mail("shapes/" + shape), StandardCharsets.ISO_8859_1)
                .replace("@MESSAGE_ID@", ours)
                .replace("@BARE_ID@", ours.substring(1, ours.length() - 1))
                .getBytes(StandardCharsets.ISO_8859_1);

        List<InboxHandling.Handled> handled = handling.handle(new Mailbox.Raw(mail, ""), false);

        assertThat(handled).hasSize(1);
        Outcome said = handled.get(0).outcome();
        switch (outcome) {
            case "SKIPPED" -> {
                assertThat(said).isEqualTo(Outcome.SKIPPED);
                assertThat(world.letters()).isEmpty();
            }
            case "RETURNED" -> {
                returned(false, detail);
                assertThat(world.letters()).isEmpty();
            }
            case "RETURNED+FILE" -> {
                returned(false, "");
                assertThat(read().files()).extracting(Document::fileName).contains(detail);
            }
            case "DEAD" -> returned(true, detail);
            case "LETTER" -> assertThat(read().body()).contains(detail);
            case "NOTE" -> assertThat(read().note()).contains(detail);
            case "FILE" ->
                assertThat(read().files()).extracting(Document::fileName).contains(detail);
            case "ANSWER" -> {
                answer(detail);
                assertThat(world.letters()).isEmpty();
            }
            case "ANSWER+FILE" -> {
                answer("aase@praksis.example ACCEPTED");
                assertThat(read().files()).extracting(Document::fileName).contains(detail);
            }
            case "LETTER+ANSWER" -> {
                answer("aase@praksis.example ACCEPTED");
                assertThat(read().body()).contains(detail);
            }
            case "COUNTER" -> {
                Instant proposed = Instant.parse(detail);
                assertThat(heard.of(CalendarReply.class))
                        .extracting(CalendarReply::proposed)
                        .containsExactly(proposed);
                assertThat(read().body()).startsWith("Afsenderen foreslår et andet tidspunkt: ");
            }
            case "UNSURE" -> {
                assertThat(heard.of(CalendarReply.class))
                        .extracting(CalendarReply::proposed)
                        .containsExactly((Instant) null);
                assertThat(read().body()).contains(detail);
            }
            case "INVOICE+FILE" -> {
                assertThat(heard.of(DocumentMailed.class)).hasSize(1);
                assertThat(read().files()).extracting(Document::fileName).contains(detail);
            }
            default -> throw new IllegalArgumentException(outcome);
        }
        if (!outcome.startsWith("RETURNED") && !outcome.equals("DEAD")) {
            assertThat(world.outboxState()).isEqualTo("SENT");
        }
    }

    private void returned(boolean isDead, String reason) {
        assertThat(world.outboxState()).isEqualTo("FAILED");
        assertThat(heard.of(AddressBounced.class)).singleElement().satisfies(bounced -> {
            assertThat(bounced.address()).isEqualTo(RECIPIENT);
            assertThat(bounced.reason()).contains(reason);
        });
        assertThat(jdbc.sql("select address from klyngeflow.mail_bounce where dead and cluster_id = :cluster")
                        .param("cluster", InboxWorld.CLUSTER)
                        .query(String.class)
                        .list())
                .isEqualTo(isDead ? List.of(RECIPIENT) : List.of());
    }

    private void answer(String whoAndWhat) {
        assertThat(heard.of(CalendarReply.class)).singleElement().satisfies(reply -> {
            assertThat(reply.uid()).isEqualTo("mode-1@klyngeflow");
            assertThat(reply.attendee() + " " + reply.answer()).isEqualTo(whoAndWhat);
            assertThat(reply.isFromAttendee()).isTrue();
        });
    }

    /** The letter that a person has a task to read. */
    private ReceivedLetter read() {
        assertThat(world.letters()).hasSize(1);
        assertThat(heard.of(LetterReceived.class)).hasSize(1);
        return letters.find(InboxWorld.CLUSTER, world.letters().get(0)).orElseThrow();
    }
}
