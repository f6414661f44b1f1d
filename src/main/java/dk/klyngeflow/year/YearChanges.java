package dk.klyngeflow.year;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.WorkingDays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves items of a year by hand, or says that they are done or are left out; with a reason, which everybody can read. */
@Component
class YearChanges {

    private static final Logger LOG = LoggerFactory.getLogger(YearChanges.class);
    private static final Set<YearKind> PEOPLE_COME = Set.of(YearKind.MEETING, YearKind.ASSEMBLY);

    private final YearPlan plan;
    private final Cases cases;
    private final CopenhagenTime time;

    YearChanges(YearPlan plan, Cases cases, CopenhagenTime time) {
        this.plan = plan;
        this.cases = cases;
        this.time = time;
    }

    /** What somebody wants of an item. */
    record Wish(String itemId, YearPlan.What what, LocalDate day, String reason) {}

    /** @throws FormRefused saying what can be done instead */
    @Transactional
    public void make(String clusterId, int year, Wish wish, String by) {
        YearItem item = plan.lock(clusterId, year, wish.itemId());
        if (item.isOver()) {
            throw new FormRefused(List.of("„" + item.title() + "“ er gjort eller udgået og kan ikke ændres."));
        }
        switch (wish.what()) {
            case MOVED -> move(item, wish, by);
            case DONE -> done(item, wish, by);
            case DROPPED -> drop(item, wish, by);
        }
        cases.tell(ClusterYear.PLAN_CHANGED, clusterId, ClusterYear.businessKey(clusterId, year), Map.of());
        LOG.info("{} of {} in {} is {} by {}", wish.itemId(), year, clusterId, wish.what(), by);
    }

    private void move(YearItem item, Wish wish, String by) {
        if (item.isStarted()) {
            throw new FormRefused(
                    List.of(
                            "„" + item.title()
                                    + "“ er sat i gang. Flyt det, hvor der arbejdes med det: et møde på mødets side, en opgave i Tasklist."));
        }
        LocalDate day = wish.day();
        if (day.getYear() != item.year()) {
            throw new FormRefused(
                    List.of("Dagen skal ligge i " + item.year() + ". Hører punktet ikke til det år, så lad det udgå."));
        }
        if (!day.isAfter(time.today())) {
            throw new FormRefused(List.of("Dagen skal ligge efter i dag."));
        }
        if (PEOPLE_COME.contains(item.kind()) && !WorkingDays.isWorkingDay(day)) {
            throw new FormRefused(List.of(
                    DanishTime.WEEKDAY.format(day) + " er en helligdag eller ligger i en weekend. Vælg en hverdag."));
        }
        long ahead = ChronoUnit.DAYS.between(item.startsOn(), item.dueOn());
        plan.change(item, YearPlan.What.MOVED, new YearItem.Days(day.minusDays(ahead), day), wish.reason(), by);
    }

    private void done(YearItem item, Wish wish, String by) {
        if (wish.day().isAfter(time.today())) {
            throw new FormRefused(List.of("Skriv den dag, det blev gjort; den kan ikke ligge efter i dag."));
        }
        if (item.isStarted() && item.kind().due() == YearTurn.Due.TASK) {
            throw new FormRefused(List.of("„" + item.title() + "“ ligger som opgave i Tasklist. Løs den der."));
        }
        plan.change(item, YearPlan.What.DONE, item.days(), wish.reason(), by);
        plan.done(item, wish.day(), by);
    }

    private void drop(YearItem item, Wish wish, String by) {
        if (item.isStarted()) {
            throw new FormRefused(List.of(
                    "„" + item.title() + "“ er sat i gang og kan ikke udgå. Luk det, hvor der arbejdes med det."));
        }
        plan.change(item, YearPlan.What.DROPPED, item.days(), wish.reason(), by);
    }
}
