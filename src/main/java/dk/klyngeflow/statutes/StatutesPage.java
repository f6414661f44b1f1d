package dk.klyngeflow.statutes;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /vedtaegter/<cluster>}: what the association has agreed, field by field, with what does not fit together, and as a paper. */
@Controller
@RequestMapping("/vedtaegter/{cluster}")
class StatutesPage implements StartPageLinks {

    private static final Role[] WHO = {Role.COORDINATOR, Role.SECRETARY};
    private static final String FROM = "gaelderFra";

    private final StatutesVersions versions;
    private final Clusters clusters;
    private final StatutesPaper papers;
    private final CurrentPerson person;
    private final CopenhagenTime time;

    StatutesPage(
            StatutesVersions versions,
            Clusters clusters,
            StatutesPaper papers,
            CurrentPerson person,
            CopenhagenTime time) {
        this.versions = versions;
        this.clusters = clusters;
        this.papers = papers;
        this.person = person;
        this.time = time;
    }

    /** A line as it is shown. */
    record Line(StatuteField field, String value, String shown) {}

    record Section(String heading, List<Line> lines) {}

    /** @param applies whether it is the one that applies today */
    record Version(int number, String from, boolean applies, List<Section> sections) {}

    @Override
    public List<Link> links() {
        return clusters.all().stream()
                .filter(cluster -> person.isAdministrator() || person.hasRole(cluster.id(), WHO))
                .map(cluster -> new Link(
                        "Vedtægter for " + cluster.name(),
                        "/vedtaegter/" + cluster.id(),
                        "Frister, flertal og valg, som foreningen har aftalt dem."))
                .toList();
    }

    @GetMapping
    String show(@PathVariable String cluster, @RequestParam Optional<String> gemt, Model model) {
        person.require(cluster, WHO);
        Statutes now = versions.today(cluster);
        Map<String, Object> values = new HashMap<>(StatutesVersions.ROW.values(now));
        model.addAttribute("saved", gemt.isPresent());
        return page(cluster, values, time.today().toString(), List.of(), model);
    }

    /** A new version; the earlier ones stay as they were. What is wrong is said on the page, and nothing that was typed is lost. */
    @PostMapping
    String write(
            @PathVariable String cluster,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        person.require(cluster, WHO);
        List<String> wrong = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        for (StatuteField field : StatuteFields.all()) {
            String value = typed.getOrDefault(field.name(), "").strip();
            values.put(field.name(), value);
            if (!field.takes(value)) {
                wrong.add(field.wrong());
            }
        }
        LocalDate from = from(typed.getOrDefault(FROM, ""), wrong);
        if (!wrong.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("saved", false);
            return page(cluster, new HashMap<>(values), typed.getOrDefault(FROM, ""), wrong, model);
        }
        versions.adopt(cluster, StatuteFields.of(0, from, values), person.requireId());
        return "redirect:/vedtaegter/" + cluster + "?gemt";
    }

    /** The version as a paper, to be put before the assembly. */
    @GetMapping("/{version}/udkast.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String cluster, @PathVariable String version) {
        person.require(cluster, WHO);
        if (!version.matches("[0-9]{1,6}")) {
            throw Refused.notFound();
        }
        int number = Integer.parseInt(version);
        Statutes statutes = versions.version(cluster, number);
        if (statutes.version() != number) {
            throw Refused.notFound();
        }
        byte[] pdf = papers.of(found(cluster), statutes);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("vedtaegter-" + cluster + "-udkast.pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf);
    }

    private LocalDate from(String typed, List<String> wrong) {
        try {
            LocalDate from = typed.isBlank() ? time.today() : LocalDate.parse(typed.strip());
            if (from.isBefore(time.today()) || from.isAfter(time.today().plusYears(2))) {
                wrong.add("Gælder fra: vælg i dag eller en senere dag. Det, der er sket, ændres ikke.");
            }
            return from;
        } catch (DateTimeParseException e) {
            wrong.add("Gælder fra: skriv datoen som 2026-11-22.");
            return time.today();
        }
    }

    private String page(String clusterId, Map<String, Object> values, String from, List<String> wrong, Model model) {
        int applies = versions.today(clusterId).version();
        model.addAttribute("cluster", found(clusterId));
        model.addAttribute("groups", sections(values));
        model.addAttribute("from", from);
        model.addAttribute("wrong", wrong);
        model.addAttribute("isStandard", applies == 0);
        model.addAttribute("version", applies);
        model.addAttribute("doubts", StatuteFields.contradictions(versions.today(clusterId)));
        model.addAttribute(
                "versions",
                versions.all(clusterId).stream()
                        .map(each -> new Version(
                                each.version(),
                                DanishTime.DAY.format(each.fromDay()),
                                each.version() == applies,
                                sections(StatutesVersions.ROW.values(each))))
                        .toList());
        return "statutes/page";
    }

    static List<Section> sections(Map<String, ?> values) {
        return StatuteFields.GROUPS.stream()
                .map(group -> new Section(
                        group.heading(),
                        group.fields().stream()
                                .map(field -> new Line(
                                        field,
                                        String.valueOf(values.get(field.name())),
                                        field.shown(String.valueOf(values.get(field.name())))))
                                .toList()))
                .toList();
    }

    private Cluster found(String clusterId) {
        return clusters.find(clusterId).orElseThrow(Refused::notFound);
    }
}
