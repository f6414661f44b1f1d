package dk.klyngeflow.election;

import dk.klyngeflow.ballots.BallotFacts;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.mail.MailContent;
import dk.klyngeflow.members.People;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Somebody asks a second person to strike a name off the roll: whom, why, until when; nothing when it is done, taken back or too late. */
@Component
class StrikeOffMail implements MailContent {

    private final Elections elections;
    private final StrikeOffs strikeOffs;
    private final People people;

    StrikeOffMail(Elections elections, StrikeOffs strikeOffs, People people) {
        this.elections = elections;
        this.strikeOffs = strikeOffs;
        this.people = people;
    }

    @Override
    public String purpose() {
        return ElectionLetters.STRIKE_OFF;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return elections
                .find(clusterId, model.getOrDefault(ElectionLetters.ELECTION_ID, ""))
                .flatMap(election -> strikeOffs
                        .open(election)
                        .map(BallotFacts::course)
                        .flatMap(course -> strikeOffs
                                .wish(election, model.getOrDefault(ElectionLetters.VOTER, ""))
                                .filter(wish ->
                                        strikeOffs.seconds(election, wish).contains(personId.orElse("")))
                                .map(wish -> said(election, wish, Objects.requireNonNull(course.closesAt())))));
    }

    private Map<String, Object> said(Election election, StrikeOffWish wish, Instant closesAt) {
        return Map.of(
                "title",
                election.label(),
                "name",
                people.nameOf(wish.voter()),
                "reason",
                wish.reason().danish(),
                "askedBy",
                people.nameOf(wish.askedBy()),
                "closesAt",
                CopenhagenTime.inWords(closesAt),
                "page",
                "/valg/" + election.clusterId() + "/" + election.number() + "/valgliste");
    }
}
