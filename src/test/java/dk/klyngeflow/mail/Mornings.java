package dk.klyngeflow.mail;

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

    /** Tasks that other stories have left lying are asleep meanwhile: to remind hundreds of their people takes seconds each morning. */
    void comes(String cluster, TaskReminders... nodes) {
        jdbc.sql(
                        "update ACT_RU_TASK set SUSPENSION_STATE_ = -1 where SUSPENSION_STATE_ = 1 and TENANT_ID_ is distinct from :cluster")
                .param("cluster", cluster)
                .update();
        try {
            for (TaskReminders node : nodes) {
                node.remindInTheMorning();
            }
        } finally {
            jdbc.sql("update ACT_RU_TASK set SUSPENSION_STATE_ = 1 where SUSPENSION_STATE_ = -1")
                    .update();
        }
    }
}
