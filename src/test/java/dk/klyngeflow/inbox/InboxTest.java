package dk.klyngeflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.NightWatch;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of the mails in the mailbox, in the forms that programs really send them. */
@KlyngeflowTest
class InboxTest {

    private static final String UID = "mode-1@klyngeflow";

    @Autowired
    InboxWorld world;

    @Autowired
    HeardFromInbox heard;

    @Autowired
    InboxHandling handling;

    @Autowired
    ReceivedLetters letters;

    @Autowired
    LetterRetention retention;

    @Autowired
    NightWatch night;

    @Autowired
    Documents documents;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    MeterRegistry meters;

    @Autowired
    RuntimeService instances;

    private int started;

    @BeforeEach
    void begin() {
        world.begin();
        heard.events.clear();
        heard.dies = false;
        heard.taken = InvitationReplies.Taken.SETTLED;
    }

    @AfterEach
    void end() {
        heard.dies = false;
        heard.taken = InvitationReplies.Taken.NOT_OURS;
        world.begin();
    }

    @ParameterizedTest
    @CsvSource({
        "outlook-accept, aase@praksis.example, ACCEPTED",
        "outlook-decline, aase@praksis.example, DECLINED",
        "outlook-tentative, aase@praksis.example, TENTATIVE",
        "google-accept, bo.bonde@gmail.example, ACCEPTED",
        "apple-decline, carl@icloud.example, DECLINED",
        "windows-1252-file, dorthe@laege.example, ACCEPTED"
    })
    void anAnswerFromACalendarProgramIsUnderstood(String mail, String attendee, String answer) {
        world.deliver(mail);

        assertThat(world.read()).isEqualTo(1);

        assertThat(heard.events)
                .containsExactly(new CalendarReply(InboxWorld.CLUSTER, UID, 2, attendee, attendee, answer, null));
        assertThat(world.in("INBOX")).isZero();
        assertThat(world.in(InboxRound.DONE)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "outlook-counter, aase@praksis.example, 2027-01-21T18:30:00Z",
        "google-counter, bo.bonde@gmail.example, 2027-01-22T18:00:00Z"
    })
    void anotherTimeIsProposed(String mail, String attendee, Instant proposed) {
        world.deliver(mail);
        world.read();

        assertThat(heard.of(CalendarReply.class))
                .containsExactly(
                        new CalendarReply(InboxWorld.CLUSTER, UID, 2, attendee, attendee, "COUNTER", proposed));
        assertThat(onlyLetter().body())
                .startsWith("Afsenderen foreslår et andet tidspunkt: ")
                .endsWith(" kl. 19." + (proposed.getEpochSecond() % 3600 == 0 ? "00." : "30."));
    }

    @Test
    void whatSheWroteBesidesIsReadByAPerson() {
        world.deliver("outlook-comment");
        world.read();

        assertThat(heard.of(CalendarReply.class)).hasSize(1);
        assertThat(onlyLetter().body()).isEqualTo("Jeg kommer ti minutter for sent, cpr xxxxxx-xxxx");
    }

    @Test
    void anAnswerThatCountsForNobodyIsReadByAPerson() {
        heard.taken = InvitationReplies.Taken.UNCLEAR;
        world.deliver(new String(InboxWorld.mail("outlook-decline"), StandardCharsets.ISO_8859_1)
                .replace("<aase@praksis.example>", "<bo.bonde@gmail.example>")
                .getBytes(StandardCharsets.ISO_8859_1));
        world.read();

        assertThat(heard.of(CalendarReply.class)).singleElement().satisfies(reply -> {
            assertThat(reply.sender()).isEqualTo("bo.bonde@gmail.example");
            assertThat(reply.attendee()).isEqualTo("aase@praksis.example");
            assertThat(reply.isFromAttendee()).isFalse();
        });
        assertThat(onlyLetter().sender()).isEqualTo("bo.bonde@gmail.example");
        assertThat(onlyLetter().body())
                .contains("ikke talt med")
                .contains("„nej“ for aase@praksis.example")
                .contains("fra bo.bonde@gmail.example");
        assertThat(heard.of(LetterReceived.class)).hasSize(1);
    }

