package dk.klyngeflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Random postings, repeated sources, reversals and rollbacks from many threads at once. */
@KlyngeflowTest
class LedgerParallelTest {

    private static final int THREADS = 8;
    private static final int ACTIONS = 200;
    private static final String[] EXPENSES = {"2100", "2200", "3100", "4300"};

    @Autowired
    Ledger ledger;

    @Autowired
    ChartOfAccounts chart;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    private final ConcurrentLinkedQueue<Voucher> posted = new ConcurrentLinkedQueue<>();

    @Test
    void keepsDebitsEqualToCreditsAndNumbersWithoutGaps() throws Exception {
        clock.reset();
        String cluster = TestClusters.open(jdbc, chart);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            long seed = 4711L + thread;
            running.add(threads.submit(() -> act(cluster, new Random(seed))));
        }
        for (Future<?> one : running) {
            one.get();
        }
        threads.shutdown();

        for (int year : new int[] {2025, 2026}) {
            List<Voucher> vouchers = ledger.vouchers(cluster, year);
            assertThat(vouchers)
                    .extracting(Voucher::number)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, vouchers.size()).boxed().toList());
            assertThat(vouchers)
                    .allSatisfy(voucher -> assertThat(voucher.amount())
                            .isEqualTo(voucher.lines().stream()
                                    .mapToLong(Line::creditOere)
                                    .sum()));
            assertThat(vouchers).extracting(Voucher::sourceKey).doesNotHaveDuplicates();
        }
        List<Voucher> all = new ArrayList<>(ledger.vouchers(cluster, 2025));
        all.addAll(ledger.vouchers(cluster, 2026));
        assertThat(all)
                .as("nothing that was answered is lost")
                .extracting(Voucher::id)
                .containsAll(posted.stream().map(Voucher::id).toList());
        assertThat(all.size()).as("repeated sources posted once").isLessThan(THREADS * ACTIONS);
        assertThat(ledger.balances(cluster, LocalDate.of(2026, 12, 31)).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isZero();
    }

    private void act(String cluster, Random random) {
        for (int i = 0; i < ACTIONS; i++) {
            int kind = random.nextInt(10);
            Voucher known = posted.peek();
            if (kind < 2 && known != null) {
                List<Voucher> some = posted.stream()
                        .filter(voucher -> voucher.reverses() == null)
                        .toList();
                posted.add(ledger.reverse(
                        cluster, some.get(random.nextInt(some.size())).id(), "prøve", "kasserer"));
            } else if (kind == 2) {
                transactions.executeWithoutResult(status -> {
                    ledger.post(posting(cluster, random, "rolled-back:" + random.nextLong()));
                    status.setRollbackOnly();
                });
            } else if (kind < 6) {
                // all threads draw from the same hundred sources, each with one amount
                posted.add(ledger.post(
                        posting(cluster, new Random(kind * 31L + i % 30), "shared:" + kind + ":" + i % 30)));
            } else {
                posted.add(ledger.post(posting(cluster, random, "own:" + random.nextLong())));
            }
        }
    }

    private static Posting posting(String cluster, Random random, String source) {
        List<Line> lines = new ArrayList<>();
        long sum = 0;
        for (int line = random.nextInt(3); line >= 0; line--) {
            long oere = 1 + random.nextLong(1_000_000);
            sum += oere;
            lines.add(Line.debit(EXPENSES[random.nextInt(EXPENSES.length)], oere));
        }
        lines.add(Line.credit(ChartOfAccounts.CREDITORS, sum));
        LocalDate day = LocalDate.of(random.nextInt(4) == 0 ? 2025 : 2026, 1 + random.nextInt(12), 1);
        return new Posting(cluster, day, "Prøve", source, null, "sekretaer", lines);
    }
}
