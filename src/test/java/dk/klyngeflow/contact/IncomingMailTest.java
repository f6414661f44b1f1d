package dk.klyngeflow.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.inbox.InboxWorld;
import dk.klyngeflow.inbox.ReceivedLetters;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.WithoutChecks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way that a letter to the cluster can go. */
@KlyngeflowTest
class IncomingMailTest {

    private static final String CLUSTER = InboxWorld.CLUSTER;

    @Autowired
    InboxWorld world;

    @Autowired
    ReceivedLetters letters;

    @Autowired
    Cases cases;

    @Autowired
    Answers answers;

    @Autowired
    WithoutChecks withoutChecks;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void begin() {
        world.begin();
    }

    @AfterEach
    void end() {
        world.begin();
    }

    @Test
    void theSecretaryReadsItAndIsDone() {
        received("letter");

        assertThat(task("readMail").getName())
                .startsWith("Brevklyngen · Læs mail")
                .endsWith(" af 7. september: „Spørgsmål om mødet“");
        assertThat(cases.holders(CLUSTER, key())).containsExactly(InboxWorld.SECRETARY);
        answer("readMail", InboxWorld.SECRETARY, Map.of("decision", "DONE"));

        assertThat(cases.isOpen(CLUSTER, key())).isFalse();
    }

    @Test
    void theCoordinatorGetsWhatIsPassedOn() {
        received("letter");
        answer("readMail", InboxWorld.SECRETARY, Map.of("decision", "PASS_ON"));

        assertThat(cases.holders(CLUSTER, key())).containsExactly(InboxWorld.COORDINATOR);
        assertThat(task("answerMail").getDueDate()).isAfter(java.util.Date.from(clock.instant()));
        answer("answerMail", InboxWorld.COORDINATOR, Map.of("decision", "DONE"));
        assertThat(cases.isOpen(CLUSTER, key())).isFalse();
    }

    @Test
    void aFileThatIsAnInvoiceIsTakenIn() {
        received("broken-base64");
        String file =
                letters.find(CLUSTER, letter()).orElseThrow().files().get(0).id();

        answer("readMail", InboxWorld.SECRETARY, Map.of("decision", "INVOICE", "file", file));

        assertThat(jdbc.sql(
                                "select count(*) from klyngeflow.invoice where cluster_id = :cluster and document_id = :file and source = 'MAIL'")
                        .param("cluster", CLUSTER)
                        .param("file", file)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(cases.isOpen(CLUSTER, key())).isFalse();
    }

    @Test
    void theNextOneUpHearsOfItWhenNobodyActs() {
        received("letter");
        clock.advance(Duration.ofDays(6));
        timerFires();
        assertThat(told()).containsExactly(InboxWorld.COORDINATOR);
        assertThat(task("readMail")).as("still open").isNotNull();
    }

    @Test
    void refusesAnswersThatCannotBeTaken() {
        received("letter");
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("decision", "ELSE"),
                Map.of("decision", "INVOICE"),
                Map.of("decision", "INVOICE", "file", "somebody-elses"),
                Map.of("decision", "DONE", "letterId", 1))) {
            assertThatThrownBy(() -> answer("readMail", InboxWorld.SECRETARY, wrong))
                    .as(wrong.toString())
                    .isInstanceOf(FormRefused.class);
        }
        assertThat(cases.isOpen(CLUSTER, key())).isTrue();
    }

    @Test
    void nothingOfTheLetterBecomesAVariable() {
        received("letter");
        List<Object> values = withoutChecks.get(() -> history
                .createHistoricVariableInstanceQuery()
                .processDefinitionKey(IncomingMail.KEY)
                .tenantIdIn(CLUSTER)
                .list()
                .stream()
                .map(HistoricVariableInstance::getValue)
                .toList());
        assertThat(values).isNotEmpty().noneMatch(value -> String.valueOf(value).matches("(?s).*(@|Erik|Spørgsmål).*"));
    }

    @Test
    void isShownToThoseWhoMayActAndToNobodyElse() {
        received("letter");
        String path = "/api/clusters/" + CLUSTER + "/letters/" + letter();

        assertThat(Browser.basic(port, "admin", "admin").get(path).body())
                .contains("\"from\":\"Erik Øst (erik@oest.example)\"")
                .contains("xxxxxx-xxxx")
                .doesNotContain("010190");
        assertThat(Browser.basic(port, "admin", "admin")
                        .get("/api/clusters/" + CLUSTER + "/letters/999999")
                        .statusCode())
                .isEqualTo(404);
    }

    /** What a program may not answer is read by a person first. */
    private void received(String mail) {
        byte[] head = "Feedback-ID: 17\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] rest = InboxWorld.mail(mail);
        byte[] raw = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, raw, head.length, rest.length);
        world.deliver(raw);
        world.read();
        assertThat(world.letters()).hasSize(1);
    }

    private long letter() {
        return world.letters().get(0);
    }

    private String key() {
        return IncomingMail.businessKey(CLUSTER, letter());
    }

    private void answer(String task, String person, Map<String, Object> sent) {
        answers.give(CLUSTER, key(), task, person, sent);
    }

    private Task task(String id) {
        return withoutChecks.get(() -> tasks.createTaskQuery()
                .tenantIdIn(CLUSTER)
                .taskDefinitionKey(id)
                .processInstanceBusinessKey(key())
                .singleResult());
    }

    private void timerFires() {
        withoutChecks.run(() -> jobs.executeJob(jobs.createJobQuery()
                .processDefinitionKey(IncomingMail.KEY)
                .tenantIdIn(CLUSTER)
                .timers()
                .singleResult()
                .getId()));
    }

    private List<String> told() {
        return jdbc.sql(
                        "select recipient_person from klyngeflow.mail_outbox where cluster_id = :cluster and purpose = 'letter-open'")
                .param("cluster", CLUSTER)
                .query(String.class)
                .list();
    }
}
