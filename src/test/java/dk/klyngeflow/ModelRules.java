package dk.klyngeflow;

import dk.klyngeflow.Models.Diagram;
import dk.klyngeflow.Models.Form;
import dk.klyngeflow.Models.Table;
import dk.klyngeflow.engine.FormContract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** How models are drawn here: "one thing, one name". Every rule returns what breaks it; nothing when the models are right. */
final class ModelRules {

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern CAMEL = Pattern.compile("[a-z]+([A-Z][a-z0-9]*)*");
    /** Names from before their diagrams became a stage of their own: a new name would leave running cases waiting for ever. */
    private static final Set<String> RUNNING_CASES_WAIT_FOR =
            Set.of("meetings.actionItemAnswered", "meetings.keyPointsGiven");

    /** What the cluster's year starts, without knowing whose stage it is. */
    private static final Set<String> STARTED_BY_THE_YEAR = Set.of("year.accountsFellDue", "year.assemblyFellDue");

    private static final Pattern VERB_AND_OBJECT = Pattern.compile("[a-z]+([A-Z][a-z0-9]*)+");
    private static final Pattern GENERATED =
            Pattern.compile("[A-Z][A-Za-z]*_[0-9a-z]{5,}(_di)?|sid-.*|.*_[0-9a-f]{8}-.*");
    private static final Pattern QUESTION =
            Pattern.compile("(is|are|has|have|was|were|does|may|can|must|needs|wants|which|who|what|how)[A-Z]\\w*");
    private static final Pattern DAYS = Pattern.compile("P\\d+D");

    /** Irregular participles, and words that say that a moment has come. */
    private static final Set<String> PAST = Set.of(
            "held",
            "sent",
            "paid",
            "found",
            "lost",
            "met",
            "come",
            "gone",
            "given",
            "taken",
            "withdrawn",
            "drawn",
            "begun",
            "known",
            "made",
            "put",
            "read",
            "said",
            "told",
            "written",
            "chosen",
            "left",
            "kept",
            "due",
            "overdue",
            "done",
            "over",
            "run",
            "out");