    @Test
    void anAnswerToSomethingUnknownIsReadByAPerson() {
        heard.taken = InvitationReplies.Taken.NOT_OURS;
        world.deliver("outlook-accept");
        world.read();

        assertThat(onlyLetter().body()).contains("Vi kender ikke den aftale, der svares på.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dsn-postfix", "dsn-exchange", "dsn-gmail", "bounce-free-form"})
    void aMailThatCameBackIsMarkedAndGivesATask(String report) {
        String messageId = world.sentMail();
        world.deliver(InboxWorld.about(report, messageId));
        world.read();

        assertThat(world.outboxState()).isEqualTo("FAILED");
        assertThat(heard.of(AddressBounced.class)).hasSize(1).first().satisfies(bounced -> {
            assertThat(bounced.messageId()).isEqualTo(messageId);
            assertThat(bounced.address()).isEqualTo("forkert@firma.example");
        });
        assertThat(cases.isOpen(InboxWorld.CLUSTER, InboxWorld.CLUSTER + "/mail-" + outboxId()))
                .isTrue();
        assertThat(jdbc.sql("select address from klyngeflow.mail_bounce where address like '%@firma.example'")
                        .query(String.class)
                        .list())
                .containsExactly("forkert@firma.example");
    }

    @ParameterizedTest
    @CsvSource({
        "5.2.2, 552 5.2.2 Mailbox full, postkasse er fuld",
        "5.7.1, 550 5.7.1 Message rejected as spam, spamfilter",
        "5.1.8, 550 5.1.8 Bad sender address, kan godt være rigtig",
        "5.0.0, 550 Access denied, kan godt være rigtig"
    })
    void aBounceThatSaysNothingOfTheAddressDoesNotMarkIt(String status, String said, String reason) {
        world.deliver(report(world.sentMail(), status, said));
        world.read();

        assertThat(world.outboxState()).isEqualTo("FAILED");
        assertThat(heard.of(AddressBounced.class))
                .singleElement()
                .satisfies(bounced -> assertThat(bounced.reason()).contains(reason));
        assertThat(dead()).isEmpty();
        assertThat(openCases()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"5.1.10, 550 RecipientNotFound", "5.0.0, 550 User unknown", "5.1.0, 550 no such user here"})
    void aBounceThatSaysTheAddressIsWrongMarksIt(String status, String said) {
        world.deliver(report(world.sentMail(), status, said));
        world.read();

        assertThat(dead()).containsExactly("forkert@firma.example");
    }

    @Test
    void aFullMailboxIsToldOnceAWeekAtMost() {
        for (int day = 0; day < 5; day++) {
            world.deliver(report(world.sentMail("dag " + day), "5.2.2", "552 full"));
            world.read();
            closeCases();
            clock.advance(Duration.ofDays(1));
        }
        assertThat(startedCases()).isEqualTo(1);

        clock.advance(Duration.ofDays(3));
        world.deliver(report(world.sentMail("en uge efter"), "5.2.2", "552 full"));
        world.read();
        assertThat(startedCases()).isEqualTo(2);
    }

    @Test
    void aBounceThatSomebodyPassesOnIsHerLetter() {
        String messageId = world.sentMail();
        String inside = new String(InboxWorld.about("dsn-postfix", messageId), StandardCharsets.ISO_8859_1);
        world.deliver(("From: Erik <erik@oest.example>\r\nTo: " + InboxWorld.ADDRESS
                        + "\r\nSubject: VS: Kom retur\r\nMessage-ID: <passed-on@oest.example>\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=M\r\n\r\n--M\r\n\r\nHvad skal jeg gøre ved den?\r\n"
                        + "--M\r\nContent-Type: message/rfc822\r\n\r\n" + inside + "\r\n--M--\r\n")
                .getBytes(StandardCharsets.UTF_8));
        world.read();

        assertThat(world.outboxState()).isEqualTo("SENT");
        assertThat(dead()).isEmpty();
        assertThat(onlyLetter().body()).contains("Hvad skal jeg gøre ved den?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Auto-Response-Suppress: All",
                "X-Auto-Response-Suppress: DR, OOF, AutoReply",
                "Precedence: list\\List-Id: <post.brevklyngen.example>\\List-Post: <mailto:post@brevklyngen.example>",
                "Auto-Submitted: no",
                "Auto-Submitted: auto-generated\\In-Reply-To: OURS",
                "Precedence: bulk\\References: OURS"
            })
    void whatAPersonWroteIsRead(String headers) {
        world.deliver(letterWith(headers.replace("OURS", world.sentMail())));
        world.read();

        assertThat(heard.of(LetterReceived.class)).hasSize(1);
    }

