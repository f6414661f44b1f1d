package dk.klyngeflow.engine;

import java.util.ArrayList;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What we change in the engine before it is built. */
@Component
class EngineSetup extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TaskRouting> routing;
    private final ObjectProvider<FormContracts> contracts;

    EngineSetup(ObjectProvider<TaskRouting> routing, ObjectProvider<FormContracts> contracts) {
        this.routing = routing;
        this.contracts = contracts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setTenantIdProvider(new ClusterTenants());
        if (engine.getCustomPreBPMNParseListeners() == null) {
            engine.setCustomPreBPMNParseListeners(new ArrayList<>());
        }
        engine.getCustomPreBPMNParseListeners().add(new ModelReader(routing));
        engine.setTaskService(new CheckedTaskService(contracts));
        engine.setFormService(new CheckedFormService(contracts));
        // refusals that a person corrects are no errors of ours
        engine.setEnableCmdExceptionLogging(false);
    }
}
