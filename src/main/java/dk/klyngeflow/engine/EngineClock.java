package dk.klyngeflow.engine;

import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The time that the engine itself goes by: timers, due dates, history. */
public final class EngineClock {

    private EngineClock() {}

    /** Lets the engine's clock run ahead of the machine's, which the demo does when it moves time. */
    public static void runAhead(Duration ahead) {
        ClockUtil.offset(ahead.toMillis());
    }
}
