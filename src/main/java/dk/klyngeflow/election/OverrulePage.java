package dk.klyngeflow.election;

import dk.klyngeflow.ballots.BallotFacts;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /valg/<cluster>/<number>/andet-resultat}: a result other than the rule's, with a reason, while the elected are asked. */
@Controller
@RequestMapping("/valg/{cluster}/{number}/andet-resultat")
class OverrulePage {

    private static final Role[] STAFF = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};
    private static final Role[] WHO = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD};

    private final ElectionByNumber found;
    private final Overruling overruling;
    private final ElectionProtocol protocol;
    private final People people;
    private final Clusters clusters;
    private final CurrentPerson person;

    OverrulePage(
            ElectionByNumber found,
            Overruling overruling,
            ElectionProtocol protocol,
            People people,
            Clusters clusters,
            CurrentPerson person) {
        this.found = found;
        this.overruling = overruling;
        this.protocol = protocol;
        this.people = people;
        this.clusters = clusters;
        this.person = person;
    }

    /** @param isElected as it was typed */
    record Choosable(String id, String name, boolean isElected) {}

    @GetMapping
    String look(@PathVariable String cluster, @PathVariable String number, Model model) {
        person.require(cluster, STAFF);
        return page(found.get(cluster, number), List.of(), "", List.of(), model);
    }

    @PostMapping
    String decide(
            @PathVariable String cluster,
            @PathVariable String number,
            @RequestParam(name = "elected", required = false) @Nullable List<String> elected,
            @RequestParam(name = "why", defaultValue = "") String why,
            Model model,
            HttpServletResponse response) {
        person.require(cluster, WHO);
        Election election = found.get(cluster, number);
        List<String> chosen = elected == null ? List.of() : elected;
        try {
            FormFields fields = FormFields.of(Map.of("why", why), Set.of("why"));
            String reason = fields.requiredParagraphs("why", "Begrundelsen");
            if (reason.length() > ElectionResults.LONGEST_REASON) {
                fields.wrong("Begrundelsen må højst fylde 1.000 tegn.");
            }
            fields.refuseIfWrong();
            overruling.decide(cluster, election.electionId(), chosen, person.requireId(), reason);
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(election, chosen, why, refused.messages(), model);
        }
        return "redirect:/valg/" + cluster + "/" + number;
    }

    private String page(Election election, List<String> chosen, String why, List<String> wrong, Model model) {
        Optional<BallotFacts> ballot = overruling.open(election);
        model.addAttribute("cluster", clusters.get(election.clusterId()));
        model.addAttribute("number", election.number());
        model.addAttribute("called", election.label());
        model.addAttribute("sentences", ballot.isPresent() ? protocol.sentences(election) : List.of());
        model.addAttribute(
                "candidates",
                ballot.map(each -> each.contest().candidates()).orElse(List.of()).stream()
                        .map(id -> new Choosable(id, people.nameOf(id), chosen.contains(id)))
                        .toList());
        model.addAttribute(
                "isOneSeat", ballot.filter(each -> each.contest().seats() == 1).isPresent());
        model.addAttribute(
                "mayDecide",
                ballot.isPresent() && (person.isAdministrator() || person.hasRole(election.clusterId(), WHO)));
        model.addAttribute("why", why);
        model.addAttribute("wrong", wrong);
        return "election/overrule";
    }
}
