package dk.klyngeflow.polls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A poll that has been opened.
 *
 * @param closedAt null until it is closed by the case, early when everybody has answered
 * @param silent how many have not answered yet
 * @param chosenOption number of the date that was chosen; null until then
 */
public record DatePoll(
        String clusterId,
        String pollId,
        String caseKey,
        String title,
        String text,
        int minutes,
        int minimum,
        Instant closesAt,
        @Nullable Instant closedAt,
        int silent,
        @Nullable Integer chosenOption,
        List<Option> options) {

    /** One proposed date; numbered from 1, the earliest first. */
    public record Option(int number, Instant startsAt) {}

    public boolean takesAnswersAt(Instant now) {
        return closedAt == null && now.isBefore(closesAt);
    }

    /** @throws IllegalArgumentException when there is no such date */
    public Option option(int number) {
        return options.stream()
                .filter(option -> option.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("poll " + pollId + " has no date " + number));
    }
}
