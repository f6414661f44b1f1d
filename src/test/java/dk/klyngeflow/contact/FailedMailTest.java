package dk.klyngeflow.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.CaseIncidents;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.MailRefused;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.TwoClusters;
import dk.klyngeflow.security.WithoutChecks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way that a mail which was refused can go. */
@KlyngeflowTest
class FailedMailTest {

    private static final String CLUSTER = TwoClusters.ONE;
    private static final String CASE = "one/prøve-1";

    @Autowired
    TwoClusters clusters;

    @Autowired
    Outbox outbox;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    CaseIncidents incidents;

    @Autowired
    Cases cases;

    @Autowired
    Answers answers;

    @Autowired
    WithoutChecks withoutChecks;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService instances;

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

    long mail;

    @BeforeEach
    void aMailIsRefused() {
        clock.reset();
        clusters.open();
        jdbc.sql("delete from klyngeflow.mail_outbox").update();
        cases.start("access-probe", CLUSTER, CASE, Map.of());
        outbox.enqueue(Mail.of(
                CLUSTER,
                "test-note",
                "k",
                Recipient.address("forkert@firma.example", "Firma A/S"),
                Map.of("note", "hej", "number", "17"),
                CASE));
        mail = jdbc.sql("update klyngeflow.mail_outbox set state = 'FAILED', reason = 'Afvist.' returning mail_id")
                .query(Long.class)
                .single();
        incidents.raise(CLUSTER, CASE, "mailRefused", String.valueOf(mail), "Afvist.");
        events.publishEvent(new MailRefused(CLUSTER, mail, CASE));
    }

    @AfterEach
    void nothingIsLeft() {
        withoutChecks.run(() -> instances.createProcessInstanceQuery().tenantIdIn(CLUSTER).list().stream()
                .filter(instance -> instance.getBusinessKey().equals(CASE)
                        || instance.getBusinessKey().contains("/mail-"))
                .forEach(instance -> instances.deleteProcessInstance(instance.getId(), "end of test")));
        clock.reset();
    }

    @Test
    void givesTheSecretaryATaskAndTheCaseAnIncident() {
        Task task = task();

        assertThat(task.getName()).isEqualTo("Klynge one · Få mailen frem · „Prøve 17“");
        assertThat(task.getDueDate()).isAfter(java.util.Date.from(clock.instant()));
        assertThat(cases.holders(CLUSTER, key())).containsExactlyInAnyOrder("one-secretary", "one-secretary2");
        assertThat(incidents()).hasSize(1).first().satisfies(incident -> {
            assertThat(incident.getIncidentType()).isEqualTo("mailRefused");
            assertThat(incident.getTenantId()).isEqualTo(CLUSTER);
        });
    }

