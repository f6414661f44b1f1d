package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.PeopleChanges.Said;
import dk.klyngeflow.pages.BarPlaces;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /folk/<cluster>}: who is in the cluster, in which practice and with which post, from when and until when. Whatever is changed
 * here is first shown with all that it brings about, and then confirmed.
 */
@Controller
@RequestMapping("/folk/{cluster}")
class PeoplePage implements StartPageLinks, BarPlaces {

    static final Role[] KEEPERS = {Role.COORDINATOR, Role.SECRETARY};
    static final String OUTDATED =
            "Klyngens folk er ændret af en anden imens. Herunder står virkningen, som den er nu: se den igennem, og bekræft.";

    private final CurrentPerson editor;
    private final Clusters clusters;
    private final People people;
    private final Practices practices;
    private final PeopleViews views;
    private final PeopleChanges changes;
    private final ObjectProvider<PeopleNotes> notes;
    private final CopenhagenTime time;

    PeoplePage(
            CurrentPerson editor,
            Clusters clusters,
            People people,
            Practices practices,
            PeopleViews views,
            PeopleChanges changes,
            ObjectProvider<PeopleNotes> notes,
            CopenhagenTime time) {
        this.notes = notes;
        this.editor = editor;
        this.clusters = clusters;
        this.people = people;
        this.practices = practices;
        this.views = views;
        this.changes = changes;
        this.time = time;
    }

    @GetMapping
    String list(@PathVariable String cluster, Model model) {
        model.addAttribute("cluster", known(cluster));
        model.addAttribute(
                "notes",
                notes.orderedStream().flatMap(each -> each.of(cluster).stream()).toList());
        model.addAttribute("people", views.now(cluster));
        model.addAttribute("formerly", views.before(cluster));
        model.addAttribute("practices", views.practices(cluster));
        model.addAttribute("latest", views.latest(cluster));
        model.addAttribute("uninvited", views.withoutPassword(cluster));
        model.addAttribute("mayClose", editor.isAdministrator());
        return "members/people";
    }

    @GetMapping("/person/{person}")
    String one(@PathVariable String cluster, @PathVariable String person, Model model) {
        model.addAttribute("cluster", known(cluster));
        model.addAttribute("one", views.one(cluster, ofCluster(cluster, person)));
        return "members/person";
    }

    @GetMapping("/skift/{change}")
    String form(
            @PathVariable String cluster,
            @PathVariable String change,
            @RequestParam Map<String, String> asked,
            Model model) {
        Cluster known = known(cluster);
        ChangeKind kind = kind(change);
        Map<String, String> typed = new HashMap<>(asked);
        if (kind == ChangeKind.CORRECT) {
            Person person = ofCluster(cluster, asked.getOrDefault("person", ""));
            typed.putIfAbsent("navn", person.name());
            typed.putIfAbsent("mail", person.mail());
        }
        if (kind == ChangeKind.CORRECT_PRACTICE) {
            practices.find(cluster, asked.getOrDefault("ydernummer", "")).ifPresent(practice -> {
                typed.putIfAbsent("navn", practice.name());
                typed.putIfAbsent("patienter", practice.patients() == null ? "" : String.valueOf(practice.patients()));
            });
        }
        typed.putIfAbsent("fra", time.today().toString());
        fill(known, kind, typed, model);
        return "members/change";
    }

    @PostMapping("/skift/{change}")
    ModelAndView change(
            @PathVariable String cluster,
            @PathVariable String change,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes after) {
        Cluster known = known(cluster);
        ChangeKind kind = kind(change);
        fill(known, kind, typed, model);
        String by = editor.requireId();
        try {
            List<Change> wanted = List.of(ChangeForm.read(kind, typed, time.today()));
            if (typed.containsKey("bekraeft")) {
                after.addFlashAttribute(
                        "done", changes.make(cluster, wanted, version(typed), typed.getOrDefault("noegle", ""), by));
                return new ModelAndView("redirect:/folk/" + cluster);
            }
            return effect(cluster, changes.said(cluster, wanted, by), model, HttpStatus.OK);
        } catch (FormRefused refused) {
            model.addAttribute("refused", refused.messages());
            return new ModelAndView("members/change", model.asMap(), HttpStatus.BAD_REQUEST);
        } catch (PeopleChanges.Outdated outdated) {
            model.addAttribute("refused", List.of(OUTDATED));
            Said said = changes.said(cluster, List.of(ChangeForm.read(kind, typed, time.today())), by);
            return effect(cluster, said, model, HttpStatus.CONFLICT);
        }
    }

    private ModelAndView effect(String cluster, Said said, Model model, HttpStatus status) {
        model.addAttribute("preview", true);
        model.addAttribute("said", said);
        model.addAttribute("version", changes.version(cluster));
        model.addAttribute("key", UUID.randomUUID().toString());
        return new ModelAndView("members/change", model.asMap(), status);
    }

    private void fill(Cluster cluster, ChangeKind kind, Map<String, String> typed, Model model) {
        String person = typed.getOrDefault("person", "");
        model.addAttribute("cluster", cluster);
        model.addAttribute("kind", kind);
        model.addAttribute("typed", typed);
        model.addAttribute("refused", List.of());
        model.addAttribute("said", null);
        model.addAttribute(
                "whom",
                kind.isOfPerson() ? ofCluster(cluster.id(), person).name() : whichPractice(cluster, kind, typed));
        model.addAttribute("posts", kind == ChangeKind.END ? views.postsOf(cluster.id(), person) : views.all());
        model.addAttribute(
                "practices",
                practices.all(cluster.id()).stream()
                        .filter(practice -> !practice.isOver(time.today()))
                        .toList());
    }

    private String whichPractice(Cluster cluster, ChangeKind kind, Map<String, String> typed) {
        return kind.isOfPractice()
                ? practices
                        .find(cluster.id(), typed.getOrDefault("ydernummer", ""))
                        .map(Practice::shown)
                        .orElseThrow(Refused::notFound)
                : "";
    }

    static int version(Map<String, String> typed) {
        String version = typed.getOrDefault("version", "");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    private Cluster known(String cluster) {
        editor.require(cluster, KEEPERS);
        return clusters.find(cluster).orElseThrow(Refused::notFound);
    }

    private Person ofCluster(String cluster, String personId) {
        return people.find(personId)
                .filter(person -> views.isKnown(cluster, personId))
                .orElseThrow(Refused::notFound);
    }

    private static ChangeKind kind(String path) {
        return ChangeKind.of(path).orElseThrow(Refused::notFound);
    }

    @Override
    public List<Link> links() {
        return clusters.all().stream()
                .filter(cluster -> editor.isAdministrator() || editor.hasRole(cluster.id(), KEEPERS))
                .map(cluster -> new Link(
                        "Folk i " + cluster.name(),
                        "/folk/" + cluster.id(),
                        "Medlemmer, praksis og poster: hvem der kommer, går og gør hvad, fra hvilken dag."))
                .toList();
    }

    @Override
    public List<Place> places() {
        return List.of(new Place("Folk", "/folk/", List.of(KEEPERS)));
    }
}
