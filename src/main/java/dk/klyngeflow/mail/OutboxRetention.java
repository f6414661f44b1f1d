package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CopenhagenTime;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Blanks at night the mails of more than six months ago: whom they went to and what they said is personal data. */
@Component
class OutboxRetention {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRetention.class);
    private static final int MONTHS = 6;

    private final Mails mails;
    private final BouncedAddresses bounced;
    private final CopenhagenTime time;

    OutboxRetention(Mails mails, BouncedAddresses bounced, CopenhagenTime time) {
        this.mails = mails;
        this.bounced = bounced;
        this.time = time;
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Europe/Copenhagen")
    void blankOldMails() {
        Instant before = time.today()
                .minusMonths(MONTHS)
                .atStartOfDay(CopenhagenTime.ZONE)
                .toInstant();
        int blanked = mails.blank(before, time.now());
        bounced.forget(before);
        if (blanked > 0) {
            LOG.info("{} old mails blanked", blanked);
        }
    }
}
