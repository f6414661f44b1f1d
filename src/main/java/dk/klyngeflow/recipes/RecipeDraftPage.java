package dk.klyngeflow.recipes;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
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
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a coordinator makes a recipe of a closed topic: fills it in, reads what was found in it, lets it out, and takes it back. */
@Controller
@RequestMapping("/opskrifter/{cluster}")
class RecipeDraftPage {

    private final Recipes recipes;
    private final RecipeDrafts drafts;
    private final RecipeViews views;
    private final RecipeMaterials materials;
    private final RecipeMeasures measures;
    private final Meetings meetings;
    private final Clusters clusters;
    private final CurrentPerson person;

    RecipeDraftPage(
            Recipes recipes,
            RecipeDrafts drafts,
            RecipeViews views,
            RecipeMaterials materials,
            RecipeMeasures measures,
            Meetings meetings,
            Clusters clusters,
            CurrentPerson person) {
        this.recipes = recipes;
        this.drafts = drafts;
        this.views = views;
        this.materials = materials;
        this.measures = measures;
        this.meetings = meetings;
        this.clusters = clusters;
        this.person = person;
    }

    @PostMapping("/af/{number}")
    String begin(@PathVariable String cluster, @PathVariable String number) {
        person.require(cluster, Role.COORDINATOR);
        Meeting meeting = meetings.byKey(cluster, cluster + "/" + number).orElseThrow(Refused::notFound);
        return "redirect:" + path(cluster, drafts.begin(meeting, person.requireId())) + "/ret";
    }

    @GetMapping("/{id}/ret")
    String edit(@PathVariable String cluster, @PathVariable String id, Model model) {
        Recipe recipe = own(cluster, id);
        return recipe.isPublished()
                ? "redirect:" + path(cluster, id)
                : form(recipe, recipe.version(), typed(recipe), materials.ticked(recipe), List.of(), model);
    }

    @PostMapping("/{id}/ret")
    String save(
            @PathVariable String cluster,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "shared", defaultValue = "") List<String> shared,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        Optional<RecipeDrafts.Added> added =
                Optional.ofNullable(file).filter(each -> !each.isEmpty()).map(RecipeDraftPage::added);
        return kept(own(cluster, id), version, typed, shared, added, model, response)
                .orElse("redirect:" + path(cluster, id) + "/del");
    }

    /** A file more, such as the slides; it is ticked, since she has just chosen it. What she has written until then is kept. */
    @PostMapping("/{id}/materiale")
    String upload(
            @PathVariable String cluster,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "shared", defaultValue = "") List<String> shared,
            @RequestPart("file") MultipartFile file,
            Model model,
            HttpServletResponse response) {
        return kept(own(cluster, id), version, typed, shared, Optional.of(added(file)), model, response)
                .orElse("redirect:" + path(cluster, id) + "/ret#materiale");
    }

    /** @return the page again when something is wrong; empty when all is kept */
    private Optional<String> kept(
            Recipe recipe,
            int version,
            Map<String, String> typed,
            List<String> shared,
            Optional<RecipeDrafts.Added> file,
            Model model,
            HttpServletResponse response) {
        try {
            drafts.edit(recipe, version, RecipeFields.read(typed, shared), file, person.requireId());
            return Optional.empty();
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            Recipe now = own(recipe.clusterId(), recipe.recipeId());
            // she has been told of what she had not seen, and of that alone
            int seen = refused.messages().contains(RecipeDrafts.STALE) ? now.version() : version;
            return Optional.of(form(now, seen, typed, Set.copyOf(shared), refused.messages(), model));
        }
    }

    private static RecipeDrafts.Added added(MultipartFile file) {
        try {
            return new RecipeDrafts.Added(file.getOriginalFilename(), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("an upload could not be read", e);
        }
    }

    /** What was found in it, and how the others will see it. */
    @GetMapping("/{id}/del")
    String look(@PathVariable String cluster, @PathVariable String id, Model model) {
        Recipe recipe = own(cluster, id);
        return recipe.isPublished() ? "redirect:" + path(cluster, id) : check(recipe, Set.of(), List.of(), model);
    }

    @PostMapping("/{id}/del")
    String publish(
            @PathVariable String cluster,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(name = "ok", defaultValue = "") List<String> confirmed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        Recipe recipe = own(cluster, id);
        try {
            drafts.publish(recipe, version, confirmed, person.requireId());
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return check(own(cluster, id), Set.copyOf(confirmed), refused.messages(), model);
        }
        after.addFlashAttribute(
                "done", "Opskriften er delt med de andre klynger. Du kan trække den tilbage når som helst.");
        return "redirect:" + path(cluster, id);
    }

    @PostMapping("/{id}/traek-tilbage")
    String withdraw(@PathVariable String cluster, @PathVariable String id, RedirectAttributes after) {
        Recipe recipe = own(cluster, id);
        recipes.withdraw(cluster, recipe.recipeId());
        after.addFlashAttribute(
                "done",
                "Opskriften er trukket tilbage og ses ikke længere af andre. Møder, der er begyndt efter den, beholder det, de tog.");
        return "redirect:" + path(cluster, id);
    }

    @PostMapping("/{id}/slet")
    String delete(@PathVariable String cluster, @PathVariable String id, RedirectAttributes after) {
        Recipe recipe = own(cluster, id);
        if (!recipes.delete(cluster, recipe.recipeId())) {
            throw Refused.badRequest("Opskriften er delt. Træk den tilbage først.");
        }
        after.addFlashAttribute("done", "Udkastet er slettet.");
        return "redirect:/opskrifter/" + cluster;
    }

    private String form(
            Recipe recipe,
            int version,
            Map<String, String> typed,
            Set<String> shared,
            List<String> wrong,
            Model model) {
        model.addAttribute("version", version);
        model.addAttribute("cluster", clusters.get(recipe.clusterId()));
        model.addAttribute("recipe", recipe);
        model.addAttribute("typed", typed);
        model.addAttribute("materials", materials.of(recipe));
        model.addAttribute("shared", shared);
        model.addAttribute("measures", views.of(recipe).measures());
        model.addAttribute("hasMeasures", !measures.of(recipe).isEmpty());
        model.addAttribute("wrong", wrong);
        return "recipes/edit";
    }

    private String check(Recipe recipe, Set<String> confirmed, List<String> wrong, Model model) {
        model.addAttribute("cluster", clusters.get(recipe.clusterId()));
        model.addAttribute("recipe", views.of(recipe));
        model.addAttribute("hits", drafts.hits(recipe));
        model.addAttribute("confirmed", confirmed);
        model.addAttribute("wrong", wrong);
        return "recipes/check";
    }

    private static Map<String, String> typed(Recipe recipe) {
        Recipe.Text text = recipe.text();
        Map<String, String> typed = new HashMap<>(Map.of(
                "title", text.title(),
                "about", text.about(),
                "minutes", String.valueOf(text.minutes()),
                "agenda", text.agenda(),
                "questions", text.questions(),
                "measure", text.measure(),
                "agreed", text.agreed(),
                "result", text.result(),
                "measures", "true"));
        if (recipe.showsCluster()) {
            typed.put("showsCluster", "true");
        }
        return typed;
    }

    private Recipe own(String cluster, String id) {
        person.require(cluster, Role.COORDINATOR);
        return recipes.ownOne(cluster, id).orElseThrow(RecipesPage::gone);
    }

    private static String path(String cluster, String id) {
        return "/opskrifter/" + cluster + "/" + id;
    }
}
