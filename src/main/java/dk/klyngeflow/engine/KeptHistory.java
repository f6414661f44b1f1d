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
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricVariableInstanceEntity;

/**
 * The engine's history as it writes it, but for two things. Of jobs only what failed is kept: that one was made, done or no longer needed
 * is no business of the case, whose steps have rows of their own. And before a step, a task or a case ends, or a variable changes, the engine
 * reads the row to reckon how long it took and to count its changes; here the database does, from the row itself.
 */
final class KeptHistory extends DbHistoryEventHandler {

    /** With the statement of the engine's that changes each. */
    private static final Map<Class<?>, String> WITH_DURATION = Map.of(
            HistoricActivityInstanceEventEntity.class, "updateHistoricActivityInstanceEvent",
            HistoricTaskInstanceEventEntity.class, "updateHistoricTaskInstanceEvent",
            HistoricProcessInstanceEventEntity.class, "updateHistoricProcessInstanceEvent");

    private static final String DURATION = "DURATION_ = ?";
    private static final String REVISION_READ = "and REV_ = ?";

    /** Both moments as instants: a duration over the change to summer time is what it was. */
    private static final String RECKONED = "DURATION_ = coalesce(cast(? as bigint),"
            + " round(extract(epoch from cast(? as timestamptz) - cast(START_TIME_ as timestamptz)) * 1000))";

    private static final String CHANGED_VARIABLE = "klyngeflow_updateHistoricVariableInstance";

    /** Makes the statements known to the engine, once it has its own. */
    static void addTo(Configuration statements, DbSqlSessionFactory sessions) {
        OtherStatements.update(
                statements,
                CHANGED_VARIABLE,
                "updateHistoricVariableInstance",
                sql -> OtherStatements.replaced(
                        OtherStatements.replaced(sql, "REV_ = ?,", "REV_ = REV_ + 1,"), REVISION_READ, ""),
                parameters -> parameters.stream()
                        .filter(parameter -> !parameter.getProperty().startsWith("revision"))
                        .toList());
        sessions.getUpdateStatements().put(HistoricVariableInstanceEntity.class, CHANGED_VARIABLE);
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

    /** A changed variable of the usual kinds; the row of the running case, which changes with it, is held against what was read. */
    @Override
    protected void insertHistoricVariableUpdateEntity(HistoricVariableUpdateEventEntity event) {
        if (event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE)
                && event.getByteValue() == null
                && getDbEntityManager()
                                .getCachedEntity(HistoricVariableInstanceEntity.class, event.getVariableInstanceId())
                        == null) {
            if (shouldWriteHistoricDetail(event)) {
                getDbEntityManager().insert(event);
            }
            getDbEntityManager().merge(new HistoricVariableInstanceEntity(event));
        } else {
            super.insertHistoricVariableUpdateEntity(event);
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
