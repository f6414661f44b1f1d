package dk.klyngeflow.handover;

import dk.klyngeflow.engine.LentTasks;
import dk.klyngeflow.mail.MailContent;
import dk.klyngeflow.members.People;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a colleague which task is hers now; nothing when it is done already. */
@Component
class TaskDelegatedMail implements MailContent {

    private final TaskMessages messages;
    private final LentTasks tasks;
    private final People people;

    TaskDelegatedMail(TaskMessages messages, LentTasks tasks, People people) {
        this.messages = messages;
        this.tasks = tasks;
        this.people = people;
    }

    @Override
    public String purpose() {
        return TaskMessages.PURPOSE;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return messages.find(clusterId, model.getOrDefault("messageId", ""))
                .flatMap(message -> tasks.find(clusterId, message.taskId())
                        .map(task -> Map.of(
                                "title",
                                task.title(),
                                "taskId",
                                task.taskId(),
                                "sender",
                                people.nameOf(message.sender()),
                                "message",
                                message.text())));
    }
}
