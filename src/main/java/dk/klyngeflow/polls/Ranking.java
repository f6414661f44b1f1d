package dk.klyngeflow.polls;

import dk.klyngeflow.engine.CopenhagenTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rule by which a date wins: nobody required says no to it, enough people can come, then most points, most yes, the earliest.
 * {@link PollResult#RULE} tells people the same.
 */
final class Ranking {

    private static final Comparator<DateTally> BETTER_FIRST = Comparator.comparing(DateTally::canWin)
            .thenComparing(DateTally::isEnough)
            .thenComparing(tally -> !tally.requiredSaysNo())
            .thenComparingInt(DateTally::points)
            .thenComparingInt(DateTally::yes)
            .reversed()
            .thenComparing(DateTally::startsAt);

    private Ranking() {}

    static PollResult of(Poll poll, List<Voice> voices) {
        List<DateTally> dates = poll.options().stream()
                .map(option -> tally(option, voices, poll.minimum()))
                .toList();
        Optional<DateTally> best = ranked(dates).stream().findFirst().filter(DateTally::canWin);
        return new PollResult(poll, dates, List.copyOf(voices), best, why(poll, dates, voices, best));
    }

    /** The better first; those that cannot win last. */
    static List<DateTally> ranked(List<DateTally> dates) {
        return dates.stream().sorted(BETTER_FIRST).toList();
    }

    private static DateTally tally(Poll.Option option, List<Voice> voices, int minimum) {
        int yes = count(option, voices, DateAnswer.YES);
        int ifNeedBe = count(option, voices, DateAnswer.IF_NEED_BE);
        int no = count(option, voices, DateAnswer.NO);
        boolean requiredSaysNo = voices.stream()
                .anyMatch(voice -> voice.required()
                        && voice.to(option.number())
                                .filter(DateAnswer.NO::equals)
                                .isPresent());
        return new DateTally(
                option.number(),
                option.startsAt(),
                yes,
                ifNeedBe,
                no,
                voices.size() - yes - ifNeedBe - no,
                requiredSaysNo,
                yes + ifNeedBe >= minimum);
    }

    private static int count(Poll.Option option, List<Voice> voices, DateAnswer answer) {
        return (int) voices.stream()
                .filter(voice ->
                        voice.to(option.number()).filter(answer::equals).isPresent())
                .count();
    }

    private static String why(Poll poll, List<DateTally> dates, List<Voice> voices, Optional<DateTally> best) {
        if (voices.stream().allMatch(Voice::isSilent)) {
            return "Ingen har svaret.";
        }
        if (best.isPresent()) {
            DateTally date = best.get();
            return "Bedst er " + CopenhagenTime.inWords(date.startsAt()) + ": " + date.yes() + " kan"
                    + (date.ifNeedBe() == 0 ? "" : ", og " + date.ifNeedBe() + " kan, hvis det er nødvendigt") + ".";
        }
        if (dates.stream().anyMatch(DateTally::isEnough)) {
            return "Ingen dato kan vinde: til hver af dem har en, der skal være med, sagt nej, eller for få kan komme.";
        }
        return poll.minimum() == 1
                ? "Ingen kan komme på nogen af datoerne."
                : "Til ingen af datoerne kan så mange som " + poll.minimum() + " komme.";
    }
}
