package dk.klyngeflow.year;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts into a cluster's year what had been done in it before the cluster had its wheel. */
@Component
public class YearsPast {

    private final YearPlan plan;
    private final Years years;

    YearsPast(YearPlan plan, Years years) {
        this.plan = plan;
        this.years = years;
    }

    /**
     * Nothing happens when the year has not begun.
     *
     * @param number of several of the kind; 0 for what comes once a year
     * @param note in one sentence, may be empty
     */
    @Transactional
    public void done(String clusterId, YearKind kind, int number, LocalDate dueOn, LocalDate doneOn, String note) {
        if (years.find(clusterId, dueOn.getYear()).isEmpty()) {
            return;
        }
        YearItem item = new YearItem(
                clusterId,
                dueOn.getYear(),
                number == 0 ? kind.id() : kind.id() + "-" + number,
                kind,
                kind.danish(),
                note,
                new YearItem.Days(dueOn, dueOn),
                YearItem.Progress.NONE);
        plan.add(item);
        plan.done(item, doneOn, null);
    }
}
