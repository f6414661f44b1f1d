package dk.klyngeflow.ballots;

import dk.klyngeflow.ballots.BallotFacts.Phase;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where votes are kept. What is guarded by the closing moment is guarded here, by the clock of the store itself. */
interface BallotStore {

    /** All or nothing; joins what is under way. */
    <T> T inOne(Supplier<T> work);

    /** @return false when it is there already */
    boolean insert(BallotRow ballot);

    Optional<BallotRow> find(String clusterId, String ballotId);

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<BallotRow> lock(String clusterId, String ballotId);

    /** While {@link Phase#PREPARED}. @return false when it is not, or she does not stand */
    boolean takeOff(String clusterId, String ballotId, String personId);

    /** While {@link Phase#PREPARED}. */
    boolean publicKey(String clusterId, String ballotId, String publicKey);

    /** From {@link Phase#PREPARED} to {@link Phase#OPEN}. @return false when it was not */
    boolean open(String clusterId, String ballotId, Collection<String> voters, String rollHash, Instant closesAt);

    /** Who is on the roll now, sorted. */
    List<String> roll(String clusterId, String ballotId);

    /** The same, each with who has its paper; sorted by voter. */
    List<VoteRight> rights(String clusterId, String ballotId);

    /** While {@link Phase#OPEN}. */
    void hand(String clusterId, String ballotId, VoteRight right);

    /**
     * Puts this envelope in the place of the voter's earlier one, in one statement that also asks whether the vote is open, its closing
     * moment lies ahead, she is on the roll and her paper is in this hand.
     *
     * @return false when nothing was put
     */
    boolean cast(String clusterId, String ballotId, VoteRight right, byte[] sealed);

    /** How many have voted. */
    int turnout(String clusterId, String ballotId);

    /** Closes now what is open and would close later. Who votes meanwhile is waited for. */
    void close(String clusterId, String ballotId);

    boolean hasEnvelope(String clusterId, String ballotId, String voter);

    /** Before closing. @return false when nothing has changed */
    boolean strikeOff(String clusterId, String ballotId, StrikeOff strikeOff);

    List<StrikeOff> strikeOffs(String clusterId, String ballotId);

    /** True when it is open and its closing moment is past: asks, and locks nothing. */
    boolean isClosed(String clusterId, String ballotId);

    /** Nobody else votes or counts until the transaction ends. @return empty unless it is open and its closing moment is past */
    Optional<BallotRow> lockClosed(String clusterId, String ballotId);

    /** By voter. */
    Map<String, byte[]> envelopes(String clusterId, String ballotId);

    void deleteEnvelopes(String clusterId, String ballotId);

    /** Keeps the protocol, or puts a longer one in its place; the state becomes {@link Phase#COUNTED}. */
    void keep(String clusterId, String ballotId, Kept kept);

    Optional<Kept> kept(String clusterId, String ballotId);

    /** From {@link Phase#OPEN} or {@link Phase#PREPARED} to {@link Phase#VOID}, with all envelopes gone. */
    boolean annul(String clusterId, String ballotId, VoidReason why);

    /** Those that closed, or were prepared and never opened, before then. @return how many */
    int forget(Instant before);

    /** The printed protocol, of exactly the protocol with this hash. */
    void printed(String clusterId, String ballotId, String hash, String pdf);

    /** Those that need no key any longer. */
    List<Ended> ended();

    /** A vote that was counted or annulled. */
    record Ended(String clusterId, String ballotId) {}

    /** @param voter id of whom two others have struck off the roll */
    record StrikeOff(String voter, String first, String second, String reason) {}

    /** @param pdf id of the printed protocol; null until it is made */
    record Kept(
            String protocol,
            String hash,
            Instant countedAt,
            @Nullable String pdf) {}
}
