package dk.klyngeflow;

import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Line;
import dk.klyngeflow.accounts.Posting;
import dk.klyngeflow.assemblies.AnEvening;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The books of clusters whose application is killed: what the bank knows too, and three lines that only the bank knows. */
@TestComponent
class LifeBooks {

    static final long INCOME = 120_000_00;
    static final int PAYMENTS = 7;
    static final long INTEREST = 3_18;
    static final long FEE = 31_25;
    static final int ONLY_IN_BANK = 3;
    static final long BUDGET = 9_000_00;

    private final Ledger ledger;
    private final Budgets budgets;
    private final AnEvening evening;
    private final Cases cases;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    LifeBooks(
            Ledger ledger,
            Budgets budgets,
            AnEvening evening,
            Cases cases,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.ledger = ledger;
        this.budgets = budgets;
        this.evening = evening;
        this.cases = cases;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    private static long payment(int number) {
        return 1_000_00 + number * 111_11;
    }

    private static LocalDate day(int year, int number) {
        return LocalDate.of(year, 1 + number, 10);
    }

    static long expenses() {
        return IntStream.rangeClosed(1, PAYMENTS).mapToLong(LifeBooks::payment).sum();
    }

    void keep(String cluster, int year) {
        post(
                cluster,
                LocalDate.of(year, 1, 10),
                "Klyngemidler",
                Line.debit("5800", INCOME),
                Line.credit("1100", INCOME));
        for (int number = 1; number <= PAYMENTS; number++) {
            post(
                    cluster,
                    day(year, number),
                    "Faktura " + (500 + number),
                    Line.debit("2100", payment(number)),
                    Line.credit("5800", payment(number)));
        }
        budgets.set(cluster, "2100", year + 1, BUDGET, cluster + "-m3");
    }

    private void post(String cluster, LocalDate day, String text, Line debit, Line credit) {
        ledger.post(new Posting(cluster, day, text, "life:" + text, null, cluster + "-m3", List.of(debit, credit)));
    }

    /** As the bank gives it, oldest first. */
    static String statement(int year) {
        StringBuilder file = new StringBuilder("Dato;Tekst;Beløb;Saldo\n");
        long balance = INCOME;
        row(file, LocalDate.of(year, 1, 10), "Klyngemidler", INCOME, balance);
        for (int number = 1; number <= PAYMENTS; number++) {
            balance -= payment(number);
            row(file, day(year, number), "Faktura " + (500 + number), -payment(number), balance);
        }
        balance += INTEREST;
        row(file, LocalDate.of(year, 12, 31), "Rente", INTEREST, balance);
        for (int fee = 0; fee < 2; fee++) {
            balance -= FEE;
            row(file, LocalDate.of(year, 12, 31), "Gebyr", -FEE, balance);
        }
        return file.toString();
    }

    private static void row(StringBuilder file, LocalDate day, String text, long oere, long balance) {
        file.append("%02d-%02d-%d;%s;%s;%s\n"
                .formatted(
                        day.getDayOfMonth(),
                        day.getMonthValue(),
                        day.getYear(),
                        text,
                        Money.format(oere),
                        Money.format(balance)));
    }

    /** As the cluster's year does: the accounts of that year, and the assembly that decides of them. */
    void fallDue(String cluster, int year) {
        transaction.executeWithoutResult(status -> {
            cases.startBy("year.accountsFellDue", cluster, Map.of("accountingYear", year));
            cases.startBy("year.assemblyFellDue", cluster, Map.of("accountingYear", year));
        });
    }

    boolean isIn(String cluster, String line) {
        return jdbc.sql(
                        "select amount_oere > 0 from klyngeflow.bank_line where cluster_id = :cluster and line_id = :line")
                .param("cluster", cluster)
                .param("line", line)
                .query(Boolean.class)
                .single();
    }

    boolean assembly(String cluster, String column, String value) {
        return jdbc.sql("select exists (select 1 from klyngeflow.assembly where cluster_id = :cluster and " + column
                        + " = :value)")
                .param("cluster", cluster)
                .param("value", value)
                .query(Boolean.class)
                .single();
    }

    /** Everybody is there, and all is adopted; somebody has typed in the budget since the notice. */
    void holdsTheEvening(String cluster, int members, int year) {
        budgets.set(cluster, "2100", year + 1, 2 * BUDGET, cluster + "-m3");
        String id = Objects.requireNonNull(
                jdbc.sql("select assembly_id from klyngeflow.assembly where cluster_id = :cluster")
                        .param("cluster", cluster)
                        .query(String.class)
                        .single());
        evening.come(
                cluster,
                id,
                IntStream.rangeClosed(1, members)
                        .mapToObj(number -> cluster + "-m" + number)
                        .toList());
        evening.officers(cluster, id, "Læge 7", "Læge 8");
        evening.record(cluster, id, "accounts", "UNOPPOSED");
        evening.record(cluster, id, "budget", "UNOPPOSED");
        evening.counted(cluster, id, "proposal-1", members, 0);
        evening.end(cluster, id);
    }
}
