package dk.klyngeflow.pages;

import dk.klyngeflow.engine.FormContracts;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The bar for Tasklist, which draws it beside its own header. */
@RestController
class DeskRoutes {

    private final Desk desk;

    private final FormContracts contracts;
    private final CurrentPerson person;

    DeskRoutes(Desk desk, FormContracts contracts, CurrentPerson person) {
        this.desk = desk;
        this.contracts = contracts;
        this.person = person;
    }

    /**
     * @param onlyLooks true for the auditor, who is shown what others have
     * @param startsCases whether there is anything that she may start
     */
    record View(Desk.Bar bar, boolean onlyLooks, boolean startsCases) {}

    @GetMapping("/api/desk")
    View desk() {
        Desk.Bar bar = desk.bar();
        if (bar == null) {
            throw Refused.forbidden();
        }
        boolean startsCases = person.isAdministrator()
                || !contracts.startableBy(person.requireId(), person.clusters()).isEmpty();
        return new View(bar, desk.onlyLooks(), startsCases);
    }
}
