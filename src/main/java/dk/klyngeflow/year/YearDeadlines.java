package dk.klyngeflow.year;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.statutes.OrdinaryAssemblies;
import dk.klyngeflow.statutes.OrdinaryAssemblies.Called;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What goes with the notice of the assembly is due when that is sent: by the plan until the assembly has a day, by that day while it has
 * one, and by the plan again when it is cancelled or nobody can be called to it any longer.
 */
@Component
class YearDeadlines {

    private static final Logger LOG = LoggerFactory.getLogger(YearDeadlines.class);
    private static final List<YearKind> WITH_THE_NOTICE = List.of(YearKind.BUDGET, YearKind.ACCOUNTS);

    private final Years years;
    private final YearPlan plan;
    private final YearlyTasks tasks;
    private final ObjectProvider<OrdinaryAssemblies> assemblies;
    private final Cases cases;

    YearDeadlines(
            Years years, YearPlan plan, YearlyTasks tasks, ObjectProvider<OrdinaryAssemblies> assemblies, Cases cases) {
        this.years = years;
        this.plan = plan;
        this.tasks = tasks;
        this.assemblies = assemblies;
        this.cases = cases;
    }

    @Transactional
    public void see(String clusterId) {
        for (Years.Begun begun : years.of(clusterId)) {
            if (begun.closedAt() == null && follow(begun)) {
                cases.tell(
                        ClusterYear.PLAN_CHANGED,
                        clusterId,
                        ClusterYear.businessKey(clusterId, begun.year()),
                        Map.of());
            }
        }
    }

    private boolean follow(Years.Begun begun) {
        Optional<LocalDate> notice = assemblies.stream()
                .flatMap(each -> each.presenting(begun.clusterId(), begun.year() - 1).stream())
                .map(Called::lastNotice)
                .filter(Objects::nonNull)
                .findFirst();
        List<String> byHand = plan.changes(begun.clusterId(), begun.year()).stream()
                .map(YearPlan.Change::itemId)
                .toList();
        List<YearItem> moved = plan.of(begun.clusterId(), begun.year()).stream()
                .filter(item -> WITH_THE_NOTICE.contains(item.kind())
                        && !item.isOver()
                        && !byHand.contains(item.itemId())
                        && !due(item, notice).equals(item.dueOn()))
                .toList();
        moved.forEach(item -> move(item, due(item, notice)));
        return !moved.isEmpty();
    }

    /** On the last working day on which everything can still be in the notice. */
    private static LocalDate due(YearItem item, Optional<LocalDate> notice) {
        return notice.map(WorkingDays::notAfter).orElseGet(item::byPlan);
    }

    private void move(YearItem item, LocalDate due) {
        LocalDate starts = WorkingDays.after(due.minusDays(ChronoUnit.DAYS.between(item.startsOn(), item.dueOn())), 0);
        plan.follow(
                item,
                item.isStarted()
                        ? new YearItem.Days(item.startsOn(), due)
                        : new YearItem.Days(starts.isAfter(due) ? due : starts, due),
                due.equals(item.byPlan()) ? null : item.byPlan());
        if (item.isStarted() && item.kind().due() == YearTurn.Due.TASK) {
            tasks.moveDeadline(item.clusterId(), item.year(), item.itemId());
        }
        LOG.info("{} of {} in {} is due on {}", item.itemId(), item.year(), item.clusterId(), due);
    }
}
