package dk.klyngeflow.ballots;

import dk.klyngeflow.ballots.BallotFacts.Phase;
import dk.klyngeflow.ballots.BallotRefused.Why;
import dk.klyngeflow.ballots.BallotStore.Kept;
import dk.klyngeflow.ballots.BallotStore.StrikeOff;
import dk.klyngeflow.ballots.Finding.Withheld;
import dk.klyngeflow.ballots.Protocol.Added;
import dk.klyngeflow.ballots.Protocol.Held;
import dk.klyngeflow.ballots.Protocol.Named;
import dk.klyngeflow.ballots.Protocol.Overruled;
import dk.klyngeflow.ballots.Protocol.Paper;
import dk.klyngeflow.ballots.Protocol.Struck;
import dk.klyngeflow.ballots.Protocol.Vote;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From sealed envelopes to a protocol, within the caller's one transaction. */
@Component
class Counting {

    private final BallotStore store;
    private final Neighbours neighbours;
    private final Clock clock;

    Counting(BallotStore store, Neighbours neighbours, Clock clock) {
        this.store = store;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    /** @param ballot locked */
    BallotResult count(BallotRow ballot, PrivateKey key) {
        String clusterId = ballot.clusterId();
        String ballotId = ballot.ballotId();
        Map<String, byte[]> envelopes = store.envelopes(clusterId, ballotId);
        List<Marks> opened = new ArrayList<>();
        byte[] publicKey = HexFormat.of().parseHex(String.valueOf(ballot.keys().publicKey()));
        envelopes.forEach(
                (voter, envelope) -> Seal.open(envelope, key, publicKey, new Seal.Owner(clusterId, ballotId, voter))
                        .flatMap(plain -> Marks.read(ballot.contest(), plain))
                        .ifPresent(opened::add));
        Finding finding = Finding.of(ballot.contest(), opened, envelopes.size() - opened.size());
        BallotResult result = keep(ballot, Protocol.of(vote(ballot), held(ballot), finding, null));
        store.deleteEnvelopes(clusterId, ballotId);
        return result;
    }

    /** Before the vote itself is locked: whoever votes has her link first and the vote second, and nobody must wait for the other. */
    void endLinks(String clusterId, String ballotId) {
        neighbours.endLinks(clusterId, ballotId, store.rights(clusterId, ballotId));
    }

    /** The same for one paper that goes to another hand. */
    void endLink(String clusterId, String ballotId, VoteRight right) {
        neighbours.endLink(clusterId, ballotId, right);
    }

    BallotResult drawn(BallotRow ballot, Lot lot) {
        Kept kept = kept(ballot);
        Protocol protocol = new ProtocolFile(kept.protocol()).read();
        if (protocol.added() != null && lot.equals(protocol.added().lot())) {
            return result(kept);
        }
        boolean isAsked = protocol.added() == null
                && protocol.outcome() instanceof Outcome.LotNeeded needed
                && needed.tied().containsAll(lot.drawn())
                && Set.copyOf(lot.drawn()).size() == lot.drawn().size()
                && lot.drawn().size() == needed.places();
        if (!isAsked) {
            throw new BallotRefused(Why.NO_LOT_NEEDED);
        }
        return keep(ballot, protocol.with(new Added(lot, null, kept.hash())));
    }

    BallotResult overruled(BallotRow ballot, List<String> elected, String by, String reason) {
        Kept kept = kept(ballot);
        Protocol protocol = new ProtocolFile(kept.protocol()).read();
        Lot lot = protocol.added() == null ? null : protocol.added().lot();
        Overruled overruled = new Overruled(elected, by, reason);
        if (protocol.added() != null && overruled.equals(protocol.added().overruled())) {
            return result(kept);
        }
        if (reason.isBlank() || !ballot.contest().candidates().containsAll(elected)) {
            throw new BallotRefused(reason.isBlank() ? Why.NEEDS_REASON : Why.UNKNOWN_CANDIDATE);
        }
        return keep(ballot, protocol.with(new Added(lot, overruled, kept.hash())));
    }

    /** No small numbers are hidden here: everybody in the room has seen the hands. */
    BallotResult atMeeting(BallotRow ballot, Counts counts, String firstTeller, String secondTeller) {
        Optional<Kept> known = store.kept(ballot.clusterId(), ballot.ballotId());
        if (known.isPresent()) {
            return result(known.get());
        } else if (!ballot.is(Phase.PREPARED)) {
            throw new BallotRefused(Why.NOT_PREPARED);
        } else if (!new LinkedHashSet<>(ballot.contest().choices())
                .equals(new LinkedHashSet<>(counts.votes().keySet()))) {
            throw new BallotRefused(Why.UNKNOWN_CANDIDATE);
        }
        Finding finding =
                new Finding(Withheld.NOTHING, counts.ballots(), counts, List.of(), Tally.of(ballot.contest(), counts));
        Held held = Held.atMeeting(List.of(firstTeller, secondTeller));
        return keep(ballot, Protocol.of(vote(ballot), held, finding, null));
    }

    static BallotResult result(Kept kept) {
        Protocol protocol = new ProtocolFile(kept.protocol()).read();
        Counts counts = protocol.finding().counts();
        Added added = protocol.added();
        return new BallotResult(
                protocol.outcome(),
                counts,
                counts == null ? List.of() : Tally.order(protocol.vote().paper().contest(), counts),
                protocol.sentences(),
                kept.hash(),
                lot(added),
                kept.countedAt());
    }

    private static @Nullable Lot lot(@Nullable Added added) {
        return added == null ? null : added.lot();
    }

    private BallotResult keep(BallotRow ballot, Protocol protocol) {
        ProtocolFile file = ProtocolFile.of(protocol);
        Kept kept = new Kept(file.text(), file.hash(), clock.instant(), null);
        store.keep(ballot.clusterId(), ballot.ballotId(), kept);
        return result(kept);
    }

    private Kept kept(BallotRow ballot) {
        return store.kept(ballot.clusterId(), ballot.ballotId())
                .orElseThrow(() -> new BallotRefused(Why.NOT_COUNTED_YET));
    }

    private Vote vote(BallotRow ballot) {
        Map<String, String> names = neighbours.names(ballot.contest().candidates());
        Paper paper = new Paper(
                ballot.candidates().stream()
                        .map(each -> new Named(each.personId(), each.name(names, each.personId()), each.practice()))
                        .toList(),
                ballot.terms().seats(),
                ballot.terms().rule(),
                ballot.terms().round(),
                ballot.terms().adoption());
        return new Vote(
                ballot.clusterId(),
                neighbours.clusterName(ballot.clusterId()),
                ballot.ballotId(),
                ballot.title(),
                paper);
    }

    private Held held(BallotRow ballot) {
        List<StrikeOff> struck = store.strikeOffs(ballot.clusterId(), ballot.ballotId());
        List<String> who = struck.stream()
                .flatMap(each -> java.util.stream.Stream.of(each.first(), each.second()))
                .toList();
        Map<String, String> names = neighbours.names(who);
        return new Held(
                ballot.course().openedAt(),
                ballot.course().closesAt(),
                store.roll(ballot.clusterId(), ballot.ballotId()).size(),
                ballot.course().rollHash(),
                ballot.keys().keyMode(),
                struck.stream().map(each -> Struck.of(each, names)).toList(),
                List.of());
    }
}
