package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import dk.klyngeflow.Journal;
import dk.klyngeflow.Killing;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.Node;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Line;
import dk.klyngeflow.accounts.Voucher;
import dk.klyngeflow.demo.DemoCluster;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.PaymentMode;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The application is killed with SIGKILL again and again while invoices flow. What it has acknowledged is on disk with the client, and is
 * held against what is in the database, the ledger and the mailbox when all is quiet. {@code -Dklyngeflow.kills=200} for the long run.
 */
@KlyngeflowTest
@Tag("kill")
class KillTest {

    static final String ACCOUNT = "2100";

    private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
    private static final int CLERKS = 3;
    private static final long PAYABLE = 631_250;
    private static final String CLUSTER = "faldlemme";

    @Autowired
    DemoCluster people;

    @Autowired
    ChartOfAccounts chart;

    @Autowired
    Ledger ledger;

    @Autowired
    RuntimeService instances;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    GreenMail mailServer;

    @Autowired
    Environment environment;

    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicBoolean noMore = new AtomicBoolean();

    @Test
    void nothingAcknowledgedIsLostOrDoubled() throws Exception {
        clock.set(Clock.systemUTC().instant());
        people.open(CLUSTER, CLUSTER + "-", PaymentMode.OWN_ACCOUNT);
        chart.open(CLUSTER);
        Journal journal = new Journal(Path.of("target", "kill", "journal.txt"));
        Node node = Node.beside(environment, Path.of("target", "kill"), Map.of());
        ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
        List<Future<?>> working = new ArrayList<>();
        try {
            String today = CopenhagenTime.dayOf(clock.instant()).toString();
            for (int clerk = 0; clerk < CLERKS; clerk++) {
                working.add(clerks.submit(
                        new Clerk(node.port(), CLUSTER, today, journal, numbers, noMore, Killing.SEED + clerk)));
            }
            Killing.againAndAgain(node, journal);
            node.start();
            noMore.set(true);
            for (Future<?> clerk : working) {
                clerk.get(5, TimeUnit.MINUTES);
            }
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(waitingMails()).isZero());
        } finally {
            noMore.set(true);
            node.kill();
            clerks.shutdownNow();
        }
        LOG.info(
                "{} kills, {} acknowledgements, {} invoices",
                Killing.KILLS,
                journal.lines().size(),
                numbers.get());
        everyAcknowledgedInvoiceIsThereOnce(journal);
        everythingHappenedOnce();
        theLedgerIsRight();
        noCaseIsStuck();
        noMailIsLostOrHasTwoIds();
    }

    private void everyAcknowledgedInvoiceIsThereOnce(Journal journal) {
        List<String> ids = column("select invoice_id from klyngeflow.invoice where cluster_id = :cluster");
        List<String> sent = column("select number from klyngeflow.invoice where cluster_id = :cluster");
        assertThat(sent).doesNotHaveDuplicates();
        Set<String> acknowledged = new TreeSet<>();
        journal.lines().stream()
                .filter(line -> line.get(0).equals("TAKEN"))
                .forEach(line -> acknowledged.add(line.get(2)));
        assertThat(new TreeSet<>(ids))
                .as("all that were sent were acknowledged in the end")
                .isEqualTo(acknowledged);
        assertThat(ids.size()).isGreaterThan(Killing.KILLS / 2);
    }

    /** Everybody's acts, the postings and the ends: each once for each invoice. */
    private void everythingHappenedOnce() {
        for (String kind : List.of("RECEIVED", "CODED", "APPROVED", "POSTED", "PAYMENT_FILE", "PAID")) {
            assertThat(column("select invoice_id from klyngeflow.invoice_event where cluster_id = :cluster and kind = '"
                            + kind + "'"))
                    .as(kind)
                    .doesNotHaveDuplicates();
        }
        assertThat(column("select distinct status from klyngeflow.invoice where cluster_id = :cluster order by 1"))
                .containsExactly("PAID", "REJECTED");
    }

    private void theLedgerIsRight() {
        List<Voucher> vouchers = new ArrayList<>();
        for (Integer year : jdbc.sql(
                        "select distinct extract(year from received_at)::int from klyngeflow.invoice where cluster_id"
                                + " = :cluster")
                .param("cluster", CLUSTER)
                .query(Integer.class)
                .list()) {
            List<Voucher> ofYear = ledger.vouchers(CLUSTER, year);
            assertThat(ofYear)
                    .extracting(Voucher::number)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, ofYear.size()).boxed().toList());
            vouchers.addAll(ofYear);
        }
        assertThat(vouchers).extracting(Voucher::sourceKey).doesNotHaveDuplicates();
        for (Voucher voucher : vouchers) {
            assertThat(voucher.lines().stream().mapToLong(Line::debitOere).sum())
                    .isEqualTo(
                            voucher.lines().stream().mapToLong(Line::creditOere).sum())
                    .isEqualTo(PAYABLE);
        }
        int paid = column("select invoice_id from klyngeflow.invoice where cluster_id = :cluster and status = 'PAID'")
                .size();
        assertThat(vouchers).as("one for the invoice and one for the payment").hasSize(2 * paid);
        Map<String, Long> balances = ledger.balances(CLUSTER, LocalDate.of(2100, 1, 1));
        assertThat(balances.getOrDefault(ACCOUNT, 0L)).isEqualTo(paid * PAYABLE);
        assertThat(balances.getOrDefault(ChartOfAccounts.CREDITORS, 0L)).isZero();
        assertThat(balances.getOrDefault(ChartOfAccounts.BANK, 0L)).isEqualTo(-paid * PAYABLE);
    }

    private void noCaseIsStuck() {
        // the cluster's year goes on
        assertThat(instances
                        .createProcessInstanceQuery()
                        .tenantIdIn(CLUSTER)
                        .processDefinitionKeyIn(InvoiceApproval.KEY, "supplier-credit")
                        .count())
                .isZero();
        assertThat(instances.createIncidentQuery().tenantIdIn(CLUSTER).count()).isZero();
    }

    private void noMailIsLostOrHasTwoIds() throws MessagingException {
        Set<String> written =
                new HashSet<>(column("select message_id from klyngeflow.mail_outbox where cluster_id = :cluster"));
        Set<String> delivered = new HashSet<>();
        Set<String> letters = new HashSet<>();
        for (MimeMessage message : mailServer.getReceivedMessages()) {
            delivered.add(message.getMessageID());
            letters.add(message.getMessageID() + " " + message.getSubject());
        }
        assertThat(delivered).containsAll(written);
        assertThat(letters).as("one letter for each id").hasSameSizeAs(delivered);
        assertThat(column("select purpose from klyngeflow.mail_outbox where cluster_id = :cluster and purpose ="
                        + " 'invoice-rejected'"))
                .as("one mail for each that was turned away")
                .hasSameSizeAs(
                        column("select invoice_id from klyngeflow.invoice where cluster_id = :cluster and status ="
                                + " 'REJECTED'"));
    }

    private long waitingMails() {
        return jdbc.sql("select count(*) from klyngeflow.mail_outbox where cluster_id = :cluster and state = 'WAITING'")
                .param("cluster", CLUSTER)
                .query(Long.class)
                .single();
    }

    private List<String> column(String sql) {
        return jdbc.sql(sql).param("cluster", CLUSTER).query(String.class).list();
    }
}
