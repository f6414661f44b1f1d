package dk.klyngeflow.meetings;

import dk.klyngeflow.benchmarks.FacilitationScript;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.members.ClusterSettings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads the talk about figures by the same settings as the agenda: own data first, groups, a round. */
@Component
class FacilitationOfModel implements FacilitationScript {

    private final ClusterSettings settings;

    FacilitationOfModel(ClusterSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> of(Meeting meeting) {
        String cluster = meeting.clusterId();
        List<String> script = new ArrayList<>();
        script.add("Alle ser på deres egen side i stilhed i to minutter.");
        if (settings.forCaseOf(cluster, MeetingSettings.OWN_DATA_FIRST, meeting.begunOn())) {
            script.add("Koordinatoren viser sine egne tal først og siger, hvad der undrer.");
        }
        script.add(
                settings.forCaseOf(cluster, MeetingSettings.GROUP_WORK, meeting.begunOn())
                        ? "Grupper på tre til fire taler om de tre spørgsmål. Ingen skal vise sine tal."
                        : "Tal om de tre spørgsmål sammen. Ingen skal vise sine tal.");
        int minutes = settings.forCaseOf(cluster, MeetingSettings.SPEAKING_MINUTES, meeting.begunOn());
        if (minutes > 0) {
            script.add("Runde: alle siger, hvad de vil prøve; " + DanishTime.duration(minutes) + " til hver.");
        }
        script.add("Skriv aftalen ned: hvad, hvem og hvornår. Mål igen efter 6–12 måneder.");
        return script;
    }
}
