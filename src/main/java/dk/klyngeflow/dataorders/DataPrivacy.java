package dk.klyngeflow.dataorders;

import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.members.ClusterSettings;
import org.springframework.stereotype.Component;

/** Whether practices are shown by name, as the cluster had decided when the meeting was wished for. */
@Component
class DataPrivacy {

    private final ClusterSettings settings;

    DataPrivacy(ClusterSettings settings) {
        this.settings = settings;
    }

    boolean isOpen(Meeting meeting) {
        return settings.forCaseOf(meeting.clusterId(), DataSettings.OPEN, meeting.begunOn());
    }

    /** A sentence for whoever is asked for an accept. */
    String inWords(Meeting meeting) {
        return isOpen(meeting)
                ? "Klyngen har aftalt at vise tallene åbent: hver praksis med navn."
                : "Tallene vises lukket: hver praksis ser sine egne og en fordeling uden navne.";
    }
}
