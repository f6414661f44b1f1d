package dk.klyngeflow.ballots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.TestClock;
import dk.klyngeflow.ballots.BallotFacts.Phase;
import dk.klyngeflow.ballots.BallotRefused.Why;
import dk.klyngeflow.ballots.NewBallot.Terms;
import dk.klyngeflow.statutes.Majority;
import dk.klyngeflow.statutes.Statutes.CountedOf;
import dk.klyngeflow.statutes.Statutes.Share;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a vote keeps, wherever it is kept: the roll is v01 to v21, the candidates are A, B and C. */
abstract class BallotContract {

    static final String CLUSTER = "nord";

    @TempDir
    Path directory;

    final TestClock clock = new TestClock();
    BallotKeys keys;
    Ballots ballots;
    ProposalVotes proposals;
    private final NoNeighbours neighbours = new NoNeighbours();
    private int votes;

    abstract BallotStore store();

    /** In the middle of a transaction: whatever happens then to a process that is killed. */
    abstract void die();

    /** @return puts back what was there */
    abstract Runnable backup(String ballotId);

    abstract void damage(String ballotId, String voter);

    abstract void copyEnvelope(String ballotId, String from, String to);

    /** As somebody sees it who only reads what is kept. */
    abstract int envelopes(String ballotId);

    @BeforeEach
    void begin() {
        clock.reset();
        keys = new BallotKeys(directory);
        ballots = on(store(), clock);
        proposals = new ProposalVotes(store(), new Counting(store(), neighbours, clock));
    }

    Ballots on(BallotStore store, Clock time) {
        return new Ballots(store, keys, new Counting(store, neighbours, time), time);
    }

    /** Everybody is called as her id. */
    private static final class NoNeighbours implements Neighbours {

        @Override
        public Map<String, String> names(Collection<String> people) {
            Map<String, String> names = new LinkedHashMap<>();
            people.forEach(each -> names.put(each, each));
            return names;
        }

        @Override
        public String clusterName(String clusterId) {
            return "Nordklyngen";
        }

        private final List<VoteRight> ended = new ArrayList<>();

        @Override
        public void endLinks(String clusterId, String ballotId, Collection<VoteRight> rights) {
            ended.addAll(rights);
        }

        @Override
        public void endLink(String clusterId, String ballotId, VoteRight right) {
            ended.add(right);
        }
    }

    static List<String> roll(int size) {
        return IntStream.rangeClosed(1, size).mapToObj("v%02d"::formatted).toList();
    }

    String prepared(int seats, KeyMode mode, String... candidates) {
        String id = getClass().getSimpleName() + "-" + System.nanoTime() + "-" + ++votes;
        List<Candidate> standing = new ArrayList<>();
        for (String each : candidates) {
            standing.add(new Candidate(each, "Praksis " + each, ""));
        }
        ballots.prepare(new NewBallot(
                CLUSTER,
                id,
                "Valg",
                standing,
                new Terms(seats, ElectionRule.MOST_VOTES, Round.FIRST),
                mode,
                "officer"));
        return id;
    }

    String opened(int voters, int seats) {
        String id = prepared(seats, KeyMode.SERVER, "A", "B", "C");
        ballots.open(CLUSTER, id, roll(voters), clock.instant().plus(Duration.ofDays(7)));
        return id;
    }

    String opened() {
        return opened(21, 1);
    }

    void close() {
        clock.advance(Duration.ofDays(7));
    }

    /** @return the receipts */
    List<String> vote(String id, String voter, String... chosen) {
        return vote(id, VoteRight.own(voter), chosen);
    }

    List<String> vote(String id, VoteRight right, String... chosen) {
        return ballots.cast(CLUSTER, id, right, List.of(chosen)).stream()
                .map(Marks.Mark::receipt)
                .toList();
    }

    void everyoneVotes(String id, String... choices) {
        for (int i = 0; i < choices.length; i++) {
            vote(id, "v%02d".formatted(i + 1), choices[i]);
        }
    }

    BallotResult count(String id) {
        return ballots.count(CLUSTER, id);
    }

    Protocol protocol(String id) {
        return new ProtocolFile(text(id)).read();
    }

    String text(String id) {
        return new String(ballots.protocolFile(CLUSTER, id).orElseThrow(), java.nio.charset.StandardCharsets.UTF_8);
    }

    Phase phase(String id) {
        return ballots.find(CLUSTER, id).orElseThrow().phase();
    }

