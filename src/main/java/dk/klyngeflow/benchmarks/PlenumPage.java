package dk.klyngeflow.benchmarks;

import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The measures of one meeting for the projector, with what to ask and how to lead the talk; the same as a PDF without anybody's mark. */
@Controller
@RequestMapping("/tal/{cluster}/moede/{meeting}")
class PlenumPage {

    private final CurrentPerson person;
    private final Clusters clusters;
    private final Meetings meetings;
    private final PlenumFigures plenum;
    private final Figures figures;
    private final FigureReaders readers;
    private final FigureScreens screens;
    private final FacilitationScript script;
    private final PdfMaker pdfs;
    private final PlenumQuestions questions;

    PlenumPage(
            CurrentPerson person,
            Clusters clusters,
            Meetings meetings,
            PlenumFigures plenum,
            Figures figures,
            FigureReaders readers,
            FigureScreens screens,
            FacilitationScript script,
            PdfMaker pdfs,
            PlenumQuestions questions) {
        this.person = person;
        this.clusters = clusters;
        this.meetings = meetings;
        this.plenum = plenum;
        this.figures = figures;
        this.readers = readers;
        this.screens = screens;
        this.script = script;
        this.pdfs = pdfs;
        this.questions = questions;
    }

    static String path(String clusterId, String meetingId) {
        return "/tal/" + clusterId + "/moede/" + meetingId;
    }

    /** @param picture empty when nothing of the cluster is shown */
    record Slide(String title, String period, String words, String aim, String who, String picture, String change) {}

    @GetMapping
    @Transactional(readOnly = true)
    public String page(
            @PathVariable String cluster,
            @PathVariable String meeting,
            @RequestParam(defaultValue = "") String vis,
            Model model) {
        Meeting found = meeting(cluster, meeting);
        List<MeasureFacts> all = plenum.all(found, readers.nowId());
        Figures.Reader self = readers.now(
                cluster, all.stream().flatMap(each -> each.provider().stream()).findFirst());
        boolean isOwnTapped = vis.equals("mit") && self.provider().isPresent();
        model.addAttribute("meeting", found);
        model.addAttribute(
                "back",
                !found.isAssembly() && person.hasRole(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD)
                        ? "/moeder/" + found.businessKey()
                        : "");
        model.addAttribute(
                "slides",
                slides(found, all, isOwnTapped ? self : Figures.Reader.OUTSIDE).stream()
                        .map(slide -> new Slide(
                                slide.title(),
                                slide.period(),
                                slide.words(),
                                slide.aim(),
                                slide.who(),
                                data(slide.picture()),
                                slide.change()))
                        .toList());
        model.addAttribute("left", PlenumFigures.left(all));
        model.addAttribute("questions", questions.of(found));
        model.addAttribute("script", script.of(found));
        model.addAttribute("isOwnTapped", isOwnTapped);
        model.addAttribute("hasOwn", self.provider().isPresent());
        model.addAttribute("path", path(cluster, found.meetingId()));
        return "benchmarks/meeting";
    }

    /** Made when it is asked for and kept nowhere: what has been withdrawn since is not in it. */
    @GetMapping("/plenum.pdf")
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> pdf(@PathVariable String cluster, @PathVariable String meeting) {
        Meeting found = meeting(cluster, meeting);
        List<MeasureFacts> all = plenum.all(found, Optional.empty());
        byte[] pdf = pdfs.pdf(
                "plenum",
                Map.of(
                        "cluster",
                        clusters.get(cluster).name(),
                        "topic",
                        found.title(),
                        "when",
                        found.when(),
                        "slides",
                        slides(found, all, Figures.Reader.OUTSIDE).stream()
                                .map(slide -> new Slide(
                                        slide.title(),
                                        slide.period(),
                                        slide.words(),
                                        slide.aim(),
                                        slide.who(),
                                        slide.picture().isEmpty() ? "" : PdfMaker.figure(slide.picture()),
                                        slide.change()))
                                .toList(),
                        "left",
                        PlenumFigures.left(all),
                        "questions",
                        questions.of(found),
                        "script",
                        script.of(found)));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"klyngens-tal.pdf\"")
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf);
    }

    private Meeting meeting(String cluster, String meeting) {
        person.require(cluster, Role.MEMBER, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        return meetings.find(cluster, meeting).orElseThrow(Refused::notFound);
    }

    private List<Slide> slides(Meeting meeting, List<MeasureFacts> all, Figures.Reader reader) {
        List<Slide> slides = new ArrayList<>();
        for (Figures.Seen seen : figures.seen(PlenumFigures.shown(all), reader)) {
            Measure measure = seen.facts().measure();
            PlenumFigures.period(meeting, seen.facts()).ifPresent(period -> {
                Figures.View view = seen.of(period);
                boolean isShown = view.released().isPresent() || view.own().isPresent();
                slides.add(new Slide(
                        measure.title(),
                        period.inWords(),
                        FigureWords.all(view),
                        view.released()
                                .map(spread -> FigureWords.aim(measure, spread))
                                .orElse(""),
                        view.released().map(FigureWords::who).orElse(""),
                        isShown ? screens.picture(meeting.clusterId(), view) : "",
                        MeasuredChange.since(seen.views(), period, meeting.startsAt())
                                .map(MeasuredChange::ofAll)
                                .orElse("")));
            });
        }
        return slides;
    }

    private static String data(String svg) {
        return svg.isEmpty()
                ? ""
                : "data:image/svg+xml;base64,"
                        + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }
}
