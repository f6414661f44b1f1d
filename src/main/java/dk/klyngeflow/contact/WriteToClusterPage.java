package dk.klyngeflow.contact;

import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.mail.FailedMails;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Clusters;
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

/** {@code /skriv/<cluster>}: open to everybody. It answers the same whatever is known of an address, and sends one mail at most. */
@Controller
@RequestMapping("/skriv/{cluster}")
class WriteToClusterPage implements OpenPages {

    static final String PATH = "/skriv/";

    private static final String PAGE = "contact/write";
    private static final String NAME = "navn";
    private static final String ORGANISATION = "organisation";
    private static final String MAIL = "mail";
    private static final String SUBJECT = "emne";
    private static final String TEXT = "besked";
    private static final Set<String> FIELDS = Set.of(NAME, ORGANISATION, MAIL, SUBJECT, TEXT);
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SUBJECT = 120;
    private static final int LONGEST_TEXT = 3_500;
    private static final int LONGEST_TYPED = 4_000;

    private final InquiryCases cases;
    private final Clusters clusters;
    private final ClusterSettings settings;
    private final OpenForm form;

    WriteToClusterPage(InquiryCases cases, Clusters clusters, ClusterSettings settings, Clock clock) {
        this.cases = cases;
        this.clusters = clusters;
        this.settings = settings;
        this.form = new OpenForm(clock, FIELDS, LONGEST_TYPED);
    }

    @Override
    public List<String> patterns() {
        return List.of(PATH + "*");
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
        Cluster to = known(cluster);
        String done = "redirect:" + PATH + to.id() + "?sendt";
        if (form.isFromAMachine(sent)) {
            return new ModelAndView(done);
        }
        if (!isOpen(to)) {
            return again(
                    to, List.of("Siden er lukket. Skriv til klyngens mailadresse."), HttpStatus.CONFLICT, sent, model);
        }
        if (form.isTooMany(request.getRemoteAddr(), to.id()) || cases.isFull(to.id())) {
            return again(
                    to,
                    List.of("Der er skrevet mange beskeder herfra eller til klyngen i dag. Vent lidt, og prøv igen."),
                    HttpStatus.TOO_MANY_REQUESTS,
                    sent,
                    model);
        }
        try {
            FormFields fields = form.fields(sent);
            String name = OpenForm.name(fields, NAME, "Dit navn", LONGEST_NAME);
            String organisation = OpenForm.nameIfAny(fields, ORGANISATION, "Organisationen", LONGEST_NAME);
            String mail = fields.text(MAIL, "Mailadressen");
            if (!FailedMails.isAddress(mail)) {
                fields.wrong("Skriv din mailadresse, fx navn@hospital.example.");
            }
            String subject = fields.required(SUBJECT, "Emnet", LONGEST_SUBJECT);
            String text = fields.paragraphs(TEXT, "Beskeden", LONGEST_TEXT);
            if (text.isEmpty() && !fields.has(TEXT)) {
                fields.wrong("Beskeden mangler.");
            }
            fields.refuseIfWrong();
            cases.ask(to.id(), new InquiryCases.Written(name, organisation, mail, subject, text));
        } catch (FormRefused refused) {
            return again(to, refused.messages(), HttpStatus.BAD_REQUEST, sent, model);
        }
        return new ModelAndView(done);
    }

    /** A cluster that is closed is one that nobody can write to. */
    private Cluster known(String id) {
        return clusters.all().stream()
                .filter(cluster -> cluster.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private boolean isOpen(Cluster cluster) {
        return settings.get(cluster.id(), InquirySettings.OPEN);
    }

    private ModelAndView again(
            Cluster cluster, List<String> wrong, HttpStatus status, Map<String, String> sent, Model model) {
        fill(cluster, form.typed(sent), wrong, model);
        return new ModelAndView(PAGE, model.asMap(), status);
    }

    private void fill(Cluster cluster, Map<String, String> typed, List<String> wrong, Model model) {
        model.addAttribute("cluster", cluster);
        model.addAttribute("isOpen", isOpen(cluster));
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
    }
}
