package dk.klyngeflow.pages;

import dk.klyngeflow.engine.FormContracts;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.pages.CaseAddress.Page;
import dk.klyngeflow.pages.Directory.Colleague;
import dk.klyngeflow.pages.TaskNotes.Note;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.WithoutChecks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a form in Tasklist asks about its task: what it is about, whether an answer would do, and to whom it can be given. */
@RestController
@RequestMapping("/api")
class TaskRoutes {

    private static final int LONGEST_MESSAGE = 2_000;

    private final TaskService tasks;
    private final FormContracts contracts;
    private final CurrentPerson person;
    private final WithoutChecks withoutChecks;
    private final ObjectProvider<Directory> directories;
    private final TasksInHand inHand;
    private final ObjectProvider<CaseAddress> pages;
    private final ObjectProvider<TaskNotes> notes;
    private final ApplicationEventPublisher events;

    TaskRoutes(
            TaskService tasks,
            FormContracts contracts,
            CurrentPerson person,
            WithoutChecks withoutChecks,
            ObjectProvider<Directory> directories,
            TasksInHand inHand,
            ObjectProvider<CaseAddress> pages,
            ObjectProvider<TaskNotes> notes,
            ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.contracts = contracts;
        this.person = person;
        this.withoutChecks = withoutChecks;
        this.directories = directories;
        this.inHand = inHand;
        this.pages = pages;
        this.notes = notes;
        this.events = events;
    }

    /**
     * @param variables of the case, scalars only
     * @param page of the case; null when it has none
     * @param note from the one who gave her the task; null when there is none
     */
    record OpenTask(
            String id,
            String key,
            String title,
            @Nullable String clusterId,
            Hands hands,
            Map<String, Object> variables,
            @Nullable Page page,
            @Nullable Note note) {}

    /**
     * @param mine whether the caller has the task
     * @param mayTake whether she has it or may take it
     * @param holder the name of whoever has it; empty when nobody has
     */
    record Hands(boolean mine, boolean mayTake, String holder) {}

    record Handover(@Nullable String to, @Nullable String message) {}

    record Said(String sentence) {}

    @GetMapping("/tasks/{id}")
    OpenTask task(@PathVariable String id) {
        Task task = find(id);
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getTenantId(),
                new Hands(
                        person.requireId().equals(task.getAssignee()),
                        inHand.find(id).mayBePassedOn(),
                        holder(task)),
                new TreeMap<>(variables(task)),
                page(task),
                note(task));
    }

    /** Says beforehand whether the answer would be taken; completing checks the same again. */
    @PostMapping("/tasks/{id}/check")
    Map<String, Object> check(@PathVariable String id, @RequestBody Map<String, Object> answer) {
        find(id);
        contracts.checkTask(id, asInTheEngine(answer));
        return Map.of();
    }

    @PostMapping("/processes/{key}/check")
    Map<String, Object> checkStart(@PathVariable String key, @RequestBody Map<String, Object> answer) {
        contracts.checkStartOf(key, asInTheEngine(answer));
        return Map.of();
    }

    @GetMapping("/tasks/{id}/delegates")
    List<Colleague> delegates(@PathVariable String id) {
        return delegates(inHand.find(id));
    }

    /** Gives the task to a colleague; she becomes a candidate too, so that she can put it back without losing it. */
    @PostMapping("/tasks/{id}/delegate")
    @Transactional
    public Said delegate(@PathVariable String id, @RequestBody Handover handover) {
        TasksInHand.InHand task = inHand.toPassOn(id);
        String message = message(handover);
        Colleague to = delegates(task).stream()
                .filter(colleague -> colleague.id().equals(handover.to()))
                .findFirst()
                .orElseThrow(() -> Refused.badRequest("Vælg en kollega i klyngen, som må løse opgaven."));
        withoutChecks.run(() -> {
            tasks.addCandidateUser(id, to.id());
            tasks.setAssignee(id, to.id());
        });
        events.publishEvent(
                new TaskDelegated(id, String.valueOf(task.clusterId()), person.requireId(), to.id(), message));
        return new Said(to.name() + " har opgaven nu og får straks en mail om den"
                + (message.isEmpty() ? "" : " med din besked")
                + ". Du hører ikke mere, medmindre hun giver den videre til dig.");
    }

    private static String message(Handover handover) {
        String typed = handover.message() == null ? "" : handover.message();
        FormFields fields = FormFields.of(Map.of("message", typed), Set.of("message"));
        String message = fields.text("message", "Din besked");
        if (message.length() > LONGEST_MESSAGE) {
            fields.wrong("Beskeden er for lang. Skriv højst 2.000 tegn.");
        }
        fields.refuseIfWrong();
        return message;
    }

    private String holder(Task task) {
        String assignee = task.getAssignee();
        return assignee == null
                ? ""
                : directories.stream()
                        .flatMap(all -> all.personName(assignee).stream())
                        .findFirst()
                        .orElse("");
    }

    private @Nullable Page page(Task task) {
        String clusterId = task.getTenantId();
        if (clusterId == null) {
            return null;
        }
        String businessKey = withoutChecks.get(() -> contracts.businessKeyOf(task.getProcessInstanceId()));
        return pages.stream()
                .flatMap(each -> each.of(clusterId, businessKey).stream())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Note note(Task task) {
        String clusterId = task.getTenantId();
        return clusterId == null
                ? null
                : notes.stream()
                        .flatMap(each -> each.of(clusterId, task.getId()).stream())
                        .findFirst()
                        .orElse(null);
    }

    private Task find(String id) {
        Task task = tasks.createTaskQuery().taskId(id).initializeFormKeys().singleResult();
        if (task == null) {
            throw TasksInHand.isGone();
        }
        return task;
    }

    private List<Colleague> delegates(TasksInHand.InHand task) {
        String clusterId = task.clusterId();
        if (clusterId == null) {
            return List.of();
        }
        return directories.stream()
                .flatMap(all -> all.mayTake(clusterId, task.key()).stream())
                .filter(colleague -> !task.excluded().contains(colleague.id()))
                .filter(colleague -> !colleague.id().equals(task.assignee()))
                .toList();
    }

    /** The caller may read the task, or {@link #find} would not have found it. */
    private Map<String, Object> variables(Task task) {
        return withoutChecks.get(() -> new HashMap<>(tasks.getVariables(task.getId())));
    }

    /** JSON knows one kind of number, the engine several: whole numbers are Long there. */
    private static Map<String, Object> asInTheEngine(Map<String, Object> answer) {
        Map<String, Object> values = new HashMap<>();
        answer.forEach((name, value) -> values.put(name, value instanceof Integer number ? number.longValue() : value));
        return values;
    }
}