    @Test
    void isOneCaseHoweverOftenItIsTold() {
        events.publishEvent(new MailRefused(CLUSTER, mail, CASE));
        incidents.raise(CLUSTER, CASE, "mailRefused", String.valueOf(mail), "Afvist.");

        assertThat(task()).isNotNull();
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void isSentAgainToTheCorrectedAddress() {
        String messageId = column("message_id");

        answer(Map.of("decision", "SEND", "address", "rigtig@firma.example"));

        assertThat(column("state")).isEqualTo("WAITING");
        assertThat(column("recipient_address")).isEqualTo("rigtig@firma.example");
        assertThat(column("message_id")).isEqualTo(messageId);
        assertThat(incidents()).isEmpty();
        assertThat(cases.isOpen(CLUSTER, key())).isFalse();
    }

    @Test
    void isOneTaskForAllThatFailsAtOneAddress() {
        long second = anotherFails("FORKERT@firma.example");
        long elsewhere = anotherFails("en.anden@firma.example");

        assertThat(cases.isOpen(CLUSTER, FailedMail.businessKey(CLUSTER, second)))
                .isFalse();
        assertThat(cases.isOpen(CLUSTER, FailedMail.businessKey(CLUSTER, elsewhere)))
                .isTrue();
        assertThat(get("one-secretary", "/api/clusters/one/failed-mails/" + mail))
                .contains("\"others\":1");

        answer(Map.of("decision", "SEND", "address", "rigtig@firma.example"));

        assertThat(addresses("WAITING")).containsExactly("rigtig@firma.example", "rigtig@firma.example");
        assertThat(addresses("FAILED")).containsExactly("en.anden@firma.example");
    }

    @Test
    void isGivenUpTogetherWithWhatFailedAtTheSameAddress() {
        anotherFails("forkert@firma.example");

        answer(Map.of("decision", "GIVE_UP"));

        assertThat(addresses("GIVEN_UP")).hasSize(2);
        long later = anotherFails("forkert@firma.example");
        assertThat(cases.isOpen(CLUSTER, FailedMail.businessKey(CLUSTER, later)))
                .isTrue();
    }

    @Test
    void sendsNothingAgainThatIsTooOldToBeOfUse() {
        long old = anotherFails("forkert@firma.example");
        jdbc.sql("update klyngeflow.mail_outbox set created_at = created_at - interval '15 days' where mail_id = :id")
                .param("id", old)
                .update();

        answer(Map.of("decision", "SEND", "address", "rigtig@firma.example"));

        assertThat(addresses("WAITING")).hasSize(1);
        assertThat(addresses("GIVEN_UP")).hasSize(1);
    }

    private long anotherFails(String address) {
        outbox.enqueue(Mail.of(
                CLUSTER,
                "test-note",
                "another to " + address + clock.instant()
                        + addresses("GIVEN_UP").size(),
                Recipient.address(address, "Firma A/S"),
                Map.of("note", "hej", "number", "18"),
                CASE));
        long id = jdbc.sql(
                        "update klyngeflow.mail_outbox set state = 'FAILED', reason = 'Afvist.' where state = 'WAITING' returning mail_id")
                .query(Long.class)
                .single();
        events.publishEvent(new MailRefused(CLUSTER, id, CASE));
        return id;
    }

    private List<String> addresses(String state) {
        return jdbc.sql("select recipient_address from klyngeflow.mail_outbox where state = :state order by mail_id")
                .param("state", state)
                .query(String.class)
                .list();
    }

    @Test
    void isGivenUp() {
        answer(Map.of("decision", "GIVE_UP"));

        assertThat(column("state")).isEqualTo("GIVEN_UP");
        assertThat(incidents()).isEmpty();
        assertThat(cases.isOpen(CLUSTER, key())).isFalse();
    }

    @Test
    void theCoordinatorHearsOfItWhenNobodyActs() {
        clock.advance(Duration.ofDays(8));
        withoutChecks.run(() -> jobs.executeJob(jobs.createJobQuery()
                .processDefinitionKey("failed-mail")
                .tenantIdIn(CLUSTER)
                .singleResult()
                .getId()));

        assertThat(jdbc.sql("select recipient_person from klyngeflow.mail_outbox where purpose = 'failed-mail-open'")
                        .query(String.class)
                        .list())
                .containsExactly("one-coordinator");
        assertThat(task()).as("still open").isNotNull();
    }

    @Test
    void refusesAnswersThatCannotBeTaken() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("decision", "ELSE"),
                Map.of("decision", "SEND"),
                Map.of("decision", "SEND", "address", "ikke en adresse"),
                Map.of("decision", "SEND", "address", "a@b.example\r\nBcc: c@d.example"),
                Map.of("decision", "GIVE_UP", "mailId", 1))) {
            assertThatThrownBy(() -> answer(wrong)).as(wrong.toString()).isInstanceOf(FormRefused.class);
        }
        assertThat(column("state")).isEqualTo("FAILED");
    }

    @Test
    void theAddressNeverBecomesAVariable() {
        answer(Map.of("decision", "SEND", "address", "rigtig@firma.example"));
        List<Object> values = withoutChecks.get(
                () -> history.createHistoricVariableInstanceQuery().processDefinitionKey("failed-mail").list().stream()
                        .map(HistoricVariableInstance::getValue)
                        .toList());
        assertThat(values).isNotEmpty().noneMatch(value -> String.valueOf(value).contains("@"));
    }

    @Test
    void isShownToThoseWhoMayActAndToNobodyElse() {
        String path = "/api/clusters/one/failed-mails/" + mail;

        assertThat(get("one-secretary", path))
                .contains("\"about\":\"Prøve 17\"")
                .contains("forkert@firma.example")
                .contains("Afvist.");
        assertThat(status("one-member", path)).isEqualTo(403);
        assertThat(status("two-secretary", path)).isEqualTo(404);
        assertThat(status("two-secretary", "/api/clusters/two/failed-mails/" + mail))
                .isEqualTo(404);
    }

    private String get(String person, String path) {
        return Browser.basic(port, person, person).get(path).body();
    }

    private int status(String person, String path) {
        return Browser.basic(port, person, person).get(path).statusCode();
    }

    private void answer(Map<String, Object> sent) {
        answers.give(CLUSTER, key(), "resolveFailedMail", "one-secretary", sent);
    }

    private String key() {
        return FailedMail.businessKey(CLUSTER, mail);
    }

    private Task task() {
        return withoutChecks.get(() -> tasks.createTaskQuery()
                .tenantIdIn(CLUSTER)
                .taskDefinitionKey("resolveFailedMail")
                .processInstanceBusinessKey(key())
                .singleResult());
    }

    private List<Incident> incidents() {
        return withoutChecks.get(
                () -> instances.createIncidentQuery().tenantIdIn(CLUSTER).list());
    }

    private String column(String name) {
        return jdbc.sql("select " + name + " from klyngeflow.mail_outbox where mail_id = :id")
                .param("id", mail)
                .query(String.class)
                .single();
    }
}
