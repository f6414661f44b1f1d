package dk.klyngeflow.dates;

import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingSearch;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Warns whoever starts a meeting while another one of the same weeks is under way: two of them are mostly one too many. */
@RestController
@RequestMapping("/api/clusters/{cluster}/meetings-under-way")
public class MeetingsUnderWay {

    private final CurrentPerson person;
    private final MeetingSearch meetings;

    MeetingsUnderWay(CurrentPerson person, MeetingSearch meetings) {
        this.person = person;
        this.meetings = meetings;
    }

    /** Empty while the days are not both typed. */
    @GetMapping
    Map<String, String> warning(
            @PathVariable String cluster,
            @RequestParam(defaultValue = "") String earliest,
            @RequestParam(defaultValue = "") String latest) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        try {
            FormFields fields = FormFields.of(
                    new HashMap<>(Map.of("earliest", earliest, "latest", latest)), Set.of("earliest", "latest"));
            LocalDate from = fields.dayAhead("earliest", "Tidligst");
            LocalDate until = fields.dayAhead("latest", "Senest");
            return from == null || until == null
                    ? Map.of()
                    : warning(cluster, from, until)
                            .map(text -> Map.of("warning", text))
                            .orElse(Map.of());
        } catch (FormRefused notYetADay) {
            return Map.of();
        }
    }

    public Optional<String> warning(String clusterId, LocalDate earliest, LocalDate latest) {
        List<Meeting> running = meetings.underWay(clusterId, earliest, latest);
        return running.isEmpty()
                ? Optional.empty()
                : Optional.of("I de uger er der allerede et møde i gang: "
                        + running.stream().map(MeetingsUnderWay::called).collect(Collectors.joining("; ")) + ".");
    }

    /** @param topicId empty when the topic is written by hand, as title */
    Optional<String> aboutTheSame(String clusterId, String meetingId, String topicId, String title) {
        List<Meeting> same = meetings.aboutTheSame(clusterId, meetingId, topicId, title.strip());
        return same.isEmpty()
                ? Optional.empty()
                : Optional.of("Der er allerede et møde i gang om det emne: "
                        + same.stream().map(MeetingsUnderWay::called).collect(Collectors.joining("; "))
                        + ". Er det samme møde, så aflys det ene på mødets side.");
    }

    private static String called(Meeting meeting) {
        String number = meeting.businessKey().substring(meeting.businessKey().indexOf('/') + 1);
        return (meeting.title().isBlank() ? "møde " + number : "„" + meeting.title() + "“")
                + (meeting.startsAt() == null ? " (uden dato endnu)" : " " + meeting.when());
    }
}
