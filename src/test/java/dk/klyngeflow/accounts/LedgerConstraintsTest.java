package dk.klyngeflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The database itself refuses, whoever writes past the application. */
@KlyngeflowTest
class LedgerConstraintsTest {

    @Autowired
    Ledger ledger;

    @Autowired
    ChartOfAccounts chart;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    String cluster = "";
    String voucher = "";

    @BeforeEach
    void openCluster() {
        cluster = TestClusters.open(jdbc, chart);
        voucher = ledger.post(new Posting(
                        cluster,
                        LocalDate.of(2026, 9, 7),
                        "Kaffe",
                        "a",
                        null,
                        "sekretaer",
                        List.of(Line.debit("2200", 100), Line.credit("6800", 100))))
                .id();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update klyngeflow.voucher set text = 'x' where cluster_id = :cluster",
                "update klyngeflow.voucher set number = 7 where cluster_id = :cluster",
                "delete from klyngeflow.voucher where cluster_id = :cluster",
                "update klyngeflow.entry set debit_oere = debit_oere + 1 where cluster_id = :cluster and debit_oere > 0",
                "update klyngeflow.entry set account = '2100' where cluster_id = :cluster and account = '2200'",
                "delete from klyngeflow.entry where cluster_id = :cluster",
                "delete from klyngeflow.accounting_year where cluster_id = :cluster",
                "update klyngeflow.accounting_year set last_number = 0 where cluster_id = :cluster",
                "update klyngeflow.accounting_year set last_number = 2 where cluster_id = :cluster",
                "update klyngeflow.accounting_year set last_number = 5 where cluster_id = :cluster",
                "update klyngeflow.accounting_year set year = 2027 where cluster_id = :cluster",
                "insert into klyngeflow.accounting_year (cluster_id, year, last_number) values (:cluster, 2030, 3)",
            })
    void refusesChanges(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).param("cluster", cluster).update())
                .hasRootCauseInstanceOf(org.postgresql.util.PSQLException.class);
        assertThat(ledger.find(cluster, voucher).orElseThrow().amount()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "truncate klyngeflow.entry",
                "truncate klyngeflow.voucher cascade",
                "truncate klyngeflow.accounting_year cascade"
            })
    void refusesEmptying(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).hasMessageContaining("never changed");
    }

    @Test
    void refusesVouchersThatDoNotBalance() {
        assertThatThrownBy(() -> insert(2026, "2026-09-08", 100, 99)).hasStackTraceContaining("differ or are missing");
    }

    @Test
    void refusesVouchersWithoutEntries() {
        assertThatThrownBy(() -> insertVoucher(2026, "2026-09-08")).hasStackTraceContaining("differ or are missing");
    }

    @Test
    void refusesEntriesOnAPostedVoucherEvenWhenTheyBalance() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> insertEntries(voucher, 2026, 5, 5, 3)))
                .hasStackTraceContaining("reverse it");
    }

    @Test
    void checksAgainAfterConstraintsWereForcedEarly() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    insertVoucher(2026, "2026-09-08");
                    insertEntries("v-" + cluster, 2026, 100, 100, 1);
                    jdbc.sql("set constraints all immediate").update();
                    jdbc.sql("set constraints all deferred").update();
                    insertEntry("v-" + cluster, 2026, 3, "2200", 1, 0);
                }))
                .hasStackTraceContaining("differ or are missing");
    }

    @Test
    void givesTheNumberItself() {
        transactions.executeWithoutResult(status -> {
            insertVoucher(2026, "2026-09-08");
            insertEntries("v-" + cluster, 2026, 100, 100, 1);
        });
        assertThat(ledger.find(cluster, "v-" + cluster).orElseThrow().label()).isEqualTo("2026-2");
    }

    @Test
    void refusesAYearThatIsNotTheDays() {
        assertThatThrownBy(() -> insert(2025, "2026-09-08", 1, 1)).hasStackTraceContaining("violates check constraint");
    }

    @Test
    void refusesAClosedYear() {
        jdbc.sql("""
                        insert into klyngeflow.accounting_year (cluster_id, year, locked_by, locked_at)
                        values (:cluster, 2025, 'kasserer', '2026-02-01')""").param("cluster", cluster).update();
        jdbc.sql("""
                        update klyngeflow.accounting_year set closed_by = 'revisor', closed_at = '2026-03-01'
                        where cluster_id = :cluster and year = 2025""").param("cluster", cluster).update();
        assertThatThrownBy(() -> insert(2025, "2025-09-08", 1, 1)).hasStackTraceContaining("is closed");
        assertThatThrownBy(() -> insert(2024, "2024-09-08", 1, 1)).hasStackTraceContaining("is closed");
        assertThatThrownBy(() -> jdbc.sql("""
                                update klyngeflow.accounting_year set closed_at = null, closed_by = null
                                where cluster_id = :cluster and year = 2025""").param("cluster", cluster).update())
                .hasStackTraceContaining("is closed");
    }

    @Test
    void refusesReversingTwice() {
        ledger.reverse(cluster, voucher, "fejl", "kasserer");
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    jdbc.sql("""
                                    insert into klyngeflow.voucher (cluster_id, voucher_id, year, day, text, source_key, posted_by,
                                      posted_at, reverses) values (:cluster, 'r2', 2026, '2026-09-09', 'x', 'r2', 'x', now(), :id)""").param("cluster", cluster).param("id", voucher).update();
                }))
                .hasStackTraceContaining("duplicate key");
    }

    private void insert(int year, String day, long debit, long credit) {
        transactions.executeWithoutResult(status -> {
            insertVoucher(year, day);
            insertEntries("v-" + cluster, year, debit, credit, 1);
        });
    }

    private void insertVoucher(int year, String day) {
        jdbc.sql("""
                        insert into klyngeflow.voucher (cluster_id, voucher_id, year, number, day, text, source_key, posted_by, posted_at)
                        values (:cluster, :id, :year, 77, :day, 'x', 'v', 'x', now())""")
                .param("cluster", cluster)
                .param("id", "v-" + cluster)
                .param("year", year)
                .param("day", LocalDate.parse(day))
                .update();
    }

    private void insertEntries(String id, int year, long debit, long credit, int firstLine) {
        insertEntry(id, year, firstLine, "2200", debit, 0);
        insertEntry(id, year, firstLine + 1, "6800", 0, credit);
    }

    private void insertEntry(String id, int year, int line, String account, long debit, long credit) {
        jdbc.sql("""
                        insert into klyngeflow.entry (cluster_id, voucher_id, line, year, account, debit_oere, credit_oere)
                        values (:cluster, :id, :line, :year, :account, :debit, :credit)""")
                .param("cluster", cluster)
                .param("id", id)
                .param("line", line)
                .param("year", year)
                .param("account", account)
                .param("debit", debit)
                .param("credit", credit)
                .update();
    }
}
