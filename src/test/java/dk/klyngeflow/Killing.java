package dk.klyngeflow;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills a node with SIGKILL again and again: now and then while it starts, otherwise at some moment after it has acknowledged something.
 * {@code -Dklyngeflow.kills=200} for the long run, {@code -Dklyngeflow.seed} for another one.
 */
public final class Killing {

    public static final int KILLS = Integer.getInteger("klyngeflow.kills", 25);
    public static final long SEED = Long.getLong("klyngeflow.seed", 4711L);

    private static final Logger LOG = LoggerFactory.getLogger(Killing.class);

    private Killing() {}

    public static void againAndAgain(Node node, Journal journal) {
        // the mail server's thread of a node that was killed in the middle of a mail dies with it, which is no fault
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        Random random = new Random(SEED);
        for (int kill = 1; kill <= KILLS; kill++) {
            node.start();
            if (random.nextInt(5) == 0) {
                // while it starts
                LockSupport.parkNanos(
                        Duration.ofMillis(500L + random.nextInt(8_000)).toNanos());
            } else {
                int before = journal.lines().size();
                await().atMost(Duration.ofMinutes(10))
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> journal.lines().size() > before);
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(6_000)).toNanos());
            }
            node.kill();
            LOG.info(
                    "kill {} of {}: {} acknowledgements so far",
                    kill,
                    KILLS,
                    journal.lines().size());
        }
    }
}
