package dk.klyngeflow.meetings;

import dk.klyngeflow.benchmarks.FigureFiles;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the form shows of a file with figures that could not be taken. */
@RestController
class FigureFileRoutes {

    private final FigureFiles files;
    private final CurrentPerson person;

    FigureFileRoutes(FigureFiles files, CurrentPerson person) {
        this.files = files;
        this.person = person;
    }

    @GetMapping("/api/clusters/{cluster}/figure-files/{id}")
    FigureFiles.Wrong figureFile(@PathVariable String cluster, @PathVariable String id) {
        person.require(cluster, Role.SECRETARY, Role.COORDINATOR);
        return files.wrong(cluster, id).orElseThrow(Refused::notFound);
    }
}
