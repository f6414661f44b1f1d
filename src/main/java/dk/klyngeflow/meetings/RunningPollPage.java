package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.AgainOnConflict;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The three buttons beside a running poll on the page of its meeting. */
@Controller
@RequestMapping("/moeder/{cluster}/{number}/afstemning")
class RunningPollPage {

    private final CurrentPerson person;
    private final Meetings meetings;
    private final RunningPoll poll;
    private final AgainOnConflict again;

    RunningPollPage(CurrentPerson person, Meetings meetings, RunningPoll poll, AgainOnConflict again) {
        this.person = person;
        this.meetings = meetings;
        this.poll = poll;
        this.again = again;
    }

    @PostMapping("/mind")
    String remind(@PathVariable String cluster, @PathVariable String number, RedirectAttributes after) {
        return done(cluster, number, after, meeting -> {
            int silent = poll.remind(meeting, person.requireId());
            return silent == 0
                    ? "Alle har svaret; ingen er mindet."
                    : (silent == 1 ? "Ét medlem" : silent + " medlemmer") + " får nu en mail om datoerne.";
        });
    }

    @PostMapping("/forlaeng")
    String prolong(
            @PathVariable String cluster,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String lastDay,
            RedirectAttributes after) {
        after.addFlashAttribute("typedLastDay", lastDay);
        return done(cluster, number, after, meeting -> {
            FormFields fields = FormFields.of(Map.of("lastDay", lastDay), Set.of("lastDay"));
            fields.required("lastDay", "Ny sidste dag");
            LocalDate day = fields.dayAhead("lastDay", "Ny sidste dag");
            fields.refuseIfWrong();
            return day == null
                    ? ""
                    : "Afstemningen er forlænget til "
                            + CopenhagenTime.inWords(poll.prolong(meeting, day, person.requireId()))
                            + ". De, der ikke har svaret, får det at vide nu.";
        });
    }

    @PostMapping("/luk")
    String close(@PathVariable String cluster, @PathVariable String number, RedirectAttributes after) {
        return done(cluster, number, after, meeting -> {
            poll.close(meeting, person.requireId());
            return "Afstemningen er lukket. Om et øjeblik ligger den næste opgave klar.";
        });
    }

    private String done(String cluster, String number, RedirectAttributes after, Function<Meeting, String> what) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        Meeting meeting = meetings.byKey(cluster, cluster + "/" + number).orElseThrow(Refused::notFound);
        try {
            after.addFlashAttribute("done", again.call(() -> what.apply(meeting)));
        } catch (FormRefused refused) {
            after.addFlashAttribute("refusal", String.join(" ", refused.messages()));
        } catch (Refused refused) {
            after.addFlashAttribute("refusal", refused.getMessage());
        }
        return "redirect:/moeder/" + meeting.businessKey();
    }
}
