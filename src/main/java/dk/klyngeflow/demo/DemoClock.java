package dk.klyngeflow.demo;

import dk.klyngeflow.engine.EngineClock;
import dk.klyngeflow.engine.MovedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demo's time: the machine's, and so much ahead of it as the newcomer has moved it. How much is kept beside the demo's database, since
 * what has happened there cannot happen again.
 */
@Component
@Profile("demo")
class DemoClock extends Clock implements ClockHand, MovedClock {

    private final Clock machine;
    private final ZoneId zone;
    private final Path file;
    private volatile Duration ahead;

    @Autowired
    DemoClock(DemoSettings settings) {
        this(Clock.systemUTC(), Path.of(settings.dataDir()).toAbsolutePath().resolve("clock"));
    }

    DemoClock(Clock machine, Path file) {
        this.machine = machine;
        this.zone = machine.getZone();
        this.file = file;
        this.ahead = read(file);
        EngineClock.runAhead(ahead);
    }

    Duration ahead() {
        return ahead;
    }

    @Override
    public Instant now() {
        return instant();
    }

    @Override
    public synchronized void moveTo(Instant moment) {
        Duration further = Duration.between(instant(), moment);
        if (further.isNegative() || further.isZero()) {
            return;
        }
        Duration wanted = ahead.plus(further);
        write(wanted);
        ahead = wanted;
        EngineClock.runAhead(wanted);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same time read in another zone; its hand is this one's. */
    @Override
    public Clock withZone(ZoneId other) {
        return Clock.offset(machine.withZone(other), ahead);
    }

    private static Duration read(Path file) {
        try {
            return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's clock cannot be read from " + file, e);
        }
    }

    private void write(Duration wanted) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, wanted.toString());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's clock cannot be kept in " + file, e);
        }
    }
}
