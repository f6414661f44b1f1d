package dk.klyngeflow.links;

import dk.klyngeflow.engine.CopenhagenTime;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends at night the links of people who have left and of matters long past, and forgets those that ended more than six months ago: who was
 * asked about what is personal data.
 */
@Component
class LinkRetention {

    private static final Logger LOG = LoggerFactory.getLogger(LinkRetention.class);
    private static final int MONTHS = 6;
    private static final int MONTHS_OF_A_MATTER = 12;

    private final Links links;
    private final CopenhagenTime time;

    LinkRetention(Links links, CopenhagenTime time) {
        this.links = links;
        this.time = time;
    }

    @Scheduled(cron = "0 50 3 * * *", zone = "Europe/Copenhagen")
    void forgetOldLinks() {
        int ended = links.endOutdated(monthsAgo(MONTHS_OF_A_MATTER));
        int forgotten = links.forget(monthsAgo(MONTHS));
        if (ended + forgotten > 0) {
            LOG.info("{} links ended, {} old ones forgotten", ended, forgotten);
        }
    }

    private Instant monthsAgo(int months) {
        return time.today()
                .minusMonths(months)
                .atStartOfDay(CopenhagenTime.ZONE)
                .toInstant();
    }
}
