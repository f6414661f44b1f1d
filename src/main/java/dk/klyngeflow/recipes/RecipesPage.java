package dk.klyngeflow.recipes;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.KnownMeetingStart;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What worked for other clusters: to be found, read, and held again. Who plans meetings reads it; a cluster that shares nothing does too. */
@Controller
@RequestMapping("/opskrifter/{cluster}")
class RecipesPage implements StartPageLinks {

    static final Role[] READERS = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD};

    private static final int LONGEST_SEARCH = 200;

    private final Recipes recipes;
    private final RecipeViews views;
    private final RecipeMeetings meetings;
    private final KnownMeetingStart starts;
    private final Clusters clusters;
    private final CurrentPerson person;

    RecipesPage(
            Recipes recipes,
            RecipeViews views,
            RecipeMeetings meetings,
            KnownMeetingStart starts,
            Clusters clusters,
            CurrentPerson person) {
        this.recipes = recipes;
        this.views = views;
        this.meetings = meetings;
        this.starts = starts;
        this.clusters = clusters;
        this.person = person;
    }

    @GetMapping
    String list(@PathVariable String cluster, @RequestParam(name = "q", defaultValue = "") String words, Model model) {
        person.require(cluster, READERS);
        String sought = words.strip();
        if (sought.length() > LONGEST_SEARCH || sought.indexOf('\0') >= 0) {
            throw Refused.badRequest("Søg efter højst 200 tegn.");
        }
        boolean isCoordinator = person.hasRole(cluster, Role.COORDINATOR);
        model.addAttribute("cluster", clusters.find(cluster).orElseThrow(Refused::notFound));
        model.addAttribute("sought", sought);
        model.addAttribute("recipes", recipes.ofOthers(cluster, sought));
        model.addAttribute("own", recipes.own(cluster));
        model.addAttribute("toShare", isCoordinator ? views.toShare(cluster) : List.of());
        model.addAttribute("isCoordinator", isCoordinator);
        return "recipes/list";
    }

    @GetMapping("/{id}")
    String one(@PathVariable String cluster, @PathVariable String id, Model model) {
        person.require(cluster, READERS);
        return page(cluster, read(cluster, id), List.of(), Map.of(), model);
    }

    /** What is wrong with the weeks is said as the start form says it, and what was typed stays. */
    @PostMapping("/{id}/hold")
    String hold(
            @PathVariable String cluster,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        person.require(cluster, READERS);
        Recipe recipe = read(cluster, id);
        Map<String, String> weeks = new HashMap<>();
        for (String field : List.of("earliestDay", "latestDay", "another")) {
            weeks.put(field, typed.getOrDefault(field, ""));
        }
        Meeting meeting;
        try {
            meeting = meetings.hold(cluster, recipe.recipeId(), version, weeks, person.requireId());
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(cluster, read(cluster, id), refused.messages(), weeks, model);
        }
        after.addFlashAttribute(
                "done",
                "Mødet er begyndt efter opskriften. Emne, varighed, beskrivelse, måling og materiale er fyldt ud; opgaven „Planlæg mødet“ ligger klar, og dagsordenen følger opskriften.");
        return "redirect:/moeder/" + meeting.businessKey();
    }

    private String page(String cluster, Recipe recipe, List<String> wrong, Map<String, String> typed, Model model) {
        KnownMeetingStart.Weeks weeks = starts.suggested(cluster);
        Map<String, String> shown = new HashMap<>(Map.of(
                "earliestDay",
                weeks.earliest().toString(),
                "latestDay",
                weeks.latest().toString()));
        shown.putAll(typed);
        boolean isOwn = recipe.clusterId().equals(cluster);
        model.addAttribute("cluster", clusters.find(cluster).orElseThrow(Refused::notFound));
        model.addAttribute("recipe", views.of(recipe));
        model.addAttribute("isOwn", isOwn);
        // an administrator may take down what should not have gone out
        model.addAttribute("mayWithdraw", person.hasRole(cluster, Role.COORDINATOR) || person.isAdministrator());
        model.addAttribute("isCoordinator", person.hasRole(cluster, Role.COORDINATOR));
        model.addAttribute("wrong", wrong);
        model.addAttribute("typed", shown);
        return "recipes/one";
    }

    private Recipe read(String cluster, String id) {
        return recipes.readBy(cluster, id).orElseThrow(RecipesPage::gone);
    }

    /** She may have stood on its page when it was withdrawn. */
    static Refused gone() {
        return Refused.notFound("Opskriften findes ikke, eller den er trukket tilbage.");
    }

    @Override
    public List<Link> links() {
        return clusters.all().stream()
                .filter(cluster -> person.hasRole(cluster.id(), READERS))
                .map(cluster -> new Link(
                        "Opskrifter til " + cluster.name(),
                        "/opskrifter/" + cluster.id(),
                        "Møder, der virkede i andre klynger: hold et efter dem, og del jeres egne."))
                .toList();
    }
}
