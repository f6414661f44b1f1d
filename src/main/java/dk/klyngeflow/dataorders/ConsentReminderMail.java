package dk.klyngeflow.dataorders;

import dk.klyngeflow.mail.MailContent;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The same as the mail that asked, to those whose practice is still silent. */
@Component
class ConsentReminderMail implements MailContent {

    private final ConsentMail mail;

    ConsentReminderMail(ConsentMail mail) {
        this.mail = mail;
    }

    @Override
    public String purpose() {
        return MeetingData.REMINDER;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return mail.at(clusterId, personId, model);
    }
}
