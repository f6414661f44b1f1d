package dk.klyngeflow.meetings;

import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.MeetingPeople.Invited;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.Reply;
import dk.klyngeflow.members.ClusterSettings;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who leads a meeting, as the cluster has decided; where members take turns, the next one is named. */
@Component
class Facilitators {

    /** As it stands in the setting. */
    static final String IN_TURN = "på skift";

    private final ClusterSettings settings;
    private final Meetings meetings;
    private final MeetingPeople people;

    Facilitators(ClusterSettings settings, Meetings meetings, MeetingPeople people) {
        this.settings = settings;
        this.meetings = meetings;
        this.people = people;
    }

    /** The first item of an agenda. */
    String welcome(Meeting meeting) {
        String leads = settings.forCaseOf(meeting.clusterId(), MeetingSettings.FACILITATOR, meeting.begunOn())
                .strip();
        if (leads.isEmpty()) {
            return "Velkomst";
        }
        return leads.equalsIgnoreCase(IN_TURN)
                ? "Velkomst; mødeleder på skift: " + inTurn(meeting)
                : "Velkomst ved " + leads;
    }

    /** By name, one on with each meeting that lies before this one. */
    private String inTurn(Meeting meeting) {
        List<String> names = people.of(meeting).stream()
                .filter(invited -> invited.reply() != Reply.NO)
                .map(Invited::name)
                .sorted()
                .toList();
        int before = meetings.between(meeting.clusterId(), Instant.EPOCH, meeting.start())
                .size();
        return names.isEmpty() ? "aftales på mødet" : names.get(before % names.size());
    }
}
