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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

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

    /** What was sent, and to which evening. */
    record Sent(String cluster, String evening, Map<String, String> typed) {

        String text(String name) {
            return typed.getOrDefault(name, "");
        }

        int number(String name) {
            return text(name).matches("\\d{1,3}") ? Integer.parseInt(text(name)) : 0;
        }

        int item() {
            return number("item");
        }

        /** Where the item stands on the page. */
        String anchor() {
            return "punkt-" + item();
        }

        /** With nothing in it that would have to be typed again. */
        Sent pressed() {
            return new Sent(cluster, evening, Map.of());
        }
    }

    @ModelAttribute
    Sent sent(@PathVariable String cluster, @PathVariable String evening, @RequestParam Map<String, String> typed) {
        return new Sent(cluster, evening, typed);
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
    ModelAndView door(@ModelAttribute(binding = false) Sent sent) {
        String who = sent.text("person");
        return done(sent, DOOR, () -> {
            switch (sent.text("goer")) {
                case "kommer" -> rooms.checkIn(sent.cluster(), sent.evening(), who, person.requireId());
                case "gaar" -> rooms.leave(sent.cluster(), sent.evening(), who);
                case "fejl" -> rooms.notThere(sent.cluster(), sent.evening(), who);
                default -> throw new FormRefused("Vælg, om hun eller han er kommet eller går.");
            }
        });
    }

    @PostMapping("/dirigent")
    ModelAndView officers(@ModelAttribute(binding = false) Sent sent) {
        return done(
                sent,
                "punkt-1",
                () -> recording.officers(sent.cluster(), sent.evening(), sent.text("chair"), sent.text("keeper")));
    }

    @PostMapping("/aendring")
    ModelAndView amend(@ModelAttribute(binding = false) Sent sent) {
        return done(
                sent,
                sent.anchor(),
                () -> recording.amend(sent.cluster(), sent.evening(), sent.item(), sent.text("text")));
    }

    @PostMapping("/afstemning")
    ModelAndView vote(@ModelAttribute(binding = false) Sent sent) {
        Map<String, String> fields = new HashMap<>(sent.typed());
        fields.remove("_csrf");
        return done(
                sent,
                sent.anchor(),
                () -> recording.record(sent.cluster(), sent.evening(), VoteForm.read(fields), person.requireId()));
    }

    /** Opens a vote by link. */
    @PostMapping("/digital")
    ModelAndView openByLink(@ModelAttribute(binding = false) Sent sent) {
        return done(
                sent.pressed(),
                sent.anchor(),
                () -> digital.open(
                        sent.cluster(),
                        sent.evening(),
                        new Vote.Of(sent.item(), sent.number("amendment")),
                        sent.number("opened"),
                        person.requireId()));
    }

    @PostMapping("/digital/luk")
    ModelAndView closeByLink(@ModelAttribute(binding = false) Sent sent) {
        return done(
                sent.pressed(),
                sent.anchor(),
                () -> digital.close(sent.cluster(), sent.evening(), sent.number("number"), person.requireId()));
    }

    @PostMapping("/digital/aflys")
    ModelAndView cancelByLink(@ModelAttribute(binding = false) Sent sent) {
        return done(
                sent.pressed(),
                sent.anchor(),
                () -> digital.cancel(sent.cluster(), sent.evening(), sent.number("number")));
    }

    @PostMapping("/slut")
    ModelAndView end(@ModelAttribute(binding = false) Sent sent) {
        return done(sent.pressed(), "slut", () -> assemblies.end(sent.cluster(), sent.evening(), person.requireId()));
    }

    private Evening found(String cluster, String evening) {
        return evenings.find(cluster, evening)
                .filter(each -> each.openedAt() != null)
                .orElseThrow(Refused::notFound);
    }

    private ModelAndView done(Sent sent, String anchor, Runnable what) {
        person.require(sent.cluster(), WHO);
        Evening before = found(sent.cluster(), sent.evening());
        try {
            what.run();
        } catch (FormRefused refused) {
            Model model = new ExtendedModelMap();
            String page = page(before, new Typed(anchor, sent.typed(), refused.messages()), model);
            return new ModelAndView(page, model.asMap(), HttpStatus.BAD_REQUEST);
        }
        // one after the other comes in: whoever keeps the door does not open it anew for each
        return new ModelAndView("redirect:" + Assemblies.page(sent.cluster(), sent.evening())
                + (anchor.equals(DOOR) ? "?" + DOOR : "") + "#" + anchor);
    }

    private String page(Evening evening, Typed typed, Model model) {
        boolean mayRecord = person.isAdministrator() || person.hasRole(evening.clusterId(), WHO);
        views.put(evening, typed, mayRecord && evening.isOpen(), model);
        model.addAttribute("wrong", List.copyOf(typed.wrong()));
        model.addAttribute("screen", mayRecord && evening.isOpen() ? screen.url(evening) : "");
        return "assemblies/evening";
    }
}
