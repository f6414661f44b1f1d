package dk.klyngeflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.mail.ScriptedSmtp.Moment;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What a mail server can do to us, and that no mail is lost or gets a second Message-ID by it. */
@KlyngeflowTest
class MailFaultsTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    OutboxWorld world;

    @Autowired
    Mails mails;

    @Autowired
    TestClock clock;

    final ScriptedSmtp server = new ScriptedSmtp();

    @BeforeEach
    void emptyOutbox() {
        clock.reset();
        world.begin();
    }

    @AfterEach
    void end() {
        server.close();
        clock.reset();
    }

    @Test
    void aRefusedAddressFailsAndTheOthersGo() {
        world.put("1", "a@firma.example");
        world.put("2", "findes-ikke@firma.example");
        world.put("3", "c@firma.example");
        server.behave((moment, to) ->
                moment == Moment.RCPT && to.startsWith("findes-ikke") ? "550 5.1.1 no such user" : ScriptedSmtp.OK);

        world.deliver(world.postman(server.port()));

        assertThat(world.states()).containsExactly("SENT", "FAILED", "SENT");
        assertThat(server.recipients()).containsExactly("a@firma.example", "c@firma.example");
    }

    @Test
    void aMailThatTheServerRefusesAfterReadingItFails() {
        world.put("1", "a@firma.example");
        server.behave((moment, to) -> moment == Moment.END ? "554 5.7.1 no" : ScriptedSmtp.OK);

        world.deliver(world.postman(server.port()));

        assertThat(world.states()).containsExactly("FAILED");
        assertThat(world.reason()).isEqualTo("Modtagerens mailserver har afvist adressen.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Moment.class,
            names = {"MAIL", "RCPT", "DATA", "END"})
    void aTemporaryAnswerIsTriedAgainLaterAndLater(Moment when) {
        world.put("1", "a@firma.example");
        server.behave((moment, to) -> moment == when ? "451 4.7.1 greylisted" : ScriptedSmtp.OK);
        Postman postman = world.postman(server.port());

        for (Duration wait : List.of(
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(2))) {
            world.deliver(postman);
            assertThat(world.due()).isEqualTo(clock.instant().plus(wait));
            clock.advance(wait);
        }
        server.behave((moment, to) -> ScriptedSmtp.OK);
        world.deliver(postman);

        assertThat(world.states()).containsExactly("SENT");
        assertThat(new HashSet<>(server.taken())).containsExactlyElementsOf(world.messageIds());
    }

    @Test
    void afterTwoDaysAPersonIsAsked() {
        world.put("1", "a@firma.example");
        server.behave((moment, to) -> moment == Moment.RCPT ? "452 4.2.2 mailbox full" : ScriptedSmtp.OK);
        Postman postman = world.postman(server.port());

        world.deliver(postman);
        clock.advance(Duration.ofHours(47));
        world.deliver(postman);
        assertThat(world.states()).containsExactly("WAITING");

        clock.advance(Duration.ofHours(2));
        world.deliver(postman);
        assertThat(world.states()).containsExactly("FAILED");
        assertThat(world.reason()).startsWith("Mailen er forsøgt sendt i to døgn.");
    }

    @Test
    void aServerThatIsDownCostsNoMailAnAttempt() {
        world.put("1", "a@firma.example");
        int port = server.port();
        server.close();
        Postman postman = world.postman(port);

        for (int days = 0; days < 10; days++) {
            assertThat(postman.round()).isEqualTo(Postman.Round.SERVER_AWAY);
            clock.advance(Duration.ofDays(1));
        }
        assertThat(postman.awaySince()).contains(TestClock.START);
        assertThat(world.states()).containsExactly("WAITING");
        assertThat(world.attempts()).isZero();
        assertThat(world.lease()).isEmpty();

        try (ScriptedSmtp back = new ScriptedSmtp()) {
            world.deliver(world.postman(back.port()));
            assertThat(back.taken()).containsExactlyElementsOf(world.messageIds());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "421 4.3.2 closing",
                "554 5.7.1 no",
                ScriptedSmtp.HANG_UP,
                ScriptedSmtp.SILENCE,
                ScriptedSmtp.DRIP
            })
    void aServerThatDoesNotLetUsInCostsNoMailAnAttempt(String greeting) {
        world.put("1", "a@firma.example");
        server.behave((moment, to) -> moment == Moment.GREETING ? greeting : ScriptedSmtp.OK);

        Postman postman = world.postman(server.port(), Duration.ofSeconds(1));
        assertThat(postman.round()).isEqualTo(Postman.Round.SERVER_AWAY);
        assertThat(world.attempts()).isZero();

        server.behave((moment, to) -> ScriptedSmtp.OK);
        assertThat(postman.round()).isEqualTo(Postman.Round.WENT);
        assertThat(postman.awaySince()).isEmpty();
        assertThat(world.states()).containsExactly("SENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedSmtp.HANG_UP, ScriptedSmtp.SILENCE, ScriptedSmtp.DRIP, "421 4.3.2 closing"})
    void anUnclearEndIsSentAgainWithTheSameId(String end) {
        world.put("1", "a@firma.example");
        server.behave((moment, to) -> moment == Moment.END ? end : ScriptedSmtp.OK);
        Postman postman = world.postman(server.port(), Duration.ofSeconds(1));

        world.deliver(postman);
        assertThat(world.states()).containsExactly("WAITING");

        server.behave((moment, to) -> ScriptedSmtp.OK);
        world.deliver(postman);
        assertThat(server.taken()).as("not before a minute has gone").hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        world.deliver(postman);

        assertThat(world.states()).containsExactly("SENT");
        assertThat(server.taken()).hasSize(2);
        assertThat(new HashSet<>(server.taken())).containsExactlyElementsOf(world.messageIds());
    }

    @Test
    void aServerThatHangsUpEveryTimeIsLeftAlone() {
        for (int i = 0; i < 20; i++) {
            world.put("m" + i, "a@firma.example");
        }
        server.behave((moment, to) -> moment == Moment.END ? ScriptedSmtp.HANG_UP : ScriptedSmtp.OK);

        assertThat(world.postman(server.port()).round()).isEqualTo(Postman.Round.SERVER_AWAY);
        assertThat(server.taken()).hasSize(3);
        assertThat(world.states()).hasSize(20).containsOnly("WAITING");
    }

    @Test
    void theMailsOfADeadNodeGoOnWhenItsLeaseRunsOut() {
        world.put("1", "a@firma.example");
        var now = clock.instant();
        assertThat(mails.claim("dead node", now, now.plus(Duration.ofMinutes(2)), 10))
                .hasSize(1);
        Postman other = world.postman(server.port());

        assertThat(other.round()).isEqualTo(Postman.Round.NOTHING_DUE);
        clock.advance(Duration.ofMinutes(2));
        assertThat(other.round()).isEqualTo(Postman.Round.WENT);
        assertThat(world.states()).containsExactly("SENT");
    }

    @Test
    void aNodeThatWasOnlySlowFindsThatTheMailIsNoLongerItsOwn() {
        world.put("1", "a@firma.example");
        var now = clock.instant();
        Waiting mine = mails.claim("slow node", now, now.plus(Duration.ofMinutes(2)), 10)
                .get(0);
        clock.advance(Duration.ofMinutes(3));
        world.deliver(world.postman(server.port()));

        assertThat(mails.begin(
                        mine.id(), "slow node", clock.instant(), clock.instant().plusSeconds(120)))
                .isFalse();
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void twoNodesNeverSendOneMailTwice() {
        int count = 400;
        for (int i = 0; i < count; i++) {
            world.put("m" + i, "a" + i + "@firma.example");
        }
        long start = cpuTime();
        var nodes = List.of(world.postman(server.port()), world.postman(server.port())).stream()
                .map(postman -> CompletableFuture.runAsync(() -> world.deliver(postman)))
                .toList();
        nodes.forEach(CompletableFuture::join);
        double seconds = (cpuTime() - start) / 1e9;

        assertThat(server.taken()).hasSize(count).doesNotHaveDuplicates();
        assertThat(world.states()).hasSize(count).containsOnly("SENT");
        assertThat(count / seconds)
                .as("mails per second of this process's own work, however busy the machine is")
                .isGreaterThan(20);
    }

    private static long cpuTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Two nodes against a server that does whatever it likes, and a node dies now and then. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingIsLostWhateverHappens(long seed) {
        int count = 120;
        for (int i = 0; i < count; i++) {
            world.put("m" + i, "a" + i + "@firma.example");
        }
        Random random = new Random(seed);
        AtomicInteger trouble = new AtomicInteger();
        Set<String> promised = ConcurrentHashMap.newKeySet();
        List<String> tricks = List.of("451 later", "421 closing", ScriptedSmtp.HANG_UP);
        server.behave((moment, to) -> {
            synchronized (random) {
                if (random.nextInt(100) < 8) {
                    trouble.incrementAndGet();
                    return tricks.get(random.nextInt(tricks.size()));
                }
            }
            if (moment == Moment.END) {
                promised.add(to);
            }
            return ScriptedSmtp.OK;
        });
        List<Postman> nodes = new ArrayList<>(List.of(world.postman(server.port()), world.postman(server.port())));
        for (int round = 0; round < 400 && world.states().contains("WAITING"); round++) {
            if (round % 7 == 0) {
                mails.claim(
                        "dead node " + round, clock.instant(), clock.instant().plusSeconds(120), 5);
            }
            nodes.get(round % 2).round();
            clock.advance(Duration.ofSeconds(30));
        }

        assertThat(trouble.get()).isPositive();
        assertThat(world.states()).hasSize(count).containsOnly("SENT");
        assertThat(promised).hasSize(count);
        assertThat(new HashSet<>(server.taken())).containsExactlyInAnyOrderElementsOf(world.messageIds());
    }
}
