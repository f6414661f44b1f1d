package dk.klyngeflow.handover;

import dk.klyngeflow.mail.MailContent;
import dk.klyngeflow.members.People;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a member is asked, as it stands when the mail goes; nothing when the task is done or the question taken back. */
@Component
class TaskHelpMail implements MailContent {

    private final MemberHelp help;
    private final People people;

    TaskHelpMail(MemberHelp help, People people) {
        this.help = help;
        this.people = people;
    }

    @Override
    public String purpose() {
        return MemberHelp.PURPOSE;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return help.find(clusterId, model.getOrDefault("helpId", ""))
                .filter(TaskHelp::isPending)
                .flatMap(asked -> help.taskOf(asked)
                        .map(task -> Map.of(
                                "title",
                                task.title(),
                                "asker",
                                people.nameOf(asked.askedBy()),
                                "question",
                                asked.question())));
    }
}
