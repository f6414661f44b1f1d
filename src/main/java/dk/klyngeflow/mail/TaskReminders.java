package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.TasksOfPeople;
import dk.klyngeflow.engine.TasksOfPeople.OpenTask;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells everybody on a working morning what is new for her in Tasklist, and once a week all that waits. Every node does this; the dedupe key holds the day, so the
 * first one to write is the only one.
 */
@Component
class TaskReminders {

    static final String PURPOSE = "task-reminder";

    private static final Logger LOG = LoggerFactory.getLogger(TaskReminders.class);
    private static final LocalTime FROM = LocalTime.of(7, 30);
    /** A node that starts later in the day says nothing: a reminder at noon is noise. */
    private static final LocalTime UNTIL = LocalTime.of(10, 0);

    static final String DAY = "day";
    /** Ids of the tasks that the mail tells of, with a blank between them. */
    static final String TASKS = "tasks";
    /** Whether it is the weekly list of everything. */
    static final String IS_WHOLE = "whole";

    private final TasksOfPeople tasks;
    private final ToldTasks told;
    private final Clusters clusters;
    private final Outbox outbox;
    private final CopenhagenTime time;
    private final TransactionTemplate transaction;
    private volatile LocalDate lastDay = LocalDate.MIN;

    TaskReminders(
            TasksOfPeople tasks,
            ToldTasks told,
            Clusters clusters,
            Outbox outbox,
            CopenhagenTime time,
            TransactionTemplate transaction) {
        this.tasks = tasks;
        this.told = told;
        this.transaction = transaction;
        this.clusters = clusters;
        this.outbox = outbox;
        this.time = time;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void remindInTheMorning() {
        remindInTheMorning(() -> clusters.all().stream().map(Cluster::id).toList());
    }

    void remindInTheMorning(Supplier<List<String>> whose) {
        LocalDate today = time.today();
        LocalTime now = LocalTime.ofInstant(time.now(), CopenhagenTime.ZONE);
        if (today.equals(lastDay) || now.isBefore(FROM) || !now.isBefore(UNTIL) || !WorkingDays.isWorkingDay(today)) {
            return;
        }
        remind(whose.get(), today);
        lastDay = today;
    }

    private void remind(List<String> clusterIds, LocalDate today) {
        int written = 0;
        Set<String> done = new HashSet<>();
        for (String cluster : clusterIds) {
            for (String person : tasks.withOpenTasks(cluster)) {
                // always the same cluster, or two nodes might remind her in the name of two
                String home = tasks.firstClusterOf(person).orElse(cluster);
                if (done.add(person) && remind(home, person, today)) {
                    written++;
                }
            }
        }
        told.forgetOld();
        LOG.info("{} people are reminded of their tasks", written);
    }

    /** What she is told of is remembered with the mail or not at all, so that no news gets lost. */
    private boolean remind(String clusterId, String person, LocalDate today) {
        ToldTasks.News news = told.news(person, tasks.of(person));
        if (news.tasks().isEmpty()) {
            return false;
        }
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean isWritten = outbox.enqueue(mail(clusterId, person, today, news));
            if (isWritten) {
                told.told(clusterId, person, news);
            }
            return isWritten;
        }));
    }

    /** The mail tells of the tasks in all her clusters, and is written in the books of the first. */
    private static Mail mail(String clusterId, String person, LocalDate today, ToldTasks.News news) {
        String ids = news.tasks().stream().map(OpenTask::id).collect(Collectors.joining(" "));
        return Mail.of(
                clusterId,
                PURPOSE,
                PURPOSE + ":" + person + ":" + today,
                Recipient.person(person),
                Map.of(DAY, today.toString(), TASKS, ids, IS_WHOLE, String.valueOf(news.isWhole())),
                null);
    }
}
