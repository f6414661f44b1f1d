package dk.klyngeflow.year;

import dk.klyngeflow.engine.CopenhagenTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** Knows what a year comes to next. */
@Component
class YearTurn {

    /** What an item wants when its time has come. */
    enum Due {
        MEETING,
        ELECTION,
        REVIEW,
        ACCOUNTS,
        ASSEMBLY,
        /** A task that people do. */
        TASK,
        /** The year has gone. */
        YEAR_OVER,
        /** Somebody has moved it in the meantime. */
        NOTHING
    }

    /** @param itemId empty where it is about none */
    record Taken(Due due, String itemId) {}

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final YearPlan plan;
    private final CopenhagenTime time;

    YearTurn(YearPlan plan, CopenhagenTime time) {
        this.plan = plan;
        this.time = time;
    }

    /** When something is to be begun next; the end of the year when nothing is. */
    Instant next(String clusterId, int year) {
        return plan.of(clusterId, year).stream()
                .filter(YearItem::isAhead)
                .map(YearItem::startsOn)
                .min(LocalDate::compareTo)
                .map(day -> CopenhagenTime.at(day, MORNING))
                .orElseGet(() -> CopenhagenTime.at(LocalDate.of(year + 1, 1, 1), LocalTime.MIDNIGHT));
    }

    Taken take(String clusterId, int year) {
        return plan.of(clusterId, year).stream()
                .filter(YearItem::isAhead)
                .filter(item -> !CopenhagenTime.at(item.startsOn(), MORNING).isAfter(time.now()))
                .min(Comparator.comparing(YearItem::startsOn).thenComparing(YearItem::itemId))
                .map(item -> new Taken(item.kind().due(), item.itemId()))
                .orElseGet(() -> new Taken(time.today().getYear() > year ? Due.YEAR_OVER : Due.NOTHING, ""));
    }
}
