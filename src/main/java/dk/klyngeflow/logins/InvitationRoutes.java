package dk.klyngeflow.logins;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Passwords;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /folk/<cluster>/invitation}: who has a post with Tasklist and no password yet is sent the invitation once more. */
@Controller
class InvitationRoutes {

    private static final int MOST_A_DAY = 5;

    private final CurrentPerson editor;
    private final People people;
    private final Passwords passwords;
    private final PasswordLinks links;
    private final CopenhagenTime time;

    InvitationRoutes(
            CurrentPerson editor, People people, Passwords passwords, PasswordLinks links, CopenhagenTime time) {
        this.editor = editor;
        this.people = people;
        this.passwords = passwords;
        this.links = links;
        this.time = time;
    }

    @PostMapping("/folk/{cluster}/invitation")
    @Transactional
    public String again(
            @PathVariable String cluster, @RequestParam("person") String personId, RedirectAttributes after) {
        editor.require(cluster, Role.COORDINATOR, Role.SECRETARY);
        Person invited = Arrays.stream(Role.values())
                .filter(Role::isStaff)
                .flatMap(role -> people.holding(cluster, role).stream())
                .filter(person -> person.id().equals(personId))
                .findFirst()
                .filter(person -> passwords.areKeptHere())
                .orElseThrow(Refused::notFound);
        if (!passwords.hasNone(personId)) {
            after.addFlashAttribute("done", List.of(invited.name() + " har valgt en adgangskode."));
        } else if (links.sentSince(personId, time.now().minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            after.addFlashAttribute(
                    "done",
                    List.of("Der er sendt " + invited.name()
                            + " mange invitationer det seneste døgn. Vent til i morgen."));
        } else {
            links.send(cluster, personId, PasswordLinks.Kind.INVITED);
            after.addFlashAttribute(
                    "done", List.of("Invitationen er sendt til " + invited.name() + " på " + invited.mail() + "."));
        }
        return "redirect:/folk/" + cluster;
    }
}
