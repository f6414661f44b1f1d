package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * The application is killed again and again while years are reconciled, locked, audited, signed, sealed, approved by an assembly and closed:
 * nothing is posted twice, no year is half locked, no signature is lost or doubled, and what was decided takes effect once.
 */
@KlyngeflowTest
@Tag("kill")
class AccountsKillTest {

    private static final Logger LOG = LoggerFactory.getLogger(AccountsKillTest.class);
    private static final String OURS = "cluster_id like 'regnfald%'";

    @Autowired
    LifeTown town;

    @Autowired
    LifeBooks books;

    @Autowired
    TestClock clock;

    @Autowired
    Environment environment;

    private final Journal journal = new Journal(Path.of("target", "kill", "accounts.txt"));
    private final AtomicBoolean noMore = new AtomicBoolean();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    private KilledTown killed() {
        return new KilledTown(town, journal, OURS);
    }

    @Test
    void nothingIsPostedTwiceAndNoSignatureIsLost() throws Exception {
        clock.set(Clock.systemUTC().instant());
        Node node = Node.beside(
                environment,
                Path.of("target", "kill"),
                Map.of(
                        "klyngeflow.seal.key-dir",
                        Path.of("target", "kill", "seal").toAbsolutePath().toString()));
        List<ClerkOfAccounts> clerks = List.of(
                new ClerkOfAccounts(town, books, node.port(), journal, "regnfald", noMore, faults),
                new ClerkOfAccounts(town, books, node.port(), journal, "regnfaldto", noMore, faults));
        KilledTown killed = killed();
        killed.work(node, clerks, noMore);
        assertThat(faults).isEmpty();
        List<String> ended =
                killed.lines("ENDED").stream().map(line -> line.get(1)).toList();
        assertThat(ended).isNotEmpty();
        ended.forEach(this::everyLineIsExplainedOnce);
        ended.forEach(this::theYearIsClosedOnce);
        ended.forEach(this::everySignatureStandsOnce);
        ended.forEach(this::whatWasDecidedTookEffectOnce);
        ended.forEach(cluster -> assertThat(town.incidents(cluster)).as(cluster).isZero());
        killed.everyMailWasWrittenOnceAndCame();
        LOG.info("{} kills: {}", Killing.KILLS, killed.figures());
    }

    private void everyLineIsExplainedOnce(String cluster) {
        int lines = 1 + LifeBooks.PAYMENTS + LifeBooks.ONLY_IN_BANK;
        assertThat(of("select line_id from klyngeflow.bank_line where cluster_id = :cluster", cluster))
                .as("lines of %s", cluster)
                .hasSize(lines);
        assertThat(of("select line_id from klyngeflow.bank_match_line where cluster_id = :cluster", cluster))
                .hasSize(lines)
                .doesNotHaveDuplicates();
        assertThat(of("select voucher_id from klyngeflow.bank_match_voucher where cluster_id = :cluster", cluster))
                .as("each voucher is paid by one line")
                .hasSize(lines)
                .doesNotHaveDuplicates();
        assertThat(of(
                        "select number::text from klyngeflow.voucher where cluster_id = :cluster order by number",
                        cluster))
                .as("vouchers of %s", cluster)
                .hasSize(lines)
                .doesNotHaveDuplicates();
        assertThat(of("""
                        select sum(debit_oere - credit_oere)::text from klyngeflow.entry
                        where cluster_id = :cluster and account = '5800'""", cluster))
                .containsExactly(String.valueOf(
                        LifeBooks.INCOME - LifeBooks.expenses() + LifeBooks.INTEREST - 2 * LifeBooks.FEE));
    }

    private void theYearIsClosedOnce(String cluster) {
        assertThat(of("""
                        select 'ja' from klyngeflow.accounting_year where cluster_id = :cluster and locked_at is not null
                          and closed_at is not null and last_number > 0""", cluster)).containsExactly("ja");
        assertThat(of("select sha256 from klyngeflow.year_snapshot where cluster_id = :cluster", cluster))
                .hasSize(1);
        assertThat(of("select version::text from klyngeflow.annual_draft where cluster_id = :cluster", cluster))
                .as("drafts of %s", cluster)
                .containsExactly("1");
        assertThat(of("""
                        select file_name from klyngeflow.document where cluster_id = :cluster
                          and file_name like 'aarsregnskab-%' order by file_name""", cluster)).as("papers of %s", cluster).hasSize(3).doesNotHaveDuplicates();
        assertThat(of("select 'ja' from klyngeflow.annual_accounts where cluster_id = :cluster and approved", cluster))
                .containsExactly("ja");
    }

    private void everySignatureStandsOnce(String cluster) {
        List<String> stand = of("""
                select a.person_id from klyngeflow.annual_approval a join klyngeflow.annual_draft d using (cluster_id, year, version, sha256)
                where a.cluster_id = :cluster order by 1""", cluster);
        assertThat(stand)
                .as("of %s", cluster)
                .containsExactly(cluster + "-m2", cluster + "-m3", cluster + "-m4", cluster + "-m5");
        assertThat(stand)
                .containsAll(killed().lines("accounts-signature").stream()
                        .filter(line -> line.get(1).equals(cluster))
                        .map(line -> line.get(2))
                        .toList());
        assertThat(of(
                        "select purpose || recipient_person from klyngeflow.mail_outbox where cluster_id = :cluster"
                                + " and purpose = 'accounts-signature'",
                        cluster))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    private void whatWasDecidedTookEffectOnce(String cluster) {
        assertThat(of(
                        "select 'ja' from klyngeflow.assembly where cluster_id = :cluster and effects_at is not null"
                                + " and status = 'DONE'",
                        cluster))
                .containsExactly("ja");
        assertThat(of("select 'ja' from klyngeflow.statutes where cluster_id = :cluster and notice_days = 21", cluster))
                .as("statutes of %s", cluster)
                .containsExactly("ja");
        assertThat(of("""
                        select oere::text from klyngeflow.budget where cluster_id = :cluster and account = '2100'
                        order by budget_id""", cluster))
                .as("set, typed over after the notice, and as the notice had it, once")
                .containsExactly(
                        String.valueOf(LifeBooks.BUDGET),
                        String.valueOf(2 * LifeBooks.BUDGET),
                        String.valueOf(LifeBooks.BUDGET));
        assertThat(of(
                        "select task_def_key_ from act_hi_taskinst where tenant_id_ = :cluster"
                                + " and proc_def_key_ in ('annual-accounts', 'general-assembly')",
                        cluster))
                .as("tasks of %s", cluster)
                .doesNotHaveDuplicates()
                .contains("lockAccounts", "auditAccounts", "holdAssembly", "writeMinutes");
    }

    private List<String> of(String sql, String cluster) {
        return town.column(sql, cluster);
    }
}
