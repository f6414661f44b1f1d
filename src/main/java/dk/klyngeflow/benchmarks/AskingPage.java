package dk.klyngeflow.benchmarks;

import dk.klyngeflow.figuretables.CellText;
import dk.klyngeflow.figuretables.MeasurePeriod;
import dk.klyngeflow.figuretables.TableRefused;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
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
    private final FactsOfMeasures facts;
    private final Meetings meetings;
    private final MeasureImport imports;
    private final FigureLetters letters;
    private final FigureSources sources;
    private final FigureDownload download;

    AskingPage(
            CurrentPerson person,
            Measures measures,
            FactsOfMeasures facts,
            Meetings meetings,
            MeasureImport imports,
            FigureLetters letters,
            FigureSources sources,
            FigureDownload download) {
        this.person = person;
        this.measures = measures;
        this.facts = facts;
        this.meetings = meetings;
        this.imports = imports;
        this.letters = letters;
        this.sources = sources;
        this.download = download;
    }

    /** Only the silent are reminded. */
    @PostMapping("/tal/{cluster}/{measure}/{period}/mind")
    String remind(
            @PathVariable String cluster,
            @PathVariable String measure,
            @PathVariable String period,
            RedirectAttributes after) {
        MeasureRoutes.requireKeeper(person, cluster);
        MeasureFacts found = facts.of(cluster, measure, Optional.empty()).orElseThrow(Refused::notFound);
        MeasurePeriod of = MeasurePeriod.of(period).orElseThrow(Refused::notFound);
        int sent = letters.remind(cluster, found.measure(), of.key(), imports.missing(found, of.key()));
        after.addFlashAttribute("done", List.of(sent + " læger er mindet. Praksis, der har svaret, hører ikke noget."));
        return "redirect:/tal/" + cluster;
    }

    /** Fetched each night from then on; only from hosts on the list. */
    @PostMapping("/tal/{cluster}/kilder")
    String source(
            @PathVariable String cluster,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String fjern,
            RedirectAttributes after) {
        MeasureRoutes.requireKeeper(person, cluster);
        if (!fjern.isEmpty()) {
            sources.remove(cluster, fjern.replace("\0", ""));
            after.addFlashAttribute("done", List.of("Filen hentes ikke længere."));
            return "redirect:/tal/" + cluster;
        }
        try {
            sources.add(cluster, download.checked(url).toString(), person.requireId());
            after.addFlashAttribute("done", List.of("Filen hentes hver nat fra nu af."));
        } catch (TableRefused refused) {
            after.addFlashAttribute("done", List.of(refused.inWords()));
        }
        return "redirect:/tal/" + cluster;
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
