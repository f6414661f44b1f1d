package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.figuretables.MeasurePeriod;
import dk.klyngeflow.figuretables.TableProblem;
import dk.klyngeflow.figuretables.TableReading;
import dk.klyngeflow.figuretables.TableReading.Asked;
import dk.klyngeflow.figuretables.TableRefused;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a table of practices' figures is looked at and taken, and where each measure is shown for the plenum. */
@Controller
@RequestMapping("/tal/{cluster}")
class FiguresPage {

    private static final int MOST_SHOWN = 200;

    private final CurrentPerson person;
    private final Clusters clusters;
    private final Measures measures;
    private final Figures figures;
    private final FactsOfMeasures facts;
    private final FigureReaders readers;
    private final FigureScreens screens;
    private final FigureLetters letters;
    private final MeasureImport imports;
    private final ReleasedSets sets;
    private final Meetings meetings;
    private final FigureSources sources;
    private final FigureDownload download;
    private final FigureFiles files;

    FiguresPage(
            CurrentPerson person,
            Clusters clusters,
            Measures measures,
            Figures figures,
            FactsOfMeasures facts,
            FigureReaders readers,
            FigureScreens screens,
            FigureLetters letters,
            MeasureImport imports,
            ReleasedSets sets,
            Meetings meetings,
            FigureSources sources,
            FigureDownload download,
            FigureFiles files) {
        this.files = files;
        this.person = person;
        this.clusters = clusters;
        this.measures = measures;
        this.figures = figures;
        this.facts = facts;
        this.readers = readers;
        this.screens = screens;
        this.letters = letters;
        this.imports = imports;
        this.sets = sets;
        this.meetings = meetings;
        this.sources = sources;
        this.download = download;
    }

    @GetMapping
    String page(@PathVariable String cluster, @RequestParam(defaultValue = "") String meeting, Model model) {
        fill(cluster, model, Map.of("meeting", meeting));
        return "benchmarks/figures";
    }

