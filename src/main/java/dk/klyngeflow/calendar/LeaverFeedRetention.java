package dk.klyngeflow.calendar;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Nobody reads the calendar of a cluster that she has left. */
@Component
class LeaverFeedRetention implements Forgets {

    private final CalendarFeeds feeds;

    LeaverFeedRetention(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public String what() {
        return "Kalenderadresser for dem, der er holdt op";
    }

    @Override
    public Period after() {
        return Period.ZERO;
    }

    @Override
    public int forget(Instant before) {
        return feeds.revokeThoseOfLeavers();
    }
}
