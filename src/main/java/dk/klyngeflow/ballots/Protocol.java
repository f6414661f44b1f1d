package dk.klyngeflow.ballots;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.klyngeflow.ballots.BallotStore.StrikeOff;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The record of a vote. Nothing in it comes from the moment of the count, so that a count that was broken off and begun again writes the
 * same bytes.
 *
 * @param format what {@link RecountBallots} reads
 * @param before SHA-256 of the protocol as it was before the lot, or before somebody overruled it; null when neither has happened
 */
record Protocol(
        String format,
        Vote vote,
        Held held,
        Finding finding,
        @Nullable Added added,
        List<String> sentences,
        Outcome outcome) {

    static final String FORMAT = "klyngeflow-ballot-1";

    record Vote(String clusterId, String cluster, String ballotId, String title, Paper paper) {}

    /**
     * @param candidates in the order of the ballot paper
     * @param adoption left out where people stand, as it was before there were proposals
     */
    record Paper(
            List<Named> candidates,
            int seats,
            ElectionRule rule,
            Round round,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            AdoptionRule adoption) {

        Paper(List<Named> candidates, int seats, ElectionRule rule, Round round) {
            this(candidates, seats, rule, round, null);
        }

        Contest contest() {
            return new Contest(candidates.stream().map(Named::id).toList(), seats, rule, round, adoption);
        }

        /** By id; those who are called the same are told apart by their practice. */
        Map<String, String> names() {
            Map<String, Long> often =
                    candidates.stream().collect(Collectors.groupingBy(Named::name, Collectors.counting()));
            return candidates.stream()
                    .collect(Collectors.toMap(
                            Named::id,
                            each -> often.getOrDefault(each.name(), 0L) > 1
                                            && !each.practice().isEmpty()
                                    ? each.name() + " (" + each.practice() + ")"
                                    : each.name()));
        }
    }

    record Named(String id, String name, String practice) {}

    /**
     * @param onRoll how many could vote when it closed
     * @param struckOff by whom and why, never who
     * @param tellers who counted at a meeting; empty for a vote by link
     */
    record Held(
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable Integer onRoll,
            @Nullable String rollHash,
            @Nullable KeyMode key,
            List<Struck> struckOff,
            List<String> tellers) {

        /** Nothing was frozen, and there was no key. */
        static Held atMeeting(List<String> tellers) {
            return new Held(null, null, null, null, null, List.of(), tellers);
        }
    }

    record Struck(String first, String second, String reason) {

        static Struck of(StrikeOff strikeOff, Map<String, String> names) {
            return new Struck(
                    names.getOrDefault(strikeOff.first(), strikeOff.first()),
                    names.getOrDefault(strikeOff.second(), strikeOff.second()),
                    strikeOff.reason());
        }
    }

    /** @param before SHA-256 of the protocol without this */
    record Added(@Nullable Lot lot, @Nullable Overruled overruled, String before) {}

    record Overruled(List<String> elected, String by, String reason) {}

    /** What follows from finding, lot and reason. */
    static Outcome outcome(Finding finding, @Nullable Added added) {
        if (added == null) {
            return finding.outcome();
        } else if (added.overruled() != null) {
            return new Outcome.Elected(added.overruled().elected());
        }
        return added.lot() != null && finding.outcome() instanceof Outcome.LotNeeded needed
                ? needed.drawn(added.lot().drawn())
                : finding.outcome();
    }

    static Protocol of(Vote vote, Held held, Finding finding, @Nullable Added added) {
        Outcome outcome = outcome(finding, added);
        List<String> sentences = TallyInWords.of(vote.paper(), finding, added, outcome);
        return new Protocol(FORMAT, vote, held, finding, added, sentences, outcome);
    }

    Protocol with(Added more) {
        return of(vote, held, finding, more);
    }
}
