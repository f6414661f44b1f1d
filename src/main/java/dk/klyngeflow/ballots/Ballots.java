package dk.klyngeflow.ballots;

import dk.klyngeflow.ballots.BallotFacts.Phase;
import dk.klyngeflow.ballots.BallotRefused.Why;
import dk.klyngeflow.ballots.BallotStore.Kept;
import dk.klyngeflow.ballots.BallotStore.StrikeOff;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Secret votes. While one is open nothing is to be seen of it but its paper, its roll and when it closes: no turnout, no list, no count.
 * Everything joins the caller's transaction, and doing it again does no harm. What is not allowed is a {@link BallotRefused}.
 *
 * <p>{@code prepare} → ({@code takeOff}) → ({@code printKey}, when the key is on paper) → {@code open} → members vote by {@link VoteLink} →
 * {@code count} → {@code result}; or {@code annul} while it is open, and prepare another.
 */
@Component
public class Ballots {

    /** Purpose of the personal link by which a voter votes, and sees the result later; its subject is the ballot's id. */
    public static final String LINK = "stemme";

    private static final int MARK_LENGTH = 8;

    private final BallotStore store;
    private final BallotKeys keys;
    private final Counting counting;
    private final Clock clock;

    Ballots(BallotStore store, BallotKeys keys, Counting counting, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.counting = counting;
        this.clock = clock;
    }

    /**
     * Writes the ballot paper; the same one again changes nothing.
     *
     * @throws BallotRefused when another vote has this id
     */
    public void prepare(NewBallot ballot) {
        // says so when it can be no contest
        ballot.contest();
        BallotRow row = BallotRow.of(ballot, clock.instant());
        if (!store.insert(row)) {
            BallotRow known = row(ballot.clusterId(), ballot.ballotId());
            if (!known.terms().equals(row.terms()) || !row.candidates().containsAll(known.candidates())) {
                throw new BallotRefused(Why.ALREADY_ANOTHER);
            }
        }
    }

    /**
     * A candidate withdraws before opening.
     *
     * @return how many are left; with as few as there are seats the caller does not open, but declares them elected by acclamation
     * @throws BallotRefused {@code NOT_PREPARED} when it is open: then {@link #annul}
     */
    public int takeOff(String clusterId, String ballotId, String personId) {
        return store.inOne(() -> {
            BallotRow ballot = locked(clusterId, ballotId);
            if (!ballot.is(Phase.PREPARED)) {
                throw new BallotRefused(Why.NOT_PREPARED);
            }
            store.takeOff(clusterId, ballotId, personId);
            return row(clusterId, ballotId).candidates().size();
        });
    }

    /**
     * Makes the key of a vote whose key is on paper; shown to the returning officer once and kept nowhere. Again before opening makes
     * another, and the earlier paper is worthless.
     */
    public String printKey(String clusterId, String ballotId) {
        KeyPair pair = Seal.newKeys();
        boolean isKept = row(clusterId, ballotId).keys().keyMode() == KeyMode.PAPER
                && store.publicKey(clusterId, ballotId, hex(pair.getPublic().getEncoded()));
        if (!isKept) {
            throw new BallotRefused(Why.NOT_PREPARED);
        }
        return BallotKeys.code(pair.getPrivate());
    }

    /**
     * Freezes the roll and opens. Who joins later is not on it, who leaves stays on it. Again changes nothing, not even the roll.
     *
     * @param voters ids of all who may vote
     * @return SHA-256 of the roll, to be told to everybody on it
     * @throws BallotRefused {@code KEY_NOT_PRINTED}
     */
    public String open(String clusterId, String ballotId, Collection<String> voters, Instant closesAt) {
        return store.inOne(() -> {
            // two who open at once must not each write a key
            BallotRow ballot = locked(clusterId, ballotId);
            if (ballot.is(Phase.PREPARED)) {
                makeKey(ballot);
                TreeSet<String> roll = new TreeSet<>(voters);
                store.open(clusterId, ballotId, roll, rollHash(roll), closesAt);
            }
            return Optional.ofNullable(row(clusterId, ballotId).course().rollHash())
                    .orElseThrow(() -> new BallotRefused(Why.NOT_PREPARED));
        });
    }

    private void makeKey(BallotRow ballot) {
        if (ballot.keys().keyMode() == KeyMode.SERVER) {
            KeyPair pair = Seal.newKeys();
            keys.write(ballot.clusterId(), ballot.ballotId(), pair.getPrivate());
            store.publicKey(
                    ballot.clusterId(), ballot.ballotId(), hex(pair.getPublic().getEncoded()));
        } else if (ballot.keys().publicKey() == null) {
            throw new BallotRefused(Why.KEY_NOT_PRINTED);
        }
    }

    /** What may be known of a vote at any time. */
    public Optional<BallotFacts> find(String clusterId, String ballotId) {
        return store.find(clusterId, ballotId).map(BallotFacts::of);
    }

    /** Ids of those on the roll, sorted: what its hash is made of. */
    public List<String> roll(String clusterId, String ballotId) {
        return store.roll(clusterId, ballotId);
    }

