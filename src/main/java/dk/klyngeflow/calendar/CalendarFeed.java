package dk.klyngeflow.calendar;

import java.util.List;

/** Events that belong into a person's calendar; a bean per module that has any. */
public interface CalendarFeed {

    /** Of one person in one cluster, past ones too as long as they are of interest. */
    List<CalendarEvent> eventsOf(String clusterId, String personId);
}
