package dk.klyngeflow.contact;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.gatherings.AgendaPoints;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.pages.CaseAddress;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /henvendelser/<cluster>}: who has written from outside, where each inquiry stands, and what became of it. */
@Controller
@RequestMapping("/henvendelser/{cluster}")
class InquiriesPage implements StartPageLinks, CaseAddress {

    private static final Role[] WHO = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD};

    private final CurrentPerson person;
    private final Clusters clusters;
    private final Inquiries inquiries;
    private final InquiryTexts texts;
    private final InquiryCases cases;
    private final AgendaPoints points;
    private final People people;
    private final String publicUrl;

    InquiriesPage(
            CurrentPerson person,
            Clusters clusters,
            Inquiries inquiries,
            InquiryTexts texts,
            InquiryCases cases,
            AgendaPoints points,
            People people,
            @Value("${klyngeflow.public-url}") String publicUrl) {
        this.person = person;
        this.clusters = clusters;
        this.inquiries = inquiries;
        this.texts = texts;
        this.cases = cases;
        this.points = points;
        this.people = people;
        this.publicUrl = publicUrl;
    }

    /** @param now where it stands, or what became of it, in a sentence */
    public record Line(long number, String from, String subject, String came, String now, String text, boolean waits) {}

    @Override
    public List<Link> links() {
        return clusters.all().stream()
                .filter(cluster -> person.isAdministrator() || person.hasRole(cluster.id(), WHO))
                .map(cluster -> new Link(
                        "Henvendelser til " + cluster.name(),
                        "/henvendelser/" + cluster.id(),
                        "Hvem der har skrevet udefra, og hvad der blev af det. Her står også siden, andre skriver på."))
                .toList();
    }

    @Override
    public Optional<Page> of(String clusterId, String businessKey) {
        return Inquiry.isKey(businessKey)
                ? Optional.of(new Page(
                        "Alle henvendelser til klyngen",
                        "/henvendelser/" + clusterId + "#nr-" + Inquiry.inquiryId(businessKey)))
                : Optional.empty();
    }

    @GetMapping
    String list(@PathVariable String cluster, Model model) {
        person.require(cluster, WHO);
        List<AskedInquiry> all = inquiries.of(cluster);
        model.addAttribute("cluster", clusters.find(cluster).orElseThrow(Refused::notFound));
        model.addAttribute("address", publicUrl + WriteToClusterPage.PATH + cluster);
        model.addAttribute(
                "open",
                all.stream()
                        .filter(inquiry -> !inquiry.state().isOver())
                        .map(this::line)
                        .toList());
        model.addAttribute(
                "over",
                all.stream()
                        .filter(inquiry -> inquiry.state().isOver())
                        .map(this::line)
                        .toList());
        model.addAttribute(
                "mayAct", person.isAdministrator() || person.hasRole(cluster, Role.COORDINATOR, Role.SECRETARY));
        return "contact/inquiries";
    }

    /** Without waiting for the meeting. */
    @PostMapping("/{id}/frem")
    String takeUpAgain(@PathVariable String cluster, @PathVariable String id, RedirectAttributes after) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY);
        if (!id.matches("[0-9]{1,18}")
                || inquiries.find(cluster, Long.parseLong(id)).isEmpty()) {
            throw Refused.notFound();
        }
        boolean isTaken = cases.takeUpAgain(cluster, Long.parseLong(id));
        after.addFlashAttribute(
                "done",
                isTaken
                        ? "Henvendelsen er taget af dagsordenen og ligger igen som en opgave."
                        : "Henvendelsen venter ikke længere på et møde.");
        return "redirect:/henvendelser/" + cluster;
    }

    private Line line(AskedInquiry inquiry) {
        return new Line(
                inquiry.inquiryId(),
                inquiry.asker().inWords(),
                inquiry.subject(),
                DanishTime.DAY.format(CopenhagenTime.dayOf(inquiry.came())),
                now(inquiry),
                texts.thread(inquiry),
                inquiry.state() == AskedInquiry.State.ON_AGENDA);
    }

    private String now(AskedInquiry inquiry) {
        String ended = inquiry.endedAt() == null
                ? ""
                : " den " + DanishTime.DAY.format(CopenhagenTime.dayOf(inquiry.endedAt()));
        return switch (inquiry.state()) {
            case DELEGATED ->
                inquiry.delegate() == null || inquiry.delegateUntil() == null
                        ? inquiry.state().danish()
                        : "Hos " + people.nameOf(inquiry.delegate()) + ", som skal svare senest "
                                + CopenhagenTime.dayInWords(inquiry.delegateUntil());
            case ON_AGENDA ->
                points.meetingOf(inquiry.clusterId(), inquiry.caseKey())
                        .map(meeting -> "Skal på mødet „" + meeting.label() + "“")
                        .orElse("Skal på dagsordenen til det næste møde, der planlægges");
            case CLOSED ->
                "Lukket" + ended + ": " + reason(inquiry)
                        + (inquiry.told() ? ". Den, der skrev, har fået besked" : ". Uden besked til den, der skrev");
            default -> inquiry.state().danish() + ended;
        };
    }

    private static String reason(AskedInquiry inquiry) {
        return inquiry.reason().isEmpty()
                ? ""
                : AskedInquiry.Reason.valueOf(inquiry.reason()).danish();
    }
}
