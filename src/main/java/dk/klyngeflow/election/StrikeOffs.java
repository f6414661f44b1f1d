package dk.klyngeflow.election;

import dk.klyngeflow.ballots.BallotFacts;
import dk.klyngeflow.ballots.Ballots;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import java.sql.Timestamp;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two strike somebody off the roll of an open vote: one asks for it, another does it. Neither sees whether there was a vote of hers. */
@Component
class StrikeOffs {

    private static final Logger LOG = LoggerFactory.getLogger(StrikeOffs.class);
    private static final Rows<StrikeOffWish> ROW = Rows.of(StrikeOffWish.class, "election_strike_off");
    private static final String ONE =
            " where cluster_id = :cluster and election_id = :election and ballot_id = :ballot ";

    private final JdbcClient jdbc;
    private final Ballots ballots;
    private final BallotRounds rounds;
    private final Nominees nominees;
    private final ElectionLetters letters;
    private final People people;
    private final CopenhagenTime time;

    StrikeOffs(
            JdbcClient jdbc,
            Ballots ballots,
            BallotRounds rounds,
            Nominees nominees,
            ElectionLetters letters,
            People people,
            CopenhagenTime time) {
        this.letters = letters;
        this.people = people;
        this.jdbc = jdbc;
        this.ballots = ballots;
        this.rounds = rounds;
        this.nominees = nominees;
        this.time = time;
    }

    /** The vote that takes votes now. */
    Optional<BallotFacts> open(Election election) {
        return ballots.find(election.clusterId(), rounds.ballotId(election))
                .filter(ballot -> ballot.phase() == BallotFacts.Phase.OPEN
                        && time.now()
                                .isBefore(Objects.requireNonNull(ballot.course().closesAt())));
    }

    List<StrikeOffWish> asked(Election election) {
        return about("select * from klyngeflow.election_strike_off" + ONE + "order by asked_at, voter", election)
                .query(ROW)
                .list();
    }

    Optional<StrikeOffWish> wish(Election election, String voter) {
        return asked(election).stream()
                .filter(each -> each.voter().equals(voter))
                .findFirst();
    }

    /** Ids of those who may do what she asks for. */
    Set<String> seconds(Election election, StrikeOffWish wish) {
        Set<String> all = new LinkedHashSet<>();
        for (Role role : RollPage.WHO) {
            people.holding(election.clusterId(), role).stream()
                    .map(Person::id)
                    .filter(each -> !each.equals(wish.askedBy())
                            && !each.equals(wish.voter())
                            && !nominees.hasStood(election, each))
                    .forEach(all::add);
        }
        return all;
    }

    /** @throws FormRefused when it is not open, she is not on its roll, or whoever asks is a candidate or she */
    @Transactional
    public void ask(Election election, String voter, StrikeOffReason reason, String by) {
        check(election, voter, by);
        int asked = about("""
                        insert into klyngeflow.election_strike_off
                          (cluster_id, election_id, ballot_id, voter, reason, asked_by, asked_at)
                        values (:cluster, :election, :ballot, :voter, :reason, :by, :now)
                        on conflict do nothing""", election)
                .param("voter", voter)
                .param("reason", reason.name())
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
        if (asked == 0) {
            return;
        }
        wish(election, voter).ifPresent(wish -> letters.strikeOff(election, wish, seconds(election, wish)));
        LOG.info("{} of {}: a strike-off is asked for by {}", election.electionId(), election.clusterId(), by);
    }

    /** @throws FormRefused when nobody else has asked for it */
    @Transactional
    public void confirm(Election election, String voter, String by) {
        check(election, voter, by);
        StrikeOffWish wish =
                wish(election, voter).orElseThrow(() -> new FormRefused("Ingen beder længere om at stryge det navn."));
        if (wish.askedBy().equals(by)) {
            throw new FormRefused("Du har selv bedt om det. En anden, som ikke stiller op, skal stryge navnet.");
        }
        ballots.strikeOff(
                election.clusterId(),
                wish.ballotId(),
                voter,
                wish.askedBy(),
                by,
                wish.reason().danish());
        takeBack(election, voter);
        nominees.offRoll(election, voter);
        letters.tellOf(election, ElectionLetters.STRUCK, List.of(voter), wish.ballotId());
        LOG.info("{} of {}: a strike-off is done by {}", election.electionId(), election.clusterId(), by);
    }

    /** Nobody is to be struck off after all. */
    void takeBack(Election election, String voter) {
        about("delete from klyngeflow.election_strike_off" + ONE + "and voter = :voter", election)
                .param("voter", voter)
                .update();
    }

    private void check(Election election, String voter, String by) {
        BallotFacts ballot =
                open(election).orElseThrow(() -> new FormRefused("Der er ingen åben afstemning at stryge nogen fra."));
        if (!ballots.roll(election.clusterId(), ballot.ballotId()).contains(voter)) {
            throw new FormRefused("Vælg en, der står på valglisten.");
        }
        if (nominees.find(election, voter)
                .filter(each -> each.is(Nominee.State.STANDING))
                .isPresent()) {
            throw new FormRefused(
                    "Kandidaten stiller op og kan ikke stryges, mens der stemmes. Kandidaten må trække sig med sit eget link, eller valget må aflyses med grunden; så stemmes der om uden navnet.");
        }
        if (nominees.hasStood(election, by) || voter.equals(by)) {
            throw new FormRefused("Det kan kun en, som ikke selv stiller op, og ikke den, det gælder.");
        }
    }

    private JdbcClient.StatementSpec about(String sql, Election election) {
        return jdbc.sql(sql)
                .param("cluster", election.clusterId())
                .param("election", election.electionId())
                .param("ballot", rounds.ballotId(election));
    }
}
