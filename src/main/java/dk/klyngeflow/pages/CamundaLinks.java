package dk.klyngeflow.pages;

import dk.klyngeflow.security.CurrentPerson;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The ways into the engine's own applications. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CamundaLinks implements StartPageLinks {

    private final CurrentPerson person;

    CamundaLinks(CurrentPerson person) {
        this.person = person;
    }

    @Override
    public List<Link> links() {
        List<Link> links = new ArrayList<>();
        if (person.isStaff() || person.isAdministrator()) {
            links.add(new Link(
                    "Opgavelisten",
                    "/camunda/app/tasklist/default/",
                    "Det, der venter på dig og din rolle, med det mest presserende først."));
        }
        if (person.isAdministrator()) {
            links.add(new Link(
                    "Cockpit",
                    "/camunda/app/cockpit/default/",
                    "Alle klyngers sager: hvor langt de er, hvad der sidder fast, og hvorfor."));
            links.add(new Link(
                    "Admin", "/camunda/app/admin/default/", "Brugere, klynger og grupper på denne installation."));
        }
        return links;
    }
}
