package dk.klyngeflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A mail that the mail server cannot or will not hand out keeps no other waiting. */
@KlyngeflowTest
class InboxHoldUpTest {

    private static final String WORD = "HERE-IT-ENDS";
    private static final Duration LONGEST = Duration.ofSeconds(3);

    @Autowired
    InboxWorld world;

    @Autowired
    ReceivedLetters letters;

    @BeforeEach
    @AfterEach
    void begin() {
        world.begin();
    }

    @ParameterizedTest
    @EnumSource(SpoiltLine.Fault.class)
    void theOthersAreHandledInTheSameRound_andTheBadOneBecomesATask(SpoiltLine.Fault fault) throws MessagingException {
        world.deliver(letter(0, "Hej", WORD));
        for (int i = 1; i <= 4; i++) {
            world.deliver(letter(i, "Brev " + i, "Kan jeg komme for sent?"));
        }
        try (SpoiltLine line = new SpoiltLine(world.port(), WORD, fault)) {
            InboxRound reader = world.reader(line.port(), LONGEST);

            assertThat(reader.round()).isEqualTo(4);
            assertThat(world.in("INBOX")).isEqualTo(1);
            assertThat(world.letters()).hasSize(4);
            reader.round();
            reader.round();
            assertThat(world.in("INBOX")).as("three tries").isEqualTo(1);

            assertThat(reader.round()).isEqualTo(1);
        }

        assertThat(world.in("INBOX")).isZero();
        assertThat(world.in(InboxRound.UNREADABLE)).isEqualTo(1);
        assertThat(world.letters()).hasSize(5);
        assertThat(letters.find(InboxWorld.CLUSTER, world.letters().get(4)).orElseThrow())
                .satisfies(told -> {
                    assertThat(told.subject()).isEqualTo("Hej");
                    assertThat(told.note()).isEqualTo(MailReader.NOT_FETCHED);
                });
    }

    @Test
    void whatDoesNotEvenHaveReadableHeadersIsSetAsideInTheEnd() throws MessagingException {
        world.deliver(letter(0, WORD, "Hej"));
        world.deliver(letter(1, "Brev", "Hej"));
        try (SpoiltLine line = new SpoiltLine(world.port(), WORD, SpoiltLine.Fault.BREAKS)) {
            InboxRound reader = world.reader(line.port(), LONGEST);
            for (int i = 0; i < 7; i++) {
                reader.round();
            }
        }

        assertThat(world.in("INBOX")).isZero();
        assertThat(world.in(InboxRound.UNREADABLE)).isEqualTo(1);
        assertThat(world.letters()).hasSize(1);
    }

    private static byte[] letter(int number, String subject, String text) {
        return ("From: Erik <erik@oest.example>\r\nTo: " + InboxWorld.ADDRESS + "\r\nSubject: " + subject
                        + "\r\nMessage-ID: <held-" + number + "@oest.example>\r\n\r\n" + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