    /** English function words and verbs that betray a name nobody translated. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|and|is|are|approve|approved|check|invoice|payment|start event|end event|task|gateway)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DANISH = Pattern.compile("[æøåÆØÅ]|\\b(og|er|til|af|den|det|ikke|som|der|med)\\b");

    private final Models models;

    ModelRules(Models models) {
        this.models = models;
    }

    // ---- files ----

    List<String> fileNamesAreUnique() {
        Set<String> seen = new HashSet<>();
        return Stream.of(
                        models.diagrams().stream().map(Diagram::file),
                        models.tables().stream().map(Table::file),
                        models.forms().stream().map(Form::file))
                .flatMap(files -> files)
                .map(file -> file.getFileName().toString())
                .filter(name -> !seen.add(name))
                .map(name -> name + " is the name of two files: the engine would keep one of them")
                .toList();
    }

    List<String> onlyModelsLieAmongTheModels() {
        return models.strangers();
    }

    // ---- processes ----

    List<String> processIsFileIsClass() {
        return diagrams((diagram, found) -> {
            Collection<Process> processes = diagram.all(Process.class);
            if (processes.size() != 1) {
                found.add("has " + processes.size() + " processes");
            }
            if (!KEBAB.matcher(diagram.name()).matches()) {
                found.add("is no kebab-case name");
            }
            processes.forEach(process -> {
                if (!diagram.name().equals(process.getId())) {
                    found.add("contains the process " + process.getId());
                }
            });
            if (!models.hasClass(diagram.stage(), Models.pascal(diagram.name()))) {
                found.add("has no class %s.%s".formatted(diagram.stage(), Models.pascal(diagram.name())));
            }
        });
    }

    List<String> processesAreDocumentedInDanish() {
        return diagrams((diagram, found) -> {
            String text = documentation(diagram.process());
            if (text.length() < 80 || !DANISH.matcher(text).find()) {
                found.add("has no Danish documentation that says what it does and for whom");
            }
            if (diagram.process().getName() == null) {
                found.add("has no name");
            }
        });
    }

    List<String> historyIsKeptForAStatedNumberOfDays() {
        List<String> found = diagrams((diagram, all) -> {
            if (!isDays(diagram.process().getCamundaHistoryTimeToLiveString())) {
                all.add("does not say in days how long its history is kept, such as P1825D");
            }
        });
        models.tables()
                .forEach(table -> decisions(table)
                        .filter(decision -> !isDays(decision.getCamundaHistoryTimeToLiveString()))
                        .forEach(decision ->
                                found.add(table.name() + ": does not say in days how long its history is kept")));
        return found;
    }

    List<String> everyElementHasItsShape() {
        return diagrams((diagram, found) -> {
            Set<String> drawn = diagram.all(BpmnShape.class).stream()
                    .map(BpmnShape::getBpmnElement)
                    .flatMap(element -> Stream.ofNullable(element).map(BaseElement::getId))
                    .collect(Collectors.toSet());
            diagram.all(BpmnEdge.class).forEach(edge -> {
                if (edge.getBpmnElement() != null) {
                    drawn.add(edge.getBpmnElement().getId());
                }
            });
            Stream.concat(diagram.all(FlowNode.class).stream(), diagram.all(SequenceFlow.class).stream())
                    .map(BaseElement::getId)
                    .filter(id -> !drawn.contains(id))
                    .forEach(id -> found.add(id + " is not drawn"));
        });
    }

    List<String> idsAreGivenByPeople() {
        return diagrams((diagram, found) -> {
            diagram.all(BaseElement.class).stream()
                    .map(BaseElement::getId)
                    .filter(id -> id != null && GENERATED.matcher(id).matches())
                    .forEach(id -> found.add(id + " is a generated id"));
            diagram.all(FlowNode.class).stream()
                    .map(BaseElement::getId)
                    .filter(id -> !CAMEL.matcher(id).matches())
                    .forEach(id -> found.add(id + " is not written like approveAgenda"));
        });
    }

    List<String> namesAreDanish() {
        return diagrams((diagram, found) -> diagram.all(FlowNode.class).forEach(node -> {
            boolean needsName = !(node instanceof Gateway gateway && !asksAQuestion(gateway));
            String name = node.getName();
            if (needsName && (name == null || name.isBlank())) {
                found.add(node.getId() + " has no name");
            } else if (name != null && (ENGLISH.matcher(name).find() || name.equals(node.getId()))) {
                found.add(node.getId() + " has the name \"" + name + "\", which is not Danish");
            }
        }));
    }

    List<String> modelsContainNoCode() {
        return diagrams((diagram, found) -> {
            diagram.all(ScriptTask.class).forEach(task -> found.add(task.getId() + " is a script task"));
            for (String code : List.of(
                    "camunda:class=",
                    "camunda:expression=",
                    "camunda:executionListener",
                    "camunda:taskListener",
                    "camunda:script",
                    "camunda:connector",
                    "camunda:asyncBefore=\"${")) {
                if (diagram.text().contains(code)) {
                    found.add("uses " + code.replace("=", ""));
                }
            }
        });
    }

    /** A save point costs as much as two steps without one: it has a reason, and a plan for when the step fails. */
    List<String> savePointsSayWhyAndHowOftenToTryAgain() {
        return diagrams((diagram, found) -> diagram.all(FlowNode.class).stream()
                // cannot be one, and says so when asked
                .filter(node -> !(node instanceof EventBasedGateway))
                .filter(node -> node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter())
                .forEach(node -> {
                    if (extension(node, CamundaFailedJobRetryTimeCycle.class).isEmpty()) {
                        found.add(node.getId() + " is asynchronous and has no retry cycle");
                    }
                    if (documentation(node).isBlank()) {
                        found.add(node.getId() + " is asynchronous and its documentation does not say why");
                    }
                }));
    }

    /** Nothing hangs unseen: whoever has a task that nobody does is reminded, and then somebody else is told. */
    List<String> everyUserTaskHasAWayOutWhenNobodyActs() {
        return diagrams((diagram, found) -> diagram.all(UserTask.class).stream()
                .filter(task -> !hasTimer(task, diagram))
                .forEach(task -> found.add(task.getId() + " may wait for ever: no timer on it or around it")));
    }

