package dk.klyngeflow.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * With every command the engine reads anew the row of the process, and with every job that of its definition, for the case that somebody
 * has suspended them meanwhile; with every start and every decision it looks for the newest version. See {@link ShortMemory} for how soon a
 * change is heard.
 */
final class RememberedDefinitions {

    private final ShortMemory memory = new ShortMemory();

    /** For the engine's custom session factories. */
    List<SessionFactory> factories() {
        return List.of(
                new Factory(ProcessDefinitionManager.class, Processes::new),
                new Factory(DecisionDefinitionManager.class, Decisions::new),
                new Factory(JobDefinitionManager.class, Jobs::new));
    }

    private record Factory(Class<?> type, Supplier<Session> open) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return type;
        }

        @Override
        public Session openSession() {
            return open.get();
        }
    }

    @SuppressWarnings("NullAway") // the engine's own signatures say nothing about null
    private final class Processes extends ProcessDefinitionManager {

        /** Asked by the cache of deployments only, which copies out of the row whatever may change. */
        @Override
        public ProcessDefinitionEntity findLatestDefinitionById(String id) {
            return memory.get(
                    List.of("process", id), ProcessDefinitionEntity.class, () -> super.findLatestDefinitionById(id));
        }

        /** The same; whoever gives a new version its number asks otherwise. */
        @Override
        public ProcessDefinitionEntity findLatestDefinitionByKeyAndTenantId(String key, String tenantId) {
            return memory.get(
                    Arrays.asList("process", key, tenantId),
                    ProcessDefinitionEntity.class,
                    () -> super.findLatestDefinitionByKeyAndTenantId(key, tenantId));
        }

        @Override
        public void insertProcessDefinition(ProcessDefinitionEntity process) {
            memory.change();
            super.insertProcessDefinition(process);
        }

        @Override
        public void deleteProcessDefinition(
                ProcessDefinition process,
                String id,
                boolean isHistoryDeleted,
                boolean areCasesDeleted,
                boolean isWithoutListeners,
                boolean isWithoutMappings) {
            memory.change();
            super.deleteProcessDefinition(
                    process, id, isHistoryDeleted, areCasesDeleted, isWithoutListeners, isWithoutMappings);
        }

        @Override
        public void updateProcessDefinitionSuspensionStateById(String id, SuspensionState state) {
            memory.change();
            super.updateProcessDefinitionSuspensionStateById(id, state);
        }

        @Override
        public void updateProcessDefinitionSuspensionStateByKey(String key, SuspensionState state) {
            memory.change();
            super.updateProcessDefinitionSuspensionStateByKey(key, state);
        }

        @Override
        public void updateProcessDefinitionSuspensionStateByKeyAndTenantId(
                String key, String tenantId, SuspensionState state) {
            memory.change();
            super.updateProcessDefinitionSuspensionStateByKeyAndTenantId(key, tenantId, state);
        }
    }

    @SuppressWarnings("NullAway") // the engine's own signatures say nothing about null
    private final class Decisions extends DecisionDefinitionManager {

        @Override
        public DecisionDefinitionEntity findLatestDefinitionByKeyAndTenantId(String key, String tenantId) {
            return memory.get(
                    Arrays.asList("decision", key, tenantId),
                    DecisionDefinitionEntity.class,
                    () -> super.findLatestDefinitionByKeyAndTenantId(key, tenantId));
        }

        @Override
        public void insertDecisionDefinition(DecisionDefinitionEntity decision) {
            memory.change();
            super.insertDecisionDefinition(decision);
        }

        @Override
        public void deleteDecisionDefinitionsByDeploymentId(String deploymentId) {
            memory.change();
            super.deleteDecisionDefinitionsByDeploymentId(deploymentId);
        }
    }

    @SuppressWarnings("NullAway") // the engine's own signatures say nothing about null
    private final class Jobs extends JobDefinitionManager {

        /** While a case or a job is under way it is only read; a command of an administrator may write into it, and gets her own. */
        @Override
        public JobDefinitionEntity findById(String id) {
            boolean isOnlyRead = Context.getBpmnExecutionContext() != null
                    || Context.getCommandContext().getCurrentJob() != null;
            return isOnlyRead
                    ? memory.get(List.of("job", id), JobDefinitionEntity.class, () -> super.findById(id))
                    : super.findById(id);
        }

        @Override
        public void updateJobDefinitionSuspensionStateById(String id, SuspensionState state) {
            memory.change();
            super.updateJobDefinitionSuspensionStateById(id, state);
        }

        @Override
        public void updateJobDefinitionSuspensionStateByProcessDefinitionId(String id, SuspensionState state) {
            memory.change();
            super.updateJobDefinitionSuspensionStateByProcessDefinitionId(id, state);
        }

        @Override
        public void updateJobDefinitionSuspensionStateByProcessDefinitionKey(String key, SuspensionState state) {
            memory.change();
            super.updateJobDefinitionSuspensionStateByProcessDefinitionKey(key, state);
        }

        @Override
        public void updateJobDefinitionSuspensionStateByProcessDefinitionKeyAndTenantId(
                String key, String tenantId, SuspensionState state) {
            memory.change();
            super.updateJobDefinitionSuspensionStateByProcessDefinitionKeyAndTenantId(key, tenantId, state);
        }
    }
}
