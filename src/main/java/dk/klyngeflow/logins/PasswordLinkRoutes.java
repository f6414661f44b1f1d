package dk.klyngeflow.logins;

import dk.klyngeflow.members.People;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Passwords;
import dk.klyngeflow.security.Refused;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /adgangskode/link}: an administrator mails somebody a link, and never knows her password. */
@Controller
class PasswordLinkRoutes {

    private final PasswordLinks links;
    private final Passwords passwords;
    private final People people;
    private final CurrentPerson person;

    PasswordLinkRoutes(PasswordLinks links, Passwords passwords, People people, CurrentPerson person) {
        this.links = links;
        this.passwords = passwords;
        this.people = people;
        this.person = person;
    }

    @PostMapping("/adgangskode/link")
    @Transactional
    public String send(@RequestParam("bruger") String typed) {
        person.requireId();
        if (!person.isAdministrator()) {
            throw Refused.forbidden();
        }
        if (!passwords.areKeptHere()) {
            throw Refused.notFound();
        }
        String id = typed.strip();
        Optional<String> cluster = people.clusterOf(id);
        if (cluster.isEmpty()) {
            return "redirect:/adgangskode?ingenpost";
        }
        links.send(
                cluster.get(), id, passwords.hasNone(id) ? PasswordLinks.Kind.INVITED : PasswordLinks.Kind.FORGOTTEN);
        return "redirect:/adgangskode?link";
    }
}
