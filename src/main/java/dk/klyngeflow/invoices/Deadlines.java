package dk.klyngeflow.invoices;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.ClusterSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** When people must have acted on an invoice: instants computed from Danish days and hours. */
@Component
class Deadlines {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final int DAYS_WITHOUT_DUE_DATE = 20;

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

    /** Counted from now; never in the past, and a task never later than the day before payment is due. */
    Times of(Invoice invoice) {
        LocalDate today = time.today();
        String cluster = invoice.clusterId();
        LocalDate payBy = invoice.dueDate() == null ? today.plusDays(DAYS_WITHOUT_DUE_DATE) : invoice.dueDate();
        LocalDate task = earlier(
                today.plusDays(settings.get(cluster, InvoiceSettings.TASK_DAYS)), later(payBy.minusDays(1), today));
        LocalDate remind =
                later(payBy.minusDays(settings.get(cluster, InvoiceSettings.REMIND_DAYS)), today.plusDays(1));
        LocalDate escalate = earlier(
                today.plusDays(settings.get(cluster, InvoiceSettings.ESCALATE_DAYS)),
                later(payBy.minusDays(1), today.plusDays(1)));
        return new Times(
                CopenhagenTime.at(task, AFTERNOON),
                CopenhagenTime.at(remind, MORNING),
                CopenhagenTime.at(escalate, MORNING));
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
