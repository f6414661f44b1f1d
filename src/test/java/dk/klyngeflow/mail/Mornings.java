package dk.klyngeflow.mail;

import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the first look at the clock in the morning does, for stories of other parts. */
@TestComponent
public class Mornings {

    private final TaskReminders reminders;
    private final JdbcClient jdbc;

    Mornings(TaskReminders reminders, JdbcClient jdbc) {
        this.reminders = reminders;
        this.jdbc = jdbc;
    }

    public void comes(String cluster) {
        comes(cluster, reminders);
    }

    /** In that cluster alone: to look for the tasks of hundreds of others takes seconds each morning. */
    void comes(String cluster, TaskReminders... nodes) {
        for (TaskReminders node : nodes) {
            node.remindInTheMorning(() -> List.of(cluster));
        }
    }

    /** In all clusters, where the tasks that other stories have left lying are asleep meanwhile. */
    void comesEverywhere(String cluster, TaskReminders node) {
        jdbc.sql(
                        "update ACT_RU_TASK set SUSPENSION_STATE_ = -1 where SUSPENSION_STATE_ = 1 and TENANT_ID_ is distinct from :cluster")
                .param("cluster", cluster)
                .update();
        try {
            node.remindInTheMorning();
        } finally {
            jdbc.sql("update ACT_RU_TASK set SUSPENSION_STATE_ = 1 where SUSPENSION_STATE_ = -1")
                    .update();
        }
    }
}
