package dk.klyngeflow.inbox;

import dk.klyngeflow.engine.CopenhagenTime;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Blanks at night the letters of more than a year ago. Every node does it; the second finds nothing left. */
@Component
class LetterRetention {

    private static final Logger LOG = LoggerFactory.getLogger(LetterRetention.class);
    private static final int MONTHS = 12;

    private final ReceivedLetters letters;
    private final InboxMessages messages;
    private final CopenhagenTime time;

    LetterRetention(ReceivedLetters letters, InboxMessages messages, CopenhagenTime time) {
        this.letters = letters;
        this.messages = messages;
        this.time = time;
    }

    @Scheduled(cron = "0 50 3 * * *", zone = "Europe/Copenhagen")
    void blankOldLetters() {
        Instant before = time.today()
                .minusMonths(MONTHS)
                .atStartOfDay(CopenhagenTime.ZONE)
                .toInstant();
        int blanked = letters.blank(before);
        messages.forget(before);
        if (blanked > 0) {
            LOG.info("{} old letters blanked", blanked);
        }
    }
}
