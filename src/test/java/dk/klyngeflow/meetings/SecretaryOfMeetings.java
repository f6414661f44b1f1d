package dk.klyngeflow.meetings;

import dk.klyngeflow.Journal;
import dk.klyngeflow.meetings.MeetingTown.Waits;
import dk.klyngeflow.security.Desk;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the letters that people write to the cluster, and sends again what came back from a full mailbox. */
final class SecretaryOfMeetings implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SecretaryOfMeetings.class);
    private static final Duration A_MOMENT = Duration.ofMillis(300);

    private final MeetingTown town;
    private final Desk desk;
    private final String cluster;
    private final Journal journal;
    private final AtomicBoolean isOver;

    SecretaryOfMeetings(MeetingTown town, Desk desk, String cluster, Journal journal, AtomicBoolean isOver) {
        this.town = town;
        this.desk = desk;
        this.cluster = cluster;
        this.journal = journal;
        this.isOver = isOver;
    }

    @Override
    public void run() {
        while (!isOver.get()) {
            try {
                for (Waits letter : town.openTasks(cluster, "readMail")) {
                    does(letter, Map.of("decision", "DONE"));
                }
                for (Waits mail : town.openTasks(cluster, "resolveFailedMail")) {
                    does(
                            mail,
                            Map.of("decision", "SEND", "address", town.addressOfFailed(cluster, mail.businessKey())));
                }
            } catch (IllegalStateException | AssertionError nodeIsAway) {
                LOG.debug("{}", nodeIsAway.getMessage());
                desk.isForgotten();
            }
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
    }

    private void does(Waits task, Map<String, String> fields) {
        if (desk.complete(MeetingTown.SECRETARY, task.businessKey(), task.task(), fields)) {
            journal.acknowledged(task.task(), task.businessKey(), "-");
        }
    }
}