    static void assertRefused(Why why, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        BallotRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @Test
    void b1TheRollIsFrozenAtOpening() {
        String id = prepared(1, KeyMode.SERVER, "A", "B");
        List<String> without = roll(20);
        String hash = ballots.open(CLUSTER, id, without, clock.instant().plus(Duration.ofDays(7)));

        // one joins a second later, and the step that opened runs again
        clock.advance(Duration.ofSeconds(1));
        String again = ballots.open(CLUSTER, id, roll(21), clock.instant().plus(Duration.ofDays(9)));

        assertThat(again).isEqualTo(hash).isEqualTo(Ballots.rollHash(without));
        assertThat(ballots.roll(CLUSTER, id)).isEqualTo(without);
        assertRefused(Why.NOT_ON_ROLL, () -> vote(id, "v21", "A"));
    }

    @Test
    void b2OfSixteenParallelPostsOneEnvelopeIsLeft() throws Exception {
        for (int round = 0; round < 10; round++) {
            String id = opened(21, 1);
            for (String voter : roll(10)) {
                vote(id, voter, voter.compareTo("v06") < 0 ? "A" : "B");
            }
            List<String> posted = parallelPosts(id, "v21");
            assertThat(envelopes(id)).isEqualTo(11);
            close();

            Counts counts = Objects.requireNonNull(count(id).counts());

            assertThat(counts.of("A") + counts.of("B")).isEqualTo(11);
            List<Marks.Mark> hers = protocol(id).finding().list().stream()
                    .filter(mark -> posted.contains(mark.receipt() + mark.choice()))
                    .toList();
            assertThat(hers)
                    .as("the last that was committed, receipt and choice together")
                    .hasSize(1);
            clock.reset();
        }
    }

    private List<String> parallelPosts(String id, String voter) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<String>> posts = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String choice = i % 2 == 0 ? "A" : "B";
                posts.add(() -> vote(id, voter, choice).get(0) + choice);
            }
            List<String> posted = new ArrayList<>();
            for (Future<String> each : threads.invokeAll(posts)) {
                posted.add(each.get());
            }
            return posted;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void b3VotingAgainReplacesTheVoteAndKillsTheReceipt() {
        String id = opened();
        everyoneVotes(id, "B", "C", "C", "B");
        String first = vote(id, "v05", "A").get(0);
        String second = vote(id, "v05", "B").get(0);
        close();

        Counts counts = Objects.requireNonNull(count(id).counts());

        assertThat(counts.votes()).containsExactly(Map.entry("A", 0), Map.entry("B", 3), Map.entry("C", 2));
        assertThat(protocol(id).finding().list()).contains(new Marks.Mark(second, "B"));
        assertThat(text(id)).doesNotContain(first);
    }

    @Test
    void b5AtTheVeryMomentOfClosingAVoteIsTooLate() {
        String id = opened();
        everyoneVotes(id, "A", "A", "B", "A", "B");
        clock.advance(Duration.ofDays(7).minusSeconds(2));
        vote(id, "v06", "B");
        clock.advance(Duration.ofSeconds(2));

        assertRefused(Why.NOT_OPEN, () -> vote(id, "v06", "A"));
        assertRefused(Why.NOT_OPEN, () -> vote(id, "v07", "A"));

        assertThat(Objects.requireNonNull(count(id).counts()).votes()).isEqualTo(Map.of("A", 3, "B", 3, "C", 0));
    }

    @Test
    void b7KilledAtAnyPointOfTheCountNothingOrAllHasHappened() {
        int points = killedAtEveryPoint("A", "B", "A", "C", "A", "B", "A");

        assertThat(points).isEqualTo(12);
    }

    /** @return at how many points it was killed */
    private int killedAtEveryPoint(String... choices) {
        String id = opened();
        everyoneVotes(id, choices);
        close();
        List<String> written = new ArrayList<>();
        for (int point = 1; ; point++) {
            Dying dying = new Dying(store(), point, this::die, written::add);
            boolean isKilled = false;
            try {
                on(dying.store(), clock).count(CLUSTER, id);
            } catch (RuntimeException | Error killed) {
                isKilled = true;
            }
            if (!isKilled) {
                assertThat(written).as("what each attempt wrote, byte by byte").containsOnly(text(id));
                assertThat(written).hasSize(4);
                assertThat(envelopes(id)).isZero();
                assertThat(keys.read(CLUSTER, id)).isEmpty();
                return point - 1;
            }
            assertThat(phase(id)).as("killed at " + point).isEqualTo(Phase.OPEN);
            assertThat(envelopes(id)).isEqualTo(choices.length);
            assertThat(ballots.protocolFile(CLUSTER, id)).isEmpty();
            assertThat(keys.read(CLUSTER, id)).isPresent();
        }
    }

