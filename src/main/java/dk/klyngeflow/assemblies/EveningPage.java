package dk.klyngeflow.assemblies;

import dk.klyngeflow.assemblies.EveningViews.Typed;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /generalforsamling/<cluster>/aften/<evening>}: the door, and one item after the other; and the same for the wall. */
@Controller
@RequestMapping("/generalforsamling/{cluster}/aften/{evening}")
class EveningPage {

    private static final String SECONDS = "20";
    private static final String DOOR = "doer";
    private static final Role[] STAFF = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};
    private static final Role[] WHO = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD};

    private final Evenings evenings;
    private final Rooms rooms;
    private final Recording recording;
    private final DigitalVotes digital;
    private final Assemblies assemblies;
    private final EveningViews views;
    private final ScreenLink screen;
    private final CurrentPerson person;

    EveningPage(
            Evenings evenings,
            Rooms rooms,
            Recording recording,
            DigitalVotes digital,
            Assemblies assemblies,
            EveningViews views,
            ScreenLink screen,
            CurrentPerson person) {
        this.evenings = evenings;
        this.rooms = rooms;
        this.recording = recording;
        this.digital = digital;
        this.assemblies = assemblies;
        this.views = views;
        this.screen = screen;
        this.person = person;
    }

    @GetMapping
    String look(
            @PathVariable String cluster,
            @PathVariable String evening,
            @RequestParam Map<String, String> asked,
            Model model) {
        person.require(cluster, STAFF);
        Typed typed = asked.containsKey(DOOR) ? new Typed(DOOR, Map.of(), List.of()) : Typed.NOTHING;
        return page(found(cluster, evening), typed, model);
    }

    /** For the projector: what is dealt with, how many are there, and what has been decided; nobody's vote. */
    @GetMapping("/skaerm")
    String wall(@PathVariable String cluster, @PathVariable String evening, Model model, HttpServletResponse response) {
        person.require(cluster, STAFF);
        // nobody stands at the projector
        response.setHeader("Refresh", SECONDS);
        Evening found = found(cluster, evening);
        views.put(found, Typed.NOTHING, false, model);
        return "assemblies/screen";
    }

    @PostMapping("/doer")
    String door(
            @PathVariable String cluster,
            @PathVariable String evening,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        String who = typed.getOrDefault("person", "");
        return done(cluster, evening, DOOR, typed, model, response, () -> {
            switch (typed.getOrDefault("goer", "")) {
                case "kommer" -> rooms.checkIn(cluster, evening, who, person.requireId());
                case "gaar" -> rooms.leave(cluster, evening, who);
                case "fejl" -> rooms.notThere(cluster, evening, who);
                default -> throw new FormRefused("Vælg, om hun eller han er kommet eller går.");
            }
        });
    }

    @PostMapping("/dirigent")
    String officers(
            @PathVariable String cluster,
            @PathVariable String evening,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return done(
                cluster,
                evening,
                "punkt-1",
                typed,
                model,
                response,
                () -> recording.officers(
                        cluster, evening, typed.getOrDefault("chair", ""), typed.getOrDefault("keeper", "")));
    }

    @PostMapping("/aendring")
    String amend(
            @PathVariable String cluster,
            @PathVariable String evening,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return done(
                cluster,
                evening,
                "punkt-" + item(typed),
                typed,
                model,
                response,
                () -> recording.amend(cluster, evening, item(typed), typed.getOrDefault("text", "")));
    }

    @PostMapping("/afstemning")
    String vote(
            @PathVariable String cluster,
            @PathVariable String evening,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.remove("_csrf");
        return done(
                cluster,
                evening,
                "punkt-" + item(typed),
                typed,
                model,
                response,
                () -> recording.record(cluster, evening, VoteForm.read(fields), person.requireId()));
    }

    /** Opens a vote by link. */
    @PostMapping("/digital")
    String openByLink(
            @PathVariable String cluster,
            @PathVariable String evening,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return done(
                cluster,
                evening,
                "punkt-" + item(typed),
                Map.of(),
                model,
                response,
                () -> digital.open(
                        cluster,
                        evening,
                        new Vote.Of(item(typed), number(typed, "amendment")),
                        number(typed, "opened"),
                        person.requireId()));
    }

    @PostMapping("/digital/luk")
    String closeByLink(
            @PathVariable String cluster,
            @PathVariable String evening,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return done(
                cluster,
                evening,
                "punkt-" + item(typed),
                Map.of(),
                model,
                response,
                () -> digital.close(cluster, evening, number(typed, "number"), person.requireId()));
    }

    @PostMapping("/digital/aflys")
    String cancelByLink(
            @PathVariable String cluster,
            @PathVariable String evening,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return done(
                cluster,
                evening,
                "punkt-" + item(typed),
                Map.of(),
                model,
                response,
                () -> digital.cancel(cluster, evening, number(typed, "number")));
    }

    @PostMapping("/slut")
    String end(@PathVariable String cluster, @PathVariable String evening, Model model, HttpServletResponse response) {
        return done(
                cluster,
                evening,
                "slut",
                Map.of(),
                model,
                response,
                () -> assemblies.end(cluster, evening, person.requireId()));
    }

    private static int item(Map<String, String> typed) {
        return number(typed, "item");
    }

    private static int number(Map<String, String> typed, String name) {
        String number = typed.getOrDefault(name, "");
        return number.matches("\\d{1,3}") ? Integer.parseInt(number) : 0;
    }

    private Evening found(String cluster, String evening) {
        return evenings.find(cluster, evening)
                .filter(each -> each.openedAt() != null)
                .orElseThrow(Refused::notFound);
    }

    private String done(
            String cluster,
            String evening,
            String anchor,
            Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            Runnable what) {
        person.require(cluster, WHO);
        Evening before = found(cluster, evening);
        try {
            what.run();
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(before, new Typed(anchor, typed, refused.messages()), model);
        }
        // one after the other comes in: whoever keeps the door does not open it anew for each
        return "redirect:" + Assemblies.page(cluster, evening) + (anchor.equals(DOOR) ? "?" + DOOR : "") + "#" + anchor;
    }

    private String page(Evening evening, Typed typed, Model model) {
        boolean mayRecord = person.isAdministrator() || person.hasRole(evening.clusterId(), WHO);
        views.put(evening, typed, mayRecord && evening.isOpen(), model);
        model.addAttribute("wrong", List.copyOf(typed.wrong()));
        model.addAttribute("screen", mayRecord && evening.isOpen() ? screen.url(evening) : "");
        return "assemblies/evening";
    }
}
