package dk.klyngeflow.inbox;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.inbox.InboxMessages.Outcome;
import dk.klyngeflow.mail.CuttableSockets;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the mailbox again and again, on one node at a time. A mail is handled first and moved afterwards; when the node dies in between,
 * the next one finds it handled and only moves it. A mail that
 * cannot be read or handled holds up no other: it is tried last, and after some tries set aside with a task for somebody.
 */
@Component
class InboxRound {

    static final String DONE = "Behandlet";
    static final String SKIPPED = "Sprunget over";
    static final String UNKNOWN = "Ukendt";
    static final String UNREADABLE = "Kan ikke læses";

    private static final Logger LOG = LoggerFactory.getLogger(InboxRound.class);
    private static final int MOST = 50;
    private static final int TRIES = 3;
    private static final int MOST_LINES = 5;
    private static final String MAILS = "klyngeflow.inbox.mails";
    private static final String OUTCOME = "outcome";
    private static final Duration TELL_AGAIN = Duration.ofHours(1);
    private static final Trouble NONE = new Trouble(0, 0);
    private static final int MOST_REMEMBERED = 1_000;

    private final InboxSettings settings;
    private final InboxHandling handling;
    private final InboxMessages messages;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final MailboxReadings readings;
    private final CopenhagenTime time;
    private final CuttableSockets sockets = new CuttableSockets();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "inbox-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Long, Trouble> troubles = new HashMap<>();
    private boolean isCut;
    private MailboxReadings.Left left = new MailboxReadings.Left(0, null);
    private @Nullable Instant awaySince;
    private @Nullable Instant toldAt;

    InboxRound(
            InboxSettings settings,
            InboxHandling handling,
            InboxMessages messages,
            TransactionTemplate transaction,
            MeterRegistry meters,
            MailboxReadings readings,
            CopenhagenTime time) {
        this.settings = settings;
        this.handling = handling;
        this.messages = messages;
        this.transaction = transaction;
        this.meters = meters;
        this.readings = readings;
        this.time = time;
    }

    /** How often a mail could not be read, or not be handled, since this node began. */
    private record Trouble(int reading, int handling) {

        int sum() {
            return reading + handling;
        }
    }

    @Scheduled(
            initialDelayString = "${klyngeflow.inbox.every:PT15S}",
            fixedDelayString = "${klyngeflow.inbox.every:PT15S}")
    void read() {
        if (!settings.isConfigured()) {
            return;
        }
        try {
            round();
            back();
        } catch (MessagingException | RuntimeException e) {
            away(e);
        }
    }

    private void back() {
        if (awaySince != null) {
            LOG.info(
                    "the mailbox is read again after {} min",
                    Duration.between(awaySince, time.now()).toMinutes());
        }
        awaySince = null;
        toldAt = null;
    }

    /** Told at once and then every hour: one line in a minute is overlooked. */
    private void away(Exception e) {
        Instant now = time.now();
        if (awaySince == null) {
            awaySince = now;
        }
        if (toldAt == null || !now.isBefore(toldAt.plus(TELL_AGAIN))) {
            LOG.warn(
                    "the mailbox cannot be read since {}; it is tried again and again: {}",
                    CopenhagenTime.inWords(awaySince),
                    Fault.of(e));
            toldAt = now;
        }
        try {
            readings.wentWrong(now, MailboxFault.of(e));
        } catch (RuntimeException databaseAway) {
            LOG.debug("nor can it be written down", databaseAway);
        }
    }

    /** @return how many mails were taken out of the mailbox; 0 also when another node is reading it */
    synchronized int round() throws MessagingException {
        try {
            Integer taken = transaction.execute(status -> {
                try {
                    return messages.lock() ? readAllAndNote() : 0;
                } catch (MessagingException e) {
                    throw new Unreachable(e);
                }
            });
            return taken == null ? 0 : taken;
        } catch (Unreachable e) {
            throw (MessagingException) e.getCause();
        }
    }

    private int readAllAndNote() throws MessagingException {
        int taken = readAll();
        readings.wentWell(time.now(), left);
        return taken;
    }

    private int readAll() throws MessagingException {
        AtomicBoolean over = new AtomicBoolean();
        ScheduledFuture<?> end =
                watch.schedule(() -> over.set(true), settings.round().toMillis(), MILLISECONDS);
        try {
            Set<Long> tried = new HashSet<>();
            int taken = along(tried, over);
            for (int line = 1; line < MOST_LINES && !over.get() && isCut; line++) {
                taken += along(tried, over);
            }
            return taken;
        } finally {
            end.cancel(false);
        }
    }

