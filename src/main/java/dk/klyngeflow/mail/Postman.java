package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CaseIncidents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.mail.Letters.Written;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes mails out of the outbox and brings them to the mail server. The outbox says that a mail is sent only after the server has taken
 * it, so a node that dies in between sends it once more with the same Message-ID; that is the only way a mail can come twice.
 */
@Component
class Postman {

    /** Incidents of this type stand on the case in Cockpit. */
    static final String INCIDENT = "mailRefused";

    /** Long enough for somebody to mend it, and short enough to be on time when it was a passing one. */
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final List<Duration> BACK_OFF =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));
    private static final Duration PATIENCE = Duration.ofHours(48);
    private static final int UNCLEAR_IN_A_ROW = 3;

    private final Mails mails;
    private final Letters letters;
    private final SmtpServer server;
    private final MailSettings settings;
    private final CopenhagenTime time;
    private final CaseIncidents incidents;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final AtomicReference<@Nullable Instant> awaySince = new AtomicReference<>();

    Postman(
            Mails mails,
            Letters letters,
            SmtpServer server,
            MailSettings settings,
            CopenhagenTime time,
            CaseIncidents incidents,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.mails = mails;
        this.letters = letters;
        this.server = server;
        this.settings = settings;
        this.time = time;
        this.incidents = incidents;
        this.events = events;
        this.transaction = transaction;
    }

    enum Round {
        NOTHING_DUE,
        WENT,
        SERVER_AWAY
    }

    /** Since when the mail server has not let this node in; empty when it does. */
    Optional<Instant> awaySince() {
        return Optional.ofNullable(awaySince.get());
    }

    /** At start: an operator who forgets the hold after a restore would otherwise wonder where all mail is. */
    void sayWhetherHeld() {
        if (settings.hold()) {
            LOG.warn("this node sends no mail: it was started with KLYNGEFLOW_MAIL_HOLD=true");
        }
        if (mails.isHeld()) {
            LOG.warn("no node sends mail: an administrator holds it at /post");
        }
        if (!server.isConfigured()) {
            LOG.warn("this node sends no mail: SPRING_MAIL_HOST is not set");
        }
    }

    /** Takes one batch and sends it. Mails wait unharmed while the server is away, however long that is. */
    Round round() {
        if (settings.hold() || !server.isConfigured()) {
            return Round.NOTHING_DUE;
        }
        String lease = UUID.randomUUID().toString();
        Instant now = time.now();
        List<Waiting> batch = mails.claim(lease, now, now.plus(settings.lease()), settings.batch());
        if (batch.isEmpty()) {
            return Round.NOTHING_DUE;
        }
        try {
            return send(batch, lease);
        } finally {
            mails.release(lease);
        }
    }

    private Round send(List<Waiting> batch, String lease) {
        SmtpServer.@Nullable Line line = null;
        int unclear = 0;
        try {
            for (Waiting mail : batch) {
                if (line == null) {
                    line = server.open();
                    back();
                }
                SmtpServer.Answer answer = settled(mail, lease, line);
                unclear = answer == SmtpServer.Answer.UNCLEAR ? unclear + 1 : 0;
                if (answer != SmtpServer.Answer.TAKEN) {
                    // what a server thinks of the conversation after an error is not worth guessing
                    line.close();
                    line = null;
                }
                if (unclear >= UNCLEAR_IN_A_ROW) {
                    return away("it hangs up or does not answer in time");
                }
            }
            return Round.WENT;
        } catch (MessagingException e) {
            return away(String.valueOf(e.getMessage()));
        } finally {
            if (line != null) {
                line.close();
            }
        }
    }

    private void back() {
        Instant since = awaySince.getAndSet(null);
        if (since != null) {
            LOG.info(
                    "the mail server is back after {} min; what has waited is sent now",
                    Duration.between(since, time.now()).toMinutes());
        }
    }

    private Round away(String why) {
        if (awaySince.compareAndSet(null, time.now())) {
            LOG.warn("the mail server is away, mails wait: {}", why);
        }
        return Round.SERVER_AWAY;
    }

    /** TAKEN also for what needs no sending: the line is as good as before. */
    private SmtpServer.Answer send(Waiting mail, String lease, SmtpServer.Line line) {
        Instant now = time.now();
        if (!mails.begin(mail.id(), lease, now, now.plus(settings.lease()))) {
            return SmtpServer.Answer.TAKEN;
        }
        Written written;
        try {
            written = letters.write(mail, line.session());
        } catch (MessagingException | RuntimeException e) {
            LOG.error("mail {} for {} cannot be written", mail.id(), mail.purpose(), e);
            postpone(mail, lease, "Mailen kunne ikke skrives på grund af en fejl i systemet.");
            return SmtpServer.Answer.TAKEN;
        }
        if (written instanceof Written.Needless needless) {
            mails.done(mail.id(), lease, now, "NEEDLESS", needless.reason());
            return SmtpServer.Answer.TAKEN;
        }
        if (written instanceof Written.Unreachable unreachable) {
            fail(mail, lease, unreachable.reason());
            return SmtpServer.Answer.TAKEN;
        }
        Written.Ready ready = (Written.Ready) written;
        SmtpServer.Answer answer = line.send(ready.message(), ready.to());
        switch (answer) {
            case TAKEN -> mails.sent(mail.id(), lease, time.now());
            case REFUSED -> fail(mail, lease, "Modtagerens mailserver har afvist adressen.");
            case LATER -> postpone(mail, lease, "Modtagerens mailserver bad os vente.");
            case UNCLEAR -> postpone(mail, lease, "Forbindelsen til mailserveren blev afbrudt.");
        }
        return answer;
    }

    /** One mail that cannot be settled, by a fault of ours, must not stop all that wait behind it. */
    private SmtpServer.Answer settled(Waiting mail, String lease, SmtpServer.Line line) throws MessagingException {
        try {
            return send(mail, lease, line);
        } catch (TransientDataAccessException | TransactionException away) {
            throw away;
        } catch (RuntimeException e) {
            LOG.error("mail {} could not be settled and waits", mail.id(), e);
            mails.later(mail.id(), lease, time.now().plus(AFTER_A_FAULT), "Fejl i systemet.");
            return SmtpServer.Answer.LATER;
        }
    }

    private void postpone(Waiting mail, String lease, String reason) {
        Instant now = time.now();
        Instant first = mail.firstTriedAt() == null ? now : mail.firstTriedAt();
        if (!now.isBefore(first.plus(PATIENCE))) {
            fail(mail, lease, "Mailen er forsøgt sendt i to døgn. " + reason);
            return;
        }
        Duration wait = BACK_OFF.get(Math.min(mail.attempts(), BACK_OFF.size() - 1));
        mails.later(mail.id(), lease, now.plus(wait), reason);
    }

    private void fail(Waiting mail, String lease, String reason) {
        transaction.executeWithoutResult(status -> {
            if (!mails.done(mail.id(), lease, time.now(), "FAILED", reason)) {
                return;
            }
            LOG.warn("mail {} for {} failed: {}", mail.id(), mail.purpose(), reason);
            if (mail.caseKey() != null) {
                incidents.raise(
                        mail.clusterId(),
                        mail.caseKey(),
                        INCIDENT,
                        String.valueOf(mail.id()),
                        "Mail " + mail.id() + " (" + mail.purpose() + "): " + reason);
            }
            events.publishEvent(new MailRefused(mail.clusterId(), mail.id(), mail.caseKey()));
        });
    }
}
