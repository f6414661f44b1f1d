package dk.klyngeflow.polls;

import java.time.Instant;

/**
 * How one date stands.
 *
 * @param requiredSaysNo somebody without whom it makes no sense cannot come
 * @param isEnough so many can come that it can be held
 */
public record DateTally(
        int option,
        Instant startsAt,
        int yes,
        int ifNeedBe,
        int no,
        int silent,
        boolean requiredSaysNo,
        boolean isEnough) {

    public int canCome() {
        return yes + ifNeedBe;
    }

    public int points() {
        return 2 * yes + ifNeedBe;
    }

    public boolean canWin() {
        return isEnough && !requiredSaysNo;
    }
}
