package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** The figures of single practices are kept as long as a line of twelve quarters needs them, and a year for whoever measures late. */
@Component
class FigureRetention implements Forgets {

    private final RawRows raw;
    private final FigureNotes notes;

    FigureRetention(RawRows raw, FigureNotes notes) {
        this.raw = raw;
        this.notes = notes;
    }

    @Override
    public String what() {
        return "Tal for hver praksis, og hvad den skrev om dem";
    }

    @Override
    public Period after() {
        return Period.ofYears(4);
    }

    @Override
    public int forget(Instant before) {
        return raw.forget(before) + notes.forget(before);
    }
}
