package dk.klyngeflow.meetings;

import com.zaxxer.hikari.HikariDataSource;
import dk.klyngeflow.invoices.CountedSql;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;

/**
 * A meeting as one would draw it first: the coordinator's six tasks, and between them each member's two answers as tasks of a parallel
 * multi-instance, each with its answer in a variable. Nothing is booked, mailed, checked or timed.
 */
final class BareMeetings implements AutoCloseable {

    private final HikariDataSource pool = new HikariDataSource();
    private final ProcessEngine engine;
    private final int members;
    private int started;

    BareMeetings(String url, int members) {
        this.members = members;
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.setMaximumPoolSize(20);
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare-meetings");
        configuration.setDataSource(CountedSql.counting(pool));
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setJobExecutorActivate(false);
        configuration.setEnforceHistoryTimeToLive(false);
        engine = configuration.buildProcessEngine();
        String each = String.valueOf(members);
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "bare-meeting.bpmn",
                        Bpmn.createExecutableProcess("bare-meeting")
                                .startEvent()
                                .userTask("planMeeting")
                                .userTask("answerDates")
                                .multiInstance()
                                .parallel()
                                .cardinality(each)
                                .multiInstanceDone()
                                .userTask("confirmDate")
                                .userTask("approveAgenda")
                                .userTask("reply")
                                .multiInstance()
                                .parallel()
                                .cardinality(each)
                                .multiInstanceDone()
                                .userTask("recordMeeting")
                                .userTask("approveMinutes")
                                .userTask("reMeasure")
                                .endEvent()
                                .done())
                .deploy();
    }

    void hold(Meter meter) {
        String key = "bare/" + ++started;
        meter.during("plan", () -> engine.getRuntimeService().startProcessInstanceByKey("bare-meeting", key));
        complete(meter, "plan", key, "planMeeting");
        complete(meter, "dates answered", key, "answerDates");
        complete(meter, "date found and told", key, "confirmDate");
        complete(meter, "agenda and invitations", key, "approveAgenda");
        complete(meter, "replies", key, "reply");
        complete(meter, "attendance, key points, minutes", key, "recordMeeting");
        complete(meter, "attendance, key points, minutes", key, "approveMinutes");
        complete(meter, "follow-up", key, "reMeasure");
    }

    private void complete(Meter meter, String phase, String key, String task) {
        List<Task> open = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(task)
                .list();
        for (int i = 0; i < open.size(); i++) {
            String id = open.get(i).getId();
            Map<String, Object> answer = Map.of(task + i, "YES,YES,NO");
            meter.during(phase, () -> engine.getTaskService().complete(id, answer));
        }
    }

    /** Of meetings whose every answer is in the history. */
    long ended() {
        long answers = engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .finished()
                .count();
        long ended = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .completed()
                .count();
        return answers == ended * (6 + 2L * members) ? ended : -1;
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
