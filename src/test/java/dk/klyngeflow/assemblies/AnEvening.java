package dk.klyngeflow.assemblies;

import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** Holds an evening in the words of a story, as the chair's page does. */
@TestComponent
public class AnEvening {

    private final Assemblies assemblies;
    private final Recording recording;
    private final Rooms rooms;
    private final Evenings evenings;

    AnEvening(Assemblies assemblies, Recording recording, Rooms rooms, Evenings evenings) {
        this.assemblies = assemblies;
        this.recording = recording;
        this.rooms = rooms;
        this.evenings = evenings;
    }

    public void come(String cluster, String evening, List<String> people) {
        people.forEach(person -> rooms.checkIn(cluster, evening, person, "door"));
    }

    public void officers(String cluster, String evening, String chair, String keeper) {
        recording.officers(cluster, evening, chair, keeper);
    }

    /** @param how as the page sends it: {@code UNOPPOSED}, {@code ACCLAMATION}, {@code NO_QUORUM} … */
    public void record(String cluster, String evening, String key, String how) {
        write(cluster, evening, key, Map.of("how", how));
    }

    public void counted(String cluster, String evening, String key, int votesFor, int against) {
        write(
                cluster,
                evening,
                key,
                Map.of(
                        "how",
                        "HANDS",
                        "votesFor",
                        String.valueOf(votesFor),
                        "against",
                        String.valueOf(against),
                        "teller1",
                        "Anne",
                        "teller2",
                        "Bo"));
    }

    private void write(String cluster, String evening, String key, Map<String, String> typed) {
        Evening found = evenings.find(cluster, evening).orElseThrow();
        int number = evenings.items(found).stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow()
                .number();
        Map<String, String> all = new java.util.HashMap<>(typed);
        all.put("item", String.valueOf(number));
        all.put("seen", String.valueOf(evenings.recorded(found)));
        recording.record(cluster, evening, VoteForm.read(all), "test");
    }

    public void end(String cluster, String evening) {
        assemblies.end(cluster, evening, "test");
    }

    public List<String> missing(String cluster, String evening) {
        return assemblies.missing(cluster, evening);
    }
}
