package dk.klyngeflow.links;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where secretary and coordinator answer for a member who phones: her own question, asked in the same words. */
@Controller
@RequestMapping("/svar-for/{cluster}")
class AnswerForPage {

    private static final Role[] WHO_MAY = {Role.COORDINATOR, Role.SECRETARY};
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final CurrentPerson person;
    private final Links links;
    private final AnswersFor answers;
    private final People people;

    AnswerForPage(CurrentPerson person, Links links, AnswersFor answers, People people) {
        this.person = person;
        this.links = links;
        this.answers = answers;
        this.people = people;
    }

    /** @param link chosen in a list */
    @GetMapping
    String choose(@PathVariable String cluster, @RequestParam(defaultValue = "") String link) {
        person.require(cluster, WHO_MAY);
        return "redirect:/svar-for/" + link(cluster, link).clusterId() + "/" + link;
    }

    @GetMapping("/{linkId}")
    String ask(@PathVariable String cluster, @PathVariable String linkId, Model model) {
        person.require(cluster, WHO_MAY);
        Link link = link(cluster, linkId);
        Shown shown = shown(link);
        return page(link, shown, Screen.fresh(shown), List.of(), model);
    }

    @PostMapping("/{linkId}")
    String answer(
            @PathVariable String cluster,
            @PathVariable String linkId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        person.require(cluster, WHO_MAY);
        Link link = link(cluster, linkId);
        Shown shown = shown(link);
        SentForm form = new SentForm(shown, sent);
        List<String> wrong = form.faults().isEmpty() ? List.of() : List.of("Der mangler noget. Vi har markeret det.");
        if (shown.button() == null) {
            wrong = List.of("Der er lukket for svar.");
        }
        if (wrong.isEmpty() && form.isChanged()) {
            try {
                answers.answer(link, person.requireId(), form.values());
            } catch (FormRefused refused) {
                wrong = refused.messages();
            }
        }
        if (!wrong.isEmpty()) {
            response.setStatus(400);
            return page(link, shown, new Screen(shown, sent, form.faults(), Map.of(), true), wrong, model);
        }
        request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
        return "redirect:/svar-for/" + cluster + "/" + linkId + "/gemt";
    }

    @GetMapping("/{linkId}/gemt")
    String answered(@PathVariable String cluster, @PathVariable String linkId, Model model) {
        person.require(cluster, WHO_MAY);
        model.addAttribute("holderName", people.nameOf(link(cluster, linkId).holder()));
        model.addAttribute("said", answers.said(cluster, linkId));
        return "links/answered-for";
    }

    private Link link(String cluster, String linkId) {
        return Optional.of(linkId)
                .filter(id -> ID.matcher(id).matches())
                .flatMap(id -> links.alive(cluster, id))
                .filter(link -> !link.isOfOutsider())
                .orElseThrow(Refused::notFound);
    }

    /** Files are left out: they belong to the page of the link. */
    private Shown shown(Link link) {
        Shown shown = answers.show(link).orElseThrow(Refused::notFound);
        return new Shown(
                shown.title(),
                shown.blocks().stream()
                        .filter(block -> !(block instanceof Block.File || block instanceof Block.Upload))
                        .toList(),
                shown.button());
    }

    private String page(Link link, Shown shown, Screen screen, List<String> wrong, Model model) {
        model.addAttribute("clusterId", link.clusterId());
        model.addAttribute("linkId", link.id());
        model.addAttribute("holderName", people.nameOf(link.holder()));
        model.addAttribute("shown", shown);
        model.addAttribute("screen", screen);
        model.addAttribute("wrong", wrong);
        return "links/answer-for";
    }
}
