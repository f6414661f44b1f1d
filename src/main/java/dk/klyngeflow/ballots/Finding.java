package dk.klyngeflow.ballots;

import dk.klyngeflow.ballots.Marks.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the opened envelopes say, and how much of it may be told.
 *
 * @param ballots how many have voted; null when too few have
 * @param counts null when they are withheld
 * @param list every mark with its receipt, sorted by receipt; empty when it is withheld
 * @param outcome by figures and rule alone
 */
record Finding(
        Withheld withheld,
        @Nullable Integer ballots,
        @Nullable Counts counts,
        List<Mark> list,
        Outcome outcome) {

    /** Why figures are not told. */
    enum Withheld {
        NOTHING,
        /** From three, but fewer than five ballots: only the result. */
        FEW,
        /** All ballots are alike, so the figures would tell what each has voted. */
        ALIKE,
        /** Fewer than three, or so many damaged that nobody knows the result. */
        NOT_COUNTED
    }

    static final int FEWEST = 3;
    static final int FEWEST_TOLD = 5;

    Finding {
        list = List.copyOf(list);
    }

    /** @param damaged how many envelopes could not be opened */
    static Finding of(Contest contest, List<Marks> opened, int damaged) {
        if (opened.size() < FEWEST) {
            return new Finding(Withheld.NOT_COUNTED, null, null, List.of(), new Outcome.NotCounted());
        }
        Counts counts = counts(contest, opened, damaged);
        Outcome outcome = Tally.of(contest, counts);
        if (damaged > 0 && new DamagedEnvelopes(contest, counts).couldChange(outcome)) {
            return new Finding(Withheld.NOT_COUNTED, null, null, List.of(), new Outcome.Spoilt());
        } else if (opened.size() < FEWEST_TOLD) {
            return new Finding(Withheld.FEW, null, null, List.of(), outcome);
        } else if (isAlike(opened)) {
            return new Finding(Withheld.ALIKE, counts.ballots(), null, List.of(), outcome);
        }
        List<Mark> list = opened.stream()
                .flatMap(each -> each.marks().stream())
                .sorted(Comparator.comparing(Mark::receipt))
                .toList();
        return new Finding(Withheld.NOTHING, counts.ballots(), counts, list, outcome);
    }

    /** What a list of single marks adds up to: what whoever recounts does. */
    static Counts recounted(Contest contest, List<Mark> list, int damaged) {
        Map<String, Integer> votes = zero(contest);
        int blank = 0;
        for (Mark mark : list) {
            if (mark.choice().equals(Marks.BLANK)) {
                blank++;
            } else if (!mark.choice().equals(Marks.UNUSED)) {
                votes.merge(mark.choice(), 1, Integer::sum);
            }
        }
        return new Counts(votes, list.size() / contest.marks() + damaged, blank / contest.marks(), damaged);
    }

    private static Counts counts(Contest contest, List<Marks> opened, int damaged) {
        List<Mark> all = new ArrayList<>();
        opened.forEach(each -> all.addAll(each.marks()));
        return recounted(contest, all, damaged);
    }

    private static Map<String, Integer> zero(Contest contest) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        contest.choices().forEach(each -> votes.put(each, 0));
        return votes;
    }

    private static boolean isAlike(List<Marks> opened) {
        return opened.stream()
                        .map(each ->
                                each.marks().stream().map(Mark::choice).sorted().toList())
                        .distinct()
                        .count()
                == 1;
    }
}
