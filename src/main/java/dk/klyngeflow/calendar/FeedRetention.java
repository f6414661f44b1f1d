package dk.klyngeflow.calendar;

import dk.klyngeflow.engine.CopenhagenTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends at night the calendar addresses of people who have left, and forgets those that ended more than six months ago. */
@Component
class FeedRetention {

    private static final Logger LOG = LoggerFactory.getLogger(FeedRetention.class);
    private static final int MONTHS = 6;

    private final CalendarFeeds feeds;
    private final CopenhagenTime time;

    FeedRetention(CalendarFeeds feeds, CopenhagenTime time) {
        this.feeds = feeds;
        this.time = time;
    }

    @Scheduled(cron = "0 50 3 * * *", zone = "Europe/Copenhagen")
    void endOldAddresses() {
        int ended = feeds.revokeThoseOfLeavers();
        int forgotten = feeds.forget(time.today()
                .minusMonths(MONTHS)
                .atStartOfDay(CopenhagenTime.ZONE)
                .toInstant());
        if (ended + forgotten > 0) {
            LOG.info("{} calendar addresses ended, {} old ones forgotten", ended, forgotten);
        }
    }
}
