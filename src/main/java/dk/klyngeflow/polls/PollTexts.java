package dk.klyngeflow.polls;

import java.util.Optional;

/** Danish words for what a poll says. */
final class PollTexts {

    private static final int HOUR = 60;

    private PollTexts() {}

    /** As in {@code 2 timer} or {@code 1 time og 30 minutter}. */
    static String duration(int minutes) {
        int hours = minutes / HOUR;
        int rest = minutes % HOUR;
        String inHours = hours == 0 ? "" : hours + (hours == 1 ? " time" : " timer");
        String inMinutes = rest == 0 ? "" : rest + " minutter";
        return inHours + (hours > 0 && rest > 0 ? " og " : "") + inMinutes;
    }

    static String answer(Optional<DateAnswer> answer) {
        return answer.map(given -> switch (given) {
                    case YES -> "ja";
                    case IF_NEED_BE -> "hvis nødvendigt";
                    case NO -> "nej";
                })
                .orElse("intet svar");
    }
}
