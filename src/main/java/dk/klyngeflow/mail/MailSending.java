package dk.klyngeflow.mail;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the postman go his rounds, in a thread of its own on every node. */
@Component
@ConditionalOnProperty(name = "klyngeflow.schedules", havingValue = "true", matchIfMissing = true)
class MailSending implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailSending.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration AWAY_FIRST = Duration.ofSeconds(5);
    private static final Duration AWAY_MOST = Duration.ofMinutes(1);
    private static final Duration LAST_MAIL = Duration.ofSeconds(10);

    private final Postman postman;
    private volatile CountDownLatch stop = new CountDownLatch(0);
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private boolean isUnread;

    MailSending(Postman postman) {
        this.postman = postman;
    }

    @Override
    public synchronized void start() {
        postman.sayWhetherHeld();
        stop = new CountDownLatch(1);
        stopped = new CountDownLatch(1);
        Thread thread = new Thread(this::run, "mail-sending");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        stop.countDown();
        try {
            if (!stopped.await(LAST_MAIL.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a mail is still under way at the end; it is sent again when its lease runs out");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stop.getCount() > 0;
    }

    private void run() {
        Duration away = AWAY_FIRST;
        try {
            while (isRunning()) {
                Postman.Round round = round();
                away = round == Postman.Round.SERVER_AWAY ? shorter(away.multipliedBy(2), AWAY_MOST) : AWAY_FIRST;
                Duration pause = switch (round) {
                    case WENT -> Duration.ZERO;
                    case NOTHING_DUE -> IDLE;
                    case SERVER_AWAY -> away;
                };
                if (!pause.isZero() && stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }

    private Postman.Round round() {
        try {
            Postman.Round round = postman.round();
            if (isUnread) {
                isUnread = false;
                LOG.info("the outbox is read again");
            }
            return round;
        } catch (RuntimeException e) {
            // the database may be away for a while; the sender must outlive it
            if (!isUnread) {
                LOG.error("the outbox could not be read", e);
            }
            isUnread = true;
            return Postman.Round.SERVER_AWAY;
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