    /** Goes along the mails that wait and have not been tried in this round, until the end or until the line breaks. */
    private int along(Set<Long> tried, AtomicBoolean over) throws MessagingException {
        int taken = 0;
        isCut = false;
        try (Mailbox mailbox = Mailbox.open(settings, sockets)) {
            for (Message message : inTurn(mailbox)) {
                if (over.get() || isCut) {
                    break;
                }
                long number = mailbox.number(message);
                if (Mailbox.isDeleted(message) || !tried.add(number)) {
                    continue;
                }
                if (one(mailbox, message, number)) {
                    taken++;
                } else {
                    isCut = !mailbox.isAlive();
                }
            }
            if (!isCut) {
                left = leftIn(mailbox);
            }
        }
        return taken;
    }

    /** A line that breaks here breaks no more than the count. */
    private MailboxReadings.Left leftIn(Mailbox mailbox) {
        try {
            return mailbox.left();
        } catch (MessagingException e) {
            LOG.debug("what is left could not be counted: {}", Fault.of(e));
            return left;
        }
    }

    /** What made trouble before comes last: it holds up nobody. */
    private List<Message> inTurn(Mailbox mailbox) throws MessagingException {
        Map<Message, Integer> trouble = new IdentityHashMap<>();
        List<Message> waiting = mailbox.waiting(MOST + troubles.size());
        for (Message message : waiting) {
            trouble.put(
                    message,
                    troubles.getOrDefault(mailbox.number(message), NONE).sum());
        }
        return waiting.stream()
                .sorted(Comparator.comparing(message -> Objects.requireNonNull(trouble.get(message))))
                .toList();
    }

    private boolean one(Mailbox mailbox, Message message, long number) {
        Trouble trouble = troubles.getOrDefault(number, NONE);
        // a server that sends one character now and then keeps every timeout of a single read from running out
        ScheduledFuture<?> alarm =
                watch.schedule(sockets::cut, settings.longest().toMillis(), MILLISECONDS);
        try {
            if (trouble.reading() >= 2 * TRIES) {
                setAside(mailbox, message);
            } else {
                take(mailbox, message, trouble);
            }
            troubles.remove(number);
            return true;
        } catch (TransientDataAccessException
                | RecoverableDataAccessException
                | DataAccessResourceFailureException
                | TransactionException databaseAway) {
            throw databaseAway;
        } catch (MessagingException | IOException e) {
            LOG.warn("mail {} could not be read: {}", number, Fault.of(e));
            note(number, new Trouble(trouble.reading() + 1, trouble.handling()));
            return false;
        } catch (RuntimeException e) {
            // it stays in the mailbox; after some tries somebody gets it to read as it is
            LOG.error("mail {} could not be handled: {}", number, Fault.of(e));
            note(number, new Trouble(trouble.reading(), trouble.handling() + 1));
            return false;
        } finally {
            alarm.cancel(false);
        }
    }

    private void take(Mailbox mailbox, Message message, Trouble trouble) throws MessagingException, IOException {
        boolean isUnreadable = trouble.reading() >= TRIES;
        Mailbox.Raw raw = isUnreadable ? Mailbox.head(message, MailReader.NOT_FETCHED) : Mailbox.raw(message);
        List<InboxHandling.Handled> handled = handling.handle(raw, isUnreadable || trouble.handling() >= TRIES);
        mailbox.move(message, isUnreadable ? UNREADABLE : folder(handled));
        handled.forEach(handling::moved);
        count(handled);
    }

    /** Not even its headers can be read, so nobody knows whose it is: it waits in a folder, and the alarms tell of it. */
    private void setAside(Mailbox mailbox, Message message) throws MessagingException {
        mailbox.move(message, UNREADABLE);
        meters.counter(MAILS, OUTCOME, "unreadable").increment();
        LOG.error("a mail that cannot be read was put into the folder {}", UNREADABLE);
    }

    private void note(long number, Trouble trouble) {
        if (troubles.size() < MOST_REMEMBERED || troubles.containsKey(number)) {
            troubles.put(number, trouble);
        }
    }

    private static String folder(List<InboxHandling.Handled> handled) {
        if (handled.isEmpty()) {
            return UNKNOWN;
        }
        return handled.stream().allMatch(each -> each.outcome() == Outcome.SKIPPED) ? SKIPPED : DONE;
    }

    /** Mails for nobody show up here, where the administrator's alarms are. */
    private void count(List<InboxHandling.Handled> handled) {
        for (InboxHandling.Handled each : handled) {
            String outcome = each.outcome().name().toLowerCase(Locale.ROOT);
            meters.counter(MAILS, OUTCOME, outcome).increment();
        }
        if (handled.isEmpty()) {
            meters.counter(MAILS, OUTCOME, "unknown").increment();
            LOG.warn("a mail for none of the clusters was put into the folder {}", UNKNOWN);
        }
    }

    /** Carries a fault of the mailbox out of the transaction that holds the lock. */
    private static final class Unreachable extends RuntimeException {
        Unreachable(Exception cause) {
            super(cause);
        }
    }
}
