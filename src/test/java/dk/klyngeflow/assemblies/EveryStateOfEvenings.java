package dk.klyngeflow.assemblies;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import dk.klyngeflow.statutes.StatutesText;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** An evening in its middle, one that has ended and one that is only announced, for whoever opens every page. */
@TestComponent
public class EveryStateOfEvenings {

    private final Assemblies assemblies;
    private final Rooms rooms;
    private final Recording recording;
    private final DigitalVotes digital;
    private final StatutesText statutes;
    private final CopenhagenTime time;
    private final People people;

    EveryStateOfEvenings(
            Assemblies assemblies,
            Rooms rooms,
            Recording recording,
            DigitalVotes digital,
            StatutesText statutes,
            CopenhagenTime time,
            People people) {
        this.digital = digital;
        this.statutes = statutes;
        this.time = time;
        this.assemblies = assemblies;
        this.rooms = rooms;
        this.recording = recording;
        this.people = people;
    }

    public void areIn(String cluster) {
        List<String> roll =
                people.holding(cluster, Role.MEMBER).stream().map(Person::id).toList();
        for (String evening : List.of("gf-1", "gf-2", "gf-3")) {
            assemblies.announce(cluster, evening, "Ordinær generalforsamling", 0, false, roll);
        }
        for (String evening : List.of("gf-1", "gf-2")) {
            List<AgendaItem> agenda = List.of(
                    AgendaItem.of("officers", ItemKind.OFFICERS, "Valg af dirigent og referent", ""),
                    AgendaItem.of("m", ItemKind.MOTION, "To møder om data", "Et i hvert halvår."),
                    new AgendaItem("s", ItemKind.STATUTES, "Varsel på 21 dage", "", "14 dage", "21 dage", List.of(), 0),
                    new AgendaItem("e", ItemKind.ELECTION, "Valg af formand", "", "", "", List.of(roll.get(0)), 1));
            assemblies.open(cluster, evening, roll, agenda);
            roll.forEach(person -> rooms.checkIn(cluster, evening, person, person));
            rooms.leave(cluster, evening, roll.get(0));
            recording.officers(cluster, evening, "Lise Advokat", "Clara Winther");
            recording.amend(cluster, evening, 3, "28 dage");
            recording.record(
                    cluster,
                    evening,
                    new VoteForm(2, 0, How.HANDS, new Vote.Count(2, 1, 1, 0, "Anne og Bo"), "", "", 0),
                    roll.get(0));
        }
        for (VoteForm form : List.of(
                new VoteForm(3, 1, How.UNOPPOSED, Vote.Count.NONE, "", "", 1),
                new VoteForm(3, 0, How.POSTPONED, Vote.Count.NONE, "Tages op igen.", "", 2),
                new VoteForm(4, 0, How.ACCLAMATION, Vote.Count.NONE, "", "", 3))) {
            recording.record(cluster, "gf-2", form, roll.get(0));
        }
        assemblies.end(cluster, "gf-2", roll.get(0));
        aVoteByLinkIsOpen(cluster, roll);
    }

    private void aVoteByLinkIsOpen(String cluster, List<String> roll) {
        int version = statutes.adopt(cluster, Map.of("digital_ballot", "true"), time.today());
        assemblies.announce(cluster, "gf-4", "Ordinær generalforsamling", version, false, roll);
        assemblies.open(
                cluster,
                "gf-4",
                roll,
                List.of(AgendaItem.of("m", ItemKind.MOTION, "To møder om data", "Et hvert halvår.")));
        roll.forEach(person -> rooms.checkIn(cluster, "gf-4", person, person));
        digital.open(cluster, "gf-4", new Vote.Of(1, 0), 0, roll.get(0));
    }
}