    /** A store that is killed before or after one of its steps within the count. */
    private record Dying(BallotStore store) {

        private static final Set<String> STEPS =
                Set.of("lockClosed", "envelopes", "roll", "strikeOffs", "keep", "deleteEnvelopes");

        Dying(BallotStore real, int point, Runnable die, Consumer<String> written) {
            this(proxy(real, point, die, written));
        }

        private static BallotStore proxy(BallotStore real, int point, Runnable die, Consumer<String> written) {
            int[] passed = {0};
            return (BallotStore) Proxy.newProxyInstance(
                    BallotStore.class.getClassLoader(), new Class<?>[] {BallotStore.class}, (self, method, given) -> {
                        boolean isStep = STEPS.contains(method.getName());
                        if (isStep && ++passed[0] == point) {
                            die.run();
                        }
                        try {
                            Object result = method.invoke(real, given);
                            if (method.getName().equals("keep")) {
                                written.accept(((BallotStore.Kept) given[2]).protocol());
                            }
                            if (isStep && ++passed[0] == point) {
                                die.run();
                            }
                            return result;
                        } catch (InvocationTargetException refused) {
                            throw refused.getCause();
                        }
                    });
        }
    }

    @Test
    void b7KilledBeforeTheKeyWasDestroyedTheSecondCountIsTheSameAndDestroysIt() {
        String id = opened();
        everyoneVotes(id, "A", "B", "A", "C", "A");
        var key = keys.read(CLUSTER, id).orElseThrow();
        close();
        BallotResult first = count(id);
        String text = text(id);
        // as if it had been killed right after the commit
        keys.write(CLUSTER, id, key);

        assertThat(count(id)).isEqualTo(first);
        assertThat(text(id)).isEqualTo(text);
        assertThat(keys.read(CLUSTER, id)).isEmpty();
    }

    @Test
    void b8NobodyCountsBeforeClosing() {
        String id = opened();
        everyoneVotes(id, "A", "B", "A", "C", "A");
        clock.advance(Duration.ofDays(7).minusSeconds(2));

        assertRefused(Why.NOT_CLOSED_YET, () -> count(id));

        assertThat(phase(id)).isEqualTo(Phase.OPEN);
        assertThat(envelopes(id)).isEqualTo(5);
        assertThat(keys.read(CLUSTER, id)).isPresent();
        assertThat(ballots.result(CLUSTER, id)).isEmpty();
    }

    @Test
    void b9WhatIsNoBallotOfThisVoteIsNotSealed() {
        String id = opened(21, 2);
        String other = prepared(1, KeyMode.SERVER, "X", "Y");

        assertRefused(Why.TOO_MANY_MARKS, () -> vote(id, "v01", "A", "B", "C"));
        assertRefused(Why.MARKED_TWICE, () -> vote(id, "v01", "A", "A"));
        assertRefused(Why.UNKNOWN_CANDIDATE, () -> vote(id, "v01", "Z"));
        assertRefused(Why.UNKNOWN_CANDIDATE, () -> vote(id, "v01", "X"));
        assertRefused(Why.UNKNOWN_CANDIDATE, () -> vote(id, "v01", "-1"));
        assertRefused(Why.UNKNOWN_CANDIDATE, () -> vote(id, "v01", "x".repeat(1_000_000)));
        assertRefused(Why.NOT_OPEN, () -> vote(other, "v01", "X"));
        assertRefused(Why.NOT_OPEN, () -> ballots.cast("syd", id, VoteRight.own("v01"), List.of("A")));
        assertThat(envelopes(id)).isZero();
    }

    @Test
    void b10AnEnvelopeThatCannotBeOpenedIsInvalidOrSpoilsTheVote() {
        String clear = opened();
        everyoneVotes(clear, "A", "A", "A", "A", "B", "B", "C");
        damage(clear, "v07");
        String close = opened();
        everyoneVotes(close, "A", "A", "A", "B", "B", "C");
        damage(close, "v06");
        close();

        assertThat(count(clear).outcome()).isEqualTo(new Outcome.Elected(List.of("A")));
        assertThat(Objects.requireNonNull(count(clear).counts()).invalid()).isEqualTo(1);
        assertThat(count(clear).sentences()).contains("7 stemmesedler: 6 gyldige, 1 ugyldig (kunne ikke åbnes).");
        assertThat(count(close).outcome()).isEqualTo(new Outcome.Spoilt());
        assertThat(count(close).counts()).isNull();
    }

