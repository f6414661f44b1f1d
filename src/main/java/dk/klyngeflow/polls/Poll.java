package dk.klyngeflow.polls;

import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A poll that has been opened. */
public record Poll(
        String clusterId, String pollId, String caseKey, PollMatter matter, Stand stand, List<Option> options) {

    /**
     * How far it is.
     *
     * @param closedAt null until it is closed by the case, early when everybody has answered
     * @param silent how many have not answered yet
     * @param chosenOption number of the date that was chosen; null until then
     */
    public record Stand(
            Instant closesAt,
            @Nullable Instant closedAt,
            int silent,
            @Nullable Integer chosenOption) {

        boolean takesAnswersAt(Instant now) {
            return closedAt == null && now.isBefore(closesAt);
        }
    }

    /** One proposed date; numbered from 1, the earliest first. */
    public record Option(@Column("option_no") int number, Instant startsAt) {}

    /** With its dates, which are rows of their own. */
    Poll with(List<Option> dates) {
        return new Poll(clusterId, pollId, caseKey, matter, stand, dates);
    }

    public boolean takesAnswersAt(Instant now) {
        return stand.takesAnswersAt(now);
    }

    /** @throws IllegalArgumentException when there is no such date */
    public Option option(int number) {
        return options.stream()
                .filter(option -> option.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("poll " + pollId + " has no date " + number));
    }

    public String title() {
        return matter.title();
    }

    public int minimum() {
        return matter.minimum();
    }

    public Instant closesAt() {
        return stand.closesAt();
    }

    public int silent() {
        return stand.silent();
    }

    public @Nullable Integer chosenOption() {
        return stand.chosenOption();
    }
}