    /** A file or what was pasted is looked at; what has been looked at comes back in the page and is confirmed. */
    @PostMapping
    ModelAndView table(
            @PathVariable String cluster,
            @RequestParam(required = false) @Nullable MultipartFile fil,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes after)
            throws IOException {
        fill(cluster, model, typed);
        Asked asked = MeasureRoutes.asked(typed);
        try {
            byte[] content = fil == null || fil.isEmpty() ? sent(typed) : fil.getBytes();
            if (typed.containsKey("bekraeft")) {
                MeasurePreview taken =
                        imports.commit(cluster, content, asked, typed.getOrDefault("meeting", ""), person.requireId());
                after.addFlashAttribute(
                        "done",
                        List.of(
                                "Tabellen er indlæst: " + taken.rows().size() + " tal er gemt.",
                                "Åbn målingen under „Klyngens målinger“ for at se den og sende hver læge et link til egne tal."));
                return new ModelAndView("redirect:/tal/" + cluster);
            }
            MeasurePreview preview = imports.preview(cluster, content, asked);
            model.addAttribute("preview", preview);
            model.addAttribute(
                    "shown",
                    preview.rows().stream()
                            .limit(MOST_SHOWN)
                            .map(FiguresPage::line)
                            .toList());
            model.addAttribute("asides", asides(preview.setAside()));
            model.addAttribute("content", Base64.getEncoder().encodeToString(content));
            return new ModelAndView("benchmarks/figures", model.asMap());
        } catch (TableRefused refused) {
            model.addAttribute("message", refused.inWords());
            model.addAttribute(
                    "problems",
                    refused.problems().stream().map(TableProblem::inWords).toList());
            return new ModelAndView("benchmarks/figures", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    /** For the projector: no mark of anybody, unless who shows it taps her own. */
    @GetMapping("/{measure}")
    @Transactional(readOnly = true)
    public String plenum(
            @PathVariable String cluster,
            @PathVariable String measure,
            @RequestParam(defaultValue = "") String vis,
            Model model) {
        person.require(cluster, Role.MEMBER, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        MeasureFacts facts = figures.facts(cluster, measure, readers.nowId()).orElseThrow(Refused::notFound);
        Measure found = facts.measure();
        Figures.Reader self = readers.now(cluster, facts.provider());
        boolean isOwnTapped = vis.equals("mit") && self.provider().isPresent();
        List<Figures.View> views =
                figures.seen(facts, isOwnTapped ? self : Figures.Reader.OUTSIDE).views();
        model.addAttribute("clusterId", cluster);
        model.addAttribute("measure", found);
        model.addAttribute("isOwnTapped", isOwnTapped);
        model.addAttribute("hasOwn", self.provider().isPresent());
        model.addAttribute("isKeeper", person.hasRole(cluster, MeasureRoutes.KEEPERS));
        model.addAttribute("direction", found.direction().inWords());
        if (!views.isEmpty()) {
            Figures.View newest = views.get(views.size() - 1);
            model.addAttribute("view", newest);
            model.addAttribute("period", newest.period().inWords());
            model.addAttribute("key", newest.period().key());
            model.addAttribute("sentence", FigureWords.all(newest));
            model.addAttribute(
                    "aim",
                    newest.released().map(each -> FigureWords.aim(found, each)).orElse(""));
            model.addAttribute("who", newest.released().map(FigureWords::who).orElse(""));
            model.addAttribute("picture", data(screens.picture(cluster, newest)));
            List<Figures.View> alike = FigureScreens.alike(views);
            if (alike.size() >= TrendChart.LEAST) {
                model.addAttribute("trend", data(TrendChart.svg(alike)));
                model.addAttribute("trendInWords", TrendChart.inWords(alike));
            }
            Block.Table table = FigureScreens.table(newest);
            model.addAttribute("rows", table.rows());
        }
        return "benchmarks/plenum";
    }

    /** Each doctor gets the link to the own figures. */
    @PostMapping("/{measure}/{period}/links")
    String links(
            @PathVariable String cluster,
            @PathVariable String measure,
            @PathVariable String period,
            RedirectAttributes after) {
        MeasureRoutes.requireKeeper(person, cluster);
        Measure found = measures.find(cluster, measure).orElseThrow(Refused::notFound);
        MeasurePeriod of = MeasurePeriod.of(period).orElseThrow(Refused::notFound);
        int sent = letters.send(cluster, found, of.key());
        after.addFlashAttribute(
                "done", List.of(sent + " læger får et link til deres egne tal. Mailen viser ingen tal."));
        return "redirect:/tal/" + cluster;
    }

    /** On demand of a practice: nothing of it is shown any longer, and it is not made again. */
    @PostMapping("/{measure}/{period}/tag-ned")
    String takeDown(
            @PathVariable String cluster,
            @PathVariable String measure,
            @PathVariable String period,
            RedirectAttributes after) {
        MeasureRoutes.requireKeeper(person, cluster);
        Measure found = measures.find(cluster, measure).orElseThrow(Refused::notFound);
        MeasurePeriod of = MeasurePeriod.of(period).orElseThrow(Refused::notFound);
        sets.takeDown(cluster, found.measureId(), of.key(), person.requireId());
        after.addFlashAttribute(
                "done", List.of("Klyngens billede er taget ned. Hver praksis ser stadig sine egne tal."));
        return "redirect:/tal/" + cluster;
    }

    /** What is said of many lines is said once, with the first of them. */
    private static List<String> asides(List<TableReading.SetAside> lines) {
        Map<String, List<Integer>> said = new LinkedHashMap<>();
        lines.forEach(aside -> said.computeIfAbsent(aside.message(), message -> new ArrayList<>())
                .add(aside.line()));
        return said.entrySet().stream()
                .map(each -> "Linje " + each.getValue().get(0)
                        + (each.getValue().size() == 1
                                ? ""
                                : " og " + (each.getValue().size() - 1) + " til") + ": "
                        + each.getKey())
                .toList();
    }

    /** One line of the preview. */
    record Line(int line, String provider, String what, String period, String figure, String state) {}

    private static Line line(MeasurePreview.Row row) {
        String figure = row.numerator() == null && row.denominator() == null
                ? "–"
                : (row.numerator() == null ? "–" : FigureWords.number(row.numerator())) + " af "
                        + (row.denominator() == null ? "–" : FigureWords.number(row.denominator()));
        String state = switch (row.state()) {
            case OK -> "vises uden navn";
            case FEW -> "for få til en procent";
            case SMALL -> "for lille til at vises";
            case HIDDEN_AT_SOURCE -> "skjult af kilden";
            case ABSENT -> "intet tal";
        };
        return new Line(row.line(), row.provider(), row.measure(), row.period(), figure, state);
    }

    /** A measure of the cluster, as the page lists it. */
    record Listed(String id, String title, String periods, List<String> notes, String missing, String period) {}

    /** A file that came by itself. */
    record NotTaken(String id, String file, String said) {}

    /** Somebody has seen to a file that came by itself. */
    @PostMapping("/laeg-til-side")
    String setAside(
            @PathVariable String cluster, @RequestParam(defaultValue = "") String id, RedirectAttributes after) {
        MeasureRoutes.requireKeeper(person, cluster);
        files.setAside(cluster, id, person.requireId());
        after.addFlashAttribute(
                "done", List.of("Filen er lagt til side. Den nævnes her igen, hvis der kommer en ny udgave med fejl."));
        return "redirect:/tal/" + cluster;
    }

    private void fill(String cluster, Model model, Map<String, String> typed) {
        MeasureRoutes.requireKeeper(person, cluster);
        List<MeasureFacts> own = facts.of(cluster);
        Map<String, String> choices = new LinkedHashMap<>();
        own.forEach(
                each -> choices.put(each.measure().measureId(), each.measure().title()));
        measures.catalogue().forEach(each -> choices.putIfAbsent(each.measureId(), each.title()));
        List<Listed> listed = new ArrayList<>();
        for (Figures.Seen seen : figures.seen(own, Figures.Reader.OUTSIDE)) {
            List<String> periods = seen.views().stream()
                    .map(view -> view.period().inWords() + (view.released().isPresent() ? "" : " (for få praksis)"))
                    .toList();
            listed.add(listed(seen.facts(), String.join(", ", periods)));
        }
        model.addAttribute("cluster", clusters.find(cluster).orElseThrow(Refused::notFound));
        model.addAttribute("choices", choices);
        model.addAttribute("listed", listed);
        model.addAttribute("meetings", meetings(cluster, own));
        model.addAttribute(
                "wrong",
                sources.wrong(cluster).stream()
                        .map(each -> new NotTaken(
                                FigureFiles.id(each.source()),
                                each.source(),
                                each.source() + " (" + DanishTime.DAY.format(CopenhagenTime.dayOf(each.foundAt()))
                                        + "): " + each.problems()))
                        .toList());
        model.addAttribute("sources", sources.urls(cluster));
        model.addAttribute("hosts", download.hosts());
        model.addAttribute("typed", typed);
        model.addAttribute("problems", List.of());
        model.addAttribute("preview", null);
    }

    /** Which practices have no row of what is looked at next. */
    private Listed listed(MeasureFacts facts, String periods) {
        String cluster = facts.clusterId();
        Measure measure = facts.measure();
        String period = facts.newestLook().map(MeasureFacts.Look::period).orElse("");
        List<String> missing = period.isEmpty() ? List.of() : imports.missing(facts, period);
        Map<String, String> names = facts.practices();
        String said = missing.isEmpty()
                ? ""
                : "Mangler for " + MeasurePeriod.of(period).orElseThrow().inWords() + ": "
                        + missing.stream()
                                .map(each -> names.getOrDefault(each, each))
                                .collect(Collectors.joining(", "));
        return new Listed(measure.measureId(), measure.title(), periods, said(facts), said, period);
    }

    /** A meeting that figures are for. @param path of its page for the projector; empty while there are none */
    record ForMeeting(String id, String label, String path) {}

    private List<ForMeeting> meetings(String cluster, List<MeasureFacts> own) {
        Set<String> looked = own.stream()
                .flatMap(facts -> facts.looks().stream())
                .map(MeasureFacts.Look::meetingId)
                .collect(Collectors.toSet());
        return meetings.all(cluster).stream()
                .filter(meeting -> meeting.startsAt() != null && meeting.status() != MeetingStatus.CANCELLED)
                .map(meeting -> new ForMeeting(
                        meeting.meetingId(),
                        meeting.label(),
                        looked.contains(meeting.meetingId()) ? PlenumPage.path(cluster, meeting.meetingId()) : ""))
                .toList();
    }

    /** What practices say of their figures; never on the page for the projector. */
    private static List<String> said(MeasureFacts facts) {
        return facts.notes().stream()
                .map(note -> facts.practices().getOrDefault(note.provider(), note.provider())
                        + (note.kind() == FigureNotes.Kind.TRY ? " vil prøve: " : " mener, at tallet ikke stemmer: ")
                        + note.note())
                .toList();
    }

    private static byte[] sent(Map<String, String> typed) {
        String pasted = typed.getOrDefault("indsat", "");
        if (!pasted.isBlank()) {
            return pasted.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(typed.getOrDefault("indhold", ""));
        } catch (IllegalArgumentException e) {
            throw TableRefused.of("Vælg filen igen.");
        }
    }

    private static String data(String svg) {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }
}