    @Test
    void anEnvelopeThatWasCopiedToAnotherVoterDoesNotOpen() {
        String id = opened();
        everyoneVotes(id, "A", "A", "A", "A", "A", "A", "B");
        copyEnvelope(id, "v07", "v08");
        close();

        assertThat(count(id).counts()).isEqualTo(new Counts(votes(6, 1, 0), 8, 0, 1));
    }

    @Test
    void b13TheLotIsDrawnByTwoWhoDoNotStandAndIsAnInput() {
        String id = prepared(1, KeyMode.SERVER, "A", "B");
        ballots.open(CLUSTER, id, roll(21), clock.instant().plus(Duration.ofDays(7)));
        for (int i = 1; i <= 21; i++) {
            vote(id, "v%02d".formatted(i), i == 21 ? new String[0] : new String[] {i % 2 == 0 ? "A" : "B"});
        }
        close();
        assertThat(count(id).outcome()).isInstanceOf(Outcome.RunOff.class);

        String last = getClass().getSimpleName() + "-last-" + System.nanoTime();
        ballots.prepare(new NewBallot(
                CLUSTER,
                last,
                "Omvalg",
                List.of(new Candidate("A", "", ""), new Candidate("B", "", "")),
                new Terms(1, ElectionRule.MOST_VOTES, Round.LAST),
                KeyMode.SERVER,
                "officer"));
        ballots.open(CLUSTER, last, roll(21), clock.instant().plus(Duration.ofDays(7)));
        for (int i = 1; i <= 21; i++) {
            vote(last, "v%02d".formatted(i), i == 21 ? new String[0] : new String[] {i % 2 == 0 ? "A" : "B"});
        }
        close();
        BallotResult tied = count(last);
        assertThat(tied.outcome()).isInstanceOf(Outcome.LotNeeded.class);

        Lot lot = new Lot(List.of("B"), "Dorte Lind", "Erik Sø", clock.instant());
        assertRefused(Why.NEEDS_TWO_PERSONS, () -> ballots.drawLot(CLUSTER, last, lot, "dorte", "dorte"));
        assertRefused(Why.NEEDS_TWO_PERSONS, () -> ballots.drawLot(CLUSTER, last, lot, "A", "erik"));
        Lot both = new Lot(List.of("A", "B"), "Dorte Lind", "Erik Sø", clock.instant());
        assertRefused(Why.NO_LOT_NEEDED, () -> ballots.drawLot(CLUSTER, last, both, "dorte", "erik"));
        assertRefused(Why.NO_LOT_NEEDED, () -> ballots.drawLot(CLUSTER, id, lot, "dorte", "erik"));

        BallotResult drawn = ballots.drawLot(CLUSTER, last, lot, "dorte", "erik");

        assertThat(drawn.outcome()).isEqualTo(new Outcome.Elected(List.of("B")));
        assertThat(ballots.drawLot(CLUSTER, last, lot, "dorte", "erik")).isEqualTo(drawn);
        assertThat(drawn.sentences()).anyMatch(each -> each.startsWith("Dorte Lind og Erik Sø trak lod den"));
        assertThat(Objects.requireNonNull(protocol(last).added()).before()).isEqualTo(tied.hash());
        assertThat(Recount.of(text(last))).isEmpty();
    }

    @Test
    void b18WhoWithdrawsBeforeOpeningIsTakenOffAndWhileOpenTheVoteIsVoid() {
        String before = prepared(1, KeyMode.SERVER, "A", "B");
        assertThat(ballots.takeOff(CLUSTER, before, "A")).isEqualTo(1);
        assertThat(ballots.takeOff(CLUSTER, before, "A")).isEqualTo(1);

        String open = opened();
        everyoneVotes(open, "A", "B", "A", "C", "A");
        assertRefused(Why.NOT_PREPARED, () -> ballots.takeOff(CLUSTER, open, "A"));
        ballots.annul(CLUSTER, open, VoidReason.WITHDRAWN);
        ballots.annul(CLUSTER, open, VoidReason.WITHDRAWN);

        assertThat(envelopes(open)).isZero();
        assertThat(keys.read(CLUSTER, open)).isEmpty();
        assertThat(phase(open)).isEqualTo(Phase.VOID);
        assertRefused(Why.NOT_OPEN, () -> vote(open, "v01", "A"));
        close();
        assertRefused(Why.NOT_OPEN, () -> count(open));
    }

