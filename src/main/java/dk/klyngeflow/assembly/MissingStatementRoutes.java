package dk.klyngeflow.assembly;

import dk.klyngeflow.bankstatements.BankAtYearEnd;
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
    private final BankAtYearEnd bank;

    MissingStatementRoutes(CurrentPerson person, BankAtYearEnd bank) {
        this.person = person;
        this.bank = bank;
    }

    /** @param told from which day to which there are statements that touch the month; @param bank the address of the page */
    record Shown(String month, String told, String bank) {}

    @GetMapping("/api/clusters/{cluster}/missing-statements/{month}")
    Shown one(@PathVariable String cluster, @PathVariable String month) {
        person.require(cluster, STAFF);
        if (!month.matches("2[01]\\d\\d-(0[1-9]|1[0-2])")) {
            throw Refused.notFound();
        }
        YearMonth of = YearMonth.parse(month);
        String told = bank.told(cluster, of);
        return new Shown(
                MissingStatements.inWords(of),
                told.isEmpty() ? "Ingen dage i måneden" : told,
                "/regnskab/" + cluster + "/bank?year=" + of.getYear());
    }
}
