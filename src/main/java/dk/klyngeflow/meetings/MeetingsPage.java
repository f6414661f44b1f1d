package dk.klyngeflow.meetings;

import dk.klyngeflow.dates.Hours;
import dk.klyngeflow.dates.ProposedDates;
import dk.klyngeflow.engine.AgainOnConflict;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingSearch;
import dk.klyngeflow.gatherings.MeetingSection;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.invitations.PhoneAnswers;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.pages.BarPlaces;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All meetings of a cluster and where each stands; a meeting is moved and cancelled here. */
@Controller
@RequestMapping("/moeder/{cluster}")
class MeetingsPage implements StartPageLinks, BarPlaces {

    private static final Role[] STAFF = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};
    private static final Role[] PLANNERS = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD};

    private final CurrentPerson person;
    private final Clusters clusters;
    private final Meetings meetings;
    private final MeetingViews views;
    private final MeetingChanges changes;
    private final ProposedDates dates;
    private final AgainOnConflict again;
    private final PhoneAnswers phone;
    private final MeetingSearch search;
    private final MeetingOutlook outlook;
    private final RunningPoll poll;
    private final ObjectProvider<MeetingSection> sections;

    MeetingsPage(
            CurrentPerson person,
            Clusters clusters,
            Meetings meetings,
            MeetingViews views,
            MeetingChanges changes,
            ProposedDates dates,
            AgainOnConflict again,
            PhoneAnswers phone,
            MeetingSearch search,
            MeetingOutlook outlook,
            RunningPoll poll,
            ObjectProvider<MeetingSection> sections) {
        this.person = person;
        this.clusters = clusters;
        this.meetings = meetings;
        this.views = views;
        this.changes = changes;
        this.dates = dates;
        this.again = again;
        this.phone = phone;
        this.search = search;
        this.outlook = outlook;
        this.poll = poll;
        this.sections = sections;
    }

    /** @param next what happens with it next, in one sentence */
    record Line(Meeting meeting, String next) {}

    @GetMapping
    String list(@PathVariable String cluster, @RequestParam(name = "q", defaultValue = "") String words, Model model) {
        person.require(cluster, STAFF);
        String sought = words.strip();
        List<Meeting> found = sought.isEmpty() ? search.byActivity(cluster) : search.saying(cluster, sought);
        model.addAttribute("cluster", known(cluster));
        model.addAttribute("sought", sought);
        model.addAttribute(
                "meetings",
                found.stream()
                        .map(meeting -> new Line(meeting, outlook.of(meeting).next()))
                        .toList());
        model.addAttribute("mayPlan", person.hasRole(cluster, PLANNERS));
        return "meetings/list";
    }

    @GetMapping("/{number}")
    String one(@PathVariable String cluster, @PathVariable String number, Model model) {
        person.require(cluster, STAFF);
        return page(meeting(cluster, number), List.of(), Map.of(), model);
    }

    /** A new date; what is wrong is said on the page, and what was typed stays. */
    @PostMapping("/{number}/flyt")
    String move(
            @PathVariable String cluster,
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        person.require(cluster, PLANNERS);
        Meeting meeting = meeting(cluster, number);
        Instant start = null;
        try {
            FormFields fields = FormFields.of(
                    new HashMap<>(Map.of(
                            "day", typed.getOrDefault("day", ""),
                            "hour", typed.getOrDefault("hour", ""),
                            "why", typed.getOrDefault("why", "").replace("\r\n", "\n"))),
                    Set.of("day", "hour", "why"));
            fields.required("day", "Ny dato");
            fields.required("hour", "Klokkeslæt");
            LocalDate day = fields.dayAhead("day", "Ny dato");
            LocalTime hour = Hours.read(fields, "hour");
            String why = fields.required("why", "Begrundelsen");
            if (why.length() > MeetingChanges.LONGEST_REASON) {
                fields.wrong("Begrundelsen må højst fylde 1.000 tegn.");
            }
            fields.refuseIfWrong();
            if (day != null && hour != null) {
                Instant wanted = CopenhagenTime.at(day, hour);
                if (!typed.containsKey("anyway")) {
                    warn(meeting, wanted);
                }
                start = wanted;
                again.call(() -> {
                    changes.move(cluster, meeting.meetingId(), wanted, why, person.requireId());
                    return wanted;
                });
            }
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(meeting, refused.messages(), typed, model);
        } catch (Refused refused) {
            Meeting now = meeting(cluster, number);
            if (start != null && start.equals(now.startsAt()) && now.status().canBeMoved()) {
                // pressed twice: what she wants has been done
                after.addFlashAttribute("done", "Mødet ligger " + now.when() + ".");
                return "redirect:/moeder/" + now.businessKey();
            }
            response.setStatus(refused.status());
            return page(meeting(cluster, number), List.of(String.valueOf(refused.getMessage())), typed, model);
        }
        after.addFlashAttribute("done", "Mødet er flyttet. Alle og alle bestillinger får den nye tid.");
        return "redirect:/moeder/" + meeting.businessKey();
    }

    /** @throws FormRefused the first time: whoever means it says so */
    private void warn(Meeting meeting, Instant wanted) {
        List<Instant> others = meetings.all(meeting.clusterId()).stream()
                .filter(other -> !other.meetingId().equals(meeting.meetingId()))
                .filter(other -> other.status().canBeMoved() && other.startsAt() != null)
                .map(Meeting::start)
                .toList();
        List<String> clashes = new ArrayList<>(dates.clashes(meeting.clusterId(), wanted, others));
        if (!clashes.isEmpty()) {
            clashes.add("Er det meningen, så sæt kryds ved „Flyt alligevel“.");
            throw new FormRefused(clashes);
        }
    }

    @PostMapping("/{number}/aflys")
    String cancel(
            @PathVariable String cluster,
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        person.require(cluster, PLANNERS);
        Meeting meeting = meeting(cluster, number);
        String typedReason = typed.getOrDefault("reason", "").replace("\r\n", "\n");
        try {
            FormFields fields = FormFields.of(Map.of("reason", typedReason), Set.of("reason"));
            String reason = fields.requiredParagraphs("reason", "Begrundelsen");
            if (reason.length() > MeetingChanges.LONGEST_REASON) {
                fields.wrong("Begrundelsen må højst fylde 1.000 tegn.");
            }
            fields.refuseIfWrong();
            again.call(() -> {
                changes.cancel(cluster, meeting.meetingId(), reason, person.requireId());
                return reason;
            });
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(meeting, refused.messages(), typed, model);
        } catch (Refused refused) {
            if (typedReason.strip().equals(meeting(cluster, number).cancelReason())) {
                after.addFlashAttribute("done", "Mødet er aflyst. Alle og alle bestillinger får besked.");
                return "redirect:/moeder/" + meeting.businessKey();
            }
            response.setStatus(refused.status());
            return page(meeting(cluster, number), List.of(String.valueOf(refused.getMessage())), typed, model);
        }
        after.addFlashAttribute("done", cancelled(meeting));
        return "redirect:/moeder/" + meeting.businessKey();
    }

    private static String cancelled(Meeting before) {
        return before.startsAt() == null
                ? "Mødet er aflyst. Ingen har fået en dato endnu, så ingen får en mail; er nogen spurgt om emner eller datoer, siger deres link, at mødet er aflyst."
                : "Mødet er aflyst. Alle og alle bestillinger får besked.";
    }

    private String page(Meeting meeting, List<String> wrong, Map<String, String> typed, Model model) {
        model.addAttribute("cluster", known(meeting.clusterId()));
        model.addAttribute("meeting", views.view(meeting));
        model.addAttribute("outlook", outlook.of(meeting));
        model.addAttribute("poll", poll.of(meeting));
        model.addAttribute("mayPlan", person.hasRole(meeting.clusterId(), PLANNERS));
        boolean mayAnswerFor = person.hasRole(meeting.clusterId(), Role.COORDINATOR, Role.SECRETARY);
        model.addAttribute("phone", mayAnswerFor ? phone.open(meeting) : List.of());
        model.addAttribute(
                "unknownHolidays",
                meeting.startsAt() == null
                        ? ""
                        : dates.unknownHolidays(meeting.clusterId(), meeting.day())
                                .orElse(""));
        model.addAttribute("wrong", wrong);
        model.addAttribute("typed", typed);
        model.addAttribute(
                "sections",
                sections.orderedStream()
                        .flatMap(section -> section.of(meeting).stream())
                        .toList());
        return "meetings/meeting";
    }

    private Meeting meeting(String cluster, String number) {
        return meetings.byKey(cluster, cluster + "/" + number)
                .filter(meeting -> !meeting.isAssembly())
                .orElseThrow(Refused::notFound);
    }

    private Cluster known(String cluster) {
        return clusters.find(cluster).orElseThrow(Refused::notFound);
    }

    @Override
    public List<Place> places() {
        return List.of(
                new Place("Møder", "/moeder/", List.of(STAFF)), new Place("Emner", "/emner/", List.of(PLANNERS)));
    }

    @Override
    public List<Link> links() {
        return clusters.all().stream()
                .filter(cluster -> person.hasRole(cluster.id(), STAFF))
                .flatMap(this::links)
                .toList();
    }

    private Stream<Link> links(Cluster cluster) {
        Link all = new Link(
                "Møder i " + cluster.name(),
                "/moeder/" + cluster.id(),
                "Hvor hvert møde står, hvem der kommer, og hvad der er aftalt.");
        Link topics = new Link(
                "Emner i " + cluster.name(),
                "/emner/" + cluster.id(),
                "Hvad medlemmerne gerne vil tale om, og hvor mange der har stemt på det.");
        return person.hasRole(cluster.id(), PLANNERS) ? Stream.of(all, topics) : Stream.of(all);
    }
}
