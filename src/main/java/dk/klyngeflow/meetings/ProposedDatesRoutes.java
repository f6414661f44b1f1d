package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the forms that propose dates show: a suggestion, and what there is to know about dates that have been typed. */
@RestController
class ProposedDatesRoutes {

    private static final int LONGEST = 1_000;
    private static final Duration TWO_YEARS = Duration.ofDays(730);

    private final ProposedDates dates;
    private final Meetings meetings;
    private final CurrentPerson person;
    private final CopenhagenTime time;

    ProposedDatesRoutes(ProposedDates dates, Meetings meetings, CurrentPerson person, CopenhagenTime time) {
        this.dates = dates;
        this.meetings = meetings;
        this.person = person;
        this.time = time;
    }

    /** @param times as the form's field takes them, one date a line */
    record Suggestion(String times) {}

    record Warning(String message, String severity) {}

    @GetMapping("/api/clusters/{cluster}/meetings/{meeting}/proposed-dates")
    Suggestion suggestion(@PathVariable String cluster, @PathVariable String meeting) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        Meeting found = meetings.find(cluster, meeting).orElseThrow(Refused::notFound);
        // what was asked about has been answered: suggest other days
        List<Instant> taken = new ArrayList<>(meetings.proposedTimes(cluster, meeting));
        taken.addAll(meetingsOf(cluster));
        return new Suggestion(ProposedDates.written(
                dates.suggest(cluster, found.earliestDay(), found.latestDay().plusMonths(1), taken)));
    }

    @GetMapping("/api/clusters/{cluster}/proposed-dates/warnings")
    List<Warning> warnings(@PathVariable String cluster, @RequestParam String times) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        if (times.length() > LONGEST) {
            throw Refused.badRequest("Der er for mange datoer.");
        }
        return dates.warnings(cluster, times, meetingsOf(cluster)).stream()
                .map(message -> new Warning(message, "WARNING"))
                .toList();
    }

    private List<Instant> meetingsOf(String cluster) {
        return meetings.between(cluster, time.now(), time.now().plus(TWO_YEARS)).stream()
                .map(Meeting::start)
                .toList();
    }
}
