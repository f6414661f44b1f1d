package dk.klyngeflow.handover;

import dk.klyngeflow.engine.AgainOnConflict;
import dk.klyngeflow.engine.CprNumbers;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.handover.Checklists.Line;
import dk.klyngeflow.handover.HandoverItem.Owner;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.CoordinatorPosts;
import dk.klyngeflow.members.People;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /overdragelse/<cluster>}: who is coordinator, what is agreed about the post, how far the list is, and the cluster's own list. A
 * handover is cancelled here and a leave made longer or shorter.
 */
@Controller
@RequestMapping("/overdragelse/{cluster}")
class HandoverPage implements StartPageLinks {

    private static final Role[] OFFICERS = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.SUCCESSOR};
    private static final Role[] KEEPERS = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD};
    private static final int MOST_LINES = 40;
    private static final int LONGEST = 300;

    private final Handovers handovers;
    private final Checklists checklists;
    private final PostHandovers postHandovers;
    private final CoordinatorLeaves leaves;
    private final StandIns standIns;
    private final CoordinatorPosts posts;
    private final Clusters clusters;
    private final People people;
    private final CurrentPerson person;
    private final AgainOnConflict again;

    HandoverPage(
            Handovers handovers,
            Checklists checklists,
            PostHandovers postHandovers,
            CoordinatorLeaves leaves,
            StandIns standIns,
            CoordinatorPosts posts,
            Clusters clusters,
            People people,
            CurrentPerson person,
            AgainOnConflict again) {
        this.handovers = handovers;
        this.checklists = checklists;
        this.postHandovers = postHandovers;
        this.leaves = leaves;
        this.standIns = standIns;
        this.posts = posts;
        this.clusters = clusters;
        this.people = people;
        this.person = person;
        this.again = again;
    }

    /** @param absent and standIn are names */
    record LeaveShown(String id, String absent, String standIn, String days, String back, String until) {}

    @GetMapping
    String show(@PathVariable String cluster, Model model) {
        requireReader(cluster);
        return page(cluster, List.of(), model);
    }

    /** With a reason; a second click finds it stopped already. */
    @PostMapping("/aflys")
    String cancel(
            @PathVariable String cluster,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        person.require(cluster, Role.COORDINATOR, Role.BOARD, Role.SUCCESSOR);
        try {
            FormFields fields = FormFields.of(Map.of("reason", typed.getOrDefault("reason", "")), Set.of("reason"));
            String reason = fields.requiredParagraphs("reason", "Begrundelsen");
            fields.refuseIfWrong();
            again.call(() -> handovers
                    .open(cluster)
                    .filter(handover -> handover.handoverId().equals(typed.get("handover")))
                    .map(handover -> postHandovers.withdraw(handover, reason)));
        } catch (FormRefused refused) {
            return refuse(cluster, refused.messages(), model, response);
        }
        return "redirect:/overdragelse/" + cluster;
    }

    /** Both whom it is about, and the board. */
    @PostMapping("/orlov/{id}")
    String changeLeave(
            @PathVariable String cluster,
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        CoordinatorLeave leave = leaves.find(cluster, id)
                .filter(found -> mayChange(cluster, found))
                .orElseThrow(Refused::notFound);
        try {
            LocalDate until = day(typed.getOrDefault("tilbage", ""));
            again.call(() -> {
                standIns.changeEnd(leave, until);
                return true;
            });
        } catch (FormRefused refused) {
            return refuse(cluster, refused.messages(), model, response);
        }
        return "redirect:/overdragelse/" + cluster;
    }

    /** The cluster's own list, as it stands on the page; lines without a text are left out. */
    @PostMapping("/liste")
    String keepList(
            @PathVariable String cluster,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        person.require(cluster, KEEPERS);
        try {
            List<Line> lines = typed.containsKey("standard") ? List.of() : lines(typed);
            again.call(() -> {
                checklists.replace(cluster, lines);
                return true;
            });
        } catch (FormRefused refused) {
            return refuse(cluster, refused.messages(), model, response);
        }
        return "redirect:/overdragelse/" + cluster + "#liste";
    }

    private static List<Line> lines(MultiValueMap<String, String> typed) {
        List<String> texts = typed.getOrDefault("text", List.of());
        List<String> owners = typed.getOrDefault("owner", List.of());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < texts.size() && i < owners.size(); i++) {
            String text = texts.get(i).strip();
            if (text.isEmpty()) {
                continue;
            }
            FormFields fields = FormFields.of(Map.of("text", text), Set.of("text"));
            fields.text("text", "Punktet");
            if (text.length() > LONGEST) {
                fields.wrong("Et punkt er for langt. Skriv højst " + LONGEST + " tegn.");
            }
            if (CprNumbers.isLikeIn(text)) {
                fields.wrong("Et punkt ligner et CPR-nummer. CPR-numre må ikke stå her.");
            }
            fields.refuseIfWrong();
            lines.add(new Line(text, owner(owners.get(i))));
        }
        if (lines.size() > MOST_LINES) {
            throw new FormRefused("Der er plads til højst " + MOST_LINES + " punkter.");
        }
        if (lines.isEmpty()) {
            throw new FormRefused("Listen er tom. Skriv mindst ét punkt, eller tag standardlisten.");
        }
        return lines;
    }

    private static Owner owner(String sent) {
        for (Owner owner : Owner.values()) {
            if (owner.name().equals(sent)) {
                return owner;
            }
        }
        throw new FormRefused("Vælg for hvert punkt, hvem der gør det.");
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notADay) {
            throw new FormRefused("Vælg den dag, koordinatoren er tilbage.");
        }
    }

    private String refuse(String cluster, List<String> wrong, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return page(cluster, wrong, model);
    }

    private String page(String cluster, List<String> wrong, Model model) {
        Optional<Handover> handover = handovers.open(cluster);
        model.addAttribute("cluster", clusters.get(cluster));
        model.addAttribute("wrong", wrong);
        model.addAttribute("coordinator", posts.now(cluster).map(people::nameOf).orElse("Ingen"));
        model.addAttribute("handover", handover.orElse(null));
        model.addAttribute(
                "parting", handover.map(Handover::parting).map(people::nameOf).orElse(""));
        model.addAttribute(
                "successor",
                handover.map(Handover::successor).map(people::nameOf).orElse(""));
        model.addAttribute("items", handover.map(checklists::items).orElse(List.of()));
        model.addAttribute(
                "mayCancel",
                person.isAdministrator() || person.hasRole(cluster, Role.COORDINATOR, Role.BOARD, Role.SUCCESSOR));
        model.addAttribute(
                "leaves", leaves.open(cluster).stream().map(this::shown).toList());
        model.addAttribute("mayEdit", person.isAdministrator() || person.hasRole(cluster, KEEPERS));
        model.addAttribute("lines", checklists.of(cluster));
        model.addAttribute("isOwn", checklists.isOwn(cluster));
        model.addAttribute("owners", Owner.values());
        return "handover/handover";
    }

    private LeaveShown shown(CoordinatorLeave leave) {
        return new LeaveShown(
                mayChange(leave.clusterId(), leave) ? leave.leaveId() : "",
                people.nameOf(leave.absent()),
                people.nameOf(leave.standIn()),
                leave.days(),
                leave.back(),
                leave.untilDay().toString());
    }

    private boolean mayChange(String cluster, CoordinatorLeave leave) {
        return person.isAdministrator() || person.hasRole(cluster, Role.COORDINATOR, Role.BOARD) || isOf(leave);
    }

    /** On leave she has no other door. */
    private boolean isOf(CoordinatorLeave leave) {
        return person.id()
                .filter(id -> id.equals(leave.absent()) || id.equals(leave.standIn()))
                .isPresent();
    }

    private void requireReader(String cluster) {
        if (leaves.open(cluster).stream().noneMatch(this::isOf)) {
            person.require(cluster, OFFICERS);
        }
    }

    /** What is agreed about the post stands on the start page of those whom it concerns. */
    @Override
    public List<Link> links() {
        List<Link> links = new ArrayList<>();
        clusters.all().forEach(cluster -> link(cluster.id(), cluster.name()).ifPresent(links::add));
        return links;
    }

    private Optional<Link> link(String cluster, String name) {
        boolean isOfficer = person.isAdministrator() || person.hasRole(cluster, OFFICERS);
        if (!isOfficer && !person.clusters().contains(cluster)) {
            return Optional.empty();
        }
        CoordinatorLeave leave = leaves.open(cluster).stream()
                .filter(each -> isOfficer || isOf(each))
                .findFirst()
                .orElse(null);
        return isOfficer || leave != null
                ? Optional.of(new Link(
                        "Overdragelse i " + name,
                        "/overdragelse/" + cluster,
                        leave == null
                                ? handovers
                                        .open(cluster)
                                        .map(HandoverPage::agreed)
                                        .orElse(
                                                "Når koordinatoren skifter eller holder orlov: tjekliste, afløser og hvad der er aftalt.")
                                : said(leave)))
                : Optional.empty();
    }

    private static String agreed(Handover handover) {
        return "Posten som koordinator skifter " + handover.dayInWords() + ".";
    }

    private String said(CoordinatorLeave leave) {
        return people.nameOf(leave.standIn()) + " er koordinator " + leave.days() + ", mens "
                + people.nameOf(leave.absent()) + " holder orlov.";
    }
}
