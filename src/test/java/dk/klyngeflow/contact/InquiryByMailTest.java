package dk.klyngeflow.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.contact.AskedInquiry.State;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.inbox.InboxWorld;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.mail.WrittenMails;
import dk.klyngeflow.security.WithoutChecks;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes in the mailbox from outside. */
@KlyngeflowTest
class InquiryByMailTest {

    private static final String CLUSTER = InboxWorld.CLUSTER;

    @Autowired
    InboxWorld world;

    @Autowired
    Inquiries inquiries;

    @Autowired
    Cases cases;

    @Autowired
    Answers answers;

    @Autowired
    WithoutChecks withoutChecks;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    DelegateInquiryLink delegates;

    @Autowired
    WrittenMails mails;

    @BeforeEach
    void begin() {
        world.begin();
        clock.reset();
    }

    @AfterEach
    void end() {
        jdbc.sql("delete from klyngeflow.role_holder where cluster_id = ? and post = 'MEMBER'")
                .param(CLUSTER)
                .update();
        world.begin();
    }

    @Test
    void aMailFromOutsideIsAnInquiryAndIsAnsweredInItsThread() {
        arrives("<one@x.example>", "", "Nyt forløb", "Må vi komme?", "");
        AskedInquiry inquiry = only();
        assertThat(openTasks()).containsExactly("handleInquiry");
        assertThat(inquiry.asker().mail()).isEqualTo("lone@x.example");
        assertThat(answersId("inquiry-received")).isEqualTo("<one@x.example>");

        answers.give(
                CLUSTER,
                inquiry.caseKey(),
                "handleInquiry",
                InboxWorld.COORDINATOR,
                Map.of("decision", "ANSWER", "answer", "Ja tak."));
        assertThat(answersId("inquiry-answer")).isEqualTo("<one@x.example>");
        assertThat(only().state()).isEqualTo(State.ANSWERED);
    }

    @Test
    void moreOfTheSameJoinsTheCase() {
        arrives("<one@x.example>", "", "Nyt forløb", "Må vi komme?", "");
        arrives("<two@x.example>", ours("inquiry-received"), "SV: noget helt andet", "Gerne en aften.", "");
        arrives("<three@x.example>", "", "Re: Nyt forløb", "Eller en morgen.", "");
        AskedInquiry inquiry = only();
        assertThat(inquiries.messages(inquiry))
                .extracting(InquiryMessage::text)
                .containsExactly("Må vi komme?", "Gerne en aften.", "Eller en morgen.");
        assertThat(openTasks()).containsExactly("handleInquiry");
        assertThat(mailed("inquiry-received")).hasSize(1);
        assertThat(mailed("inquiry-more")).containsExactly(InboxWorld.COORDINATOR, InboxWorld.COORDINATOR);
        answers.give(
                CLUSTER,
                inquiry.caseKey(),
                "handleInquiry",
                InboxWorld.COORDINATOR,
                Map.of("decision", "ANSWER", "answer", "Ja tak."));
        assertThat(answersId("inquiry-answer")).isEqualTo("<three@x.example>");
    }

    @Test
    void anAnswerToWhatIsOverOpensTheSameCaseAgain() {
        arrives("<one@x.example>", "", "Nyt forløb", "Må vi komme?", "");
        String key = only().caseKey();
        answers.give(
                CLUSTER,
                key,
                "handleInquiry",
                InboxWorld.COORDINATOR,
                Map.of("decision", "ANSWER", "answer", "Ja tak."));
        assertThat(cases.isOpen(CLUSTER, key)).isFalse();
        arrives("<two@x.example>", ours("inquiry-answer"), "Re: Nyt forløb", "Hvornår?", "");
        assertThat(only().caseKey()).isEqualTo(key);
        assertThat(cases.isOpen(CLUSTER, key)).isTrue();
        assertThat(mailed("inquiry-received")).hasSize(2);
    }

    @Test
    void whatAProgramShouldNotAnswerAndWhatOurOwnPeopleWriteIsReadFirst() {
        arrives("<one@x.example>", "", "Tilbud", "Køb nu", "Feedback-ID: 17\r\n");
        assertThat(openTasks()).containsExactly("readMail");
        assertThat(mailed("inquiry-received")).isEmpty();
        world.begin();
        world.deliver(raw("Karen Ko <karen@brev.example>", "<own@x.example>", "", "Hej", "Hvad er klokken?", ""));
        world.read();
        assertThat(openTasks()).containsExactly("readMail");
    }

