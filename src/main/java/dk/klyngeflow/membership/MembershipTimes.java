package dk.klyngeflow.membership;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.WorkingDays;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** When a request must have its answer, counted from now. */
@Component
class MembershipTimes {

    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime NIGHT = LocalTime.of(4, 0);
    private static final int DAYS_TO_ANSWER = 10;
    private static final int DAYS_TO_ESCALATE = 11;

    private final CopenhagenTime time;

    MembershipTimes(CopenhagenTime time) {
        this.time = time;
    }

    Instant answerBy() {
        return in(DAYS_TO_ANSWER, AFTERNOON);
    }

    Instant escalateAt() {
        return in(DAYS_TO_ESCALATE, MORNING);
    }

    /** When the mail that says so has gone: it needs the address. */
    Instant eraseAt() {
        return CopenhagenTime.at(time.today().plusDays(2), NIGHT);
    }

    private Instant in(int workingDays, LocalTime hour) {
        return CopenhagenTime.at(WorkingDays.after(time.today(), workingDays), hour);
    }
}
