package dk.klyngeflow.inbox;

import dk.klyngeflow.inbox.InboxMessages.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * the next one finds it handled and only moves it.
 */
@Component
class InboxRound {

    static final String DONE = "Behandlet";
    static final String SKIPPED = "Sprunget over";
    static final String UNKNOWN = "Ukendt";

    private static final Logger LOG = LoggerFactory.getLogger(InboxRound.class);
    private static final int MOST = 50;
    private static final int TRIES = 3;
    private static final int MOST_REMEMBERED = 1_000;

    private final InboxSettings settings;
    private final InboxHandling handling;
    private final InboxMessages messages;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Map<String, Integer> failures = new HashMap<>();
    private boolean away;

    InboxRound(
            InboxSettings settings,
            InboxHandling handling,
            InboxMessages messages,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        this.settings = settings;
        this.handling = handling;
        this.messages = messages;
        this.transaction = transaction;
        this.meters = meters;
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
            away = false;
        } catch (MessagingException | IOException | RuntimeException e) {
            if (!away) {
                LOG.warn("the mailbox cannot be read; it is tried again and again", e);
            }
            away = true;
        }
    }

    /** @return how many mails were taken out of the mailbox; 0 also when another node is reading it */
    synchronized int round() throws MessagingException, IOException {
        try {
            Integer taken = transaction.execute(status -> {
                try {
                    return messages.lock() ? readAll() : 0;
                } catch (MessagingException | IOException e) {
                    throw new Unreachable(e);
                }
            });
            return taken == null ? 0 : taken;
        } catch (Unreachable e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw (MessagingException) e.getCause();
        }
    }

    private int readAll() throws MessagingException, IOException {
        int taken = 0;
        try (Mailbox mailbox = Mailbox.open(settings)) {
            for (Message message : mailbox.waiting(MOST)) {
                if (!Mailbox.isDeleted(message) && one(mailbox, message)) {
                    taken++;
                }
            }
        }
        return taken;
    }

    private boolean one(Mailbox mailbox, Message message) throws MessagingException, IOException {
        Mailbox.Raw raw = Mailbox.raw(message);
        String name = raw.content().length + "/" + Arrays.hashCode(raw.content());
        try {
            Optional<InboxHandling.Handled> handled = handling.handle(raw, failures.getOrDefault(name, 0) >= TRIES);
            mailbox.move(message, folder(handled));
            handled.ifPresent(handling::moved);
            failures.remove(name);
            count(handled);
            return true;
        } catch (TransientDataAccessException
                | RecoverableDataAccessException
                | DataAccessResourceFailureException
                | TransactionException databaseAway) {
            throw databaseAway;
        } catch (RuntimeException e) {
            // it stays in the mailbox; after some tries somebody gets it to read as it is
            LOG.error("a mail could not be handled", e);
            if (failures.size() < MOST_REMEMBERED) {
                failures.merge(name, 1, Integer::sum);
            }
            return false;
        }
    }

    private static String folder(Optional<InboxHandling.Handled> handled) {
        return handled.map(each -> each.outcome() == Outcome.SKIPPED ? SKIPPED : DONE)
                .orElse(UNKNOWN);
    }

    /** Mails for nobody show up here, where the administrator's alarms are. */
    private void count(Optional<InboxHandling.Handled> handled) {
        String outcome = handled.map(each -> each.outcome().name().toLowerCase(Locale.ROOT))
                .orElse("unknown");
        meters.counter("klyngeflow.inbox.mails", "outcome", outcome).increment();
        if (handled.isEmpty()) {
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
