package dk.klyngeflow.ballots;

import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What those on a roll are mailed, always all of them: a reminder to the silent alone would leave in the outbox who has voted. Joins the
 * caller's transaction; again writes nothing twice.
 */
@Component
public class BallotLetters {

    static final String OPENED = "ballot-open";
    static final String REMINDER = "ballot-reminder";
    static final String VOID = "ballot-void";
    static final String BALLOT = "ballotId";
    static final String VOTER = "voter";

    private final Ballots ballots;
    private final Links links;
    private final Outbox outbox;

    BallotLetters(Ballots ballots, Links links, Outbox outbox) {
        this.ballots = ballots;
        this.links = links;
        this.outbox = outbox;
    }

    /**
     * Sends everybody on the roll her link, the roll and its hash.
     *
     * @param caseKey business key of the case on which a refused address is told
     */
    public void invite(String clusterId, String ballotId, @Nullable String caseKey) {
        send(clusterId, ballotId, ballots.rights(clusterId, ballotId), OPENED, "1", caseKey);
    }

    /** Sends the link of one right to whoever has its paper now; again sends nothing. */
    public void invite(String clusterId, String ballotId, String voter, @Nullable String caseKey) {
        List<VoteRight> hers = ballots.rights(clusterId, ballotId).stream()
                .filter(right -> right.voter().equals(voter))
                .toList();
        send(clusterId, ballotId, hers, OPENED, "1", caseKey);
    }

    /** To one who has her mail already, at another address. */
    void again(String clusterId, String ballotId, VoteRight right, String round) {
        send(clusterId, ballotId, List.of(right), OPENED, round, null);
    }

    /** Reminds everybody on the roll, whether she has voted or not. @param round of this vote; the same again sends nothing */
    public void remind(String clusterId, String ballotId, int round, @Nullable String caseKey) {
        send(clusterId, ballotId, ballots.rights(clusterId, ballotId), REMINDER, String.valueOf(round), caseKey);
    }

    /** Tells everybody on the roll that the vote was annulled, and that a new one comes. */
    public void tellVoid(String clusterId, String ballotId, @Nullable String caseKey) {
        send(clusterId, ballotId, ballots.rights(clusterId, ballotId), VOID, "1", caseKey);
    }

    /** How far the letters with the links have come, for the returning officer: opening is done when all are sent. */
    public Delivery delivery(String clusterId, String ballotId) {
        Map<String, Integer> states = outbox.states(clusterId, OPENED, BALLOT, ballotId);
        int all = states.values().stream().mapToInt(Integer::intValue).sum();
        int sent = states.getOrDefault("SENT", 0);
        int waiting = states.getOrDefault("WAITING", 0);
        return new Delivery(sent, waiting, all - sent - waiting);
    }

    /** How many letters are where. */
    public record Delivery(int sent, int waiting, int failed) {}

    /** The address by which this right is used now; empty when nobody has its paper. */
    public Optional<String> url(String clusterId, String ballotId, VoteRight right) {
        return links.url(clusterId, Ballots.LINK, right.subject(ballotId), right.bearer());
    }

    private String link(String clusterId, String ballotId, VoteRight right) {
        return links.of(clusterId, Ballots.LINK, right.subject(ballotId), right.bearer());
    }

    private void send(
            String clusterId,
            String ballotId,
            List<VoteRight> rights,
            String purpose,
            String round,
            @Nullable String caseKey) {
        List<String> own = rights.stream()
                .filter(right -> !right.isBorneByAnother())
                .map(VoteRight::voter)
                .toList();
        UnaryOperator<String> links = this.links.ofAll(clusterId, Ballots.LINK, ballotId, own);
        outbox.enqueueAll(rights.stream()
                .map(right -> mail(
                        clusterId,
                        ballotId,
                        right,
                        right.isBorneByAnother() ? link(clusterId, ballotId, right) : links.apply(right.voter()),
                        purpose,
                        round,
                        caseKey))
                .toList());
    }

    private static Mail mail(
            String clusterId,
            String ballotId,
            VoteRight right,
            String link,
            String purpose,
            String round,
            @Nullable String caseKey) {
        // a paper that comes back to a hand has another link than before
        String of = purpose.equals(OPENED) ? link : right.voter();
        return Mail.of(
                        clusterId,
                        purpose,
                        purpose + ":" + ballotId + ":" + of + ":" + round,
                        Recipient.person(right.bearer()),
                        right.isBorneByAnother()
                                ? Map.of(BALLOT, ballotId, VOTER, right.voter())
                                : Map.of(BALLOT, ballotId),
                        caseKey)
                .withLink(link);
    }
}