    // ---- steps and tasks ----

    /** {@code bookRoom} is a method of {@code RoomBookingSteps}; the class has these methods only, in the order of the diagram. */
    List<String> serviceTaskIsBeanIsMethod() {
        Set<String> seen = new HashSet<>();
        return diagrams((diagram, found) -> steps(diagram).forEach((step, expression) -> {
            String id = step.getId();
            if (!VERB_AND_OBJECT.matcher(id).matches()) {
                found.add(id + " is no verb and object");
            }
            if (!("${" + id + "}").equals(expression)) {
                found.add("%s is done by %s, not by ${%s}".formatted(id, expression, id));
            }
            if (!seen.add(id)) {
                found.add(id + " is the id of two steps of the application");
            }
            if (!models.stepsOf(diagram).contains(id)) {
                found.add("%s has no method in %s.%s".formatted(id, diagram.stage(), diagram.stepsClass()));
            }
        }));
    }

    List<String> stepsAreWrittenInTheOrderOfTheDiagram() {
        return diagrams((diagram, found) -> {
            List<String> drawn = steps(diagram).keySet().stream()
                    .map(FlowNode::getId)
                    .sorted(Comparator.comparingInt(id -> diagram.text().indexOf("id=\"" + id + "\"")))
                    .toList();
            List<String> written = models.stepsOf(diagram);
            if (!written.equals(drawn)) {
                found.add("%s has %s, and the diagram %s".formatted(diagram.stepsClass(), written, drawn));
            }
        });
    }

    List<String> userTaskIsFormIsContract() {
        return diagrams((diagram, found) -> diagram.all(UserTask.class).forEach(task -> {
            String id = task.getId();
            if (!VERB_AND_OBJECT.matcher(id).matches()) {
                found.add(id + " is no verb and object");
            }
            expectForm(diagram, id, task.getCamundaFormKey(), found);
            if (property(task, "duty").isEmpty()) {
                found.add(id + " does not name its duty");
            }
            if (Stream.of(task.getCamundaAssignee(), task.getCamundaCandidateGroups(), task.getCamundaCandidateUsers())
                    .anyMatch(given -> given != null)) {
                found.add(id + " says who does it; who holds a duty is data");
            }
        }));
    }

    List<String> startFormBearsTheNameOfItsProcess() {
        return diagrams((diagram, found) -> diagram.all(StartEvent.class).stream()
                .filter(start -> start.getCamundaFormKey() != null)
                .forEach(start -> expectForm(diagram, diagram.name(), start.getCamundaFormKey(), found)));
    }

    /** "Start ny sag" offers whatever can be started there, and asks the contract of each start form who may. */
    List<String> onlyWhatHasAStartFormCanBeStartedInTasklist() {
        return diagrams((diagram, found) -> {
            boolean hasForm =
                    diagram.all(StartEvent.class).stream().anyMatch(start -> start.getCamundaFormKey() != null);
            if (diagram.process().isCamundaStartableInTasklist() && !hasForm) {
                found.add("has no start form and can be started in Tasklist");
            }
        });
    }

    List<String> everyFormIsUsed() {
        Set<String> used = models.diagrams().stream()
                .flatMap(diagram -> Stream.concat(
                        diagram.all(UserTask.class).stream().map(task -> Models.kebab(task.getId())),
                        Stream.of(diagram.name())))
                .map(name -> name + ".html")
                .collect(Collectors.toSet());
        return models.forms().stream()
                .filter(form -> !used.contains(form.fileName()))
                .map(form -> form.fileName() + " is the form of no task")
                .toList();
    }

    List<String> calledProcessesExist() {
        Set<String> known = models.diagrams().stream().map(Diagram::name).collect(Collectors.toSet());
        return diagrams((diagram, found) -> diagram.all(CallActivity.class).stream()
                .filter(call -> !known.contains(call.getCalledElement()))
                .forEach(call -> found.add(call.getId() + " calls the unknown process " + call.getCalledElement())));
    }

