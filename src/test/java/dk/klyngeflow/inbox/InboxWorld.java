package dk.klyngeflow.inbox;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import dk.klyngeflow.demo.EmbeddedMailServer;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterRegister.NewPerson;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A cluster with a mailbox, what people send to it, and readers of it. */
@TestComponent
public class InboxWorld {

    public static final String CLUSTER = "brevklyngen";
    public static final String ADDRESS = "post@brevklyngen.example";
    static final String OTHER = "naboklyngen";
    static final String OTHER_ADDRESS = "post@naboklyngen.example";
    public static final String SECRETARY = "brev-sekretaer";
    public static final String COORDINATOR = "brev-koordinator";

    private final EmbeddedMailServer server;
    private final JdbcClient jdbc;
    private final Clusters clusters;
    private final ClusterRegister register;
    private final Outbox outbox;
    private final InboxHandling handling;
    private final InboxMessages messages;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final MailboxReadings readings;
    private final CopenhagenTime time;
    private final RuntimeService instances;

    InboxWorld(
            EmbeddedMailServer server,
            JdbcClient jdbc,
            Clusters clusters,
            ClusterRegister register,
            Outbox outbox,
            InboxHandling handling,
            InboxMessages messages,
            TransactionTemplate transaction,
            MeterRegistry meters,
            MailboxReadings readings,
            CopenhagenTime time,
            RuntimeService instances) {
        this.server = server;
        this.readings = readings;
        this.time = time;
        this.jdbc = jdbc;
        this.clusters = clusters;
        this.register = register;
        this.outbox = outbox;
        this.handling = handling;
        this.messages = messages;
        this.transaction = transaction;
        this.meters = meters;
        this.instances = instances;
    }

    public void begin() {
        if (clusters.find(CLUSTER).isEmpty()) {
            register.open(
                    new Cluster(CLUSTER, "Brevklyngen", null, PaymentMode.PLO, ADDRESS, "Nord", null),
                    List.of(),
                    List.of(
                            new NewPerson(
                                    SECRETARY, "Søren Ærø", "soeren@brev.example", List.of(Post.SECRETARY), null, null),
                            new NewPerson(
                                    COORDINATOR,
                                    "Karen Ko",
                                    "karen@brev.example",
                                    List.of(Post.COORDINATOR),
                                    null,
                                    null)));
        }
        if (clusters.find(OTHER).isEmpty()) {
            register.open(
                    new Cluster(OTHER, "Naboklyngen", null, PaymentMode.PLO, OTHER_ADDRESS, "Nord", null),
                    List.of(),
                    List.of(new NewPerson(
                            "nabo-sekretaer", "Nina Nabo", "nina@nabo.example", List.of(Post.SECRETARY), null, null)));
        }
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
        instances
                .createProcessInstanceQuery()
                .tenantIdIn(CLUSTER, OTHER)
                .rootProcessInstances()
                .list()
                .forEach(left -> instances.deleteProcessInstance(left.getId(), "next test"));
        // what earlier tests have taken in may come again
        jdbc.sql("update klyngeflow.invoice set status = 'WITHDRAWN' where cluster_id = :cluster")
                .param("cluster", CLUSTER)
                .update();
        for (String table : List.of("inbox_message", "letter_file", "letter", "mail_bounce", "mail_outbox")) {
            jdbc.sql("delete from klyngeflow." + table + " where cluster_id in (:clusters)")
                    .param("clusters", List.of(CLUSTER, OTHER))
                    .update();
        }
    }

    /** As it stands in {@code src/test/resources/mails}. */
    public static byte[] mail(String name) {
        try (InputStream file = InboxWorld.class.getResourceAsStream("/mails/" + name + ".eml")) {
            if (file == null) {
                throw new IllegalArgumentException("no mail " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public void deliver(String name) {
        deliver(mail(name));
    }

    public void deliver(byte[] raw) {
        try {
            box().deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
        } catch (UserException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private GreenMailUser box() throws UserException {
        GreenMailUser known = server.getUserManager().getUserByEmail(ADDRESS);
        return known != null ? known : server.getUserManager().createUser(ADDRESS, ADDRESS, "x");
    }

    InboxRound reader() {
        return reader(server.imapPort(), Duration.ofMinutes(1));
    }

    InboxRound reader(int port, Duration longest) {
        return new InboxRound(settings(port, longest), handling, messages, transaction, meters, readings, time);
    }

    InboxSettings settings(int port, Duration longest) {
        return new InboxSettings("127.0.0.1", port, ADDRESS, "x", false, "INBOX", longest, Duration.ofMinutes(2));
    }

    public int read() {
        try {
            return reader().round();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return server.imapPort();
    }

    /** How many mails lie in a folder. */
    int in(String folder) {
        try {
            MailFolder found = server.getManagers().getImapHostManager().getFolder(box(), folder);
            return found == null ? 0 : found.getMessageCount();
        } catch (UserException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> outcomes() {
        return jdbc.sql(
                        "select outcome from klyngeflow.inbox_message where cluster_id = :cluster order by handled_at, outcome")
                .param("cluster", CLUSTER)
                .query(String.class)
                .list();
    }

    public List<Long> letters() {
        return jdbc.sql("select letter_id from klyngeflow.letter where cluster_id = :cluster order by letter_id")
                .param("cluster", CLUSTER)
                .query(Long.class)
                .list();
    }

    /** A mail of ours that has been sent to a wrong address; @return its Message-ID */
    String sentMail() {
        return sentMail("k");
    }

    String sentMail(String key) {
        outbox.enqueue(Mail.of(
                CLUSTER,
                "test-note",
                key,
                Recipient.address("forkert@firma.example", "Firma"),
                Map.of("note", "hej", "number", "17"),
                null));
        return jdbc.sql(
                        "update klyngeflow.mail_outbox set state = 'SENT' where cluster_id = :cluster and state = 'WAITING' and purpose = 'test-note' returning message_id")
                .param("cluster", CLUSTER)
                .query(String.class)
                .single();
    }

    String outboxState() {
        return jdbc.sql(
                        "select state from klyngeflow.mail_outbox where cluster_id = :cluster and purpose = 'test-note'")
                .param("cluster", CLUSTER)
                .query(String.class)
                .single();
    }

    static byte[] about(String name, String messageId) {
        return new String(mail(name), StandardCharsets.ISO_8859_1)
                .replace("MESSAGE-ID-OF-OURS", messageId)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
