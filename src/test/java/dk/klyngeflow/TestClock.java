package dk.klyngeflow;

import dk.klyngeflow.engine.MovedClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** A clock that stands still until a test moves it; the engine's own clock follows. */
public final class TestClock extends Clock implements MovedClock {

    /** A Monday morning with no holiday near. */
    public static final Instant START = Instant.parse("2026-09-07T06:00:00Z");

    private volatile Instant now = START;

    public void set(Instant instant) {
        now = instant;
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    public void advance(Duration duration) {
        set(now.plus(duration));
    }

    public void reset() {
        set(START);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
