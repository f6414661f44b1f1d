package dk.klyngeflow.logins;

import dk.klyngeflow.mail.FailedMails;
import dk.klyngeflow.security.AttemptsByNetwork;
import dk.klyngeflow.security.OpenPages;
import dk.klyngeflow.security.Passwords;
import dk.klyngeflow.security.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /glemt-adgangskode}: a new password by mail. What it answers depends on what was typed, never on who is known here. */
@Controller
@RequestMapping(ForgottenPasswordPage.PATH)
class ForgottenPasswordPage implements OpenPages {

    static final String PATH = "/glemt-adgangskode";

    private static final String PAGE = "forgotten-password";
    private static final int LONGEST = 254;
    private static final int FREE = 10;

    private final PasswordWishes wishes;
    private final Passwords passwords;
    private final AttemptsByNetwork attempts;

    ForgottenPasswordPage(PasswordWishes wishes, Passwords passwords, Clock clock) {
        this.wishes = wishes;
        this.passwords = passwords;
        this.attempts = new AttemptsByNetwork(clock, FREE, Duration.ofMinutes(2));
    }

    @Override
    public List<String> patterns() {
        return List.of(PATH);
    }

    @GetMapping
    String show() {
        require();
        return PAGE;
    }

    @PostMapping
    ModelAndView ask(
            @RequestParam(name = "mail", defaultValue = "") String typed, HttpServletRequest request, Model model) {
        require();
        String address = typed.strip();
        if (attempts.isTooMany(request.getRemoteAddr())) {
            return wrong(
                    "Der er bedt om mange nye adgangskoder herfra. Vent nogle minutter, og prøv igen.",
                    HttpStatus.TOO_MANY_REQUESTS,
                    model);
        }
        if (address.length() > LONGEST || !FailedMails.isAddress(address)) {
            return wrong("Skriv en mailadresse, fx navn@praksis.example.", HttpStatus.BAD_REQUEST, model);
        }
        wishes.ask(address);
        return new ModelAndView("redirect:" + PATH + "?sendt");
    }

    private static ModelAndView wrong(String sentence, HttpStatus status, Model model) {
        model.addAttribute("wrong", sentence);
        return new ModelAndView(PAGE, model.asMap(), status);
    }

    private void require() {
        if (!passwords.areKeptHere()) {
            throw Refused.notFound();
        }
    }
}
