package dk.klyngeflow.meetings;

import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What forms about a meeting show. */
@RestController
@RequestMapping("/api/clusters/{cluster}/meetings")
class MeetingRoutes {

    private static final Role[] STAFF = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};

    private final CurrentPerson person;
    private final Meetings meetings;
    private final MeetingViews views;
    private final WishedSuppliers wishes;
    private final Agendas agendas;

    MeetingRoutes(
            CurrentPerson person, Meetings meetings, MeetingViews views, WishedSuppliers wishes, Agendas agendas) {
        this.person = person;
        this.meetings = meetings;
        this.views = views;
        this.wishes = wishes;
        this.agendas = agendas;
    }

    @GetMapping("/{id}")
    MeetingViews.View one(@PathVariable String cluster, @PathVariable String id) {
        person.require(cluster, STAFF);
        return views.view(meetings.find(cluster, id).orElseThrow(Refused::notFound));
    }

    /** What the coordinator should know when she approves the agenda. */
    @GetMapping("/{id}/agenda")
    Agendas.Known agenda(@PathVariable String cluster, @PathVariable String id) {
        person.require(cluster, STAFF);
        return agendas.known(meetings.find(cluster, id).orElseThrow(Refused::notFound));
    }

    /** Whom the plan can ask first, by kind. */
    @GetMapping("/{id}/wishes")
    Map<String, WishedSuppliers.Wish> wishes(@PathVariable String cluster, @PathVariable String id) {
        person.require(cluster, STAFF);
        return wishes.offered(meetings.find(cluster, id).orElseThrow(Refused::notFound));
    }
}
