package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.figuretables.MeasurePeriod;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the meeting that lay between two measurements. */
@Component
class Changes {

    private final CopenhagenTime time;

    Changes(CopenhagenTime time) {
        this.time = time;
    }

    /** Around the newest meeting that has figures on both sides. */
    Optional<MeasuredChange> of(Figures.Seen seen) {
        return seen.facts().looks().stream()
                .filter(look -> look.isDated()
                        && look.startsAt() != null
                        && look.startsAt().isBefore(time.now()))
                .flatMap(look -> MeasurePeriod.of(look.period())
                        .flatMap(period -> MeasuredChange.since(seen.views(), period, look.startsAt()))
                        .stream())
                .max(Comparator.comparing(MeasuredChange::meeting)
                        .thenComparing(change -> change.before().period().until()));
    }
}
