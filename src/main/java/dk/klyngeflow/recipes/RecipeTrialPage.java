package dk.klyngeflow.recipes;

import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a coordinator who has held a meeting after a recipe says how it went; looked through as the recipe itself was. */
@Controller
@RequestMapping("/opskrifter/{cluster}/erfaring/{number}")
class RecipeTrialPage {

    private static final int LONGEST = 1_000;
    private static final Set<String> FIELDS = Set.of("said", "again", "showsCluster");

    private final RecipeTrials trials;
    private final Recipes recipes;
    private final Meetings meetings;
    private final Clusters clusters;
    private final CurrentPerson person;

    RecipeTrialPage(RecipeTrials trials, Recipes recipes, Meetings meetings, Clusters clusters, CurrentPerson person) {
        this.trials = trials;
        this.recipes = recipes;
        this.meetings = meetings;
        this.clusters = clusters;
        this.person = person;
    }

    @GetMapping
    String ask(@PathVariable String cluster, @PathVariable String number, Model model) {
        RecipeUses.Use use = use(cluster, number);
        Map<String, String> typed = new HashMap<>();
        typed.put("said", use.said() == null ? "" : use.said());
        typed.put("again", use.again() == null ? "" : use.again() ? "YES" : "NO");
        typed.put("showsCluster", use.showsCluster() ? "true" : "");
        return page(use, number, use.mark(), typed, List.of(), List.of(), model);
    }

    @PostMapping
    String say(
            @PathVariable String cluster,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "ok", defaultValue = "") List<String> confirmed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        RecipeUses.Use use = use(cluster, number);
        try {
            Map<String, Object> sent = new HashMap<>();
            FIELDS.forEach(name -> sent.put(name, typed.getOrDefault(name, "")));
            FormFields fields = FormFields.of(sent, FIELDS);
            String said = fields.requiredParagraphs("said", "Hvordan det gik");
            if (said.length() > LONGEST) {
                fields.wrong("Skriv højst 1.000 tegn.");
            }
            boolean again = fields.choice("again", Set.of("YES", "NO"), "Vælg, om I vil bruge opskriften igen.")
                    .equals("YES");
            fields.refuseIfWrong();
            RecipeTrials.Word word = new RecipeTrials.Word(said, again, fields.has("showsCluster"));
            trials.say(use, seen, word, Set.copyOf(confirmed), person.requireId());
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            RecipeUses.Use now = use(cluster, number);
            // she has been told of what she had not seen, and of that alone
            String mark = refused.messages().contains(RecipeTrials.STALE) ? now.mark() : seen;
            return page(now, number, mark, typed, confirmed, refused.messages(), model);
        }
        after.addFlashAttribute("done", "Tak. Det står nu ved opskriften, så andre klynger kan se det.");
        return "redirect:/opskrifter/" + cluster + "/" + use.recipeId();
    }

    @PostMapping("/fortryd")
    String unsay(@PathVariable String cluster, @PathVariable String number, RedirectAttributes after) {
        RecipeUses.Use use = use(cluster, number);
        trials.unsay(use);
        after.addFlashAttribute("done", "Det, I skrev, er taget væk.");
        return "redirect:/opskrifter/" + cluster + "/" + use.recipeId();
    }

    private String page(
            RecipeUses.Use use,
            String number,
            String seen,
            Map<String, String> typed,
            List<String> confirmed,
            List<String> wrong,
            Model model) {
        model.addAttribute("cluster", clusters.get(use.clusterId()));
        model.addAttribute("use", use);
        model.addAttribute("number", number);
        model.addAttribute("seen", seen);
        model.addAttribute("typed", typed);
        model.addAttribute(
                "hits",
                wrong.isEmpty()
                        ? List.of()
                        : trials.hits(
                                use,
                                typed.getOrDefault("said", ""),
                                !typed.getOrDefault("showsCluster", "").isEmpty()));
        model.addAttribute("confirmed", Set.copyOf(confirmed));
        model.addAttribute("wrong", wrong);
        return "recipes/trial";
    }

    private RecipeUses.Use use(String cluster, String number) {
        person.require(cluster, Role.COORDINATOR);
        Meeting meeting = meetings.byKey(cluster, cluster + "/" + number).orElseThrow(Refused::notFound);
        return trials.toAsk(meeting)
                .filter(use -> recipes.readBy(cluster, use.recipeId())
                        .filter(Recipe::isPublished)
                        .isPresent())
                .orElseThrow(RecipesPage::gone);
    }
}
