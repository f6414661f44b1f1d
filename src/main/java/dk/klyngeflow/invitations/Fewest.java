package dk.klyngeflow.invitations;

import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Setting;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How many must come for a meeting to be held without a question: as the cluster has decided, else half of those who are called. */
@Component
public class Fewest {

    public static final Setting<Integer> FEWEST = Setting.days(
                    "meetings.fewest",
                    8,
                    "Færrest deltagere",
                    "Kommer der færre, afgør koordinatoren, om mødet holdes, flyttes eller aflyses. Indtil I vælger et tal, er det halvdelen af de indkaldte, dog højst 8.")
            .between(0, 200);
    public static final Setting<Integer> FEWEST_SHARE = Setting.days(
                    "meetings.fewestShare",
                    0,
                    "Færrest deltagere, procent af de indkaldte",
                    "Går forud for tallet ovenfor. 0: tallet ovenfor gælder.")
            .between(0, 100);

    private final ClusterSettings settings;
    private final MeetingPeople people;

    Fewest(ClusterSettings settings, MeetingPeople people) {
        this.settings = settings;
        this.people = people;
    }

    public int of(Meeting meeting) {
        int share = share(meeting);
        if (share > 0) {
            return Math.max(1, (int) Math.round(people.of(meeting).size() * share / 100.0));
        }
        return decided(meeting).orElseGet(() -> Math.min(FEWEST.standard(), half(meeting)));
    }

    /** As in {@code 3 af 6: halvdelen af de indkaldte}. */
    public String inWords(Meeting meeting) {
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
        return settings.forCaseOf(meeting.clusterId(), FEWEST_SHARE, meeting.begunOn());
    }

    private Optional<Integer> decided(Meeting meeting) {
        return settings.decidedForCaseOf(meeting.clusterId(), FEWEST, meeting.begunOn());
    }

    private int half(Meeting meeting) {
        return (people.of(meeting).size() + 1) / 2;
    }
}
