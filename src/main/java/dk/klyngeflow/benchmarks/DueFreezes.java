package dk.klyngeflow.benchmarks;

import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Freezes what has been collected when the data deadline of its meeting has come. Every node does it; the second finds nothing left. */
@Component
class DueFreezes {

    private final ReleasedSets sets;
    private final Freezing freezing;

    DueFreezes(ReleasedSets sets, Freezing freezing) {
        this.sets = sets;
        this.freezing = freezing;
    }

    @Scheduled(cron = "20 * * * * *", zone = "Europe/Copenhagen")
    void freeze() {
        sets.allDue()
                .forEach(due ->
                        freezing.freeze(due.clusterId(), List.of(new MeasuredPeriod(due.measureId(), due.period()))));
    }
}
