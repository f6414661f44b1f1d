package dk.klyngeflow.mail;

import java.util.Map;
import java.util.Optional;

/** What a mail of one purpose says, found out when it is sent, so that nobody is told of what is over already. */
public interface MailContent {

    String purpose();

    /**
     * @param personId the recipient; empty when the mail goes to an address that belongs to nobody we know
     * @param model as it was put into the outbox
     * @return what the templates show besides; empty when there is nothing left to say: the mail is then not sent
     */
    Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model);
}