    /** SHA-256 of the ids, sorted, each followed by a line feed. */
    public static String rollHash(Collection<String> voters) {
        StringBuilder lines = new StringBuilder();
        new TreeSet<>(voters).forEach(each -> lines.append(each).append('\n'));
        return hex(BallotKeys.sha256(lines.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** The roll, each with who has her paper; sorted by voter. */
    public List<VoteRight> rights(String clusterId, String ballotId) {
        return store.rights(clusterId, ballotId);
    }

    /**
     * Takes a vote in the place of the voter's earlier one, whose receipts are then worthless. By the page of the link only.
     *
     * @param chosen ids among {@link Contest#choices}; none for a blank vote
     * @return her receipts, one for each mark; shown once and kept nowhere
     */
    List<Marks.Mark> cast(String clusterId, String ballotId, VoteRight right, List<String> chosen) {
        BallotRow ballot = store.find(clusterId, ballotId).orElseThrow(() -> new BallotRefused(Why.NOT_OPEN));
        Marks marks = Marks.of(ballot.contest(), chosen);
        String publicKey = ballot.keys().publicKey();
        if (!ballot.is(Phase.OPEN) || publicKey == null) {
            throw new BallotRefused(Why.NOT_OPEN);
        }
        byte[] sealed = Seal.seal(
                marks.bytes(ballot.contest()),
                HexFormat.of().parseHex(publicKey),
                new Seal.Owner(clusterId, ballotId, right.voter()));
        if (!store.cast(clusterId, ballotId, right, sealed)) {
            throw new BallotRefused(store.rights(clusterId, ballotId).contains(right) ? Why.NOT_OPEN : Why.NOT_ON_ROLL);
        }
        return marks.marks();
    }

    /** Whether a vote has been given with her link; for herself only. */
    boolean hasVoted(String clusterId, String ballotId, String voter) {
        return store.hasEnvelope(clusterId, ballotId, voter);
    }

    /**
     * Two persons strike somebody off the roll before closing, because she should never have stood there; her envelope goes unopened. Both
     * stand in the protocol.
     *
     * @param first id of one of the two
     */
    public void strikeOff(String clusterId, String ballotId, String voter, String first, String second, String reason) {
        store.inOne(() -> {
            // a vote of hers that is under way must not arrive afterwards
            BallotRow ballot = locked(clusterId, ballotId);
            needTwo(ballot, first, second);
            StrikeOff strikeOff = new StrikeOff(voter, first, second, reason);
            if (first.equals(voter) || second.equals(voter)) {
                throw new BallotRefused(Why.NEEDS_TWO_PERSONS);
            }
            if (!store.strikeOff(clusterId, ballotId, strikeOff)
                    && !store.strikeOffs(clusterId, ballotId).contains(strikeOff)) {
                throw new BallotRefused(Why.NOT_OPEN);
            }
            return null;
        });
    }

    /** Ends a vote without a count: all envelopes are deleted unopened and the key is destroyed. Again changes nothing. */
    public void annul(String clusterId, String ballotId, VoidReason why) {
        store.inOne(() -> {
            counting.endLinks(clusterId, ballotId);
            if (!store.annul(clusterId, ballotId, why)
                    && !row(clusterId, ballotId).is(Phase.VOID)) {
                throw new BallotRefused(Why.NOT_OPEN);
            }
            return null;
        });
        afterCommit(() -> keys.destroy(clusterId, ballotId));
    }

    /**
     * Opens the envelopes, drops the voters, counts, writes the protocol, deletes the envelopes; when the transaction has ended the key is
     * destroyed. Once: again gives the same result, whatever became of the key.
     *
     * @throws BallotRefused {@code NOT_CLOSED_YET} for whoever asks before closing, {@code KEY_MISSING} where the key is not, {@code
     *     WRONG_CODE} where it is on paper, {@code KEY_DESTROYED} when the database was restored from before the count
     */
    public BallotResult count(String clusterId, String ballotId) {
        return count(clusterId, ballotId, null);
    }

    /** @param code as the returning officer types it from her paper */
    public BallotResult count(String clusterId, String ballotId, @Nullable String code) {
        BallotResult result = store.inOne(() -> {
            if (store.isClosed(clusterId, ballotId)) {
                counting.endLinks(clusterId, ballotId);
            }
            Optional<BallotRow> closed = store.lockClosed(clusterId, ballotId);
            return closed.isPresent()
                    ? counting.count(closed.get(), key(closed.get(), code))
                    : store.kept(clusterId, ballotId)
                            .map(Counting::result)
                            .orElseThrow(() -> notNow(clusterId, ballotId));
        });
        afterCommit(() -> keys.destroy(clusterId, ballotId));
        return result;
    }

    private BallotRefused notNow(String clusterId, String ballotId) {
        return new BallotRefused(row(clusterId, ballotId).is(Phase.OPEN) ? Why.NOT_CLOSED_YET : Why.NOT_OPEN);
    }

    private PrivateKey key(BallotRow ballot, @Nullable String code) {
        if (keys.isDestroyed(ballot.clusterId(), ballot.ballotId())) {
            throw new BallotRefused(Why.KEY_DESTROYED);
        }
        byte[] publicKey = HexFormat.of().parseHex(String.valueOf(ballot.keys().publicKey()));
        boolean isPaper = ballot.keys().keyMode() == KeyMode.PAPER;
        Optional<PrivateKey> key = isPaper
                ? Optional.ofNullable(code).flatMap(BallotKeys::ofCode)
                : keys.read(ballot.clusterId(), ballot.ballotId());
        return key.filter(each -> Seal.fit(publicKey, each))
                .orElseThrow(() -> new BallotRefused(isPaper ? Why.WRONG_CODE : Why.KEY_MISSING));
    }

    /** Whether this is the code on the paper of this vote; looks, and opens nothing. */
    public boolean isCode(String clusterId, String ballotId, String code) {
        return publicKey(clusterId, ballotId)
                .flatMap(publicKey -> BallotKeys.ofCode(code)
                        .filter(key -> Seal.fit(HexFormat.of().parseHex(publicKey), key)))
                .isPresent();
    }

    /** Tells one key from another, on the paper and on the screen; empty before it is made. */
    public Optional<String> keyMark(String clusterId, String ballotId) {
        return publicKey(clusterId, ballotId)
                .map(key -> hex(BallotKeys.sha256(key.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .substring(0, MARK_LENGTH)
                        .toUpperCase(java.util.Locale.ROOT));
    }

    private Optional<String> publicKey(String clusterId, String ballotId) {
        return store.find(clusterId, ballotId)
                .flatMap(ballot -> Optional.ofNullable(ballot.keys().publicKey()));
    }

    /** Empty until it has been counted, or recorded at the meeting. */
    public Optional<BallotResult> result(String clusterId, String ballotId) {
        return store.kept(clusterId, ballotId).map(Counting::result);
    }

    /**
     * Two persons have drawn, as {@link Outcome.LotNeeded} asks; it is written into the protocol. The same again changes nothing.
     *
     * @param firstId id of one who drew, who is no candidate; her name stands in the lot
     */
    public BallotResult drawLot(String clusterId, String ballotId, Lot lot, String firstId, String secondId) {
        return store.inOne(() -> {
            BallotRow ballot = locked(clusterId, ballotId);
            needTwo(ballot, firstId, secondId);
            return counting.drawn(ballot, lot);
        });
    }

    /** Somebody other than who the rule says takes the seats; with a reason, in the protocol, which keeps what was computed. */
    public BallotResult overrule(String clusterId, String ballotId, List<String> elected, String by, String reason) {
        return store.inOne(() -> counting.overruled(locked(clusterId, ballotId), elected, by, reason));
    }

    /**
     * A vote that was taken at the meeting itself, by hands or on paper, instead of this prepared one.
     *
     * @param firstTeller name of one of the two who counted
     * @throws BallotRefused when it has been opened
     */
    public BallotResult recordMeetingVote(
            String clusterId, String ballotId, Counts counts, String firstTeller, String secondTeller) {
        return store.inOne(() -> {
            BallotRow ballot = locked(clusterId, ballotId);
            if (firstTeller.strip().equalsIgnoreCase(secondTeller.strip())) {
                throw new BallotRefused(Why.NEEDS_TWO_PERSONS);
            }
            return counting.atMeeting(ballot, counts, firstTeller, secondTeller);
        });
    }

    /** The protocol file for whoever recounts: see {@link RecountBallots}. Empty until it has been counted. */
    public Optional<byte[]> protocolFile(String clusterId, String ballotId) {
        return store.kept(clusterId, ballotId)
                .map(Kept::protocol)
                .map(text -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Of a vote that has been counted. */
    Protocol protocol(String clusterId, String ballotId) {
        return store.kept(clusterId, ballotId)
                .map(kept -> new ProtocolFile(kept.protocol()).read())
                .orElseThrow(() -> new BallotRefused(Why.NOT_COUNTED_YET));
    }

    /** The id of the printed protocol among the cluster's documents; empty until {@link PrintedProtocols} has made it. */
    public Optional<String> printed(String clusterId, String ballotId) {
        return store.kept(clusterId, ballotId).map(Kept::pdf);
    }

    private BallotRow row(String clusterId, String ballotId) {
        return store.find(clusterId, ballotId)
                .orElseThrow(() -> new IllegalStateException("no ballot " + ballotId + " in " + clusterId));
    }

    private BallotRow locked(String clusterId, String ballotId) {
        return store.lock(clusterId, ballotId)
                .orElseThrow(() -> new IllegalStateException("no ballot " + ballotId + " in " + clusterId));
    }

    private static void needTwo(BallotRow ballot, String first, String second) {
        List<String> candidates = ballot.contest().candidates();
        if (first.equals(second) || candidates.contains(first) || candidates.contains(second)) {
            throw new BallotRefused(Why.NEEDS_TWO_PERSONS);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Not before it is certain: a key that is gone opens nothing again. */
    private static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
