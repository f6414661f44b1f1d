package dk.klyngeflow.ballots;

import dk.klyngeflow.ballots.BallotFacts.Phase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Votes in memory: one at a time, and what is broken off is undone. */
class MemoryBallots implements BallotStore {

    /** Immutable but for its maps, which are copied before they are changed. */
    private record Box(
            BallotRow row,
            TreeMap<String, String> roll,
            Map<String, byte[]> envelopes,
            List<StrikeOff> struck,
            @Nullable Kept kept) {

        Box copy() {
            return new Box(row, new TreeMap<>(roll), new TreeMap<>(envelopes), new ArrayList<>(struck), kept);
        }

        Box with(BallotRow other) {
            return new Box(other, roll, envelopes, struck, kept);
        }
    }

    private final Clock clock;
    private Map<String, Box> boxes = new HashMap<>();
    private int depth;

    MemoryBallots(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized <T> T inOne(Supplier<T> work) {
        Map<String, Box> before = depth == 0 ? copy() : Map.of();
        depth++;
        boolean isDone = false;
        try {
            T result = work.get();
            isDone = true;
            return result;
        } finally {
            depth--;
            if (!isDone && depth == 0) {
                boxes = before;
            }
        }
    }

    synchronized Runnable backup() {
        Map<String, Box> before = copy();
        return () -> boxes = before;
    }

    synchronized void damage(String clusterId, String ballotId, String voter) {
        byte[] sealed =
                Objects.requireNonNull(box(clusterId, ballotId).envelopes().get(voter));
        sealed[200] ^= 1;
    }

    synchronized void copyEnvelope(String clusterId, String ballotId, String from, String to) {
        Map<String, byte[]> envelopes = box(clusterId, ballotId).envelopes();
        envelopes.put(to, envelopes.get(from));
    }

    @Override
    public synchronized boolean insert(BallotRow ballot) {
        Box box = new Box(ballot, new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), null);
        return boxes.putIfAbsent(key(ballot.clusterId(), ballot.ballotId()), box) == null;
    }

    @Override
    public synchronized Optional<BallotRow> find(String clusterId, String ballotId) {
        return Optional.ofNullable(boxes.get(key(clusterId, ballotId))).map(Box::row);
    }

    @Override
    public Optional<BallotRow> lock(String clusterId, String ballotId) {
        return find(clusterId, ballotId);
    }

    @Override
    public synchronized boolean takeOff(String clusterId, String ballotId, String personId) {
        return change(
                clusterId,
                ballotId,
                Phase.PREPARED,
                row -> row.with(row.candidates().stream()
                        .filter(each -> !each.personId().equals(personId))
                        .toList()));
    }

    @Override
    public synchronized boolean publicKey(String clusterId, String ballotId, String publicKey) {
        return change(
                clusterId,
                ballotId,
                Phase.PREPARED,
                row -> new BallotRow(
                        row.clusterId(),
                        row.ballotId(),
                        row.title(),
                        row.terms(),
                        new BallotRow.Keys(row.keys().keyMode(), row.keys().officer(), publicKey),
                        row.course(),
                        row.candidates()));
    }

    @Override
    public synchronized boolean open(
            String clusterId, String ballotId, Collection<String> voters, String rollHash, Instant closesAt) {
        boolean isOpened = change(
                clusterId,
                ballotId,
                Phase.PREPARED,
                row -> course(
                        row,
                        new BallotRow.Course(
                                Phase.OPEN, row.course().preparedAt(), clock.instant(), closesAt, rollHash, null)));
        if (isOpened) {
            voters.forEach(each -> box(clusterId, ballotId).roll().put(each, each));
        }
        return isOpened;
    }

    @Override
    public synchronized List<String> roll(String clusterId, String ballotId) {
        return List.copyOf(box(clusterId, ballotId).roll().keySet());
    }