    @Test
    void b20FewBallotsTellOnlyTheResultAndTwoAreNotCounted() {
        String few = opened(6, 1);
        everyoneVotes(few, "A", "A", "B", "A");
        String two = opened(4, 1);
        everyoneVotes(two, "A", "B");
        close();

        assertThat(count(few).outcome()).isEqualTo(new Outcome.Elected(List.of("A")));
        assertThat(count(few).counts()).isNull();
        assertThat(count(few).order()).isEmpty();
        assertThat(protocol(few).finding().list()).isEmpty();
        assertThat(protocol(few).finding().ballots()).isNull();
        assertThat(count(two).outcome()).isEqualTo(new Outcome.NotCounted());
        assertThat(text(two)).doesNotContain("\"ballots\" : 2");
    }

    @Test
    void b21WhenAllAgreeOnlyTheirNumberIsTold() {
        String id = opened();
        everyoneVotes(id, "A", "A", "A", "A", "A", "A", "A", "A", "A");
        close();

        assertThat(count(id).sentences()).containsExactly("9 stemmer afgivet.", "A er valgt.");
        assertThat(protocol(id).finding().list()).isEmpty();
        assertThat(count(id).counts()).isNull();
    }

    @Test
    void b25TwoVotesOfOneEveningTellNothingOfEachOther() {
        String one = opened();
        String other = opened(21, 2);
        for (String voter : roll(21)) {
            vote(one, voter, voter.compareTo("v11") < 0 ? "A" : "B");
            vote(other, voter, "B", voter.compareTo("v05") < 0 ? "C" : "A");
        }
        clock.advance(Duration.ofDays(6));
        assertRefused(Why.NOT_CLOSED_YET, () -> count(one));
        close();

        count(one);
        assertThat(phase(other)).isEqualTo(Phase.OPEN);
        count(other);

        List<Marks.Mark> first = protocol(one).finding().list();
        List<Marks.Mark> second = protocol(other).finding().list();
        assertThat(first).hasSize(21);
        assertThat(second).hasSize(42);
        assertThat(first).extracting(Marks.Mark::receipt).isSorted();
        assertThat(first)
                .extracting(Marks.Mark::receipt)
                .doesNotContainAnyElementsOf(
                        second.stream().map(Marks.Mark::receipt).toList());
        roll(21).forEach(voter -> assertThat(text(one) + text(other)).doesNotContain("\"" + voter));
    }

    @Test
    void twoPersonsStrikeOffAndTheirNamesStandInTheProtocol() {
        String id = opened();
        everyoneVotes(id, "A", "B", "A", "C", "A", "B");

        assertRefused(
                Why.NEEDS_TWO_PERSONS, () -> ballots.strikeOff(CLUSTER, id, "v06", "dorte", "dorte", "Ikke læge"));
        assertRefused(Why.NEEDS_TWO_PERSONS, () -> ballots.strikeOff(CLUSTER, id, "v06", "A", "dorte", "Ikke læge"));
        assertRefused(Why.NEEDS_TWO_PERSONS, () -> ballots.strikeOff(CLUSTER, id, "v06", "v06", "dorte", "Ikke læge"));
        ballots.strikeOff(CLUSTER, id, "v06", "dorte", "erik", "Ikke læge");
        ballots.strikeOff(CLUSTER, id, "v06", "dorte", "erik", "Ikke læge");

        assertRefused(Why.NOT_ON_ROLL, () -> vote(id, "v06", "A"));
        assertThat(envelopes(id)).isEqualTo(5);
        close();
        assertRefused(Why.NOT_OPEN, () -> ballots.strikeOff(CLUSTER, id, "v05", "dorte", "erik", "For sent"));
        assertThat(Objects.requireNonNull(count(id).counts()).ballots()).isEqualTo(5);
        assertThat(protocol(id).held().onRoll()).isEqualTo(20);
        assertThat(protocol(id).held().struckOff()).containsExactly(new Protocol.Struck("dorte", "erik", "Ikke læge"));
        assertThat(text(id)).doesNotContain("v06");
    }

    @Test
    void aRestoredDatabaseIsNotCountedASecondTime() {
        String id = opened();
        everyoneVotes(id, "A", "B", "A", "C", "A");
        Runnable restore = backup(id);
        close();
        count(id);

        restore.run();

        assertThat(envelopes(id)).isEqualTo(5);
        assertRefused(Why.KEY_DESTROYED, () -> count(id));
    }