    @Test
    void theSecretaryCanSayThatItIsAnInquiry() {
        arrives("<one@x.example>", "", "Besøg", "Må vi komme?", "Feedback-ID: 17\r\n");
        long letter = world.letters().get(0);
        answers.give(
                CLUSTER,
                IncomingMail.businessKey(CLUSTER, letter),
                "readMail",
                InboxWorld.SECRETARY,
                Map.of("decision", "INQUIRY"));
        assertThat(openTasks()).containsExactly("handleInquiry");
        assertThat(mailed("inquiry-received")).containsExactly("lone@x.example");
    }

    /** What came with it goes on with it: to whom it is forwarded as an attachment, to a colleague on her page. */
    @Test
    void filesThatCameWithItGoOnWithIt() {
        arrivesWithAFile("<one@x.example>", "Besøg", "program.png", picture());
        answers.give(
                CLUSTER,
                IncomingMail.businessKey(CLUSTER, world.letters().get(0)),
                "readMail",
                InboxWorld.SECRETARY,
                Map.of("decision", "INQUIRY"));
        AskedInquiry inquiry = only();
        jdbc.sql("""
                        insert into klyngeflow.role_holder (cluster_id, person_id, post, from_day) values (?, ?, 'MEMBER', '2020-01-01')
                        on conflict do nothing""").params(CLUSTER, InboxWorld.SECRETARY).update();
        decides(Map.of("decision", "DELEGATE", "delegate", InboxWorld.SECRETARY, "delegateUntil", "2026-09-12"));
        assertThat(delegates
                        .show(new Held(CLUSTER, String.valueOf(inquiry.inquiryId()), InboxWorld.SECRETARY))
                        .orElseThrow()
                        .blocks())
                .filteredOn(Block.File.class::isInstance)
                .extracting(block -> ((Block.File) block).label())
                .containsExactly("program.png");

        answers.give(
                CLUSTER, inquiry.caseKey(), "awaitDelegate", InboxWorld.COORDINATOR, Map.of("decision", "TAKE_BACK"));
        decides(Map.of("decision", "FORWARD", "forwardName", "Kommunen", "forwardMail", "post@kommune.example"));
        assertThat(attachments("inquiry-forward")).containsExactly("program.png");
        assertThat(mails.texts(CLUSTER, "inquiry-forward", "Kommunen").get(0))
                .contains("Det, der fulgte med henvendelsen, er vedhæftet.");
        // nothing of it goes back to the one who wrote
        assertThat(attachments("inquiry-forwarded")).isEmpty();
    }

    /** A table that shows single practices stays with the secretary, whoever sent it. */
    @Test
    void aFileThatShowsSinglePracticesDoesNotGoOn() {
        arrivesWithAFile(
                "<one@x.example>",
                "Tal",
                "tal.csv",
                "ydernummer;antal\r\n981101;41\r\n981102;30\r\n".getBytes(StandardCharsets.UTF_8));
        answers.give(
                CLUSTER,
                IncomingMail.businessKey(CLUSTER, world.letters().get(0)),
                "readMail",
                InboxWorld.SECRETARY,
                Map.of("decision", "INQUIRY"));
        decides(Map.of("decision", "FORWARD", "forwardName", "Kommunen", "forwardMail", "post@kommune.example"));
        assertThat(attachments("inquiry-forward")).isEmpty();
        assertThat(mails.texts(CLUSTER, "inquiry-forward", "Kommunen").get(0)).doesNotContain("vedhæftet");
    }

    private List<String> attachments(String purpose) {
        return jdbc.sql("""
                        select d.file_name from klyngeflow.mail_outbox m
                        join klyngeflow.document d on d.id = any(m.document_ids) where m.cluster_id = ? and m.purpose = ?""").params(CLUSTER, purpose).query(String.class).list();
    }

    private static byte[] picture() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void arrivesWithAFile(String id, String subject, String name, byte[] content) {
        String border = "en-graense";
        world.deliver(("From: Lone Bech <lone@x.example>\r\nTo: " + InboxWorld.ADDRESS + "\r\nSubject: "
                        + javax(subject)
                        + "\r\nDate: Mon, 7 Sep 2026 12:00:01 +0200\r\nMessage-ID: " + id
                        + "\r\nFeedback-ID: 17\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="
                        + border
                        + "\r\n\r\n--" + border + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSe her.\r\n--"
                        + border
                        + "\r\nContent-Type: application/octet-stream; name=" + name
                        + "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=" + name
                        + "\r\n\r\n" + java.util.Base64.getMimeEncoder().encodeToString(content) + "\r\n--" + border
                        + "--\r\n")
                .getBytes(StandardCharsets.UTF_8));
        world.read();
    }

