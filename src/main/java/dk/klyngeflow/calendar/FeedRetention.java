package dk.klyngeflow.calendar;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Calendar addresses that ended say only who had one. */
@Component
class FeedRetention implements Forgets {

    private final CalendarFeeds feeds;

    FeedRetention(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public String what() {
        return "Kalenderadresser, der er lukket";
    }

    @Override
    public Period after() {
        return Period.ofMonths(6);
    }

    @Override
    public int forget(Instant before) {
        return feeds.forget(before);
    }
}