    @Test
    void withTheKeyOnPaperNobodyCountsWithoutIt() {
        String id = prepared(1, KeyMode.PAPER, "A", "B", "C");
        assertRefused(
                Why.KEY_NOT_PRINTED,
                () -> ballots.open(CLUSTER, id, roll(21), clock.instant().plus(Duration.ofDays(7))));
        String lost = ballots.printKey(CLUSTER, id);
        String code = ballots.printKey(CLUSTER, id);
        ballots.open(CLUSTER, id, roll(21), clock.instant().plus(Duration.ofDays(7)));
        assertRefused(Why.NOT_PREPARED, () -> ballots.printKey(CLUSTER, id));
        everyoneVotes(id, "A", "B", "A", "C", "A");
        assertThat(directory).isEmptyDirectory();
        assertRefused(Why.NOT_CLOSED_YET, () -> ballots.count(CLUSTER, id, code));
        close();

        assertRefused(Why.WRONG_CODE, () -> count(id));
        assertRefused(Why.WRONG_CODE, () -> ballots.count(CLUSTER, id, lost));
        assertRefused(Why.WRONG_CODE, () -> ballots.count(CLUSTER, id, "7" + code));

        assertThat(ballots.count(CLUSTER, id, code).outcome()).isEqualTo(new Outcome.Elected(List.of("A")));
    }

    @Test
    void withoutItsKeyFileAVoteIsNotCounted() {
        String id = opened();
        everyoneVotes(id, "A", "B", "A", "C", "A");
        close();
        keys = new BallotKeys(directory.resolve("another-server"));

        assertRefused(Why.KEY_MISSING, () -> on(store(), clock).count(CLUSTER, id));
        assertThat(envelopes(id)).isEqualTo(5);
    }

    @Test
    void aVoteAtTheMeetingIsRecordedByTwoTellers() {
        String id = prepared(1, KeyMode.SERVER, "A", "B", "C");

        assertRefused(
                Why.NEEDS_TWO_PERSONS,
                () -> ballots.recordMeetingVote(CLUSTER, id, new Counts(votes(2, 1, 0), 3, 0, 0), "Dorte", "dorte "));
        BallotResult result =
                ballots.recordMeetingVote(CLUSTER, id, new Counts(votes(2, 1, 0), 3, 0, 0), "Dorte", "Erik");

        assertThat(result.outcome()).isEqualTo(new Outcome.Elected(List.of("A")));
        assertThat(result.counts()).isNotNull();
        assertThat(protocol(id).held().tellers()).containsExactly("Dorte", "Erik");
        assertThat(Recount.of(text(id))).isEmpty();
        String open = opened();
        assertRefused(
                Why.NOT_PREPARED,
                () -> ballots.recordMeetingVote(CLUSTER, open, new Counts(votes(2, 1, 0), 3, 0, 0), "Dorte", "Erik"));
    }

    @Test
    void whoeverDecidesOtherwiseSaysWhy() {
        String id = opened();
        everyoneVotes(id, "A", "B", "A", "C", "A");
        close();
        BallotResult counted = count(id);

        assertRefused(Why.NEEDS_REASON, () -> ballots.overrule(CLUSTER, id, List.of("B"), "Dirigenten", " "));
        BallotResult other = ballots.overrule(CLUSTER, id, List.of("B"), "Dirigenten", "A har trukket sig.");

        assertThat(other.outcome()).isEqualTo(new Outcome.Elected(List.of("B")));
        assertThat(protocol(id).finding().outcome()).isEqualTo(counted.outcome());
        assertThat(other.sentences())
                .contains("Dirigenten har besluttet et andet resultat end det, reglen giver: A har trukket sig.");
        assertThat(Recount.of(text(id))).isEmpty();
    }

    @Test
    void anotherVoteUnderTheSameNameIsRefusedAndTheSameChangesNothing() {
        String id = prepared(1, KeyMode.SERVER, "A", "B");
        NewBallot same = new NewBallot(
                CLUSTER,
                id,
                "Valg",
                List.of(new Candidate("A", "Praksis A", ""), new Candidate("B", "Praksis B", "")),
                new Terms(1, ElectionRule.MOST_VOTES, Round.FIRST),
                KeyMode.SERVER,
                "officer");

        ballots.prepare(same);

        NewBallot other = new NewBallot(
                CLUSTER, id, "Valg", List.of(new Candidate("C", "", "")), same.terms(), KeyMode.SERVER, "officer");
        assertRefused(Why.ALREADY_ANOTHER, () -> ballots.prepare(other));
    }

