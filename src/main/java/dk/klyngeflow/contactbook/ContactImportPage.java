package dk.klyngeflow.contactbook;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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

/** Cards or a table from a file: what it would do is shown line by line; what has been looked at comes back in the page and is confirmed. */
@Controller
@RequestMapping("/kontakter/{cluster}/indlaes")
class ContactImportPage {

    private static final int LARGEST = 500_000;
    private static final String PAGE = "contactbook/import";

    private final CurrentPerson person;
    private final Clusters clusters;
    private final ContactImport imports;

    ContactImportPage(CurrentPerson person, Clusters clusters, ContactImport imports) {
        this.person = person;
        this.clusters = clusters;
        this.imports = imports;
    }

    @GetMapping
    String page(@PathVariable String cluster, Model model) {
        fill(cluster, model);
        return PAGE;
    }

    @PostMapping
    ModelAndView upload(
            @PathVariable String cluster,
            @RequestParam(required = false) @Nullable MultipartFile fil,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes after)
            throws IOException {
        fill(cluster, model);
        try {
            ContactKind otherwise = ContactKind.written(typed.getOrDefault("slags", ""))
                    .orElseThrow(() -> new FormRefused("Vælg, hvad de er, når filen ikke siger det."));
            byte[] content = fil == null || fil.isEmpty() ? sent(typed) : fil.getBytes();
            if (content.length == 0 || content.length > LARGEST) {
                throw new FormRefused(content.length == 0 ? "Vælg en fil." : "Filen må højst fylde 500 kB.");
            }
            if (typed.containsKey("bekraeft")) {
                int taken = imports.take(cluster, content, otherwise);
                after.addFlashAttribute(
                        "done",
                        taken == 1
                                ? "1 kontakt er tilføjet eller rettet."
                                : taken + " kontakter er tilføjet eller rettet.");
                return new ModelAndView("redirect:/kontakter/" + cluster);
            }
            List<ContactImport.Line> lines = imports.look(cluster, content, otherwise);
            model.addAttribute("preview", true);
            model.addAttribute("lines", lines);
            model.addAttribute(
                    "hasEffect",
                    lines.stream()
                            .anyMatch(line -> line.effect() == ContactImport.Effect.ADDED
                                    || line.effect() == ContactImport.Effect.CHANGED));
            model.addAttribute("content", Base64.getEncoder().encodeToString(content));
            model.addAttribute("slags", otherwise.name());
            return new ModelAndView(PAGE, model.asMap());
        } catch (FormRefused refused) {
            model.addAttribute("wrong", refused.messages());
            return new ModelAndView(PAGE, model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    private void fill(String cluster, Model model) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY);
        model.addAttribute("cluster", clusters.find(cluster).orElseThrow(Refused::notFound));
        model.addAttribute("kinds", ContactKind.values());
        model.addAttribute("lines", List.of());
        model.addAttribute("wrong", List.of());
        model.addAttribute("slags", "");
        model.addAttribute("hasEffect", false);
    }

    private static byte[] sent(Map<String, String> typed) {
        try {
            return Base64.getDecoder().decode(typed.getOrDefault("indhold", ""));
        } catch (IllegalArgumentException e) {
            throw new FormRefused("Vælg filen igen.");
        }
    }
}
