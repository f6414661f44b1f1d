package dk.klyngeflow.recipes;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The files of a recipe, for whoever may read it and as long as she may. */
@RestController
class RecipeFiles {

    private final Recipes recipes;
    private final RecipeMaterials materials;
    private final Documents documents;
    private final CurrentPerson person;

    RecipeFiles(Recipes recipes, RecipeMaterials materials, Documents documents, CurrentPerson person) {
        this.recipes = recipes;
        this.materials = materials;
        this.documents = documents;
        this.person = person;
    }

    @GetMapping("/opskrifter/{cluster}/{id}/materiale/{material}")
    ResponseEntity<byte[]> file(@PathVariable String cluster, @PathVariable String id, @PathVariable String material) {
        person.require(cluster, RecipesPage.READERS);
        Recipe recipe = recipes.readBy(cluster, id).orElseThrow(RecipesPage::gone);
        RecipeMaterials.Material found = materials.shared(recipe).stream()
                .filter(each -> each.documentId().equals(material))
                .findFirst()
                .orElseThrow(Refused::notFound);
        Document document =
                documents.find(found.clusterId(), found.documentId()).orElseThrow(Refused::notFound);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(document.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Referrer-Policy", "no-referrer")
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .body(materials.content(found));
    }
}
