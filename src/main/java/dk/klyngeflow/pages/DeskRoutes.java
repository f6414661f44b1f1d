package dk.klyngeflow.pages;

import dk.klyngeflow.security.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The bar for Tasklist, which draws it beside its own header. */
@RestController
class DeskRoutes {

    private final Desk desk;

    DeskRoutes(Desk desk) {
        this.desk = desk;
    }

    /** @param onlyLooks true for the auditor, who is shown what others have */
    record View(Desk.Bar bar, boolean onlyLooks) {}

    @GetMapping("/api/desk")
    View desk() {
        Desk.Bar bar = desk.bar();
        if (bar == null) {
            throw Refused.forbidden();
        }
        return new View(bar, desk.onlyLooks());
    }
}
