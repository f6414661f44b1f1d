package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine asks for the subtasks of each task that is completed. */
@KlyngeflowTest
class SubtasksIndexTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** Its tables are made before ours in a new database, or there would be nothing to put the index on. */
    @Test
    void subtasksAreFoundWithoutReadingEveryTask() {
        String plan = transaction.execute(status -> {
            // few rows are always read one by one
            jdbc.sql("set local enable_seqscan = off").update();
            return String.join(
                    "\n",
                    jdbc.sql("explain select distinct res.* from act_ru_task res where res.parent_task_id_ = 'x'")
                            .query(String.class)
                            .list());
        });
        assertThat(plan).contains("klyngeflow_task_parent");
    }
}
