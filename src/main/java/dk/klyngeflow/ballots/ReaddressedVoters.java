package dk.klyngeflow.ballots;

import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.AddressChanged;
import java.util.Map;
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
    private final Outbox outbox;

    ReaddressedVoters(JdbcClient jdbc, Links links, Outbox outbox) {
        this.jdbc = jdbc;
        this.links = links;
        this.outbox = outbox;
    }

    private record Open(String clusterId, String ballotId) {}

    @EventListener
    void changed(AddressChanged changed) {
        String voter = changed.personId();
        jdbc.sql("""
                        select r.cluster_id, r.ballot_id from klyngeflow.ballot_roll r
                        join klyngeflow.ballot b on b.cluster_id = r.cluster_id and b.ballot_id = r.ballot_id
                        where r.voter = :voter and b.state = 'OPEN' order by r.ballot_id""")
                .param("voter", voter)
                .query((row, number) -> new Open(row.getString("cluster_id"), row.getString("ballot_id")))
                .list()
                .forEach(open -> write(open, voter));
    }

    private void write(Open open, String voter) {
        links.renew(open.clusterId(), Ballots.LINK, open.ballotId(), voter);
        outbox.enqueue(Mail.of(
                        open.clusterId(),
                        BallotLetters.OPENED,
                        BallotLetters.OPENED + ":" + open.ballotId() + ":" + voter + ":" + UUID.randomUUID(),
                        Recipient.person(voter),
                        Map.of(BallotLetters.BALLOT, open.ballotId()),
                        null)
                .withLink(links.of(open.clusterId(), Ballots.LINK, open.ballotId(), voter)));
    }
}
