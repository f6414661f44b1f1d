package dk.klyngeflow.links;

import dk.klyngeflow.engine.CopenhagenTime;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets at night the links that ended more than six months ago: who was asked about what is personal data. */
@Component
class LinkRetention {

    private static final Logger LOG = LoggerFactory.getLogger(LinkRetention.class);
    private static final int MONTHS = 6;

    private final Links links;
    private final CopenhagenTime time;

    LinkRetention(Links links, CopenhagenTime time) {
        this.links = links;
        this.time = time;
    }

    @Scheduled(cron = "0 50 3 * * *", zone = "Europe/Copenhagen")
    void forgetOldLinks() {
        Instant before = time.today()
                .minusMonths(MONTHS)
                .atStartOfDay(CopenhagenTime.ZONE)
                .toInstant();
        int forgotten = links.forget(before);
        if (forgotten > 0) {
            LOG.info("{} old links forgotten", forgotten);
        }
    }
}
