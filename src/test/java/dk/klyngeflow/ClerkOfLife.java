package dk.klyngeflow;

import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.Desk;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Is everybody in one matter after another, tries again for as long as it takes, and knows of an answer only what it got. */
abstract class ClerkOfLife implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ClerkOfLife.class);
    private static final Duration A_MOMENT = Duration.ofMillis(150);
    private static final int MOST_REFUSALS = 100;

    final LifeTown town;
    final Desk desk;
    final Journal journal;
    final String cluster;

    private final int port;
    private final AtomicBoolean noMore;
    private int number;
    private int refusals;
    private String matter = "";

    ClerkOfLife(LifeTown town, int port, Journal journal, String name, AtomicBoolean noMore) {
        this.town = town;
        this.port = port;
        this.journal = journal;
        this.cluster = name;
        this.noMore = noMore;
        this.desk = new Desk(port, person -> person, person -> person);
    }

    /** Lays out the next one; no node is asked. */
    abstract void begin(String next);

    /** @return false when there is nothing to do just now */
    abstract boolean goesOn(String current);

    abstract boolean isOver(String current);

    @Override
    public void run() {
        try {
            while (!noMore.get()) {
                matter = cluster + ++number;
                begin(matter);
                while (!isOver(matter)) {
                    step();
                }
                journal.acknowledged("ENDED", matter, "-");
            }
        } catch (RuntimeException e) {
            LOG.error("a clerk has given up at {}", matter, e);
            throw e;
        }
    }

    /** A page may have gone on since it was looked at: what is refused again and again is a fault. */
    private void step() {
        try {
            if (!goesOn(matter)) {
                LockSupport.parkNanos(A_MOMENT.toNanos());
            }
            refusals = 0;
        } catch (IllegalArgumentException refused) {
            if (++refusals > MOST_REFUSALS) {
                throw refused;
            }
            LockSupport.parkNanos(A_MOMENT.toNanos());
        } catch (IllegalStateException | AssertionError nodeIsAway) {
            LOG.debug("{}: {}", matter, nodeIsAway.getMessage());
            desk.isForgotten();
            LockSupport.parkNanos(2 * A_MOMENT.toNanos());
        }
    }

    Browser anybody() {
        return Browser.anonymous(port);
    }

    /** By the link in her mail. @return whether it was taken */
    boolean answers(String of, String purpose, String who, String... fields) {
        return town.code(of, purpose, who, "")
                .flatMap(code -> LifeTown.answers(anybody(), code, fields))
                .map(page -> {
                    journal.acknowledged(purpose, of, who);
                    return page;
                })
                .isPresent();
    }
}
