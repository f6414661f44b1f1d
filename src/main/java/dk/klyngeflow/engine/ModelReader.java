package dk.klyngeflow.engine;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/** Reads a user task's {@code duty} from the model and has every new task routed by it. */
class ModelReader extends AbstractBpmnParseListener {

    private final ObjectProvider<TaskRouting> routing;
    private final ObjectProvider<CaseMatter> matters;

    ModelReader(ObjectProvider<TaskRouting> routing, ObjectProvider<CaseMatter> matters) {
        this.routing = routing;
        this.matters = matters;
    }

    @Override
    public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
        String duty = duty(userTask)
                .orElseThrow(() ->
                        new IllegalStateException("user task " + activity.getId() + " names no duty in its model"));
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addTaskListener(TaskListener.EVENTNAME_CREATE, task -> {
                    new NewTask(duty, routing.getObject()).notify(task);
                    sayWhatItIsAbout(task);
                });
    }

    private void sayWhatItIsAbout(DelegateTask task) {
        String process = task.getProcessDefinitionId().replaceFirst(":.*", "");
        matters.stream()
                .filter(matter -> matter.process().equals(process))
                .map(matter -> matter.of(task.getTenantId(), task.getExecution().getProcessBusinessKey()))
                .filter(said -> !said.isEmpty())
                .forEach(said -> task.setName(task.getName() + ": „" + said + "“"));
    }

    private static Optional<String> duty(Element userTask) {
        Element extensions = userTask.element("extensionElements");
        Element properties = extensions == null ? null : extensions.element("properties");
        if (properties == null) {
            return Optional.empty();
        }
        return properties.elements("property").stream()
                .filter(property -> "duty".equals(property.attribute("name")))
                .map(property -> property.attribute("value"))
                .findFirst();
    }
}
