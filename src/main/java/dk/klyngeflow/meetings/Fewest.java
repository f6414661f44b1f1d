package dk.klyngeflow.meetings;

import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.members.ClusterSettings;
import org.springframework.stereotype.Component;

/** How many must come for a meeting to be held without a question: as the cluster has decided, else half of those who are called. */
@Component
class Fewest {

    private final ClusterSettings settings;
    private final MeetingPeople people;

    Fewest(ClusterSettings settings, MeetingPeople people) {
        this.settings = settings;
        this.people = people;
    }

    int of(Meeting meeting) {
        int set = settings.get(meeting.clusterId(), MeetingSettings.FEWEST);
        return isDecided(meeting) ? set : Math.min(set, half(meeting));
    }

    /** As in {@code 3 af 6: halvdelen af de indkaldte}. */
    String inWords(Meeting meeting) {
        int fewest = of(meeting);
        String why = isDecided(meeting)
                ? "valgt under Indstillinger"
                : fewest == half(meeting)
                        ? "halvdelen af de indkaldte"
                        : "som klynger plejer; vælg selv under Indstillinger";
        return fewest + " af " + people.of(meeting).size() + ": " + why;
    }

    private boolean isDecided(Meeting meeting) {
        return settings.isDecided(meeting.clusterId(), MeetingSettings.FEWEST);
    }

    private int half(Meeting meeting) {
        return (people.of(meeting).size() + 1) / 2;
    }
}