    @Test
    void aSubjectAloneMakesNoAutomaticAnswer() {
        world.deliver(new String(letterWith("X-Mailer: Outlook"), StandardCharsets.UTF_8)
                .replaceFirst("Subject: .*", "Subject: Out of office på mødet?")
                .getBytes(StandardCharsets.UTF_8));
        world.read();

        assertThat(heard.of(LetterReceived.class)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-replied\\In-Reply-To: OURS",
                "Auto-Submitted: auto-generated",
                "Precedence: list\\List-Id: <nyt.region.example>",
                "Return-Path: <>",
                "Precedence: junk"
            })
    void whatAProgramWroteLiesInItsFolderAndIsCounted(String headers) {
        double before = skipped();
        world.deliver(letterWith(headers.replace("OURS", world.sentMail())));
        world.read();

        assertThat(heard.events).isEmpty();
        assertThat(world.in(InboxRound.SKIPPED)).isEqualTo(1);
        assertThat(skipped()).isEqualTo(before + 1);
    }

    @Test
    void twoReportsOfOneMailAreOneCase() {
        String messageId = world.sentMail();
        world.deliver(InboxWorld.about("dsn-postfix", messageId));
        world.deliver(InboxWorld.about("dsn-gmail", messageId));
        world.read();

        assertThat(heard.of(AddressBounced.class)).hasSize(1);
    }

    @Test
    void aMailThatIsOnlyLateIsNotMarked() {
        world.deliver(InboxWorld.about("dsn-postfix-delayed", world.sentMail()));
        world.read();

        assertThat(world.outboxState()).isEqualTo("SENT");
        assertThat(world.in(InboxRound.SKIPPED)).isEqualTo(1);
    }

    @Test
    void aReportThatNamesNoneOfOurMailsMarksNothing() {
        world.sentMail();
        world.deliver(InboxWorld.about("dsn-postfix", "<somebody-elses@id.example>"));
        world.read();

        assertThat(world.outboxState()).isEqualTo("SENT");
        assertThat(heard.of(LetterReceived.class)).hasSize(1);
    }

    @Test
    void everyInvoiceOfAMailIsHandedOnByItself() {
        world.deliver("invoices");
        world.read();

        assertThat(heard.of(DocumentMailed.class))
                .extracting(DocumentMailed::fileName)
                .containsExactly("Faktura 4711.pdf", "Faktura 4712 æ.pdf", "faktura.xml");
        assertThat(heard.of(DocumentMailed.class)).allSatisfy(mailed -> {
            assertThat(mailed.sender()).isEqualTo("regning@koekken.example");
            assertThat(mailed.subject()).isEqualTo("Faktura 4711 og 4712");
        });
        assertThat(openInvoices()).isEqualTo(3);
        ReceivedLetter letter = onlyLetter();
        assertThat(letter.body()).isEqualTo("Hermed fakturaer.");
        assertThat(letter.files()).hasSize(3);
    }

    @Test
    void theSameInvoiceMailedAgainIsNotTakenInTwice() {
        world.deliver("invoices");
        world.read();
        int before = openInvoices();
        world.deliver(new String(InboxWorld.mail("invoices"), StandardCharsets.ISO_8859_1)
                .replace("inv-1@", "inv-2@")
                .replaceAll("(?s)--M\r\nContent-Type: application.*?(?=--M\r\nContent-Type: text/xml)", "")
                .getBytes(StandardCharsets.ISO_8859_1));
        world.read();

        assertThat(openInvoices()).isEqualTo(before);
        assertThat(world.in(InboxRound.DONE)).isEqualTo(2);
        assertThat(answersToRepeats()).as("a program sent it").isZero();

        world.deliver(new String(InboxWorld.mail("invoices"), StandardCharsets.ISO_8859_1)
                .replace("inv-1@", "inv-3@")
                .replace("Auto-Submitted: auto-generated\r\n", "")
                .getBytes(StandardCharsets.ISO_8859_1));
        world.read();
        assertThat(openInvoices()).isEqualTo(before);
        assertThat(answersToRepeats()).as("one for each of the bills").isEqualTo(3);
    }

