package dk.klyngeflow.polls;

import dk.klyngeflow.mail.MailContent;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a reminder says at the moment it is sent; nothing to somebody who has answered meanwhile. */
@Component
class DatePollReminderMail implements MailContent {

    private final DatePollMail mail;

    DatePollReminderMail(DatePollMail mail) {
        this.mail = mail;
    }

    @Override
    public String purpose() {
        return DatePolls.REMINDER;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return mail.open(clusterId, personId, model)
                .filter(view -> view.answers().isEmpty())
                .map(view -> mail.shown(clusterId, personId, model, view));
    }
}
