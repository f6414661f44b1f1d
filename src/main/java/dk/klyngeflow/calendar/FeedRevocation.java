package dk.klyngeflow.calendar;

import dk.klyngeflow.members.People;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ends a calendar's address that has come into the wrong hands; the next invitation brings a new one. */
@RestController
class FeedRevocation {

    private final CalendarFeeds feeds;
    private final People people;
    private final CurrentPerson current;

    FeedRevocation(CalendarFeeds feeds, People people, CurrentPerson current) {
        this.feeds = feeds;
        this.people = people;
        this.current = current;
    }

    @DeleteMapping("/api/clusters/{cluster}/calendar-feeds/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String cluster, @PathVariable String person) {
        boolean hers = current.id().filter(person::equals).isPresent();
        if (!hers) {
            current.require(cluster, Role.COORDINATOR, Role.SECRETARY);
        }
        if (!people.isOf(cluster, person)) {
            throw Refused.notFound();
        }
        feeds.revoke(cluster, person);
    }
}
