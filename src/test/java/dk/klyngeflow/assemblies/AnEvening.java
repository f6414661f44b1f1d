package dk.klyngeflow.assemblies;

import dk.klyngeflow.ballots.Ballots;
import dk.klyngeflow.ballots.VoteRight;
import dk.klyngeflow.ballots.VotingTown;
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
    private final DigitalVotes digital;
    private final EveningBallots byLink;
    private final Ballots ballots;
    private final VotingTown town;

    AnEvening(
            Assemblies assemblies,
            Recording recording,
            Rooms rooms,
            Evenings evenings,
            DigitalVotes digital,
            EveningBallots byLink,
            Ballots ballots,
            VotingTown town) {
        this.digital = digital;
        this.byLink = byLink;
        this.ballots = ballots;
        this.town = town;
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
        int number = number(found, key);
        Map<String, String> all = new java.util.HashMap<>(typed);
        all.put("item", String.valueOf(number));
        all.put("seen", String.valueOf(evenings.recorded(found)));
        recording.record(cluster, evening, VoteForm.read(all), "test");
    }

    private int number(Evening found, String key) {
        return evenings.items(found).stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow()
                .number();
    }

    /** By link, at their own pages: so many for, and all the others against. */
    public void votedByLink(String cluster, String evening, String key, int votesFor) {
        Evening found = evenings.find(cluster, evening).orElseThrow();
        int before = byLink.of(found).size();
        digital.open(cluster, evening, new Vote.Of(number(found, key), 0), before, "test");
        EveningBallot open = byLink.open(found).orElseThrow();
        int voted = 0;
        for (VoteRight right : ballots.rights(cluster, open.ballotId())) {
            town.vote(town.code(cluster, open.ballotId(), right), voted++ < votesFor ? "for" : "imod");
        }
        digital.close(cluster, evening, open.ballotNo(), "test");
    }

    public void end(String cluster, String evening) {
        assemblies.end(cluster, evening, "test");
    }

    public List<String> missing(String cluster, String evening) {
        return assemblies.missing(cluster, evening);
    }
}
