package dk.klyngeflow.meetings;

import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.members.ClusterSettings;
import java.util.Optional;
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
        int share = share(meeting);
        if (share > 0) {
            return Math.max(1, (int) Math.round(people.of(meeting).size() * share / 100.0));
        }
        return decided(meeting).orElseGet(() -> Math.min(MeetingSettings.FEWEST.standard(), half(meeting)));
    }

    /** As in {@code 3 af 6: halvdelen af de indkaldte}. */
    String inWords(Meeting meeting) {
        int fewest = of(meeting);
        String why = share(meeting) > 0
                ? share(meeting) + " % af de indkaldte, valgt under Indstillinger"
                : decided(meeting).isPresent()
                        ? "valgt under Indstillinger"
                        : fewest == half(meeting)
                                ? "halvdelen af de indkaldte"
                                : "som klynger plejer; vælg selv under Indstillinger";
        return fewest + " af " + people.of(meeting).size() + ": " + why;
    }

    private int share(Meeting meeting) {
        return settings.forCaseOf(meeting.clusterId(), MeetingSettings.FEWEST_SHARE, meeting.begunOn());
    }

    private Optional<Integer> decided(Meeting meeting) {
        return settings.decidedForCaseOf(meeting.clusterId(), MeetingSettings.FEWEST, meeting.begunOn());
    }

    private int half(Meeting meeting) {
        return (people.of(meeting).size() + 1) / 2;
    }
}
