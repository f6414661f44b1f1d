package dk.klyngeflow.contact;

import dk.klyngeflow.mail.FailedMails;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the form shows of a mail that could not be delivered. */
@RestController
class FailedMailRoutes {

    private final FailedMails mails;
    private final CurrentPerson person;

    FailedMailRoutes(FailedMails mails, CurrentPerson person) {
        this.mails = mails;
        this.person = person;
    }

    @GetMapping("/api/clusters/{cluster}/failed-mails/{id}")
    FailedMails.FailedMail failedMail(@PathVariable String cluster, @PathVariable String id) {
        person.require(cluster, Role.SECRETARY, Role.COORDINATOR, Role.BOARD);
        if (!id.matches("[0-9]{1,18}")) {
            throw Refused.notFound();
        }
        return mails.find(cluster, Long.parseLong(id)).orElseThrow(Refused::notFound);
    }
}
