package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.PeopleChanges.Said;
import dk.klyngeflow.members.PeopleListPlan.Plan;
import dk.klyngeflow.members.PeopleListPlan.Step;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A list of people from a file: what it would change is shown line by line, and then all of it is done or nothing. */
@Controller
@RequestMapping("/folk/{cluster}/liste")
class PeopleListPage {

    private static final int LARGEST = 500_000;

    private final CurrentPerson editor;
    private final Clusters clusters;
    private final PeopleListPlan plans;
    private final PeopleChanges changes;
    private final CopenhagenTime time;

    PeopleListPage(
            CurrentPerson editor, Clusters clusters, PeopleListPlan plans, PeopleChanges changes, CopenhagenTime time) {
        this.editor = editor;
        this.clusters = clusters;
        this.plans = plans;
        this.changes = changes;
        this.time = time;
    }

    /** @param where as in {@code Linje 3}; „Ikke på listen“ for those who are missing */
    record Shown(String where, String what) {}

    @GetMapping
    String page(@PathVariable String cluster, Model model) {
        fill(cluster, model);
        return "members/list";
    }

    /** A file is looked at; what has been looked at comes back in the page and is confirmed. */
    @PostMapping
    ModelAndView upload(
            @PathVariable String cluster,
            @RequestParam(required = false) @Nullable MultipartFile fil,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes after)
            throws IOException {
        fill(cluster, model);
        model.addAttribute("typed", typed);
        try {
            byte[] content = fil == null || fil.isEmpty() ? sent(typed) : fil.getBytes();
            if (content.length == 0 || content.length > LARGEST) {
                throw new FormRefused(content.length == 0 ? "Vælg en fil." : "Filen må højst fylde 500 kB.");
            }
            return look(cluster, content, typed, model, after);
        } catch (FormRefused refused) {
            model.addAttribute("errors", refused.messages());
            return new ModelAndView("members/list", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    private ModelAndView look(
            String cluster, byte[] content, Map<String, String> typed, Model model, RedirectAttributes after) {
        String by = editor.requireId();
        PeopleList.Content list = PeopleList.read(content);
        Plan plan = plans.of(cluster, list.entries(), from(typed), typed.containsKey("udmeld"));
        List<String> errors = new ArrayList<>(list.errors());
        errors.addAll(plan.errors());
        if (errors.isEmpty()) {
            errors.addAll(changes.objections(cluster, plan.steps(), by));
        }
        if (!errors.isEmpty()) {
            throw new FormRefused(errors.stream()
                    .sorted(Comparator.comparingInt(PeopleListPage::line))
                    .toList());
        }
        List<Change> wanted = plan.steps().stream().map(Step::change).toList();
        boolean isConfirmed = typed.containsKey("bekraeft");
        if (isConfirmed) {
            try {
                changes.make(cluster, wanted, PeoplePage.version(typed), typed.getOrDefault("noegle", ""), by);
                after.addFlashAttribute(
                        "done", List.of("Listen er indlæst: " + wanted.size() + " ændringer er gjort."));
                return new ModelAndView("redirect:/folk/" + cluster);
            } catch (PeopleChanges.Outdated outdated) {
                model.addAttribute("errors", List.of(PeoplePage.OUTDATED));
            }
        }
        Said said = changes.said(cluster, wanted, by);
        List<Shown> shown = new ArrayList<>();
        for (int step = 0; step < wanted.size(); step++) {
            int line = plan.steps().get(step).line();
            shown.add(new Shown(
                    line == 0 ? "Ikke på listen" : "Linje " + line, said.what().get(step)));
        }
        model.addAttribute("preview", true);
        model.addAttribute("said", said);
        model.addAttribute("shown", shown);
        model.addAttribute("plan", plan);
        model.addAttribute("content", Base64.getEncoder().encodeToString(content));
        model.addAttribute("version", changes.version(cluster));
        model.addAttribute("key", UUID.randomUUID().toString());
        return new ModelAndView("members/list", model.asMap(), isConfirmed ? HttpStatus.CONFLICT : HttpStatus.OK);
    }

    private static int line(String error) {
        String digits = error.replaceFirst("(?s)^Linje (\\d{1,6}).*", "$1");
        return digits.matches("\\d+") ? Integer.parseInt(digits) : 0;
    }

    private void fill(String cluster, Model model) {
        editor.require(cluster, PeoplePage.KEEPERS);
        model.addAttribute("cluster", clusters.find(cluster).orElseThrow(Refused::notFound));
        model.addAttribute("errors", List.of());
        model.addAttribute("said", null);
        model.addAttribute("typed", Map.of());
        model.addAttribute("today", time.today().toString());
    }

    private LocalDate from(Map<String, String> typed) {
        try {
            String from = typed.getOrDefault("fra", "").strip();
            return from.isEmpty() ? time.today() : LocalDate.parse(from);
        } catch (DateTimeParseException e) {
            throw new FormRefused("Skriv datoen som 2026-11-22.");
        }
    }

    private static byte[] sent(Map<String, String> typed) {
        try {
            return Base64.getDecoder().decode(typed.getOrDefault("indhold", ""));
        } catch (IllegalArgumentException e) {
            throw new FormRefused("Vælg filen igen.");
        }
    }
}
