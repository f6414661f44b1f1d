package dk.klyngeflow.archive;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.ClosedCluster;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import dk.klyngeflow.security.SecurityLog;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * {@code /arkiv/<cluster>}: a cluster's papers and books in one file, for those who keep them; of a closed one for administrators only,
 * until its day has come.
 */
@Controller
@RequestMapping("/arkiv")
class ArchivePage implements StartPageLinks {

    private static final Role[] KEEPERS = {Role.COORDINATOR, Role.SECRETARY};

    private final CurrentPerson person;
    private final Clusters clusters;
    private final People people;
    private final ArchiveFile archive;
    private final SecurityLog log;

    ArchivePage(CurrentPerson person, Clusters clusters, People people, ArchiveFile archive, SecurityLog log) {
        this.person = person;
        this.clusters = clusters;
        this.people = people;
        this.archive = archive;
        this.log = log;
    }

    /** As people read it. */
    record Line(String id, String name, String closed, String deleted, List<String> confirmed) {}

    @GetMapping
    String closed(Model model) {
        person.requireId();
        if (!person.isAdministrator()) {
            throw Refused.forbidden();
        }
        model.addAttribute(
                "clusters", clusters.closed().stream().map(this::line).toList());
        return "archive/closed";
    }

    @GetMapping("/{cluster}")
    String one(@PathVariable String cluster, Model model) {
        model.addAttribute("cluster", known(cluster));
        model.addAttribute("closed", clusters.closed(cluster).map(this::line).orElse(null));
        model.addAttribute("mayClose", person.isAdministrator());
        model.addAttribute("seesAll", seesAll(cluster));
        return "archive/archive";
    }

    private Line line(ClosedCluster closed) {
        return new Line(
                closed.id(),
                closed.name(),
                "Lukket den " + DanishTime.DAY.format(CopenhagenTime.dayOf(closed.closedAt())) + " af "
                        + people.find(closed.closedBy())
                                .map(found -> found.name())
                                .orElse("administratoren"),
                DanishTime.DAY.format(closed.deleteFrom()),
                closed.confirmed().isEmpty()
                        ? List.of()
                        : closed.confirmed().lines().toList());
    }

    /** Written as it is made: however much a cluster has kept, no more than one file is in memory. */
    @GetMapping("/{cluster}/arkiv.zip")
    void zip(@PathVariable String cluster, HttpServletResponse answer) throws IOException {
        Cluster known = known(cluster);
        log.note(SecurityLog.Kind.EXPORTED, "", cluster, "Klyngens arkiv (ZIP)");
        answer.setContentType("application/zip");
        answer.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("arkiv-" + cluster + ".zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        archive.write(known, seesAll(cluster), answer.getOutputStream());
    }

    /** The figures of single practices are the secretary's; the coordinator is a member herself. */
    private boolean seesAll(String cluster) {
        return person.isAdministrator() || person.hasRole(cluster, Role.SECRETARY);
    }

    private Cluster known(String cluster) {
        if (!person.isAdministrator() || clusters.closed(cluster).isEmpty()) {
            person.require(cluster, KEEPERS);
        }
        return clusters.find(cluster).orElseThrow(Refused::notFound);
    }

    @Override
    public List<Link> links() {
        return person.isAdministrator() && !clusters.closed().isEmpty()
                ? List.of(new Link("Lukkede klynger", "/arkiv", "Deres arkiver, og hvornår de slettes."))
                : List.of();
    }
}