    @Test
    void aForwardedInvoiceIsFound() {
        world.deliver("forwarded-invoice");
        world.read();

        assertThat(heard.of(DocumentMailed.class)).hasSize(1).first().satisfies(mailed -> {
            assertThat(mailed.fileName()).isEqualTo("blomster.pdf");
            assertThat(mailed.sender()).isEqualTo("aase@praksis.example");
        });
        assertThat(onlyLetter().body()).contains("Vil I betale den?").contains("Her er regningen");
    }

    @Test
    void everythingElseIsReadByAPerson() {
        world.deliver("letter");
        world.read();

        assertThat(heard.events)
                .containsExactly(
                        new LetterReceived(InboxWorld.CLUSTER, world.letters().get(0)));
        ReceivedLetter letter = onlyLetter();
        assertThat(letter.sender()).isEqualTo("erik@oest.example");
        assertThat(letter.senderName()).isEqualTo("Erik Øst");
        assertThat(letter.subject()).isEqualTo("Spørgsmål om mødet");
        assertThat(letter.body())
                .isEqualTo("Hej klyngen\n\nKan jeg komme for sent?\nMit nummer er xxxxxx-xxxx og xxxxxx-xxxx.\n\nErik");
        assertThat(letters.find("nordklyngen", letter.id())).isEmpty();
    }

    @Test
    void aPageBecomesPlainText() {
        world.deliver("html-only");
        world.read();

        assertThat(onlyLetter().subject()).isEqualTo("Et špørgsmål – haster");
        assertThat(onlyLetter().body()).isEqualTo("Kære klynge\nHar I åbent – på onsdag?\nHilsen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"out-of-office", "mailing-list", "from-ourselves"})
    void whatExpectsNoAnswerIsKeptAndNothingMore(String mail) {
        world.deliver(mail);
        world.read();

        assertThat(heard.events).isEmpty();
        assertThat(world.letters()).isEmpty();
        assertThat(world.in(InboxRound.SKIPPED)).isEqualTo(1);
        assertThat(world.in("INBOX")).isZero();
    }

    @Test
    void aMailToTwoClustersIsHandledForBothOnce() {
        byte[] mail = new String(InboxWorld.mail("letter"), StandardCharsets.UTF_8)
                .replace("To: ", "Cc: " + InboxWorld.OTHER_ADDRESS + "\r\nTo: ")
                .getBytes(StandardCharsets.UTF_8);
        world.deliver(mail);
        world.deliver(mail);
        world.read();

        assertThat(heard.of(LetterReceived.class))
                .extracting(LetterReceived::clusterId)
                .containsExactlyInAnyOrder(InboxWorld.CLUSTER, InboxWorld.OTHER);
    }

    @Test
    void whatIsForNobodyHereIsPutAside() {
        world.deliver("for-nobody");
        world.read();

        assertThat(heard.events).isEmpty();
        assertThat(world.in(InboxRound.UNKNOWN)).isEqualTo(1);
        assertThat(world.outcomes()).isEmpty();
    }

    @Test
    void anAnswerToOneOfOurMailsFindsItsClusterFromAnyAddress() {
        String messageId = world.sentMail();
        world.deliver(new String(InboxWorld.mail("for-nobody"), StandardCharsets.UTF_8)
                .replace("MIME-Version", "In-Reply-To: " + messageId + "\r\nMIME-Version")
                .getBytes(StandardCharsets.UTF_8));
        world.read();

        assertThat(heard.of(LetterReceived.class)).hasSize(1);
    }

    @Test
    void anInvitationToUsIsReadByAPerson() {
        world.deliver("someone-invites-us");
        world.read();

        assertThat(heard.of(CalendarReply.class)).isEmpty();
        assertThat(onlyLetter().files()).extracting(Document::fileName).containsExactly("invitation.ics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken-mime", "broken-base64", "nested"})
    void aBrokenMailIsReadAsFarAsItGoes(String mail) {
        world.deliver(mail);
        world.deliver("letter");

        assertThat(world.read()).isEqualTo(2);
        assertThat(world.letters()).hasSize(2);
        assertThat(heard.of(LetterReceived.class)).hasSize(2);
    }

    @Test
    void nonsenseStopsNobody() {
        world.deliver("nonsense");
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            byte[] spoilt = InboxWorld.mail(List.of("outlook-counter", "dsn-gmail", "invoices", "apple-decline")
                    .get(i % 4));
            for (int j = 0; j < 200; j++) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
            }
            world.deliver(spoilt);
        }
        world.deliver("letter");

        assertThat(world.read()).isEqualTo(22);
        assertThat(world.in("INBOX")).isZero();
    }

