package dk.klyngeflow.pages;

import dk.klyngeflow.security.OpenPages;
import dk.klyngeflow.security.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /hjaelp}: the guides of {@code src/docs}, as pages. They hold nothing secret, and who cannot log in needs them too. */
@Controller
class GuidePage implements OpenPages {

    /** In the order they are named on the page. */
    private static final List<Guide> GUIDES = List.of(
            new Guide("bruger", "For koordinator, bestyrelse og medlemmer"),
            new Guide("sekretaer", "For sekretæren"),
            new Guide("data", "Data i klyngen"),
            new Guide("administrator", "For administratoren"),
            new Guide("valgleder", "For valglederen"),
            new Guide("stifter", "For den, der vil starte en klynge"));

    private final Shell shell;

    GuidePage(Shell shell) {
        this.shell = shell;
    }

    record Guide(String name, String title) {}

    @Override
    public List<String> patterns() {
        return List.of("/hjaelp", "/hjaelp/**");
    }

    /** The one for the role of whoever asks. */
    @GetMapping("/hjaelp")
    String right() {
        return "redirect:" + shell.guide();
    }

    @GetMapping("/hjaelp/{guide}")
    String show(@PathVariable String guide, Model model) throws IOException {
        if (GUIDES.stream().noneMatch(known -> known.name().equals(guide))) {
            throw Refused.notFound();
        }
        String text = new ClassPathResource("guides/" + guide + ".md").getContentAsString(StandardCharsets.UTF_8);
        model.addAllAttributes(Map.of("guide", guide, "guides", GUIDES, "content", Markdown.html(text)));
        return "guide";
    }

    @GetMapping("/hjaelp/billeder/{picture}")
    ResponseEntity<Resource> picture(@PathVariable String picture) {
        ClassPathResource file = new ClassPathResource("guides/pictures/" + picture);
        if (!picture.matches("[a-z0-9-]{1,60}\\.png") || !file.exists()) {
            throw Refused.notFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(java.time.Duration.ofHours(1)))
                .body(file);
    }
}
