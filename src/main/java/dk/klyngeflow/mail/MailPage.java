package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.NightWatch;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /post}: what has not been sent and why, for administrators. Whom a mail is to and what it says is not shown. */
@Controller
@RequestMapping("/post")
class MailPage implements StartPageLinks {

    private static final DateTimeFormatter WHEN = DanishTime.MOMENT_IN_FIGURES.withZone(CopenhagenTime.ZONE);
    private static final int MOST = 100;

    private final MailHold hold;
    private final Mails mails;
    private final FailedMails failed;
    private final Clusters clusters;
    private final CurrentPerson person;
    private final NightWatch night;
    private final WhyItWaits why;
    private final ReadMailbox mailbox;

    MailPage(
            MailHold hold,
            Mails mails,
            FailedMails failed,
            Clusters clusters,
            CurrentPerson person,
            NightWatch night,
            WhyItWaits why,
            ReadMailbox mailbox) {
        this.night = night;
        this.why = why;
        this.mailbox = mailbox;
        this.hold = hold;
        this.mails = mails;
        this.failed = failed;
        this.clusters = clusters;
        this.person = person;
    }

    /** @param due when it is tried again; empty when it is not */
    record Line(
            long id,
            String clusterId,
            String cluster,
            String purpose,
            String created,
            String due,
            int attempts,
            String reason) {}

    record Section(String id, String title, String help, long count, List<Line> lines) {}

    @Override
    public List<Link> links() {
        return person.isAdministrator()
                ? List.of(new Link("Post", "/post", "Mails, der venter, ikke kom frem eller er opgivet."))
                : List.of();
    }

    @GetMapping
    String show(Model model) {
        hold.requireAdministrator();
        MailHold.State state = hold.state();
        Map<String, Long> counts = state.mails();
        model.addAttribute("held", state.held());
        model.addAttribute("heldByNode", state.heldByNode());
        model.addAttribute("away", why.serverAway());
        model.addAttribute("mailbox", mailbox.standing());
        model.addAttribute("sent", counts.getOrDefault("SENT", 0L));
        model.addAttribute(
                "sections",
                List.of(
                        section("WAITING", "Venter", "De sendes af sig selv, når deres tid kommer.", counts),
                        section(
                                "FAILED",
                                "Kom ikke frem",
                                "Sekretæren har en opgave om adressen og kan rette den.",
                                counts),
                        section("GIVEN_UP", "Opgivet", "Dem sendes der ikke mere.", counts),
                        passedOver()));
        model.addAttribute("kept", night.list());
        return "mail-page";
    }

    @PostMapping("/{cluster}/{mail}/igen")
    String again(@PathVariable String cluster, @PathVariable long mail) {
        hold.requireAdministrator();
        if (!failed.sendNow(cluster, mail)) {
            return "redirect:/post?intet";
        }
        return why.nothingIsSent().isEmpty() ? "redirect:/post?igen" : "redirect:/post?venter";
    }

    /** @param passOver empty, or a Danish time: what was written before and still waits is not sent at all */
    @PostMapping("/hold")
    String hold(
            @RequestParam("tilbage") boolean held, @RequestParam(name = "spring", defaultValue = "") String passOver) {
        hold.requireAdministrator();
        hold.turn(new MailHold.Switch(held, moment(passOver.strip())));
        return "redirect:/post";
    }

    private static @Nullable Instant moment(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed).atZone(CopenhagenTime.ZONE).toInstant();
        } catch (DateTimeParseException e) {
            throw Refused.badRequest("Skriv tidspunktet som dato og klokkeslæt.");
        }
    }

    /** After a restore nobody should wonder which mails people never got. */
    private Section passedOver() {
        List<Mails.Shown> passed = mails.unsent("NEEDLESS", Mails.PASSED_OVER, MOST);
        return new Section(
                "PASSED_OVER",
                "Sprunget over",
                "En administrator sprang dem over efter en gendannelse. Er en af dem alligevel ikke sendt før uheldet, så send den.",
                passed.size(),
                passed.stream().map(this::line).toList());
    }

    private Section section(String state, String title, String help, Map<String, Long> counts) {
        return new Section(
                state,
                title,
                help,
                counts.getOrDefault(state, 0L),
                mails.unsent(state, MOST).stream().map(this::line).toList());
    }

    private Line line(Mails.Shown mail) {
        return new Line(
                mail.id(),
                mail.clusterId(),
                clusters.find(mail.clusterId()).map(cluster -> cluster.name()).orElse(mail.clusterId()),
                mail.purpose(),
                WHEN.format(mail.createdAt()),
                mail.state().equals("WAITING") ? why.tried(mail) : "",
                mail.attempts(),
                mail.state().equals("WAITING") ? why.inWords(mail) : mail.reason());
    }
}
