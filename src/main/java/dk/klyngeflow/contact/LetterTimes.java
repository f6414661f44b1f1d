package dk.klyngeflow.contact;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.WorkingDays;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When somebody must have seen to a letter, counted from now in working days. */
@Component
class LetterTimes {

    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int DAYS_TO_ACT = 2;
    private static final int DAYS_TO_ESCALATE = 4;

    private final CopenhagenTime time;

    LetterTimes(CopenhagenTime time) {
        this.time = time;
    }

    /** As the process takes them. */
    Map<String, Object> fromNow() {
        return Map.of(
                IncomingMailVariables.TASK_DUE_AT.name(),
                in(DAYS_TO_ACT, AFTERNOON).toString(),
                IncomingMailVariables.ESCALATE_AT.name(),
                in(DAYS_TO_ESCALATE, MORNING).toString());
    }

    private Instant in(int workingDays, LocalTime hour) {
        return CopenhagenTime.at(WorkingDays.after(time.today(), workingDays), hour);
    }
}
