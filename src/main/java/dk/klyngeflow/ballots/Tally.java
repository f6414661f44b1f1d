package dk.klyngeflow.ballots;

import dk.klyngeflow.ballots.ElectionRule.Majority;
import dk.klyngeflow.ballots.ElectionRule.SecondRound;
import dk.klyngeflow.ballots.ElectionRule.TiedForSecond;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What follows from the figures of a vote. Nothing but arithmetic: whoever recounts uses the same. */
public final class Tally {

    private final Contest contest;
    private final Counts counts;
    private final List<String> ranked;

    private Tally(Contest contest, Counts counts) {
        this.contest = contest;
        this.counts = counts;
        // equal ones stay in the order of the paper
        this.ranked = contest.candidates().stream()
                .sorted(Comparator.comparing((String each) -> -counts.of(each)))
                .toList();
    }

    public static Outcome of(Contest contest, Counts counts) {
        Tally tally = new Tally(contest, counts);
        if (contest.isApproval()) {
            return tally.approval();
        }
        boolean needsHalf = contest.rule().majority() == Majority.ABSOLUTE && contest.round() != Round.LAST;
        return needsHalf ? tally.moreThanHalf() : tally.mostVotes();
    }

    /** The candidates by votes, the most first. */
    static List<String> order(Contest contest, Counts counts) {
        return contest.isApproval() ? contest.candidates() : new Tally(contest, counts).ranked;
    }

    /** How many votes are more than half. */
    static int needed(Counts counts) {
        return counts.valid() / 2 + 1;
    }

    private Outcome approval() {
        AdoptionRule adoption = contest.adoption();
        boolean isElected =
                adoption == null ? counts.of(Contest.FOR) > counts.of(Contest.AGAINST) : adoption.isReached(counts);
        return isElected ? new Outcome.Elected(contest.candidates()) : new Outcome.Nobody(List.of(), 1);
    }

    private Outcome mostVotes() {
        return fill(
                List.of(), ranked.stream().filter(each -> counts.of(each) > 0).toList(), contest.seats());
    }

    private Outcome moreThanHalf() {
        List<String> enough = ranked.stream()
                .filter(each -> counts.of(each) >= needed(counts))
                .toList();
        if (enough.size() >= contest.seats()) {
            return fill(List.of(), enough, contest.seats());
        }
        int left = contest.seats() - enough.size();
        List<String> others =
                ranked.stream().filter(each -> !enough.contains(each)).toList();
        if (contest.round() == Round.FIRST && contest.rule().second() == SecondRound.FREE) {
            return others.isEmpty()
                    ? new Outcome.Nobody(enough, left)
                    : new Outcome.RunOff(enough, paperOrder(others), left, Round.FREE);
        }
        List<String> voted = others.stream().filter(each -> counts.of(each) > 0).toList();
        return voted.isEmpty() ? new Outcome.Nobody(enough, left) : bound(enough, voted, left);
    }

    /** The leading ones go on, twice as many as there are seats. */
    private Outcome bound(List<String> elected, List<String> voted, int left) {
        int places = 2 * left;
        Cut cut = cut(voted, places);
        if (cut.tied().isEmpty()) {
            return new Outcome.RunOff(elected, paperOrder(cut.sure()), left, Round.LAST);
        }
        // the same again would only be tied again
        boolean isWidened = contest.rule().tied() == TiedForSecond.ALL && contest.round() != Round.WIDENED;
        List<String> all = new ArrayList<>(cut.sure());
        all.addAll(cut.tied());
        return isWidened
                ? new Outcome.RunOff(elected, paperOrder(all), left, Round.WIDENED)
                : new Outcome.LotNeeded(
                        elected,
                        cut.sure(),
                        paperOrder(cut.tied()),
                        places - cut.sure().size(),
                        left,
                        false);
    }

    /** The best take the seats; those who share the last one are voted upon again, and then drawn. */
    private Outcome fill(List<String> before, List<String> best, int seats) {
        Cut cut = cut(best, seats);
        List<String> elected = new ArrayList<>(before);
        elected.addAll(cut.sure());
        int left = seats - cut.sure().size();
        if (cut.tied().isEmpty()) {
            return left == 0 ? new Outcome.Elected(elected) : new Outcome.Nobody(elected, left);
        }
        List<String> tied = paperOrder(cut.tied());
        return contest.round() == Round.LAST
                ? new Outcome.LotNeeded(elected, List.of(), tied, left, left, true)
                : new Outcome.RunOff(elected, tied, left, Round.LAST);
    }

    /** @param tied who share the last place, when there are more of them than places */
    private record Cut(List<String> sure, List<String> tied) {}

    private Cut cut(List<String> best, int places) {
        if (best.size() <= places) {
            return new Cut(best, List.of());
        }
        int last = counts.of(best.get(places - 1));
        if (counts.of(best.get(places)) < last) {
            return new Cut(best.subList(0, places), List.of());
        }
        return new Cut(
                best.stream().filter(each -> counts.of(each) > last).toList(),
                best.stream().filter(each -> counts.of(each) == last).toList());
    }

    private List<String> paperOrder(List<String> some) {
        return contest.candidates().stream().filter(some::contains).toList();
    }
}
