package dk.klyngeflow.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Every form that is sent, for a task or to start a process, goes past its contract, in one transaction with what it does. */
@SuppressWarnings("NullAway") // the engine's own signatures say nothing about null
class CheckedForms extends FormServiceImpl {

    private final ObjectProvider<FormContracts> contracts;

    CheckedForms(ObjectProvider<FormContracts> contracts) {
        this.contracts = contracts;
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, @Nullable Map<String, Object> properties) {
        return submitStartForm(processDefinitionId, null, properties);
    }

    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, @Nullable String businessKey, @Nullable Map<String, Object> properties) {
        return commandExecutor.execute(context -> {
            Map<String, Object> accepted = contracts.getObject().acceptStart(processDefinitionId, properties);
            return ClusterTenants.inSettled(
                    accepted.get(ClusterTenants.CLUSTER_ID.name()),
                    () -> super.submitStartForm(processDefinitionId, businessKey, accepted));
        });
    }

    @Override
    public void submitTaskForm(String taskId, @Nullable Map<String, Object> properties) {
        submitTaskFormWithVariablesInReturn(taskId, properties, false);
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> properties, boolean deserializeValues) {
        return commandExecutor.execute(context -> {
            Map<String, Object> accepted = contracts.getObject().acceptTask(taskId, properties);
            return super.submitTaskFormWithVariablesInReturn(taskId, accepted, deserializeValues);
        });
    }
}
