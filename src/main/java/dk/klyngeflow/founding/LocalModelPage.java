package dk.klyngeflow.founding;

import dk.klyngeflow.engine.AgainOnConflict;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.localmodel.Choices;
import dk.klyngeflow.localmodel.LocalModels;
import dk.klyngeflow.localmodel.ModelEffects;
import dk.klyngeflow.localmodel.ModelRound;
import dk.klyngeflow.localmodel.ModelVersion;
import dk.klyngeflow.localmodel.PhonedAnswers;
import dk.klyngeflow.localmodel.Question;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.NextHands;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the cluster has agreed on, what follows from it, and how far the next version is; it is given up here. */
@Controller
@RequestMapping
class LocalModelPage implements StartPageLinks {

    static final String PATH = "/lokalmodel/";
    private static final int LONGEST_REASON = 1_000;
    private static final Role[] STAFF = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};
    private static final Role[] LEADING = {Role.COORDINATOR, Role.SECRETARY};

    private final LocalModels models;
    private final ModelEffects effects;
    private final ModelCases cases;
    private final Clusters clusters;
    private final NextHands hands;
    private final CurrentPerson person;
    private final AgainOnConflict again;
    private final PhonedAnswers phoned;

    LocalModelPage(
            LocalModels models,
            ModelEffects effects,
            ModelCases cases,
            Clusters clusters,
            NextHands hands,
            CurrentPerson person,
            AgainOnConflict again,
            PhonedAnswers phoned) {
        this.phoned = phoned;
        this.models = models;
        this.effects = effects;
        this.cases = cases;
        this.clusters = clusters;
        this.hands = hands;
        this.person = person;
        this.again = again;
    }

    /** @param from the day it applies from; @param paper where the PDF is */
    record Shown(ModelVersion version, String from, String adopted, String paper, List<ModelEffects.Line> effects) {}

    /** What the start form shows. @param underWay empty when it can be started */
    record Beginning(String answerBy, String underWay) {}

    /** On the telephone, as it was typed. @param isRefused so that it is typed again @param who a member's id; empty when nobody was chosen */
    record Said(boolean isRefused, String who, Choices answers) {}

    @GetMapping("/api/clusters/{cluster}/local-model/next")
    @ResponseBody
    Beginning next(@PathVariable String cluster) {
        person.require(cluster, LEADING);
        return new Beginning(
                cases.usualClosing(cluster).toString(),
                models.underWay(cluster).isPresent() ? LocalModelContract.UNDER_WAY : "");
    }

    @GetMapping("/lokalmodel/{cluster}")
    String show(@PathVariable String cluster, Model model) {
        person.require(cluster, STAFF);
        return page(cluster, List.of(), "", model);
    }

    /** Everybody who was asked hears why. */
    @PostMapping("/lokalmodel/{cluster}/{round}/opgiv")
    String cancel(
            @PathVariable String cluster,
            @PathVariable String round,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        person.require(cluster, LEADING);
        ModelRound found = models.find(cluster, round).orElseThrow(Refused::notFound);
        String typed = reason.replace("\r\n", "\n");
        try {
            FormFields fields = FormFields.of(Map.of("reason", typed), Set.of("reason"));
            String why = fields.requiredParagraphs("reason", "Begrundelsen");
            if (why.length() > LONGEST_REASON) {
                fields.wrong("Begrundelsen må højst fylde 1.000 tegn.");
            }
            fields.refuseIfWrong();
            again.call(() -> {
                cases.cancel(cluster, found.roundNo(), why, person.requireId());
                return why;
            });
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(cluster, refused.messages(), typed, model);
        } catch (Refused refused) {
            String before =
                    models.find(cluster, round).orElseThrow(Refused::notFound).cancelReason();
            if (!typed.strip().equals(before)) {
                response.setStatus(refused.status());
                return page(cluster, List.of(String.valueOf(refused.getMessage())), typed, model);
            }
            // pressed twice: what she wants has been done
        }
        after.addFlashAttribute("done", "Sagen er opgivet. Alle, der er spurgt, får besked om hvorfor.");
        return "redirect:" + PATH + cluster;
    }

    /** What a member said on the telephone. */
    @PostMapping("/lokalmodel/{cluster}/{round}/svar")
    String phoned(
            @PathVariable String cluster,
            @PathVariable String round,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        person.require(cluster, LEADING);
        ModelRound found = models.find(cluster, round).orElseThrow(Refused::notFound);
        Map<Question, List<String>> answers = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            answers.put(
                    question,
                    sent.getOrDefault(question.field(), List.of()).stream()
                            .filter(value -> question.option(value).isPresent())
                            .toList());
        }
        Choices choices = Choices.of(answers);
        String who = String.join("", sent.getOrDefault("hvem", List.of()));
        if (choices.isEmpty()
                || !phoned.note(cluster, found.roundNo(), who, choices, "Noteret efter en telefonsamtale.")) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("said", new Said(true, who, choices));
            return page(
                    cluster,
                    List.of(
                            choices.isEmpty()
                                    ? "Vælg mindst ét svar."
                                    : "Vælg et medlem, der ikke har svaret endnu. Har hun svaret selv, gælder det."),
                    "",
                    model);
        }
        after.addFlashAttribute(
                "done", "Svaret er noteret. Medlemmet kan selv ændre det ved sit link, så længe fristen løber.");
        return "redirect:" + PATH + cluster;
    }

    private String page(String clusterId, List<String> wrong, String typed, Model model) {
        Cluster cluster = clusters.find(clusterId).orElseThrow(Refused::notFound);
        List<ModelVersion> versions = models.versions(clusterId);
        model.addAttribute("cluster", cluster);
        model.addAttribute("current", models.inForce(clusterId).map(this::shown).orElse(null));
        model.addAttribute(
                "coming",
                versions.stream()
                        .filter(version -> version.inForceAt() == null)
                        .map(this::shown)
                        .findFirst()
                        .orElse(null));
        model.addAttribute(
                "earlier",
                versions.stream()
                        .filter(version -> version.inForceAt() != null)
                        .skip(1)
                        .map(this::shown)
                        .toList());
        ModelRound underWay = models.underWay(clusterId).orElse(null);
        model.addAttribute("round", underWay);
        model.addAttribute("state", underWay == null ? "" : state(underWay));
        model.addAttribute(
                "next",
                underWay == null
                        ? ""
                        : hands.next(clusterId, underWay.caseKey()).orElse(""));
        model.addAttribute("silent", underWay == null ? List.of() : phoned.silent(clusterId, underWay.roundNo()));
        model.addAttribute("questions", Question.values());
        if (!model.containsAttribute("said")) {
            model.addAttribute("said", new Said(false, "", Choices.NONE));
        }
        model.addAttribute("mayLead", person.hasRole(clusterId, LEADING));
        model.addAttribute("wrong", wrong);
        model.addAttribute("typed", typed);
        return "founding/local-model";
    }

    private Shown shown(ModelVersion version) {
        return new Shown(
                version,
                DanishTime.DAY.format(version.effectiveFrom()),
                DanishTime.DAY.format(version.adoptedOn()),
                "/api/clusters/" + version.clusterId() + "/documents/" + version.documentId() + "/original",
                effects.lines(version));
    }

    private String state(ModelRound round) {
        boolean isAdopted =
                models.versions(round.clusterId()).stream().anyMatch(version -> version.roundNo() == round.roundNo());
        if (isAdopted) {
            return "Den nye version er vedtaget og venter på sin dag.";
        }
        LocalModels.Answered answered = models.answered(round.clusterId(), round.roundNo());
        String how = answered.answered() + " af " + answered.asked();
        if (round.draft().shown() > 0) {
            return "Medlemmerne ser på et udkast. "
                    + (answered.asked() - round.draft().unheard()) + " af " + answered.asked() + " har svaret på det.";
        }
        return round.asking().closedAt() == null
                ? "Medlemmerne er spurgt. " + how + " har svaret; der lukkes "
                        + CopenhagenTime.inWords(round.asking().closesAt()) + ", eller når alle har svaret."
                : how + " har svaret, og der skrives på et udkast.";
    }

    @Override
    public List<Link> links() {
        return clusters.all().stream()
                .filter(cluster -> person.hasRole(cluster.id(), STAFF))
                .map(cluster -> new Link(
                        "Lokal model i " + cluster.name(),
                        PATH + cluster.id(),
                        "Hvordan klyngen har aftalt at arbejde, og hvad der følger af det."))
                .toList();
    }
}
