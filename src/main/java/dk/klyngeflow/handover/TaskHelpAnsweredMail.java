package dk.klyngeflow.handover;

import dk.klyngeflow.mail.MailContent;
import dk.klyngeflow.members.People;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the owner of a task what a member proposes; nothing when she has done the task already. */
@Component
class TaskHelpAnsweredMail implements MailContent {

    private final MemberHelp help;
    private final People people;

    TaskHelpAnsweredMail(MemberHelp help, People people) {
        this.help = help;
        this.people = people;
    }

    @Override
    public String purpose() {
        return MemberHelp.ANSWERED;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return help.find(clusterId, model.getOrDefault("helpId", ""))
                .flatMap(asked -> help.taskOf(asked)
                        .map(task -> Map.of(
                                "title",
                                task.title(),
                                "taskId",
                                task.taskId(),
                                "helper",
                                people.nameOf(asked.helper()),
                                "answer",
                                asked.answer() == null ? "" : asked.answer())));
    }
}