    // ---- gateways, events, messages ----

    List<String> gatewaysAskAQuestionAndTheVariableBearsItsName() {
        return diagrams((diagram, found) -> diagram.all(ExclusiveGateway.class).stream()
                .filter(ModelRules::asksAQuestion)
                .forEach(gateway -> {
                    String id = gateway.getId();
                    if (isAnsweredByYesOrNo(gateway) && !QUESTION.matcher(id).matches()) {
                        found.add(id + " is no question, such as isQuorate");
                    }
                    if (gateway.getName() == null || !gateway.getName().strip().endsWith("?")) {
                        found.add(id + " has no name that asks a question");
                    }
                    if (gateway.getDefault() == null) {
                        found.add(id + " has no default way out");
                    }
                    gateway.getOutgoing().forEach(flow -> checkAnswer(gateway, flow, found));
                }));
    }

    /** {@code ${isQuorate}}, as against {@code ${checkDecision == 'QUERY'}}. */
    private static boolean isAnsweredByYesOrNo(ExclusiveGateway gateway) {
        return gateway.getOutgoing().stream()
                .map(SequenceFlow::getConditionExpression)
                .filter(condition -> condition != null)
                .noneMatch(condition -> condition.getTextContent().contains("="));
    }

    private static void checkAnswer(ExclusiveGateway gateway, SequenceFlow flow, List<String> found) {
        String id = gateway.getId();
        if (flow.getName() == null || flow.getName().isBlank()) {
            found.add("%s: the way %s has no name that answers".formatted(id, flow.getId()));
        }
        boolean isDefault = flow.equals(gateway.getDefault());
        if (isDefault && flow.getConditionExpression() != null) {
            found.add("%s: the default way %s has a condition".formatted(id, flow.getId()));
        }
        if (isDefault) {
            return;
        }
        String condition = flow.getConditionExpression() == null
                ? ""
                : flow.getConditionExpression().getTextContent().strip();
        if (!Pattern.matches("\\$\\{(!|not )?" + id + "( ?(==|!=) ?('\\w+'|\"\\w+\"))?}", condition)) {
            found.add("%s: the way %s asks %s instead of the variable %s".formatted(id, flow.getId(), condition, id));
        }
    }

    List<String> eventsAreFactsInThePast() {
        return diagrams((diagram, found) -> diagram.all(Event.class).stream()
                .map(BaseElement::getId)
                .filter(id -> !isPast(id))
                .forEach(id -> found.add(id + " is no fact in the past, such as meetingHeld")));
    }

    List<String> messagesAndErrorsBearTheNameOfTheirStage() {
        return diagrams((diagram, found) -> Stream.of(
                        diagram.all(Message.class).stream().map(Message::getName),
                        diagram.all(Signal.class).stream().map(Signal::getName),
                        diagram.all(Escalation.class).stream().map(Escalation::getEscalationCode),
                        diagram.all(org.camunda.bpm.model.bpmn.instance.Error.class).stream()
                                .map(org.camunda.bpm.model.bpmn.instance.Error::getErrorCode))
                .flatMap(names -> names)
                .map(String::valueOf)
                .filter(name -> !name.matches(diagram.stage() + "\\.[a-z][A-Za-z]+"))
                .filter(name -> !RUNNING_CASES_WAIT_FOR.contains(name) && !STARTED_BY_THE_YEAR.contains(name))
                .forEach(name -> found.add(name + " is not written like " + diagram.stage() + ".somethingHappened")));
    }

    // ---- decisions ----

    List<String> decisionIsFileAndHasItsTest() {
        List<String> found = new ArrayList<>();
        for (Table table : models.tables()) {
            String expected = table.name();
            if (decisions(table).noneMatch(decision -> decision.getId().equals(expected))) {
                found.add(expected + ".dmn has no decision " + expected);
            }
            decisions(table)
                    .filter(decision -> decision.getName() == null
                            || ENGLISH.matcher(decision.getName()).find())
                    .forEach(decision -> found.add(expected + ".dmn: " + decision.getId() + " has no Danish name"));
            if (!models.hasTest(table.stage(), Models.pascal(expected) + "Test")) {
                found.add("%s.dmn has no test %s.%sTest".formatted(expected, table.stage(), Models.pascal(expected)));
            }
        }
        return found;
    }