    @Test
    void aMailThatIsTooLargeIsToldOfWithoutBeingFetched() {
        String letter = new String(InboxWorld.mail("letter"), StandardCharsets.UTF_8);
        world.deliver((letter + "x".repeat(76).concat("\r\n").repeat(12 * 1024 * 1024 / 78))
                .getBytes(StandardCharsets.UTF_8));
        world.read();

        assertThat(onlyLetter().subject()).isEqualTo("Spørgsmål om mødet");
        assertThat(onlyLetter().note()).isEqualTo(MailReader.TOO_LARGE);
        assertThat(onlyLetter().body()).isEmpty();
        assertThat(world.in(InboxRound.DONE)).isEqualTo(1);
    }

    @Test
    void whenTheNodeDiesBeforeTheEndNothingHasHappenedAndItIsDoneLater() {
        world.deliver("letter");
        heard.dies = true;
        assertThat(world.read()).isZero();
        assertThat(world.letters()).isEmpty();
        assertThat(world.outcomes()).isEmpty();
        assertThat(world.in("INBOX")).isEqualTo(1);

        heard.dies = false;
        world.read();

        assertThat(heard.of(LetterReceived.class)).hasSize(1);
        assertThat(world.letters()).hasSize(1);
    }

    @Test
    void whenTheNodeDiesBeforeTheMailIsMovedItIsOnlyMoved() {
        for (String mail : List.of("letter", "invoices", "outlook-accept", "out-of-office")) {
            world.deliver(mail);
            assertThat(handling.handle(new Mailbox.Raw(InboxWorld.mail(mail), ""), false))
                    .hasSize(1);
        }
        int before = heard.events.size();
        int cases = openInvoices();

        assertThat(world.read()).isEqualTo(4);

        assertThat(heard.events).hasSize(before);
        assertThat(openInvoices()).isEqualTo(cases);
        assertThat(world.outcomes()).hasSize(4);
        assertThat(world.in(InboxRound.DONE)).isEqualTo(3);
        assertThat(world.in(InboxRound.SKIPPED)).isEqualTo(1);
    }

