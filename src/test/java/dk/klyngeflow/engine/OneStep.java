package dk.klyngeflow.engine;

import dk.klyngeflow.security.TwoClusters;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.springframework.boot.test.context.TestComponent;

/** A process whose one step is a job's, known to the engine while a test runs. */
@TestComponent
class OneStep {

    private final TwoClusters clusters;
    private final RepositoryService models;
    private final RuntimeService instances;
    private final ManagementService jobs;

    private BpmnModelInstance model = Bpmn.createEmptyModel();
    private String deployment = "";
    private String definition = "";

    OneStep(TwoClusters clusters, RepositoryService models, RuntimeService instances, ManagementService jobs) {
        this.clusters = clusters;
        this.models = models;
        this.instances = instances;
        this.jobs = jobs;
    }

    /** @param then what comes between the step and the end */
    void isKnown(String expression, UnaryOperator<AbstractFlowNodeBuilder<?, ?>> then) {
        clusters.open();
        String key = "one-step-" + UUID.randomUUID();
        model = then.apply(Bpmn.createExecutableProcess(key)
                        .camundaHistoryTimeToLiveString("P10D")
                        .startEvent()
                        .serviceTask("goes")
                        .camundaAsyncBefore()
                        .camundaExpression(expression))
                .endEvent()
                .done();
        deployment = newVersion();
        definition = models.createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult()
                .getId();
    }

    /** @return id of the deployment, to be undone by whoever asked for it */
    String newVersion() {
        return models.createDeployment()
                .addModelInstance("one-step.bpmn", model)
                .deploy()
                .getId();
    }

    void isForgotten() {
        models.deleteDeployment(deployment, true);
    }

    String definition() {
        return definition;
    }

    /** @return id of the case */
    String starts(Map<String, Object> variables) {
        return instances
                .createProcessInstanceById(definition)
                .setVariable(ClusterTenants.CLUSTER_ID.name(), TwoClusters.ONE)
                .setVariables(variables)
                .execute()
                .getId();
    }

    Job jobOf(String id) {
        return jobs.createJobQuery().processInstanceId(id).singleResult();
    }
}
