package dk.klyngeflow.mail;

import dk.klyngeflow.engine.Clockwork;
import dk.klyngeflow.engine.CopenhagenTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The postman's rounds when the clock is moved by hand. */
@Component
@Order(3)
class MailClockwork implements Clockwork {

    private static final int MOST_ROUNDS = 500;
    private static final int MOST_TOLD = 500;

    private final Postman postman;
    private final Mails mails;
    private final Letters letters;
    private final CopenhagenTime time;
    private final ObjectProvider<MailSending> sending;
    private boolean wasGoing;

    MailClockwork(
            Postman postman, Mails mails, Letters letters, CopenhagenTime time, ObjectProvider<MailSending> sending) {
        this.postman = postman;
        this.mails = mails;
        this.letters = letters;
        this.time = time;
        this.sending = sending;
    }

    @Override
    public void stop() {
        MailSending own = sending.getIfAvailable();
        wasGoing = own != null && own.isRunning();
        if (own != null && wasGoing) {
            own.stop();
        }
    }

    @Override
    public void go() {
        MailSending own = sending.getIfAvailable();
        if (own != null && wasGoing) {
            own.start();
        }
    }

    @Override
    public Optional<Instant> next() {
        return mails.nextDue(time.now());
    }

    @Override
    public List<String> turn() {
        List<Waiting> due = mails.isHeld() ? List.of() : mails.due(time.now(), MOST_TOLD);
        if (due.isEmpty()) {
            return List.of();
        }
        int rounds = 0;
        while (rounds < MOST_ROUNDS && postman.round() == Postman.Round.WENT) {
            rounds++;
        }
        Set<Long> sent = mails.sentAmong(due.stream().map(Waiting::id).toList());
        return due.stream()
                .filter(mail -> sent.contains(mail.id()))
                .map(mail -> "Mail: " + letters.subject(mail))
                .toList();
    }
}
