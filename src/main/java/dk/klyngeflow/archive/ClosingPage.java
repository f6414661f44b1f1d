package dk.klyngeflow.archive;

import dk.klyngeflow.archive.Closing.Outlook;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /arkiv/<cluster>/luk}: an administrator closes a cluster, after having read what that means. */
@Controller
@RequestMapping("/arkiv/{cluster}/luk")
class ClosingPage {

    private static final String CONFIRMED = "bekraeft";

    private final CurrentPerson person;
    private final Clusters clusters;
    private final Closing closing;

    ClosingPage(CurrentPerson person, Clusters clusters, Closing closing) {
        this.person = person;
        this.clusters = clusters;
        this.closing = closing;
    }

    @GetMapping
    ModelAndView show(@PathVariable String cluster, Model model) {
        requireAdministrator(cluster);
        if (clusters.closed(cluster).isPresent()) {
            return closed(cluster);
        }
        return page(cluster, closing.outlook(cluster), List.of(), model, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView close(@PathVariable String cluster, @RequestParam Map<String, String> typed, Model model) {
        requireAdministrator(cluster);
        if (clusters.closed(cluster).isPresent()) {
            return closed(cluster);
        }
        List<Integer> confirmed = IntStream.range(0, 100)
                .filter(number -> typed.containsKey(CONFIRMED + number))
                .boxed()
                .toList();
        try {
            if (!typed.getOrDefault("id", "").strip().equals(cluster)) {
                throw new FormRefused("Skriv klyngens id, „" + cluster + "“, i feltet nederst.");
            }
            closing.close(cluster, confirmed, typed.getOrDefault("set", ""), person.requireId());
            return closed(cluster);
        } catch (FormRefused refused) {
            return page(cluster, closing.outlook(cluster), refused.messages(), model, HttpStatus.BAD_REQUEST);
        } catch (Closing.Outdated outdated) {
            return page(
                    cluster,
                    closing.outlook(cluster),
                    List.of(
                            "Noget er ændret imens. Herunder står det, som det er nu: læs det igennem, og bekræft igen."),
                    model,
                    HttpStatus.CONFLICT);
        }
    }

    private void requireAdministrator(String cluster) {
        person.requireId();
        if (!person.isAdministrator()) {
            person.require(cluster);
            throw Refused.forbidden("Kun en administrator kan lukke en klynge.");
        }
    }

    private static ModelAndView closed(String cluster) {
        return new ModelAndView("redirect:/arkiv/" + cluster);
    }

    private ModelAndView page(String cluster, Outlook outlook, List<String> refused, Model model, HttpStatus status) {
        Cluster known = clusters.find(cluster).orElseThrow(Refused::notFound);
        model.addAttribute("cluster", known);
        model.addAttribute("outlook", outlook);
        model.addAttribute("refused", refused);
        return new ModelAndView("archive/close", model.asMap(), status);
    }
}
