package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CaseIncidents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterRegister.NewPerson;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** A cluster with a secretary, an empty outbox, and postmen for any mail server. */
@TestComponent
class OutboxWorld {

    static final String CLUSTER = "postklyngen";
    static final String SECRETARY = "post-sekretaer";

    private final JdbcClient jdbc;
    private final Clusters clusters;
    private final ClusterRegister register;
    private final Outbox outbox;
    private final Mails mails;
    private final Letters letters;
    private final CopenhagenTime time;
    private final CaseIncidents incidents;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final RuntimeService instances;

    OutboxWorld(
            JdbcClient jdbc,
            Clusters clusters,
            ClusterRegister register,
            Outbox outbox,
            Mails mails,
            Letters letters,
            CopenhagenTime time,
            CaseIncidents incidents,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            RuntimeService instances) {
        this.jdbc = jdbc;
        this.clusters = clusters;
        this.register = register;
        this.outbox = outbox;
        this.mails = mails;
        this.letters = letters;
        this.time = time;
        this.incidents = incidents;
        this.events = events;
        this.transaction = transaction;
        this.instances = instances;
    }

    void begin() {
        if (clusters.find(CLUSTER).isEmpty()) {
            register.open(
                    new Cluster(
                            CLUSTER, "Klynge Østerå", null, PaymentMode.PLO, "klynge@oesteraa.example", "Nord", null),
                    List.of(),
                    List.of(new NewPerson(
                            SECRETARY, "Søren Ærø", "soeren@oesteraa.example", List.of(Post.SECRETARY), null, null)));
        }
        jdbc.sql("delete from klyngeflow.mail_outbox").update();
        mails.letGo();
        // the tasks that refused mails have left behind
        instances
                .createProcessInstanceQuery()
                .tenantIdIn(CLUSTER)
                .list()
                .forEach(left -> instances.deleteProcessInstance(left.getId(), "next test"));
    }

    boolean put(String key, String address) {
        return put(key, Recipient.address(address, "Leverandør"));
    }

    boolean put(String key, Recipient to) {
        return outbox.enqueue(Mail.of(
                CLUSTER, "test-note", key, to, Map.of("note", "Blåbærgrød " + key, "number", key), null));
    }

    Postman postman(int port) {
        return postman(port, Duration.ofSeconds(20));
    }

    Postman postman(int port, Duration longest) {
        return postman(
                port, new MailSettings(false, "system@klyngeflow.example", null, 50, Duration.ofMinutes(2), longest));
    }

    Postman postman(int port, MailSettings settings) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var provider =
                new StaticListableBeanFactory(Map.of("sender", sender)).getBeanProvider(JavaMailSenderImpl.class);
        return new Postman(
                mails, letters, new SmtpServer(provider, settings), settings, time, incidents, events, transaction);
    }

    /** Goes round until nothing is due. */
    void deliver(Postman postman) {
        for (int i = 0; i < 10_000; i++) {
            if (postman.round() != Postman.Round.WENT) {
                return;
            }
        }
        throw new AssertionError("the outbox never runs empty");
    }

    List<String> states() {
        return jdbc.sql("select state from klyngeflow.mail_outbox order by mail_id")
                .query(String.class)
                .list();
    }

    List<String> messageIds() {
        return jdbc.sql("select message_id from klyngeflow.mail_outbox order by mail_id")
                .query(String.class)
                .list();
    }

    String reason() {
        return jdbc.sql("select coalesce(reason, '') from klyngeflow.mail_outbox")
                .query(String.class)
                .single();
    }

    int attempts() {
        return jdbc.sql("select attempts from klyngeflow.mail_outbox")
                .query(Integer.class)
                .single();
    }

    Instant due() {
        return jdbc.sql("select due_at from klyngeflow.mail_outbox")
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }

    @Nullable
    String lease() {
        return jdbc.sql("select coalesce(lease, '') from klyngeflow.mail_outbox")
                .query(String.class)
                .single();
    }
}
