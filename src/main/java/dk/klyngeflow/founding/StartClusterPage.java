package dk.klyngeflow.founding;

import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.mail.FailedMails;
import dk.klyngeflow.members.ProviderNumbers;
import dk.klyngeflow.security.AttemptsByNetwork;
import dk.klyngeflow.security.OpenPages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
    /** A field that people do not see: whoever fills it in is a machine. */
    private static final String TRAP = "hjemmeside";

    private static final Set<String> FIELDS = Set.of(NAME, REGION, NUMBER, PRACTICE, PATIENTS, FOUNDER, MAIL);
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST = 100;
    private static final int FREE = 8;

    /** Names are of letters; what looks like an address on the web is not sent to strangers in our name. */
    private static final Pattern LIKE_NAME = Pattern.compile("[\\p{L}\\p{N}\\p{M} .,'’&/()-]+");

    private static final Pattern LIKE_ADDRESS =
            Pattern.compile("(?i)www|https?|\\.\\p{L}{2,}|//", Pattern.UNICODE_CHARACTER_CLASS);

    private final FoundingWishes wishes;
    private final AttemptsByNetwork attempts;

    StartClusterPage(FoundingWishes wishes, Clock clock) {
        this.wishes = wishes;
        this.attempts = new AttemptsByNetwork(clock, FREE, Duration.ofMinutes(5));
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
        Map<String, String> typed = new HashMap<>();
        FIELDS.forEach(field -> typed.put(field, cut(sent.getOrDefault(field, ""))));
        if (!sent.getOrDefault(TRAP, "").isEmpty()) {
            return new ModelAndView("redirect:" + PATH + "?sendt");
        }
        if (attempts.isTooMany(request.getRemoteAddr()) || wishes.isFull()) {
            return again(
                    List.of("Der er sendt mange ønsker i dag. Vent lidt, og prøv igen."),
                    HttpStatus.TOO_MANY_REQUESTS,
                    typed,
                    model);
        }
        try {
            Checked checked = read(typed);
            wishes.ask(checked.wanted(), checked.founder());
        } catch (FormRefused refused) {
            return again(refused.messages(), HttpStatus.BAD_REQUEST, typed, model);
        }
        return new ModelAndView("redirect:" + PATH + "?sendt");
    }

    private record Checked(FoundingWish.Wanted wanted, FoundingWish.Founder founder) {}

    private static Checked read(Map<String, String> typed) {
        FormFields fields = FormFields.of(new HashMap<>(typed), FIELDS);
        String name = name(fields, NAME, "Klyngens navn", LONGEST_NAME);
        String region = fields.choice(REGION, Set.copyOf(REGIONS), "Vælg regionen.");
        String number = ProviderNumbers.bare(fields.text(NUMBER, "Ydernummeret"));
        ProviderNumbers.objectionTo(number)
                .ifPresent(wrong -> fields.wrong(wrong.replaceFirst("^ydernummeret", "Ydernummeret")));
        String practice = name(fields, PRACTICE, "Praksis' navn", LONGEST);
        String patients = fields.text(PATIENTS, "Antal patienter").replaceAll("[.\\s\\u00a0]", "");
        if (!patients.matches("\\d{0,6}")) {
            fields.wrong("Skriv antal patienter som et helt tal, eller lad feltet stå tomt.");
        }
        String founder = name(fields, FOUNDER, "Dit navn", LONGEST);
        String mail = fields.text(MAIL, "Mailadressen");
        if (!FailedMails.isAddress(mail)) {
            fields.wrong("Skriv din mailadresse, fx navn@praksis.example.");
        }
        fields.refuseIfWrong();
        return new Checked(
                new FoundingWish.Wanted(
                        name, region, number, practice, patients.isEmpty() ? null : Integer.valueOf(patients)),
                new FoundingWish.Founder(founder, mail));
    }

    private static String name(FormFields fields, String field, String label, int longest) {
        String text = fields.text(field, label, longest);
        if (text.isEmpty()) {
            fields.required(field, label);
        } else if (!LIKE_NAME.matcher(text).matches()
                || LIKE_ADDRESS.matcher(text).find()) {
            fields.wrong(label + " må kun have bogstaver, tal og almindelige tegn, og ingen webadresse.");
        }
        return text;
    }

    private static String cut(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300);
    }

    private static ModelAndView again(List<String> wrong, HttpStatus status, Map<String, String> typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        model.addAttribute("regions", REGIONS);
        return new ModelAndView(PAGE, model.asMap(), status);
    }
}
