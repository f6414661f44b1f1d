package dk.klyngeflow.localmodel;

import dk.klyngeflow.mail.MailContent;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a reminder says at the moment it is sent; nothing to somebody who has answered meanwhile. */
@Component
class QuestionnaireReminderMail implements MailContent {

    private final QuestionnaireMail mail;
    private final ModelPeople voters;

    QuestionnaireReminderMail(QuestionnaireMail mail, ModelPeople voters) {
        this.mail = mail;
        this.voters = voters;
    }

    @Override
    public String purpose() {
        return LocalModels.REMINDER;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return mail.open(clusterId, model)
                .filter(round -> personId.flatMap(person -> voters.voice(clusterId, round.roundNo(), person))
                        .filter(ModelPeople.Voice::isSilent)
                        .isPresent())
                .map(mail::shown);
    }
}
