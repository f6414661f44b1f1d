package dk.klyngeflow.ballots;

import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.AddressChanged;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose address is changed while she may vote gets her link anew, and the one that was mailed to the earlier address opens nothing any
 * longer. The same happens whether she has voted or not.
 */
@Component
class ReaddressedVoters {

    private final JdbcClient jdbc;
    private final Links links;
    private final BallotLetters letters;

    ReaddressedVoters(JdbcClient jdbc, Links links, BallotLetters letters) {
        this.jdbc = jdbc;
        this.links = links;
        this.letters = letters;
    }

    private record Open(String clusterId, String ballotId, VoteRight right) {}

    @EventListener
    void changed(AddressChanged changed) {
        String bearer = changed.personId();
        jdbc
                .sql("""
                        select r.cluster_id, r.ballot_id, r.voter from klyngeflow.ballot_roll r
                        join klyngeflow.ballot b on b.cluster_id = r.cluster_id and b.ballot_id = r.ballot_id
                        where coalesce(r.bearer, r.voter) = :bearer and b.state = 'OPEN' order by r.ballot_id""")
                .param("bearer", bearer)
                .query((row, number) -> new Open(
                        row.getString("cluster_id"),
                        row.getString("ballot_id"),
                        new VoteRight(row.getString("voter"), bearer)))
                .list()
                .stream()
                // of an assembly somebody may be on the roll who has not come
                .filter(open -> letters.url(open.clusterId(), open.ballotId(), open.right())
                        .isPresent())
                .forEach(this::write);
    }

    private void write(Open open) {
        links.renew(
                open.clusterId(),
                Ballots.LINK,
                open.right().subject(open.ballotId()),
                open.right().bearer());
        letters.again(
                open.clusterId(),
                open.ballotId(),
                open.right(),
                UUID.randomUUID().toString());
    }
}
