package dk.klyngeflow.polls;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Danish words for what a poll says. */
final class PollTexts {

    private static final DateTimeFormatter SHORT = DanishTime.SHORT_MOMENT;

    private PollTexts() {}

    static String answer(Optional<DateAnswer> answer) {
        return answer.map(given -> switch (given) {
                    case YES -> "ja";
                    case IF_NEED_BE -> "hvis nødvendigt";
                    case NO -> "nej";
                })
                .orElse("intet svar");
    }

    /** As in {@code tirs. 12. jan. kl. 19.00}, for narrow places. */
    static String shortly(Instant start) {
        return SHORT.format(start.atZone(CopenhagenTime.ZONE));
    }

    /** As in {@code 14 ja, 3 hvis nødvendigt, 2 nej, 2 uden svar.} */
    static String tally(DateTally date) {
        return date.yes() + " ja, " + date.ifNeedBe() + " hvis nødvendigt, " + date.no() + " nej"
                + (date.silent() == 0 ? "" : ", " + date.silent() + " uden svar") + ".";
    }

    static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