    @Override
    public synchronized List<VoteRight> rights(String clusterId, String ballotId) {
        return box(clusterId, ballotId).roll().entrySet().stream()
                .map(each -> new VoteRight(each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    public synchronized void hand(String clusterId, String ballotId, VoteRight right) {
        Box box = box(clusterId, ballotId);
        if (box.row().is(Phase.OPEN)) {
            box.roll().replace(right.voter(), right.bearer());
        }
    }

    @Override
    public synchronized boolean cast(String clusterId, String ballotId, VoteRight right, byte[] sealed) {
        Box box = box(clusterId, ballotId);
        boolean isTaken = isOpenNow(box) && right.bearer().equals(box.roll().get(right.voter()));
        if (isTaken) {
            box.envelopes().put(right.voter(), sealed);
        }
        return isTaken;
    }

    @Override
    public synchronized int turnout(String clusterId, String ballotId) {
        return box(clusterId, ballotId).envelopes().size();
    }

    @Override
    public synchronized void close(String clusterId, String ballotId) {
        Box box = box(clusterId, ballotId);
        if (isOpenNow(box)) {
            BallotRow.Course was = box.row().course();
            BallotRow closed = course(
                    box.row(),
                    new BallotRow.Course(
                            was.state(),
                            was.preparedAt(),
                            was.openedAt(),
                            clock.instant(),
                            was.rollHash(),
                            was.voidReason()));
            boxes.put(key(clusterId, ballotId), box.with(closed));
        }
    }

    @Override
    public synchronized boolean hasEnvelope(String clusterId, String ballotId, String voter) {
        return box(clusterId, ballotId).envelopes().containsKey(voter);
    }

    @Override
    public synchronized boolean strikeOff(String clusterId, String ballotId, StrikeOff strikeOff) {
        Box box = box(clusterId, ballotId);
        boolean isStruck = isOpenNow(box) && box.roll().remove(strikeOff.voter()) != null;
        if (isStruck) {
            box.envelopes().remove(strikeOff.voter());
            box.struck().add(strikeOff);
        }
        return isStruck;
    }

    @Override
    public synchronized List<StrikeOff> strikeOffs(String clusterId, String ballotId) {
        return List.copyOf(box(clusterId, ballotId).struck());
    }

    @Override
    public synchronized boolean isClosed(String clusterId, String ballotId) {
        return lockClosed(clusterId, ballotId).isPresent();
    }

    @Override
    public synchronized Optional<BallotRow> lockClosed(String clusterId, String ballotId) {
        Box box = box(clusterId, ballotId);
        return box.row().is(Phase.OPEN) && !isOpenNow(box) ? Optional.of(box.row()) : Optional.empty();
    }

    @Override
    public synchronized Map<String, byte[]> envelopes(String clusterId, String ballotId) {
        return new TreeMap<>(box(clusterId, ballotId).envelopes());
    }

    @Override
    public synchronized void deleteEnvelopes(String clusterId, String ballotId) {
        box(clusterId, ballotId).envelopes().clear();
    }

    @Override
    public synchronized void keep(String clusterId, String ballotId, Kept kept) {
        Box box = box(clusterId, ballotId);
        BallotRow.Course was = box.row().course();
        BallotRow counted = course(
                box.row(),
                new BallotRow.Course(
                        Phase.COUNTED, was.preparedAt(), was.openedAt(), was.closesAt(), was.rollHash(), null));
        boxes.put(key(clusterId, ballotId), new Box(counted, box.roll(), box.envelopes(), box.struck(), kept));
    }

    @Override
    public synchronized Optional<Kept> kept(String clusterId, String ballotId) {
        return Optional.ofNullable(boxes.get(key(clusterId, ballotId))).map(Box::kept);
    }

    @Override
    public synchronized boolean annul(String clusterId, String ballotId, VoidReason why) {
        UnaryOperator<BallotRow> ended = row -> course(
                row,
                new BallotRow.Course(
                        Phase.VOID,
                        row.course().preparedAt(),
                        row.course().openedAt(),
                        row.course().closesAt(),
                        row.course().rollHash(),
                        why));
        boolean isEnded =
                change(clusterId, ballotId, Phase.OPEN, ended) || change(clusterId, ballotId, Phase.PREPARED, ended);
        if (isEnded) {
            deleteEnvelopes(clusterId, ballotId);
        }
        return isEnded;
    }

    @Override
    public int forget(Instant before) {
        throw new UnsupportedOperationException("nothing here is old");
    }

    @Override
    public void printed(String clusterId, String ballotId, String hash, String pdf) {
        throw new UnsupportedOperationException("there is no printer");
    }

    @Override
    public List<Ended> ended() {
        return List.of();
    }

    private boolean isOpenNow(Box box) {
        Instant closesAt = box.row().course().closesAt();
        return box.row().is(Phase.OPEN) && closesAt != null && clock.instant().isBefore(closesAt);
    }

    private boolean change(String clusterId, String ballotId, Phase from, UnaryOperator<BallotRow> change) {
        Box box = box(clusterId, ballotId);
        if (!box.row().is(from)) {
            return false;
        }
        boxes.put(key(clusterId, ballotId), box.with(change.apply(box.row())));
        return true;
    }

    private static BallotRow course(BallotRow row, BallotRow.Course course) {
        return new BallotRow(
                row.clusterId(), row.ballotId(), row.title(), row.terms(), row.keys(), course, row.candidates());
    }

    private Box box(String clusterId, String ballotId) {
        return Objects.requireNonNull(boxes.get(key(clusterId, ballotId)));
    }

    private static String key(String clusterId, String ballotId) {
        return clusterId + "/" + ballotId;
    }

    private Map<String, Box> copy() {
        Map<String, Box> copy = new HashMap<>();
        boxes.forEach((key, box) -> copy.put(key, box.copy()));
        return copy;
    }
}
