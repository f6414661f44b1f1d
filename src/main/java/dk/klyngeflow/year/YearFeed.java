package dk.klyngeflow.year;

import dk.klyngeflow.calendar.CalendarEvent;
import dk.klyngeflow.calendar.CalendarFeed;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The items of the year in the calendar of whoever works for the cluster; a meeting with a date is there as a meeting already. */
@Component
class YearFeed implements CalendarFeed {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Duration SHORT = Duration.ofMinutes(15);

    private final Years years;
    private final YearStates states;
    private final Clusters clusters;
    private final People people;

    YearFeed(Years years, YearStates states, Clusters clusters, People people) {
        this.years = years;
        this.states = states;
        this.clusters = clusters;
        this.people = people;
    }

    @Override
    public List<CalendarEvent> eventsOf(String clusterId, String personId) {
        if (!worksFor(clusterId, personId)) {
            return List.of();
        }
        Cluster cluster = clusters.get(clusterId);
        // this year and the next, and the last for those who look back
        return years.of(clusterId).stream()
                .limit(3)
                .flatMap(begun -> states.of(clusterId, begun.year()).stream())
                // a meeting that has begun stands in the feed by itself
                .filter(seen -> seen.state() != StateOfItem.DROPPED
                        && (seen.item().kind() != YearKind.MEETING
                                || seen.item().progress().reference() == null))
                .map(seen -> event(cluster, seen))
                .toList();
    }

    private boolean worksFor(String clusterId, String personId) {
        return Stream.of(YearPage.STAFF)
                .flatMap(role -> people.holding(clusterId, role).stream())
                .anyMatch(person -> person.id().equals(personId));
    }

    private static CalendarEvent event(Cluster cluster, YearStates.Seen seen) {
        YearItem item = seen.item();
        Instant start = CopenhagenTime.at(seen.day(), MORNING);
        return new CalendarEvent(
                "aar-" + item.year() + "-" + item.itemId() + "-" + cluster.id() + "@klyngeflow",
                item.progress().sequence(),
                item.title() + " · " + cluster.name(),
                (seen.said() + " " + item.note()).strip(),
                "",
                start,
                start.plus(SHORT),
                new CalendarEvent.Organizer(cluster.name(), cluster.mail()));
    }
}
