package dk.klyngeflow.topics;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The bank of topics, for those who plan meetings: what there is, how many want it, when it was used; add one, or put one aside. */
@Controller
@RequestMapping("/emner/{cluster}")
class TopicsPage {

    private static final Role[] WHO = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD};

    private final TopicBank bank;
    private final Topics topics;
    private final Clusters clusters;
    private final CurrentPerson person;
    private final CopenhagenTime time;

    TopicsPage(TopicBank bank, Topics topics, Clusters clusters, CurrentPerson person, CopenhagenTime time) {
        this.bank = bank;
        this.topics = topics;
        this.clusters = clusters;
        this.person = person;
        this.time = time;
    }

    @GetMapping
    String show(@PathVariable String cluster, Model model) {
        person.require(cluster, WHO);
        return page(cluster, Map.of(), List.of(), model);
    }

    /** What is wrong is said on the page, and nothing that was typed is lost. */
    @PostMapping
    String add(
            @PathVariable String cluster,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        person.require(cluster, WHO);
        try {
            FormFields fields = FormFields.of(
                    Map.of("title", typed.getOrDefault("title", ""), "text", typed.getOrDefault("text", "")),
                    Set.of("title", "text"));
            String title = fields.required("title", "Emne");
            String text = fields.paragraphs("text", "Forklaring");
            fields.refuseIfWrong();
            bank.propose(cluster, title, text, person.requireId());
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(cluster, typed, refused.messages(), model);
        }
        return "redirect:/emner/" + cluster;
    }

    @PostMapping("/{id}/skjul")
    String hide(@PathVariable String cluster, @PathVariable String id) {
        person.require(cluster, WHO);
        if (!topics.hide(cluster, id, time.now())) {
            throw Refused.notFound();
        }
        return "redirect:/emner/" + cluster;
    }

    @PostMapping("/{id}/frem")
    String reopen(@PathVariable String cluster, @PathVariable String id) {
        person.require(cluster, WHO);
        if (!topics.reopen(cluster, id)) {
            throw Refused.notFound();
        }
        return "redirect:/emner/" + cluster;
    }

    private String page(String cluster, Map<String, String> typed, List<String> wrong, Model model) {
        List<Topic> all = bank.all(cluster);
        model.addAttribute("cluster", clusters.get(cluster));
        model.addAttribute("open", all.stream().filter(Topic::isOpen).toList());
        model.addAttribute(
                "aside", all.stream().filter(topic -> !topic.isOpen()).toList());
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        return "topics/list";
    }
}
