package dk.klyngeflow.ballots;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the envelopes that could not be opened can have decided the vote: everything that may have lain in them is tried. */
final class DamagedEnvelopes {

    private static final int MOST_TRIALS = 20_000;

    private final Contest contest;
    private final Counts counts;
    private final List<List<String>> ballots = new ArrayList<>();
    private int trials;

    DamagedEnvelopes(Contest contest, Counts counts) {
        this.contest = contest;
        this.counts = counts;
        possible(0, List.of());
    }

    /** True also when there are too many possibilities to try. */
    boolean couldChange(Outcome counted) {
        return couldChange(counted, counts, 0);
    }

    private boolean couldChange(Outcome counted, Counts now, int from) {
        if (++trials > MOST_TRIALS) {
            return true;
        }
        if (now.invalid() == 0) {
            return !isSame(counted, Tally.of(contest, now));
        }
        // in which of the envelopes a ballot lay makes no difference
        for (int i = from; i < ballots.size(); i++) {
            if (couldChange(counted, with(now, ballots.get(i)), i)) {
                return true;
            }
        }
        return false;
    }

    private static Counts with(Counts counts, List<String> ballot) {
        Map<String, Integer> votes = new LinkedHashMap<>(counts.votes());
        ballot.forEach(each -> votes.merge(each, 1, Integer::sum));
        return new Counts(votes, counts.ballots(), counts.blank() + (ballot.isEmpty() ? 1 : 0), counts.invalid() - 1);
    }

    /** In whatever order the elected stand. */
    private static boolean isSame(Outcome one, Outcome other) {
        return one instanceof Outcome.Elected && other instanceof Outcome.Elected
                ? Set.copyOf(one.elected()).equals(Set.copyOf(other.elected()))
                : one.equals(other);
    }

    private void possible(int from, List<String> chosen) {
        ballots.add(chosen);
        for (int i = from; i < contest.choices().size() && chosen.size() < contest.marks(); i++) {
            if (ballots.size() > MOST_TRIALS) {
                return;
            }
            List<String> more = new ArrayList<>(chosen);
            more.add(contest.choices().get(i));
            possible(i + 1, more);
        }
    }
}
