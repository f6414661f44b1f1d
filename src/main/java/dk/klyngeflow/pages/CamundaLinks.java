package dk.klyngeflow.pages;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The ways into the engine's own applications. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CamundaLinks implements StartPageLinks {

    @Override
    public List<Link> links() {
        return List.of(new Link(
                "Opgavelisten",
                "/camunda/app/tasklist/default/",
                "Det, der venter på dig og din rolle, med det mest presserende først."));
    }
}