    /** @param present votes in the room, all of which are on the roll */
    String proposed(Majority majority, int present) {
        String id = getClass().getSimpleName() + "-" + System.nanoTime() + "-" + ++votes;
        ballots.prepare(new NewBallot(
                CLUSTER,
                id,
                "Punkt 5: Varsel på 21 dage",
                List.of(new Candidate("forslag", "", "x".repeat(4_000), "Varsel på 21 dage")),
                Terms.of(AdoptionRule.of(majority, present)),
                KeyMode.SERVER,
                "officer"));
        ballots.open(CLUSTER, id, roll(present), clock.instant().plus(Duration.ofHours(4)));
        return id;
    }

    void theyVote(String id, int votesFor, int against, int blank) {
        for (int i = 1; i <= votesFor + against + blank; i++) {
            vote(
                    id,
                    "v%02d".formatted(i),
                    i > votesFor + against
                            ? new String[0]
                            : new String[] {i <= votesFor ? Contest.FOR : Contest.AGAINST});
        }
    }

    @Test
    void aProposalIsDecidedByTheStatutesMajorityAndCountedAfterARestart() {
        Majority twoThirds = new Majority(Share.TWO_THIRDS, CountedOf.VOTES_CAST);
        String adopted = proposed(twoThirds, 20);
        theyVote(adopted, 13, 6, 1);
        String fallen = proposed(twoThirds, 20);
        theyVote(fallen, 12, 7, 1);
        String ofThePresent = proposed(new Majority(Share.TWO_THIRDS, CountedOf.PRESENT), 20);
        theyVote(ofThePresent, 13, 0, 5);
        String tied = proposed(new Majority(Share.NONE, CountedOf.VOTES_CAST), 21);
        theyVote(tied, 9, 9, 1);

        // another process, with what is kept and the directory of keys
        ballots = on(store(), clock);
        for (String id : List.of(adopted, fallen, ofThePresent, tied)) {
            proposals.close(CLUSTER, id);
            count(id);
            assertThat(Recount.of(text(id))).isEmpty();
        }

        assertThat(count(adopted).outcome()).isEqualTo(new Outcome.Elected(List.of("forslag")));
        assertThat(count(adopted).sentences())
                .containsExactly(
                        "20 stemmesedler: 19 gyldige, 1 blank.",
                        "Ja 13, Nej 6.",
                        "Det kræver mindst to tredjedele af de afgivne stemmer: af 19 er det 13, og 13 stemte for.",
                        "Forslaget er vedtaget.");
        assertThat(count(fallen).sentences()).endsWith("Forslaget er forkastet.");
        assertThat(count(ofThePresent).sentences())
                .contains("Det kræver mindst to tredjedele af de fremmødte: af 20 er det 14, og 13 stemte for.")
                .endsWith("Forslaget er forkastet.");
        assertThat(count(tied).outcome()).as("a tie adopts nothing").isEqualTo(new Outcome.Nobody(List.of(), 1));
        assertThat(protocol(adopted).held().onRoll()).isEqualTo(20);
    }

    @Test
    void aProtocolWhoseMajorityWasChangedDoesNotCountUp() {
        String id = proposed(new Majority(Share.TWO_THIRDS, CountedOf.VOTES_CAST), 20);
        theyVote(id, 12, 7, 1);
        proposals.close(CLUSTER, id);
        count(id);
        Protocol told = protocol(id);
        Protocol.Paper paper = told.vote().paper();
        Protocol.Vote easier = new Protocol.Vote(
                told.vote().clusterId(),
                told.vote().cluster(),
                id,
                told.vote().title(),
                new Protocol.Paper(
                        paper.candidates(),
                        paper.seats(),
                        paper.rule(),
                        paper.round(),
                        new AdoptionRule(Share.HALF, CountedOf.VOTES_CAST, 20)));

        assertThat(Recount.of(ProtocolFile.of(Protocol.of(easier, told.held(), told.finding(), null))
                        .text()))
                .contains("Reglen giver et andet resultat af tallene end det, der står i protokollen.");
    }

