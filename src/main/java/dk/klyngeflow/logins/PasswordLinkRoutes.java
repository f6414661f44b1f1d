package dk.klyngeflow.logins;

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
    private final LoginHolder holders;
    private final CurrentPerson person;

    PasswordLinkRoutes(PasswordLinks links, Passwords passwords, LoginHolder holders, CurrentPerson person) {
        this.links = links;
        this.passwords = passwords;
        this.holders = holders;
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
        Optional<LoginHolder.Login> login = holders.find(id);
        if (login.isEmpty()) {
            return "redirect:/adgangskode?ingenpost";
        }
        links.send(
                login.get().clusterId(),
                id,
                passwords.hasNone(id) ? PasswordLinks.Kind.INVITED : PasswordLinks.Kind.FORGOTTEN);
        return "redirect:/adgangskode?link";
    }
}
