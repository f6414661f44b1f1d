package dk.klyngeflow;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * People who work while their application is killed, and what can be asked when all is quiet, whatever they worked at.
 *
 * @param ours which clusters, as a condition of SQL
 */
record KilledTown(LifeTown town, Journal journal, String ours) {

    /** Until the last kill is over, everybody has done what she had begun, and every mail has gone. */
    void work(Node node, List<? extends Runnable> clerks, AtomicBoolean noMore) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(clerks.size());
        List<Future<?>> working = new ArrayList<>();
        try {
            clerks.forEach(clerk -> working.add(people.submit(clerk)));
            Killing.againAndAgain(node, journal);
            node.start();
            noMore.set(true);
            for (Future<?> clerk : working) {
                clerk.get(8, TimeUnit.MINUTES);
            }
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(all("select mail_id::text from klyngeflow.mail_outbox where " + ours
                                    + " and state not in ('SENT', 'NEEDLESS')"))
                            .isEmpty());
        } finally {
            noMore.set(true);
            node.kill();
            people.shutdownNow();
        }
    }

    List<List<String>> lines(String what) {
        return journal.lines().stream().filter(line -> line.get(0).equals(what)).toList();
    }

    List<String> all(String sql) {
        return town.column(sql, "");
    }

    void everyMailWasWrittenOnceAndCame() {
        assertThat(all(
                        "select purpose || coalesce(case_key, '') || coalesce(recipient_person, recipient_address) || model::text"
                                + " || coalesce(link_id, '') from klyngeflow.mail_outbox where " + ours))
                .doesNotHaveDuplicates();
        assertThat(town.postbox().all().keySet())
                .containsAll(
                        all("select message_id from klyngeflow.mail_outbox where " + ours + " and state = 'SENT'"));
    }

    Map<String, Long> figures() {
        Map<String, Long> figures =
                new TreeMap<>(journal.lines().stream().collect(groupingBy(line -> line.get(0), counting())));
        figures.put("mails", (long) town.postbox().all().size());
        figures.put(
                "mails that came twice",
                town.postbox().all().values().stream()
                        .filter(all -> all.size() > 1)
                        .count());
        return figures;
    }
}
