package dk.klyngeflow.engine;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * When a case ends, the engine writes into sixteen tables of its history when the rows may be removed, with one statement each. Here its own
 * statements are sent as one; the rows are the same.
 */
final class HistoryInOneGo extends CacheAwareHistoryEventProducer {

    private static final String STATEMENT = "klyngeflowKeepsCaseUntil";

    /** Nothing is ever granted on a single case, and the engine does not ask. */
    private static final String OF_GRANTS = "updateAuthorizationsByRootProcessInstanceId";

    /** Makes the statement known to the engine, once it has its own. */
    static void addTo(Configuration statements) {
        List<MappedStatement> parts = statements.getMappedStatementNames().stream()
                .filter(name -> name.startsWith("update") && name.endsWith("ByRootProcessInstanceId"))
                .filter(name -> !name.equals(OF_GRANTS))
                .sorted()
                .map(statements::getMappedStatement)
                .toList();
        if (parts.isEmpty()) {
            throw new IllegalStateException("the engine no longer says how it keeps the history of a case");
        }
        statements.addMappedStatement(new MappedStatement.Builder(
                        statements, STATEMENT, given -> all(statements, parts, given), SqlCommandType.UPDATE)
                .build());
    }

    private static BoundSql all(Configuration statements, List<MappedStatement> parts, Object given) {
        StringBuilder sql = new StringBuilder();
        List<ParameterMapping> parameters = new ArrayList<>();
        int last = parts.size() - 1;
        for (int number = 0; number <= last; number++) {
            BoundSql part = parts.get(number).getBoundSql(given);
            parameters.addAll(part.getParameterMappings());
            sql.append(number == 0 ? "with " : number < last ? ", " : " ");
            sql.append(number < last ? "part" + number + " as (" + part.getSql() + ")" : part.getSql());
        }
        return new BoundSql(statements, sql.toString(), parameters, given);
    }

    @Override
    protected void addRemovalTimeToHistoricProcessInstances(String rootProcessInstanceId, Date removalTime) {
        Context.getCommandContext()
                .getDbEntityManager()
                .updatePreserveOrder(
                        HistoricProcessInstanceEventEntity.class,
                        STATEMENT,
                        Map.of("rootProcessInstanceId", rootProcessInstanceId, "removalTime", removalTime));
    }

    /** Among the others already. */
    @Override
    protected void addRemovalTimeToHistoricDecisions(String rootProcessInstanceId, Date removalTime) {}

    /** For its key and version only, which {@link RememberedDefinitions} knows. */
    @Override
    protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
        return Context.getCommandContext().getProcessDefinitionManager().findLatestDefinitionById(id);
    }
}
