package dk.klyngeflow.members;

import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Identities;
import dk.klyngeflow.security.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** How a platform administrator opens a cluster: a page with a file, or {@code POST /api/clusters} with the file as the body. */
@Controller
class NewClusterRoutes {

    private static final int LARGEST = 500_000;

    private final ClusterRegister register;
    private final Clusters clusters;
    private final People people;
    private final Identities identities;
    private final CurrentPerson person;

    NewClusterRoutes(
            ClusterRegister register, Clusters clusters, People people, Identities identities, CurrentPerson person) {
        this.register = register;
        this.clusters = clusters;
        this.people = people;
        this.identities = identities;
        this.person = person;
    }

    @GetMapping("/klynger/ny")
    String page(Model model) {
        requireAdministrator();
        model.addAttribute("errors", List.of());
        return "new-cluster";
    }

    @PostMapping("/klynger/ny")
    ModelAndView upload(@RequestParam(required = false) MultipartFile fil) throws IOException {
        requireAdministrator();
        byte[] content = fil == null ? new byte[0] : fil.getBytes();
        ClusterFile.Content file = read(content);
        if (!file.errors().isEmpty()) {
            return new ModelAndView("new-cluster", Map.of("errors", file.errors()), HttpStatus.BAD_REQUEST);
        }
        Cluster opened = open(file);
        return new ModelAndView("redirect:/indstillinger/" + opened.id() + "?oprettet");
    }

    @PostMapping("/api/clusters")
    @ResponseBody
    ResponseEntity<Map<String, Object>> receive(@RequestBody(required = false) byte[] body) {
        requireAdministrator();
        ClusterFile.Content file = read(body == null ? new byte[0] : body);
        if (!file.errors().isEmpty()) {
            return ResponseEntity.badRequest()
                    .body(Map.of("status", 400, "message", String.join(" ", file.errors()), "messages", file.errors()));
        }
        Cluster opened = open(file);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(Map.of(
                        "id", opened.id(),
                        "name", opened.name(),
                        "practices", file.practices().size(),
                        "people", file.people().size()));
    }

    private void requireAdministrator() {
        if (!person.isAdministrator()) {
            throw Refused.forbidden("Kun en administrator kan oprette en klynge.");
        }
    }

    private ClusterFile.Content read(byte[] content) {
        if (content.length == 0 || content.length > LARGEST) {
            String why = content.length == 0 ? "Vælg en fil, der ikke er tom." : "Filen må højst fylde 500 kB.";
            return new ClusterFile.Content(Optional.empty(), List.of(), List.of(), List.of(why));
        }
        ClusterFile.Content file = ClusterFile.read(content);
        List<String> errors = new ArrayList<>(file.errors());
        file.cluster()
                .filter(cluster -> clusters.find(cluster.id()).isPresent())
                .ifPresent(cluster -> errors.add("Der er allerede en klynge med id " + cluster.id() + "."));
        file.people().forEach(newcomer -> {
            boolean sameAsBefore = people.find(newcomer.id())
                    .map(known -> known.mail().equalsIgnoreCase(newcomer.mail()))
                    .orElseGet(() -> !identities.exists(newcomer.id()));
            if (!sameAsBefore) {
                errors.add("Bruger-id'et " + newcomer.id() + " er i brug af en anden.");
            }
        });
        return new ClusterFile.Content(file.cluster(), file.practices(), file.people(), errors);
    }

    private Cluster open(ClusterFile.Content file) {
        Cluster cluster =
                file.cluster().orElseThrow(() -> new IllegalStateException("a file without errors has a cluster"));
        register.open(cluster, file.practices(), file.people());
        return cluster;
    }
}
