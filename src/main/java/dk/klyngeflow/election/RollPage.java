package dk.klyngeflow.election;

import dk.klyngeflow.ballots.BallotFacts;
import dk.klyngeflow.ballots.Ballots;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.InWords;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /valg/<cluster>/<number>/valgliste}: the roll of the vote that is open, from which two together strike whoever should not stand there. */
@Controller
@RequestMapping("/valg/{cluster}/{number}/valgliste")
class RollPage {

    private static final Role[] STAFF = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};
    /** Who may ask for it, and do it for another. */
    static final List<Role> WHO = List.of(Role.COORDINATOR, Role.SECRETARY, Role.BOARD);

    private static final Role[] OF_THEM = WHO.toArray(Role[]::new);

    private final ElectionByNumber found;
    private final StrikeOffs strikeOffs;
    private final Ballots ballots;
    private final People people;
    private final Clusters clusters;
    private final CurrentPerson person;

    RollPage(
            ElectionByNumber found,
            StrikeOffs strikeOffs,
            Ballots ballots,
            People people,
            Clusters clusters,
            CurrentPerson person) {
        this.found = found;
        this.strikeOffs = strikeOffs;
        this.ballots = ballots;
        this.people = people;
        this.clusters = clusters;
        this.person = person;
    }

    /** As the page offers it. */
    record Choosable(String id, String name) {}

    /** @param isMine whether whoever looks has asked for it @param seconds names of those who may do it */
    record Wish(String voter, String name, String reason, String askedBy, boolean isMine, String seconds) {}

    @GetMapping
    String roll(@PathVariable String cluster, @PathVariable String number, Model model) {
        person.require(cluster, STAFF);
        return page(found.get(cluster, number), List.of(), model);
    }

    @PostMapping
    String ask(
            @PathVariable String cluster,
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        person.require(cluster, OF_THEM);
        Election election = found.get(cluster, number);
        return done(election, model, response, () -> {
            StrikeOffReason reason = Arrays.stream(StrikeOffReason.values())
                    .filter(each -> each.name().equals(typed.get("reason")))
                    .findFirst()
                    .orElseThrow(() -> new FormRefused("Vælg grunden."));
            strikeOffs.ask(election, typed.getOrDefault("voter", ""), reason, person.requireId());
        });
    }

    @PostMapping("/stryg")
    String strike(
            @PathVariable String cluster,
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        person.require(cluster, OF_THEM);
        Election election = found.get(cluster, number);
        return done(
                election,
                model,
                response,
                () -> strikeOffs.confirm(election, typed.getOrDefault("voter", ""), person.requireId()));
    }

    @PostMapping("/fortryd")
    String takeBack(
            @PathVariable String cluster,
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        person.require(cluster, OF_THEM);
        Election election = found.get(cluster, number);
        return done(election, model, response, () -> strikeOffs.takeBack(election, typed.getOrDefault("voter", "")));
    }

    private String done(Election election, Model model, HttpServletResponse response, Runnable act) {
        try {
            act.run();
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(election, refused.messages(), model);
        }
        return "redirect:/valg/" + election.clusterId() + "/" + election.number() + "/valgliste";
    }

    private String page(Election election, List<String> wrong, Model model) {
        List<String> roll = strikeOffs
                .open(election)
                .map(ballot -> ballots.roll(election.clusterId(), ballot.ballotId()))
                .orElse(List.of());
        Map<String, String> names = people.namesOf(roll);
        model.addAttribute("cluster", clusters.get(election.clusterId()));
        model.addAttribute("number", election.number());
        model.addAttribute("called", election.label());
        model.addAttribute(
                "roll",
                roll.stream()
                        .map(id -> new Choosable(id, names.getOrDefault(id, People.UNKNOWN)))
                        .sorted(Comparator.comparing(Choosable::name))
                        .toList());
        model.addAttribute(
                "closesAt",
                strikeOffs
                        .open(election)
                        .map(BallotFacts::course)
                        .map(course -> CopenhagenTime.inWords(java.util.Objects.requireNonNull(course.closesAt())))
                        .orElse(""));
        model.addAttribute("reasons", StrikeOffReason.values());
        model.addAttribute(
                "wishes",
                roll.isEmpty()
                        ? List.of()
                        : strikeOffs.asked(election).stream()
                                .map(wish -> wish(election, wish))
                                .toList());
        model.addAttribute(
                "mayStrike",
                !roll.isEmpty() && (person.isAdministrator() || person.hasRole(election.clusterId(), OF_THEM)));
        model.addAttribute("wrong", wrong);
        return "election/roll";
    }

    private Wish wish(Election election, StrikeOffWish wish) {
        return new Wish(
                wish.voter(),
                people.nameOf(wish.voter()),
                wish.reason().danish(),
                people.nameOf(wish.askedBy()),
                person.id().filter(wish.askedBy()::equals).isPresent(),
                InWords.listed(List.copyOf(
                        people.namesOf(strikeOffs.seconds(election, wish)).values())));
    }
}
