package dk.klyngeflow.founding;

import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.founding.SupportEntry.Kind;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /stoette}: support and networks of the regions where one works; administrators keep the lists of all. */
@Controller
@RequestMapping(SupportPage.PATH)
class SupportPage implements StartPageLinks {

    static final String PATH = "/stoette";

    private static final String PAGE = "founding/support";
    private static final Role[] STAFF = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD};
    private static final Set<String> FIELDS = Set.of("region", "slags", "hvad", "hvordan", "dag");
    private static final int LONGEST = 200;

    private final SupportLists lists;
    private final Clusters clusters;
    private final CurrentPerson person;

    SupportPage(SupportLists lists, Clusters clusters, CurrentPerson person) {
        this.lists = lists;
        this.clusters = clusters;
        this.person = person;
    }

    /** @param unknown of what nothing is known; empty when something is of everything */
    record Region(String name, List<SupportLists.Section> sections, String unknown) {}

    @Override
    public List<Link> links() {
        return regions().isEmpty()
                ? List.of()
                : List.of(new Link(
                        "Støtte og netværk", PATH, "Konsulenter, kurser, netværk og kontakter hos KiAP og PLO."));
    }

    private List<String> regions() {
        if (person.isAdministrator()) {
            return StartClusterPage.REGIONS;
        }
        return clusters.all().stream()
                .filter(cluster -> person.hasRole(cluster.id(), STAFF))
                .map(Cluster::regionName)
                .distinct()
                .toList();
    }

    @GetMapping
    String show(Model model) {
        if (regions().isEmpty()) {
            throw Refused.forbidden("Siden er for koordinatorer, sekretærer, bestyrelser og administratorer.");
        }
        fill(model, List.of(), Map.of());
        return PAGE;
    }

    private void fill(Model model, List<String> wrong, Map<String, String> typed) {
        model.addAttribute(
                "regions",
                regions().stream()
                        .map(region -> new Region(region, lists.sections(region), lists.unknown(region)))
                        .toList());
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("mayKeep", person.isAdministrator());
        model.addAttribute("wrong", wrong);
        model.addAttribute("typed", typed);
    }

    @PostMapping
    ModelAndView add(@RequestParam Map<String, String> sent, Model model) {
        requireAdministrator();
        Map<String, Object> typed = new HashMap<>(sent);
        typed.keySet().retainAll(FIELDS);
        try {
            FormFields fields = FormFields.of(typed, FIELDS);
            String region = fields.choice("region", Set.copyOf(StartClusterPage.REGIONS), "Vælg regionen.");
            String kind = fields.choice(
                    "slags",
                    Arrays.stream(Kind.values()).map(Enum::name).collect(Collectors.toSet()),
                    "Vælg, hvad det er.");
            String what = fields.text("hvad", "Hvem eller hvad", LONGEST);
            fields.required("hvad", "Hvem eller hvad");
            String how = fields.text("hvordan", "Hvordan", LONGEST);
            LocalDate day = fields.dayAhead("dag", "Datoen");
            fields.refuseIfWrong();
            lists.add(region, Kind.valueOf(kind), what, how, day, person.requireId());
        } catch (FormRefused refused) {
            fill(model, refused.messages(), sent);
            return new ModelAndView(PAGE, model.asMap(), HttpStatus.BAD_REQUEST);
        }
        return new ModelAndView("redirect:" + PATH + "?gemt");
    }

    @PostMapping("/fjern")
    String remove(@RequestParam long linje) {
        requireAdministrator();
        lists.remove(linje);
        return "redirect:" + PATH + "?gemt";
    }

    private void requireAdministrator() {
        if (!person.isAdministrator()) {
            throw Refused.forbidden("Kun en administrator kan rette listerne.");
        }
    }
}