    List<String> decisionsAskedExist() {
        Set<String> known = models.tables().stream().map(Table::name).collect(Collectors.toSet());
        return diagrams((diagram, found) -> diagram.all(BusinessRuleTask.class).stream()
                .filter(task -> !known.contains(task.getCamundaDecisionRef()))
                .forEach(task ->
                        found.add(task.getId() + " asks the unknown decision " + task.getCamundaDecisionRef())));
    }

    // ---- words ----

    private List<String> diagrams(BiConsumer<Diagram, List<String>> rule) {
        List<String> all = new ArrayList<>();
        models.diagrams().forEach(diagram -> {
            List<String> found = new ArrayList<>();
            rule.accept(diagram, found);
            found.forEach(said -> all.add(diagram.name() + ": " + said));
        });
        return all;
    }

    private static java.util.Map<FlowNode, String> steps(Diagram diagram) {
        java.util.Map<FlowNode, String> steps = new java.util.LinkedHashMap<>();
        diagram.all(ServiceTask.class).forEach(task -> steps.put(task, task.getCamundaDelegateExpression()));
        diagram.all(SendTask.class).forEach(task -> steps.put(task, task.getCamundaDelegateExpression()));
        return steps;
    }

    private void expectForm(Diagram diagram, String name, String formKey, List<String> found) {
        String file = Models.kebab(name) + ".html";
        if (!("embedded:deployment:" + file).equals(formKey)) {
            found.add("%s has the form %s, not embedded:deployment:%s".formatted(name, formKey, file));
        }
        if (models.forms().stream()
                .noneMatch(form -> form.fileName().equals(file) && form.stage().equals(diagram.stage()))) {
            found.add("%s has no file forms/…-%s/%s".formatted(name, diagram.stage(), file));
        }
        String contract = Models.pascal(name) + "Contract";
        if (models.find(diagram.stage(), contract)
                .filter(FormContract.class::isAssignableFrom)
                .isEmpty()) {
            found.add("%s has no contract %s.%s that checks what its form sends"
                    .formatted(name, diagram.stage(), contract));
        }
    }

    private static boolean asksAQuestion(Gateway gateway) {
        return gateway instanceof ExclusiveGateway && gateway.getOutgoing().size() > 1;
    }

    private static boolean isPast(String id) {
        return Stream.of(id.split("(?=[A-Z])"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(word -> word.endsWith("ed") || PAST.contains(word));
    }

    private static boolean hasTimer(FlowNode node, Diagram diagram) {
        boolean onIt = diagram.all(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().equals(node))
                .anyMatch(ModelRules::isTimer);
        ModelElementInstance around = node.getParentElement();
        boolean beside = around.getChildElementsByType(SubProcess.class).stream()
                .filter(SubProcess::triggeredByEvent)
                .flatMap(sub -> sub.getChildElementsByType(StartEvent.class).stream())
                .anyMatch(ModelRules::isTimer);
        return onIt || beside || (around instanceof SubProcess outer && hasTimer(outer, diagram));
    }

    private static boolean isTimer(CatchEvent event) {
        return event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    private static Stream<Decision> decisions(Table table) {
        return table.model().getModelElementsByType(Decision.class).stream();
    }

    private static boolean isDays(String timeToLive) {
        return timeToLive != null && DAYS.matcher(timeToLive).matches();
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(ModelElementInstance::getTextContent)
                .collect(Collectors.joining(" "))
                .strip();
    }

    private static Optional<String> property(BaseElement element, String name) {
        return extension(element, CamundaProperties.class).stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(property -> property.getCamundaValue())
                .findFirst();
    }

    private static <T extends ModelElementInstance> Optional<T> extension(BaseElement element, Class<T> type) {
        return Optional.ofNullable(element.getExtensionElements())
                .flatMap(extensions ->
                        extensions.getChildElementsByType(type).stream().findFirst());
    }
}
