package dk.klyngeflow.gatherings;

import dk.klyngeflow.gatherings.MeetingPeople.Invited;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the kitchen must know and what guests write to the coordinator; only for those who arrange the meeting, since it may be about health. */
@Component
@Order(5)
class RemarksSection implements MeetingSection {

    private final Diets diets;
    private final MeetingPeople people;
    private final CurrentPerson person;

    RemarksSection(Diets diets, MeetingPeople people, CurrentPerson person) {
        this.diets = diets;
        this.people = people;
        this.person = person;
    }

    @Override
    public List<Section> of(Meeting meeting) {
        Map<String, Diets.Remark> remarks = diets.all(meeting);
        if (remarks.isEmpty() || !person.hasRole(meeting.clusterId(), Role.COORDINATOR, Role.SECRETARY)) {
            return List.of();
        }
        List<List<String>> rows = people.of(meeting).stream()
                .filter(invited -> remarks.containsKey(invited.personId()))
                .map(invited -> row(invited, remarks.getOrDefault(invited.personId(), Diets.Remark.NONE)))
                .toList();
        String kitchen = diets.inWords(meeting);
        return List.of(new Section(
                "Mad og beskeder",
                kitchen.isEmpty() ? List.of() : List.of("Køkkenet får at vide: " + kitchen + "."),
                List.of("Navn", "Mad", "Besked"),
                rows,
                List.of()));
    }

    private static List<String> row(Invited invited, Diets.Remark remark) {
        return List.of(invited.name(), remark.food(), remark.comment());
    }
}
