package dk.klyngeflow.calendar;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;

/** What a test puts into people's calendars. */
@TestComponent
class FeedEvents implements CalendarFeed {

    final Map<String, List<CalendarEvent>> events = new ConcurrentHashMap<>();

    @Override
    public List<CalendarEvent> eventsOf(String clusterId, String personId) {
        return events.getOrDefault(clusterId + "/" + personId, List.of());
    }
}
