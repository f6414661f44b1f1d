package dk.klyngeflow.assembly;

import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.time.YearMonth;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the form of a missing statement shows. */
@RestController
class MissingStatementRoutes {

    private static final Role[] STAFF = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};

    private final CurrentPerson person;

    MissingStatementRoutes(CurrentPerson person) {
        this.person = person;
    }

    /** @param bank the address of the page */
    record Shown(String month, String bank) {}

    @GetMapping("/api/clusters/{cluster}/missing-statements/{month}")
    Shown one(@PathVariable String cluster, @PathVariable String month) {
        person.require(cluster, STAFF);
        if (!month.matches("2[01]\\d\\d-(0[1-9]|1[0-2])")) {
            throw Refused.notFound();
        }
        YearMonth of = YearMonth.parse(month);
        return new Shown(MissingStatements.inWords(of), "/regnskab/" + cluster + "/bank?year=" + of.getYear());
    }
}
