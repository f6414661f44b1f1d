package dk.klyngeflow.engine;

import java.util.ArrayList;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What we change in the engine before it is built. */
@Component
class EngineSetup extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TaskRouting> routing;
    private final ObjectProvider<CaseMatter> matters;
    private final ObjectProvider<FormContracts> contracts;

    EngineSetup(
            ObjectProvider<TaskRouting> routing,
            ObjectProvider<CaseMatter> matters,
            ObjectProvider<FormContracts> contracts) {
        this.routing = routing;
        this.matters = matters;
        this.contracts = contracts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        KnownGetters.areUsed();
        engine.setTenantIdProvider(new ClusterTenants());
        if (engine.getCustomPreBPMNParseListeners() == null) {
            engine.setCustomPreBPMNParseListeners(new ArrayList<>());
        }
        engine.getCustomPreBPMNParseListeners().add(new ModelReader(routing, matters));
        if (engine.getCustomSessionFactories() == null) {
            engine.setCustomSessionFactories(new ArrayList<>());
        }
        engine.getCustomSessionFactories().addAll(new RememberedDefinitions().factories());
        engine.getCustomSessionFactories().addAll(WholeCases.factories());
        engine.setHistoryEventProducer(new HistoryInOneGo());
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.getCustomHistoryEventHandlers().add(new KeptHistory());
        engine.setTaskService(new CheckedTasks(contracts));
        engine.setFormService(new CheckedForms(contracts));
        // ids such as nordklyngen.secretary
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9._-]+");
        engine.setTenantResourceWhitelistPattern("[a-zA-Z0-9._-]+");
        engine.setUserResourceWhitelistPattern("[a-zA-Z0-9._@-]+");
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setQueryMaxResultsLimit(2_000);
        engine.setFailedJobRetryTimeCycle("PT1M,PT5M,PT30M,PT2H,PT12H");
        // so that EngineMeters can tell which jobs are late
        engine.setEnsureJobDueDateNotNull(true);
        engine.setHistoryTimeToLive("P1825D");
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        // comparisons, ranges, lists: what a cell of our table says; the large reader of FEEL is left out of the jar
        engine.setDmnFeelEnableLegacyBehavior(true);
        // a row for every task somebody gets, from which Camunda counts people for its licence: it has none here
        engine.setTaskMetricsEnabled(false);
        // refusals that a person corrects are no errors of ours
        engine.setEnableCmdExceptionLogging(false);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        Configuration statements = engine.getSqlSessionFactory().getConfiguration();
        HistoryInOneGo.addTo(statements);
        KeptHistory.addTo(statements, engine.getDbSqlSessionFactory());
        WholeCases.addTo(statements);
        // all statements are made: what they were read from would be kept for ever, a tenth of the heap
        statements.getSqlFragments().clear();
    }
}
