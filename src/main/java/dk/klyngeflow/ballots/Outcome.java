package dk.klyngeflow.ballots;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.Stream;

/** What a vote has led to. Whoever stands first among the elected has the most votes, when that may be told. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Elected.class, name = "elected"),
    @JsonSubTypes.Type(value = Outcome.RunOff.class, name = "run-off"),
    @JsonSubTypes.Type(value = Outcome.LotNeeded.class, name = "lot"),
    @JsonSubTypes.Type(value = Outcome.Nobody.class, name = "nobody"),
    @JsonSubTypes.Type(value = Outcome.NotCounted.class, name = "not-counted"),
    @JsonSubTypes.Type(value = Outcome.Spoilt.class, name = "spoilt")
})
public sealed interface Outcome {

    /** Ids of those who are elected already, whatever else is open. */
    List<String> elected();

    /** All seats are filled. */
    record Elected(List<String> elected) implements Outcome {

        public Elected {
            elected = List.copyOf(elected);
        }
    }

    /**
     * Another vote between these, for the seats that are left.
     *
     * @param round to be given to the next {@link NewBallot}
     */
    record RunOff(List<String> elected, List<String> candidates, int seats, Round round) implements Outcome {

        public RunOff {
            elected = List.copyOf(elected);
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Two persons draw among the equal ones; see {@link Ballots#drawLot}.
     *
     * @param sure who goes on to the next vote without being drawn; empty when the lot is for seats
     * @param tied among whom is drawn
     * @param places how many of them are drawn
     * @param seats how many are still to be elected
     * @param isForSeat true when the drawn are elected, false when they go on to the last vote
     */
    record LotNeeded(
            List<String> elected, List<String> sure, List<String> tied, int places, int seats, boolean isForSeat)
            implements Outcome {

        public LotNeeded {
            elected = List.copyOf(elected);
            sure = List.copyOf(sure);
            tied = List.copyOf(tied);
        }

        /** What follows when these have been drawn. */
        Outcome drawn(List<String> drawn) {
            return isForSeat
                    ? new Elected(both(elected, drawn))
                    : new RunOff(elected, both(sure, drawn), seats, Round.LAST);
        }

        private static List<String> both(List<String> some, List<String> others) {
            return Stream.concat(some.stream(), others.stream()).toList();
        }
    }

    /**
     * Seats are left for which nobody has got votes enough: nominations again.
     *
     * @param seats how many
     */
    record Nobody(List<String> elected, int seats) implements Outcome {

        public Nobody {
            elected = List.copyOf(elected);
        }
    }

    /** Fewer than three votes: the envelopes were destroyed unopened, so vote at the meeting instead. */
    record NotCounted() implements Outcome {

        @Override
        public List<String> elected() {
            return List.of();
        }
    }

    /** As many envelopes could not be opened as could have changed the result: a new vote. */
    record Spoilt() implements Outcome {

        @Override
        public List<String> elected() {
            return List.of();
        }
    }
}
