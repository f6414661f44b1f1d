package dk.klyngeflow.handover;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.AgainOnConflict;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.members.People;
import dk.klyngeflow.pages.TasksInHand;
import dk.klyngeflow.pages.TasksInHand.InHand;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Tasklist needs to ask a member about a task: who can be asked, who has been, and what she answered. */
@RestController
@RequestMapping("/api/tasks/{id}/help")
class TaskHelpRoutes {

    private static final int LONGEST_QUESTION = 2_000;

    private final TasksInHand tasks;
    private final MemberHelp help;
    private final TaskHelps helps;
    private final People people;
    private final Documents documents;
    private final CurrentPerson person;
    private final AgainOnConflict again;

    TaskHelpRoutes(
            TasksInHand tasks,
            MemberHelp help,
            TaskHelps helps,
            People people,
            Documents documents,
            CurrentPerson person,
            AgainOnConflict again) {
        this.tasks = tasks;
        this.help = help;
        this.helps = helps;
        this.people = people;
        this.documents = documents;
        this.person = person;
        this.again = again;
    }

    record Member(String id, String name) {}

    /** @param warning Danish, that something in it looks like a CPR number; empty when nothing does */
    record File(String url, String name, String warning) {}

    /**
     * @param state WAITING, ANSWERED or LEFT
     * @param since when she was asked or answered
     */
    record Asked(
            String name,
            String state,
            Instant since,
            String question,
            @Nullable String answer,
            @Nullable File file,
            boolean mayTakeBack) {}

    /** @param asked the one asked last; null when nobody is, or it was taken back */
    record View(List<Member> members, @Nullable Asked asked) {}

    record Question(@Nullable String to, @Nullable String question) {}

    @GetMapping
    View view(@PathVariable String id) {
        InHand task = tasks.find(id);
        String clusterId = task.clusterId();
        if (clusterId == null) {
            return new View(List.of(), null);
        }
        return new View(
                canBeAsked(task, clusterId),
                helps.newest(clusterId, id)
                        .filter(asked -> asked.endedAt() == null || asked.hasLeft())
                        .map(asked -> asked(asked, task.mayBePassedOn()))
                        .orElse(null));
    }

    @PostMapping
    Map<String, Object> ask(@PathVariable String id, @RequestBody Question question) {
        InHand task = tasks.toPassOn(id);
        String clusterId = task.clusterId();
        String to = question.to();
        if (clusterId == null
                || to == null
                || canBeAsked(task, clusterId).stream()
                        .noneMatch(member -> member.id().equals(to))) {
            throw Refused.badRequest("Vælg et medlem af klyngen, som må se opgaven.");
        }
        String text = text(question);
        return again.call(() -> {
            help.ask(clusterId, id, to, person.requireId(), text);
            return Map.of();
        });
    }

    @PostMapping("/take-back")
    Map<String, Object> takeBack(@PathVariable String id) {
        InHand task = tasks.toPassOn(id);
        String clusterId = task.clusterId();
        if (clusterId == null) {
            throw Refused.notFound();
        }
        return again.call(() -> {
            help.takeBack(clusterId, id);
            return Map.of();
        });
    }

    private List<Member> canBeAsked(InHand task, String clusterId) {
        return help.members(clusterId).stream()
                .filter(member -> !task.excluded().contains(member.id()))
                .filter(member -> !member.id().equals(task.assignee()))
                .map(member -> new Member(member.id(), member.name()))
                .toList();
    }

    private static String text(Question question) {
        String typed = question.question() == null ? "" : question.question();
        FormFields fields = FormFields.of(Map.of("question", typed), Set.of("question"));
        String text = fields.paragraphs("question", "Din besked");
        if (text.length() > LONGEST_QUESTION) {
            fields.wrong("Beskeden er for lang. Skriv højst " + LONGEST_QUESTION + " tegn.");
        }
        fields.refuseIfWrong();
        return text;
    }

    private Asked asked(TaskHelp asked, boolean mayTakeBack) {
        Instant answeredAt = asked.answeredAt();
        return new Asked(
                people.nameOf(asked.helper()),
                asked.hasLeft() ? "LEFT" : answeredAt == null ? "WAITING" : "ANSWERED",
                answeredAt == null ? asked.askedAt() : answeredAt,
                asked.question(),
                asked.answer(),
                file(asked),
                mayTakeBack && asked.isPending());
    }

    private @Nullable File file(TaskHelp asked) {
        String id = asked.documentId();
        return id == null
                ? null
                : documents.find(asked.clusterId(), id).map(this::file).orElse(null);
    }

    private File file(Document document) {
        return new File(
                "/api/clusters/" + document.clusterId() + "/documents/" + document.id() + "/original",
                document.fileName(),
                documents
                        .warningOfCprNumber(document.clusterId(), document.id())
                        .orElse(""));
    }
}
