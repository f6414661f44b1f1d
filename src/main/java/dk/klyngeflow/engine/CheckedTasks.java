package dk.klyngeflow.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Every way to complete a task goes past its contract, in one transaction with the completion. */
@SuppressWarnings("NullAway") // the engine's own signatures say nothing about null
class CheckedTasks extends TaskServiceImpl {

    private final ObjectProvider<FormContracts> contracts;

    CheckedTasks(ObjectProvider<FormContracts> contracts) {
        this.contracts = contracts;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, null);
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> variables) {
        completeWithVariablesInReturn(taskId, variables, false);
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> variables, boolean deserializeValues) {
        return commandExecutor.execute(context -> {
            WholeCases.completes(taskId);
            Map<String, Object> accepted = contracts.getObject().acceptTask(taskId, variables);
            return super.completeWithVariablesInReturn(taskId, accepted, deserializeValues);
        });
    }
}