    @Test
    void anAddressThatWritesAllDayIsReadByAPersonAtLast() {
        for (int i = 0; i < 5; i++) {
            arrives("<n" + i + "@x.example>", "", "Emne " + i, "Hej " + i, "");
        }
        assertThat(openTasks()).filteredOn("handleInquiry"::equals).hasSize(3);
        assertThat(openTasks()).filteredOn("readMail"::equals).hasSize(2);
        assertThat(mailed("inquiry-received")).hasSize(3);
    }

    @Test
    void whatTheForwardedToAnswersIsNotTheAskersWord() {
        arrives("<one@x.example>", "", "Nyt forløb", "Må vi komme?", "");
        decides(Map.of("decision", "FORWARD", "forwardName", "Kommunen", "forwardMail", "post@kommune.example"));
        repliesTo("inquiry-forward", "Tine Rask <post@kommune.example>");
        assertThat(mailed("inquiry-more")).isEmpty();
    }

    @Test
    void whatAColleagueAnswersByMailIsNotTheAskersWord() {
        arrives("<one@x.example>", "", "Nyt forløb", "Må vi komme?", "");
        jdbc.sql("""
                        insert into klyngeflow.role_holder (cluster_id, person_id, post, from_day) values (?, ?, 'MEMBER', '2020-01-01')
                        on conflict do nothing""").params(CLUSTER, InboxWorld.SECRETARY).update();
        decides(Map.of(
                "decision",
                "DELEGATE",
                "delegate",
                InboxWorld.SECRETARY,
                "delegateUntil",
                "2026-09-12",
                "question",
                "?"));
        repliesTo("inquiry-delegate", "Søren <soeren@brev.example>");
        assertThat(mailed("inquiry-more")).isEmpty();
    }

    private void decides(Map<String, Object> values) {
        answers.give(CLUSTER, only().caseKey(), "handleInquiry", InboxWorld.COORDINATOR, values);
    }

    private void repliesTo(String purpose, String from) {
        world.deliver(
                raw(from, "<reply@x.example>", ours(purpose), "Re: Nyt forløb", "Ring til mig om patienten.", ""));
        world.read();
        assertThat(inquiries.messages(only()))
                .extracting(InquiryMessage::text)
                .noneMatch(text -> text.contains("patienten"));
        assertThat(openTasks()).contains("readMail");
    }

    private void arrives(String id, String answers, String subject, String text, String more) {
        world.deliver(raw("Lone Bech <lone@x.example>", id, answers, subject, text, more));
        world.read();
    }

    private static byte[] raw(String from, String id, String answers, String subject, String text, String more) {
        return ("From: " + from + "\r\nTo: " + InboxWorld.ADDRESS + "\r\nSubject: "
                        + javax(subject) + "\r\nDate: Mon, 7 Sep 2026 12:00:01 +0200\r\nMessage-ID: " + id + "\r\n"
                        + (answers.isEmpty() ? "" : "In-Reply-To: " + answers + "\r\n") + more
                        + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                        + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String javax(String subject) {
        return "=?UTF-8?B?" + java.util.Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
                + "?=";
    }

    private AskedInquiry only() {
        assertThat(inquiries.of(CLUSTER)).hasSize(1);
        return inquiries.of(CLUSTER).get(0);
    }

    private List<String> openTasks() {
        return withoutChecks.get(() -> tasks.createTaskQuery().tenantIdIn(CLUSTER).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList());
    }

    private List<String> mailed(String purpose) {
        return jdbc.sql("""
                        select coalesce(recipient_address, recipient_person) from klyngeflow.mail_outbox
                        where cluster_id = ? and purpose = ? order by mail_id""").params(CLUSTER, purpose).query(String.class).list();
    }

    private String ours(String purpose) {
        return column("message_id", purpose);
    }

    private String answersId(String purpose) {
        return column("answers_id", purpose);
    }

    private String column(String column, String purpose) {
        return jdbc.sql(
                        "select " + column
                                + " from klyngeflow.mail_outbox where cluster_id = ? and purpose = ? order by mail_id desc limit 1")
                .params(CLUSTER, purpose)
                .query(String.class)
                .single();
    }
}
