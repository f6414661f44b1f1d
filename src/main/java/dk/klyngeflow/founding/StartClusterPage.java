package dk.klyngeflow.founding;

import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.mail.FailedMails;
import dk.klyngeflow.members.PracticeFields;
import dk.klyngeflow.pages.OpenForm;
import dk.klyngeflow.security.OpenPages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /start-en-klynge}: open to everybody. It answers the same whatever is known here, and sends one mail at most. */
@Controller
@RequestMapping(StartClusterPage.PATH)
class StartClusterPage implements OpenPages {

    static final String PATH = "/start-en-klynge";

    static final List<String> REGIONS = List.of(
            "Region Hovedstaden", "Region Sjælland", "Region Syddanmark", "Region Midtjylland", "Region Nordjylland");

    private static final String PAGE = "founding/start";
    private static final String NAME = "klynge";
    private static final String REGION = "region";
    private static final String NUMBER = "ydernummer";
    private static final String PRACTICE = "praksis";
    private static final String PATIENTS = "patienter";
    private static final String FOUNDER = "navn";
    private static final String MAIL = "mail";
    private static final Set<String> FIELDS = Set.of(NAME, REGION, NUMBER, PRACTICE, PATIENTS, FOUNDER, MAIL);
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST = 100;
    private static final int LONGEST_TYPED = 300;

    private final FoundingWishes wishes;
    private final OpenForm form;

    StartClusterPage(FoundingWishes wishes, Clock clock) {
        this.wishes = wishes;
        this.form = new OpenForm(clock, FIELDS, LONGEST_TYPED);
    }

    @Override
    public List<String> patterns() {
        return List.of(PATH);
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("typed", Map.of());
        model.addAttribute("wrong", List.of());
        model.addAttribute("regions", REGIONS);
        return PAGE;
    }

    @PostMapping
    ModelAndView ask(@RequestParam Map<String, String> sent, HttpServletRequest request, Model model) {
        Map<String, String> typed = form.typed(sent);
        if (form.isFromAMachine(sent)) {
            return new ModelAndView("redirect:" + PATH + "?sendt");
        }
        if (form.isTooMany(request.getRemoteAddr(), "") || wishes.isFull()) {
            return again(
                    List.of("Der er sendt mange ønsker i dag. Vent lidt, og prøv igen."),
                    HttpStatus.TOO_MANY_REQUESTS,
                    typed,
                    model);
        }
        try {
            Checked checked = read(form.fields(sent));
            wishes.ask(checked.wanted(), checked.founder());
        } catch (FormRefused refused) {
            return again(refused.messages(), HttpStatus.BAD_REQUEST, typed, model);
        }
        return new ModelAndView("redirect:" + PATH + "?sendt");
    }

    private record Checked(FoundingWish.Wanted wanted, FoundingWish.Founder founder) {}

    private static Checked read(FormFields fields) {
        String name = OpenForm.name(fields, NAME, "Klyngens navn", LONGEST_NAME);
        String region = fields.choice(REGION, Set.copyOf(REGIONS), "Vælg regionen.");
        String number = PracticeFields.providerNumber(fields, NUMBER);
        String practice = OpenForm.name(fields, PRACTICE, "Praksis' navn", LONGEST);
        Integer patients = PracticeFields.patients(fields, PATIENTS);
        String founder = OpenForm.name(fields, FOUNDER, "Dit navn", LONGEST);
        String mail = fields.text(MAIL, "Mailadressen");
        if (!FailedMails.isAddress(mail)) {
            fields.wrong("Skriv din mailadresse, fx navn@praksis.example.");
        }
        fields.refuseIfWrong();
        return new Checked(
                new FoundingWish.Wanted(name, region, number, practice, patients),
                new FoundingWish.Founder(founder, mail));
    }

    private static ModelAndView again(List<String> wrong, HttpStatus status, Map<String, String> typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        model.addAttribute("regions", REGIONS);
        return new ModelAndView(PAGE, model.asMap(), status);
    }
}
