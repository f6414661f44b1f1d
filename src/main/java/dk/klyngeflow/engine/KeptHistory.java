package dk.klyngeflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.history.JobState;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * The engine's history as it writes it, but for two things. Of jobs only what failed is kept: that one was made, done or no longer needed
 * is no business of the case, whose steps have rows of their own. And when a step, a task or a case ends, the engine reads the row first to
 * reckon how long it took; here the database does, from the row itself.
 */
final class KeptHistory extends DbHistoryEventHandler {

    /** With the statement of the engine's that changes each. */
    private static final Map<Class<?>, String> WITH_DURATION = Map.of(
            HistoricActivityInstanceEventEntity.class, "updateHistoricActivityInstanceEvent",
            HistoricTaskInstanceEventEntity.class, "updateHistoricTaskInstanceEvent",
            HistoricProcessInstanceEventEntity.class, "updateHistoricProcessInstanceEvent");

    private static final String DURATION = "DURATION_ = ?";

    /** Both moments as instants: a duration over the change to summer time is what it was. */
    private static final String RECKONED = "DURATION_ = coalesce(cast(? as bigint),"
            + " round(extract(epoch from cast(? as timestamptz) - cast(START_TIME_ as timestamptz)) * 1000))";

    /** Makes the statements known to the engine, once it has its own. */
    static void addTo(Configuration statements, DbSqlSessionFactory sessions) {
        WITH_DURATION.forEach((type, like) -> {
            String name = "klyngeflow_" + like;
            OtherStatements.update(
                    statements,
                    name,
                    like,
                    sql -> sql.contains("END_TIME_") ? OtherStatements.replaced(sql, DURATION, RECKONED) : sql,
                    KeptHistory::withTheEndOnceMore);
            sessions.getUpdateStatements().put(type, name);
        });
    }

    private static List<ParameterMapping> withTheEndOnceMore(List<ParameterMapping> parameters) {
        List<ParameterMapping> all = new ArrayList<>();
        for (ParameterMapping parameter : parameters) {
            all.add(parameter);
            if (parameter.getProperty().equals("durationInMillis")) {
                parameters.stream()
                        .filter(other -> other.getProperty().equals("endTime"))
                        .forEach(all::add);
            }
        }
        return all;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        boolean isUneventful =
                event instanceof HistoricJobLogEvent job && job.getState() != JobState.FAILED.getStateCode();
        if (!isUneventful) {
            super.handleEvent(event);
        }
    }

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        if (isInitialEvent(event) || !WITH_DURATION.containsKey(event.getClass()) || event.getId() == null) {
            super.insertOrUpdate(event);
        } else if (getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null) {
            getDbEntityManager().merge(event);
        }
    }
}