    @Test
    void fewOrEqualVotesAboutAProposalTellTheResultOnly() {
        Majority simple = new Majority(Share.NONE, CountedOf.VOTES_CAST);
        String few = proposed(simple, 6);
        theyVote(few, 3, 1, 0);
        String alike = proposed(simple, 6);
        theyVote(alike, 6, 0, 0);
        String two = proposed(simple, 6);
        theyVote(two, 2, 0, 0);
        List.of(few, alike, two).forEach(id -> proposals.close(CLUSTER, id));

        assertThat(count(few).sentences())
                .containsExactly("Der er afgivet så få stemmer, at tallene ikke vises.", "Forslaget er vedtaget.");
        assertThat(count(alike).sentences()).containsExactly("6 stemmer afgivet.", "Forslaget er vedtaget.");
        assertThat(count(two).outcome()).isEqualTo(new Outcome.NotCounted());
        assertThat(count(two).sentences()).singleElement().asString().contains("håndsoprækning");
    }

    @Test
    void textsThatCompeteAreCalledByTheirOwnWords() {
        String id = getClass().getSimpleName() + "-texts-" + System.nanoTime();
        ballots.prepare(new NewBallot(
                CLUSTER,
                id,
                "Kontingentet",
                List.of(
                        new Candidate("A", "", "", "Uændret"),
                        new Candidate("B", "", "", "100 kr."),
                        new Candidate("C", "", "", "200 kr.")),
                new Terms(1, ElectionRule.MOST_VOTES, Round.FIRST),
                KeyMode.SERVER,
                "officer"));
        ballots.open(CLUSTER, id, roll(21), clock.instant().plus(Duration.ofDays(7)));
        everyoneVotes(id, "B", "B", "A", "C", "B");
        close();

        assertThat(count(id).sentences()).contains("Uændret 1, 100 kr. 3, 200 kr. 1.", "100 kr. er valgt.");
        assertThat(Recount.of(text(id))).isEmpty();
    }

    @Test
    void whoChairsClosesAVoteAboutAProposalAndSeesOnlyHowManyHaveVoted() {
        String id = proposed(new Majority(Share.NONE, CountedOf.VOTES_CAST), 21);
        theyVote(id, 4, 3, 1);
        theyVote(id, 4, 3, 1);
        assertThat(proposals.turnout(CLUSTER, id)).isEqualTo(8);
        assertRefused(Why.NOT_CLOSED_YET, () -> count(id));

        proposals.close(CLUSTER, id);
        proposals.close(CLUSTER, id);

        assertRefused(Why.NOT_OPEN, () -> vote(id, "v09", Contest.FOR));
        assertThat(neighbours.ended).as("nobody's link votes any longer").hasSizeGreaterThanOrEqualTo(21);
        assertThat(Objects.requireNonNull(count(id).counts()).ballots()).isEqualTo(8);
        String election = opened();
        assertThatThrownBy(() -> proposals.turnout(CLUSTER, election)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> proposals.close(CLUSTER, election)).isInstanceOf(IllegalStateException.class);
        assertThat(phase(election)).isEqualTo(Phase.OPEN);
    }

    @Test
    void aPaperThatGoesToAnotherHandTakesTheVoteFromThereOnly() {
        String id = proposed(new Majority(Share.NONE, CountedOf.VOTES_CAST), 6);
        VoteRight byAnother = new VoteRight("v06", "v01");
        proposals.hand(CLUSTER, id, byAnother);
        proposals.hand(CLUSTER, id, byAnother);
        assertThat(neighbours.ended).containsExactly(VoteRight.own("v06"));
        assertThat(ballots.rights(CLUSTER, id)).hasSize(6).contains(byAnother);
        theyVote(id, 3, 2, 0);

        assertRefused(Why.NOT_ON_ROLL, () -> vote(id, "v06", Contest.FOR));
        String first = vote(id, byAnother, Contest.AGAINST).get(0);
        proposals.hand(CLUSTER, id, VoteRight.own("v06"));

        assertRefused(Why.NOT_ON_ROLL, () -> vote(id, byAnother, Contest.AGAINST));
        assertThat(envelopes(id))
                .as("what was given stands until another is given")
                .isEqualTo(6);
        vote(id, "v06", Contest.FOR);
        assertThat(envelopes(id)).isEqualTo(6);
        proposals.close(CLUSTER, id);
        assertThat(Objects.requireNonNull(count(id).counts()).of(Contest.FOR)).isEqualTo(4);
        assertThat(text(id)).doesNotContain(first);
    }

    @Test
    void theProtocolOfAnElectionIsWrittenAsItWasBeforeThereWereProposals() {
        String id = opened();
        everyoneVotes(id, "A", "B", "A", "C", "A");
        close();
        count(id);

        assertThat(text(id)).doesNotContain("adoption");
    }

    static Map<String, Integer> votes(int a, int b, int c) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        votes.put("A", a);
        votes.put("B", b);
        votes.put("C", c);
        return votes;
    }
}