    @Test
    void theSameMailDeliveredTwiceIsHandledOnce() {
        world.deliver("letter");
        world.deliver(("Received: by another road\r\n" + new String(InboxWorld.mail("letter"), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
        world.read();

        assertThat(world.letters()).hasSize(1);
        assertThat(world.in(InboxRound.DONE)).isEqualTo(2);
    }

    @Test
    void twoReadersAtOnceHandleEachMailOnce() throws Exception {
        for (int i = 0; i < 30; i++) {
            world.deliver(new String(InboxWorld.mail("letter"), StandardCharsets.UTF_8)
                    .replace("letter.eml@", "nr-" + i + "@")
                    .getBytes(StandardCharsets.UTF_8));
        }
        ExecutorService two = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> rounds = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Callable<Integer> round = () -> world.reader().round();
                rounds.add(two.submit(round));
            }
            for (Future<Integer> round : rounds) {
                round.get();
            }
        } finally {
            two.shutdownNow();
        }
        world.read();

        assertThat(world.letters()).hasSize(30);
        assertThat(world.in("INBOX")).isZero();
        assertThat(world.in(InboxRound.DONE)).isEqualTo(30);
    }

    @Test
    void whatCannotBeHandledIsGivenToAPersonAfterSomeTries() {
        world.deliver("outlook-accept");
        InboxRound reader = world.reader();
        heard.dies = true;
        for (int i = 0; i < 3; i++) {
            assertThat(round(reader)).isZero();
        }
        heard.dies = false;

        assertThat(round(reader)).isEqualTo(1);
        assertThat(heard.of(LetterReceived.class)).hasSize(1);
    }

    @Test
    void afterAYearNothingPersonalIsLeft() {
        world.deliver("letter");
        world.deliver("invoices");
        world.read();
        clock.advance(Duration.ofDays(360));
        night.forget(retention);
        assertThat(letters.find(InboxWorld.CLUSTER, world.letters().get(0))).isPresent();

        clock.advance(Duration.ofDays(10));
        night.forget(retention);

        assertThat(letters.find(InboxWorld.CLUSTER, world.letters().get(0))).isEmpty();
        assertThat(jdbc.sql("select count(*) from klyngeflow.letter where sender <> '' or body <> '' or subject <> ''")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void afterAYearNothingIsLeftOfAMailThatADyingNodeHadMoved() {
        handling.handle(new Mailbox.Raw(InboxWorld.mail("letter"), ""), false);
        assertThat(world.outcomes()).hasSize(1);

        clock.advance(Duration.ofDays(370));
        night.forget(retention);

        assertThat(world.outcomes()).isEmpty();
    }

    private static byte[] report(String messageId, String status, String said) {
        return new String(InboxWorld.about("dsn-postfix", messageId), StandardCharsets.ISO_8859_1)
                .replaceFirst("Status: [\\d.]+", "Status: " + status)
                .replaceFirst("(?s)Diagnostic-Code: .*?\r?\n(?! )", "Diagnostic-Code: smtp; " + said + "\r\n")
                .replaceFirst("(?i)Message-ID: <[^>]+>", "Message-ID: <report-of-" + messageId.substring(1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] letterWith(String headers) {
        return (headers.replace("\\", "\r\n") + "\r\n" + new String(InboxWorld.mail("letter"), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<String> dead() {
        return jdbc.sql("select address from klyngeflow.mail_bounce where dead and cluster_id in (:clusters)")
                .param("clusters", List.of(InboxWorld.CLUSTER, InboxWorld.OTHER))
                .query(String.class)
                .list();
    }

    private double skipped() {
        return meters.counter("klyngeflow.inbox.mails", "outcome", "skipped").count();
    }

    private long openCases() {
        return instances
                .createProcessInstanceQuery()
                .processDefinitionKey("failed-mail")
                .tenantIdIn(InboxWorld.CLUSTER)
                .count();
    }

    private long startedCases() {
        return started + openCases();
    }

    private void closeCases() {
        instances
                .createProcessInstanceQuery()
                .processDefinitionKey("failed-mail")
                .tenantIdIn(InboxWorld.CLUSTER)
                .list()
                .forEach(each -> {
                    instances.deleteProcessInstance(each.getId(), "seen to");
                    started++;
                });
    }

    private static int round(InboxRound reader) {
        try {
            return reader.round();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ReceivedLetter onlyLetter() {
        assertThat(world.letters()).hasSize(1);
        return letters.find(InboxWorld.CLUSTER, world.letters().get(0)).orElseThrow();
    }

    private int answersToRepeats() {
        return jdbc.sql(
                        "select count(*) from klyngeflow.mail_outbox where cluster_id = :cluster and purpose = 'invoice-known'")
                .param("cluster", InboxWorld.CLUSTER)
                .query(Integer.class)
                .single();
    }

    private int openInvoices() {
        return jdbc.sql(
                        "select count(*) from klyngeflow.invoice where cluster_id = :cluster and source = 'MAIL' and status <> 'WITHDRAWN'")
                .param("cluster", InboxWorld.CLUSTER)
                .query(Integer.class)
                .single();
    }

    private long outboxId() {
        return jdbc.sql(
                        "select mail_id from klyngeflow.mail_outbox where cluster_id = :cluster and purpose = 'test-note'")
                .param("cluster", InboxWorld.CLUSTER)
                .query(Long.class)
                .single();
    }
}
