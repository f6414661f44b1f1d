package dk.klyngeflow.contact;

import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.DutyCatalog;
import dk.klyngeflow.security.Role;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The duties of the cluster's mail. */
@Component
@Order(9)
class ContactDuties implements DutyCatalog {

    static final Duty RESOLVE_FAILED_MAIL =
            Duty.of("resolveFailedMail", "Rette mails, der ikke kunne leveres", Role.SECRETARY);
    static final Duty READ_MAIL = Duty.of("readMail", "Læse mails til klyngen", Role.SECRETARY);
    static final Duty ANSWER_MAIL = Duty.of("answerMail", "Svare på mails, der er givet videre", Role.COORDINATOR);
    static final Duty HANDLE_INQUIRY = Duty.of("handleInquiry", "Svare på henvendelser udefra", Role.COORDINATOR);

    @Override
    public List<Duty> duties() {
        return List.of(RESOLVE_FAILED_MAIL, READ_MAIL, ANSWER_MAIL, HANDLE_INQUIRY);
    }
}
