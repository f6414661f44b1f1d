package dk.klyngeflow.pages;

import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Passwords;
import dk.klyngeflow.security.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /adgangskode}: one's own password, and for an administrator a new one for somebody who has forgotten hers. */
@Controller
@Order(Ordered.LOWEST_PRECEDENCE)
class PasswordPage implements StartPageLinks {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final Passwords passwords;
    private final CurrentPerson person;

    PasswordPage(Passwords passwords, CurrentPerson person) {
        this.passwords = passwords;
        this.person = person;
    }

    @Override
    public List<Link> links() {
        return passwords.areKeptHere()
                ? List.of(new Link("Adgangskode", "/adgangskode", "Skift din adgangskode."))
                : List.of();
    }

    @GetMapping("/adgangskode")
    String show(Model model) {
        require();
        fill(model);
        return "password";
    }

    @PostMapping("/adgangskode")
    ModelAndView change(
            @RequestParam("nuvaerende") String old,
            @RequestParam("ny") String fresh,
            @RequestParam("igen") String again,
            HttpServletRequest request,
            Model model) {
        require();
        String id = person.requireId();
        boolean isFirst = passwords.mustBeChosen(id);
        try {
            same(fresh, again);
            passwords.change(id, old, fresh, request.getRemoteAddr());
        } catch (Refused refused) {
            return wrong(refused, "ownError", model);
        }
        request.changeSessionId();
        passwords.keep(request.getSession(), id);
        // whoever was held up here by a password that somebody else knew goes on to where she was going
        String next = isFirst && person.isStaff() ? TASKLIST : "/adgangskode?skiftet";
        return new ModelAndView("redirect:" + next);
    }

    @PostMapping("/adgangskode/ny")
    ModelAndView give(
            @RequestParam("bruger") String user,
            @RequestParam("ny") String fresh,
            @RequestParam("igen") String again,
            Model model) {
        require();
        if (!person.isAdministrator()) {
            throw Refused.forbidden();
        }
        try {
            same(fresh, again);
            passwords.give(user.strip(), fresh);
        } catch (Refused refused) {
            model.addAttribute("user", user);
            return wrong(refused, "otherError", model);
        }
        return new ModelAndView("redirect:/adgangskode?givet");
    }

    private void require() {
        if (!passwords.areKeptHere()) {
            throw Refused.notFound();
        }
        person.requireId();
    }

    private static void same(String fresh, String again) {
        if (!fresh.equals(again)) {
            throw Refused.badRequest("De to nye adgangskoder er ikke ens.");
        }
    }

    private ModelAndView wrong(Refused refused, String where, Model model) {
        fill(model);
        model.addAttribute(where, refused.getMessage());
        HttpStatusCode status = HttpStatusCode.valueOf(refused.status());
        return new ModelAndView("password", model.asMap(), HttpStatus.valueOf(status.value()));
    }

    private void fill(Model model) {
        model.addAttribute("shortest", passwords.shortest());
        boolean mustBeChosen = passwords.mustBeChosen(person.requireId());
        model.addAttribute("mustBeChosen", mustBeChosen);
        model.addAttribute("administrator", person.isAdministrator() && !mustBeChosen);
    }
}
