package dk.klyngeflow.year;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.members.BoardHelp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Leads what people do once a year: its deadlines, and what becomes of it. */
@Component
class YearlyTasks {

    private static final Logger LOG = LoggerFactory.getLogger(YearlyTasks.class);
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    /** Whoever gets it late has at least so long. */
    private static final int FEWEST_DAYS = 7;

    private final YearPlan plan;
    private final BoardHelp board;
    private final Cases cases;
    private final CopenhagenTime time;

    YearlyTasks(YearPlan plan, BoardHelp board, Cases cases, CopenhagenTime time) {
        this.plan = plan;
        this.board = board;
        this.cases = cases;
        this.time = time;
    }

    record Opened(YearKind kind, String label, Instant dueAt, Instant escalateAt, Instant givenUpAt) {}

    Opened open(String clusterId, int year, String itemId) {
        YearItem item = plan.get(clusterId, year, itemId);
        LocalDate soonest = WorkingDays.after(time.today().plusDays(FEWEST_DAYS), 0);
        LocalDate due = item.dueOn().isBefore(soonest) ? soonest : item.dueOn();
        LocalDate end = LocalDate.of(year, 12, 31);
        return new Opened(
                item.kind(),
                String.valueOf(year),
                CopenhagenTime.at(due, AFTERNOON),
                CopenhagenTime.at(WorkingDays.after(due, 1), MORNING),
                CopenhagenTime.at(end.isAfter(due) ? end : due.plusDays(FEWEST_DAYS), AFTERNOON));
    }

    /** What it was given for has another day. */
    void moveDeadline(String clusterId, int year, String itemId) {
        Opened anew = open(clusterId, year, itemId);
        String key = plan.get(clusterId, year, itemId).caseKey();
        cases.moveDeadline(clusterId, key, anew.dueAt());
        cases.moveTimerOf(
                clusterId,
                key,
                "taskLeftUndone",
                anew.escalateAt(),
                Map.of(
                        YearlyTaskVariables.TASK_DUE_AT.name(),
                        YearlyTaskVariables.TASK_DUE_AT.write(anew.dueAt()),
                        YearlyTaskVariables.ESCALATE_AT.name(),
                        YearlyTaskVariables.ESCALATE_AT.write(anew.escalateAt())));
    }

    /** Whoever has answered has said who and when; if nobody has, it was today. */
    void close(String clusterId, int year, String itemId) {
        plan.done(plan.get(clusterId, year, itemId), time.today(), null);
    }

    void offer(String clusterId, String businessKey) {
        board.ask(clusterId, businessKey);
    }

    void giveUp(String clusterId, int year, String itemId) {
        LOG.info("{} of {} in {} was not done", itemId, year, clusterId);
    }
}
