package dk.klyngeflow.benchmarks;

import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.security.CurrentPerson;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks the practices to bring their own rows of a measure for a meeting, where nobody can draw them. */
@Controller
class AskingPage {

    private final CurrentPerson person;
    private final Measures measures;
    private final Meetings meetings;
    private final MeasureImport imports;
    private final FigureLetters letters;

    AskingPage(
            CurrentPerson person, Measures measures, Meetings meetings, MeasureImport imports, FigureLetters letters) {
        this.person = person;
        this.measures = measures;
        this.meetings = meetings;
        this.imports = imports;
        this.letters = letters;
    }

    @PostMapping("/tal/{cluster}/indtast")
    String ask(
            @PathVariable String cluster,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String meeting,
            RedirectAttributes after) {
        MeasureRoutes.requireKeeper(person, cluster);
        Optional<MeasurePeriod> of = MeasurePeriod.of(CellText.plain(period));
        Optional<Meeting> at = meeting.indexOf('\0') >= 0 ? Optional.empty() : meetings.find(cluster, meeting);
        if (measure.isBlank() || of.isEmpty() || at.isEmpty()) {
            after.addFlashAttribute(
                    "done", List.of("Ingen er spurgt. Vælg en måling og et møde, og skriv perioden som 2026K3."));
            return "redirect:/tal/" + cluster;
        }
        Measure found = measures.known(cluster, CellText.plain(measure));
        imports.ask(cluster, found, of.get(), at.get(), person.requireId());
        int sent = letters.send(cluster, found, of.get().key());
        after.addFlashAttribute(
                "done",
                List.of(sent + " læger får et link, hvor praksis selv kan indtaste sine tal. Mailen viser ingen tal."));
        return "redirect:/tal/" + cluster;
    }
}
