package dk.klyngeflow.privacy;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Nobody who has left all her clusters is kept for ever because nobody thought of it. */
@Component
class LeaverErasure implements Forgets {

    /** Every text of the database is looked through for each: not all of a great exodus in one night. */
    private static final int MOST_A_NIGHT = 50;

    private final Erasure erasure;
    private final Period after;

    LeaverErasure(Erasure erasure, @Value("${klyngeflow.erase-leavers-after:P1Y}") Period after) {
        this.erasure = erasure;
        this.after = after;
    }

    @Override
    public String what() {
        return "Navn og mailadresse på folk, der har forladt alle deres klynger";
    }

    @Override
    public Period after() {
        return after;
    }

    @Override
    public int forget(Instant before) {
        return (int) erasure.goneBefore(before.atZone(CopenhagenTime.ZONE).toLocalDate(), MOST_A_NIGHT).stream()
                .filter(erasure::erase)
                .count();
    }
}
