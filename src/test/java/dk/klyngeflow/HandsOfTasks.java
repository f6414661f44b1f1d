package dk.klyngeflow;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who could do a task now. */
final class HandsOfTasks {

    private HandsOfTasks() {}

    /** @param members of the cluster: whoever has left it can do nothing */
    static Set<String> of(JdbcClient jdbc, String cluster, List<String> members, Task task) {
        if (task.getAssignee() != null) {
            return members.contains(task.getAssignee()) ? Set.of(task.getAssignee()) : Set.of();
        }
        return new LinkedHashSet<>(jdbc.sql("""
                        select m.user_id_ from act_ru_identitylink l join act_id_membership m on m.group_id_ = l.group_id_
                        where l.task_id_ = :task and l.group_id_ like :cluster || '.%' union
                        select l.user_id_ from act_ru_identitylink l where l.task_id_ = :task and l.user_id_ is not null""")
                .param("task", task.getId())
                .param("cluster", cluster)
                .query(String.class)
                .list());
    }
}
