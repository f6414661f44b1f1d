package dk.klyngeflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.TestClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoClockTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T07:00:00Z");

    @TempDir
    Path folder;

    /** All tests share one engine, whose clock stands where a story begins. */
    @AfterEach
    void putTheEnginesClockBack() {
        new TestClock().reset();
    }

    @Test
    void isAheadByWhatItWasMovedAlsoAfterARestart() {
        demoClock(MORNING).moveTo(MORNING.plus(Duration.ofDays(3)));

        DemoClock restarted = demoClock(MORNING.plus(Duration.ofHours(1)));

        assertThat(restarted.instant())
                .isEqualTo(MORNING.plus(Duration.ofDays(3)).plus(Duration.ofHours(1)));
        assertThat(restarted.ahead()).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void movesForwardsOnly() {
        DemoClock clock = demoClock(MORNING);

        clock.moveTo(MORNING.minusSeconds(1));

        assertThat(clock.instant()).isEqualTo(MORNING);
    }

    @Test
    void takesTheEnginesClockAlong() {
        Instant machine = Instant.ofEpochMilli(new Date().getTime());
        demoClock(MORNING).moveTo(MORNING.plus(Duration.ofDays(2)));

        assertThat(ClockUtil.getCurrentTime().toInstant())
                .isBetween(
                        machine.plus(Duration.ofDays(2)),
                        machine.plus(Duration.ofDays(2)).plusSeconds(60));
    }

    private DemoClock demoClock(Instant machine) {
        return new DemoClock(
                Clock.fixed(machine, ZoneOffset.UTC), folder.resolve("new").resolve("clock"));
    }
}
