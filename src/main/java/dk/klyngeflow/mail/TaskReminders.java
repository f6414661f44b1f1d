package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.TasksOfPeople;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells everybody once on a working morning what waits for her in Tasklist. Every node does this; the dedupe key holds the day, so the
 * first one to write is the only one.
 */
@Component
class TaskReminders {

    static final String PURPOSE = "task-reminder";

    private static final Logger LOG = LoggerFactory.getLogger(TaskReminders.class);
    private static final LocalTime FROM = LocalTime.of(7, 30);
    /** A node that starts later in the day says nothing: a reminder at noon is noise. */
    private static final LocalTime UNTIL = LocalTime.of(10, 0);

    private final TasksOfPeople tasks;
    private final Clusters clusters;
    private final Outbox outbox;
    private final CopenhagenTime time;
    private volatile LocalDate lastDay = LocalDate.MIN;

    TaskReminders(TasksOfPeople tasks, Clusters clusters, Outbox outbox, CopenhagenTime time) {
        this.tasks = tasks;
        this.clusters = clusters;
        this.outbox = outbox;
        this.time = time;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void remindInTheMorning() {
        LocalDate today = time.today();
        LocalTime now = LocalTime.ofInstant(time.now(), CopenhagenTime.ZONE);
        if (today.equals(lastDay) || now.isBefore(FROM) || !now.isBefore(UNTIL) || !WorkingDays.isWorkingDay(today)) {
            return;
        }
        remind(today);
        lastDay = today;
    }

    private void remind(LocalDate today) {
        int written = 0;
        Set<String> told = new HashSet<>();
        List<Cluster> all = clusters.all();
        for (Cluster cluster : all) {
            for (String person : tasks.withOpenTasks(cluster.id())) {
                // always the same cluster, or two nodes might remind her in the name of two
                String home = tasks.firstClusterOf(person).orElse(cluster.id());
                if (told.add(person) && outbox.enqueue(mail(home, person, today))) {
                    written++;
                }
            }
        }
        LOG.info("{} people are reminded of their tasks", written);
    }

    /** The mail tells of the tasks in all her clusters, and is written in the books of the first. */
    private static Mail mail(String clusterId, String person, LocalDate today) {
        return new Mail(
                clusterId,
                PURPOSE,
                PURPOSE + ":" + person + ":" + today,
                Recipient.person(person),
                Map.of("day", today.toString()),
                List.of(),
                null);
    }
}
