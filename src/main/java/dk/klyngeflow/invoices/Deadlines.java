package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Moments;
import dk.klyngeflow.members.ClusterSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When people must have acted on an invoice: instants computed from Danish days and hours. */
@Component
class Deadlines {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final int DAYS_WITHOUT_DUE_DATE = 20;
    private static final int DAYS_BETWEEN_STEPS_UP = 3;

    /**
     * @param taskDueAt when the next task should be done
     * @param remindAt when those who hold it are reminded of the due date
     * @param escalateAt when the case goes a step up because nobody has acted
     */
    record Times(Instant taskDueAt, Instant remindAt, Instant escalateAt) {}

    private final ClusterSettings settings;
    private final CopenhagenTime time;

    Deadlines(ClusterSettings settings, CopenhagenTime time) {
        this.settings = settings;
        this.time = time;
    }

    /** Counted from now with the cluster's own days, see {@link #from}. */
    Times of(Invoice invoice) {
        String cluster = invoice.clusterId();
        return from(
                time.now(),
                invoice.dueDate(),
                settings.get(cluster, InvoiceSettings.TASK_DAYS),
                settings.get(cluster, InvoiceSettings.REMIND_DAYS),
                settings.get(cluster, InvoiceSettings.ESCALATE_DAYS));
    }

    /** Never in the past, and a task not later than the day before payment is due unless that day is over. */
    static Times from(Instant now, @Nullable LocalDate dueDate, int taskDays, int remindDays, int escalateDays) {
        LocalDate today = CopenhagenTime.dayOf(now);
        LocalDate tomorrow = today.plusDays(1);
        LocalDate payBy = dueDate == null ? today.plusDays(DAYS_WITHOUT_DUE_DATE) : dueDate;
        LocalDate firstDay = CopenhagenTime.at(today, AFTERNOON).isAfter(now) ? today : tomorrow;
        LocalDate task = Moments.later(Moments.earlier(today.plusDays(taskDays), payBy.minusDays(1)), firstDay);
        LocalDate remind = Moments.later(payBy.minusDays(remindDays), tomorrow);
        LocalDate escalate = Moments.later(Moments.earlier(today.plusDays(escalateDays), payBy.minusDays(1)), tomorrow);
        return new Times(
                CopenhagenTime.at(task, AFTERNOON),
                CopenhagenTime.at(remind, MORNING),
                CopenhagenTime.at(escalate, MORNING));
    }

    /** When a case that was lifted goes another step up: some days later, at the same hour of the Danish day. */
    static Instant nextStepUp(Instant lifted) {
        return CopenhagenTime.at(CopenhagenTime.dayOf(lifted).plusDays(DAYS_BETWEEN_STEPS_UP), MORNING);
    }
}
