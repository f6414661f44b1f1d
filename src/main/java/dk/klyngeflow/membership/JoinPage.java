package dk.klyngeflow.membership;

import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.mail.FailedMails;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.PracticeFields;
import dk.klyngeflow.pages.OpenForm;
import dk.klyngeflow.security.OpenPages;
import dk.klyngeflow.security.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /medlem/<cluster>}: open to everybody. A practice asks to join, and who is or was in the cluster has her own link mailed. It answers
 * the same whatever is known here, and sends one mail at most.
 */
@Controller
@RequestMapping(JoinPage.PATH + "{cluster}")
class JoinPage implements OpenPages {

    static final String PATH = "/medlem/";

    private static final String PAGE = "membership/join";
    private static final String NUMBER = "ydernummer";
    private static final String PRACTICE = "praksis";
    private static final String PATIENTS = "patienter";
    private static final String NAME = "navn";
    private static final String MAIL = "mail";
    private static final String MESSAGE = "besked";
    private static final Set<String> FIELDS = Set.of(NUMBER, PRACTICE, PATIENTS, NAME, MAIL, MESSAGE);
    private static final int LONGEST = 100;
    private static final int LONGEST_MESSAGE = 300;
    private static final int LONGEST_TYPED = 1_000;
    private static final String TOO_MANY = "Der er spurgt mange gange i dag. Vent lidt, og prøv igen.";

    private final MemberWishes wishes;
    private final OwnLinks ownLinks;
    private final Clusters clusters;
    private final OpenForm form;

    JoinPage(MemberWishes wishes, OwnLinks ownLinks, Clusters clusters, Clock clock) {
        this.wishes = wishes;
        this.ownLinks = ownLinks;
        this.clusters = clusters;
        this.form = new OpenForm(clock, FIELDS, LONGEST_TYPED);
    }

    @Override
    public List<String> patterns() {
        return List.of(PATH + "*", PATH + "*/link");
    }

    @GetMapping
    String show(@PathVariable String cluster, Model model) {
        fill(known(cluster), Map.of(), List.of(), model);
        return PAGE;
    }

    @PostMapping
    ModelAndView ask(
            @PathVariable String cluster,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            Model model) {
        Cluster known = known(cluster);
        Map<String, String> typed = form.typed(sent);
        if (form.isFromAMachine(sent)) {
            return new ModelAndView("redirect:" + PATH + known.id() + "?sendt");
        }
        if (form.isTooMany(request.getRemoteAddr(), known.id()) || wishes.isFull(known.id())) {
            return again(known, List.of(TOO_MANY), HttpStatus.TOO_MANY_REQUESTS, typed, model);
        }
        try {
            wishes.ask(known.id(), read(form.fields(sent)));
        } catch (FormRefused refused) {
            return again(known, refused.messages(), HttpStatus.BAD_REQUEST, typed, model);
        }
        return new ModelAndView("redirect:" + PATH + known.id() + "?sendt");
    }

    private static MemberWish.Typed read(FormFields fields) {
        String practice = OpenForm.name(fields, PRACTICE, "Praksis' navn", LONGEST);
        String number = PracticeFields.providerNumber(fields, NUMBER);
        Integer patients = PracticeFields.patients(fields, PATIENTS);
        String name = OpenForm.name(fields, NAME, "Dit navn", LONGEST);
        String mail = mail(fields);
        String message = fields.text(MESSAGE, "Beskeden", LONGEST_MESSAGE);
        fields.refuseIfWrong();
        return new MemberWish.Typed(name, mail, number, practice, patients, message, null);
    }

    private static String mail(FormFields fields) {
        String mail = fields.text(MAIL, "Mailadressen");
        if (!FailedMails.isAddress(mail)) {
            fields.wrong("Skriv din mailadresse, fx navn@praksis.example.");
        }
        return mail;
    }

    @PostMapping("/link")
    ModelAndView mailLink(
            @PathVariable String cluster,
            @RequestParam(defaultValue = "") String mail,
            HttpServletRequest request,
            Model model) {
        Cluster known = known(cluster);
        if (form.isTooMany(request.getRemoteAddr(), known.id())) {
            return again(known, List.of(TOO_MANY), HttpStatus.TOO_MANY_REQUESTS, Map.of(), model);
        }
        try {
            FormFields fields = form.fields(Map.of(MAIL, mail));
            String address = mail(fields);
            fields.refuseIfWrong();
            ownLinks.mail(known.id(), address);
        } catch (FormRefused refused) {
            return again(known, refused.messages(), HttpStatus.BAD_REQUEST, Map.of(), model);
        }
        return new ModelAndView("redirect:" + PATH + known.id() + "?link");
    }

    /** Open ones only: of those in founding and those that are closed nobody learns here that they are. */
    private Cluster known(String cluster) {
        return clusters.find(cluster)
                .filter(found -> clusters.all().contains(found))
                .orElseThrow(Refused::notFound);
    }

    private static ModelAndView again(
            Cluster cluster, List<String> wrong, HttpStatus status, Map<String, String> typed, Model model) {
        fill(cluster, typed, wrong, model);
        return new ModelAndView(PAGE, model.asMap(), status);
    }

    private static void fill(Cluster cluster, Map<String, String> typed, List<String> wrong, Model model) {
        model.addAttribute("cluster", cluster);
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
    }
}
