package dk.klyngeflow.links;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The one page that every personal link opens. Getting it is the same for everybody and changes nothing; the code travels in the fragment,
 * which no server sees, and comes here in the body of a form.
 */
@Controller
@RequestMapping(Links.PATH)
class AnswerPage {

    private static final String CODE = "links/code";
    private static final String ANSWER = "links/answer";
    private static final String DONE = "links/done";

    private final Links links;
    private final LinkPages pages;
    private final LinkUploads uploads;
    private final GuessingLimit limit;
    private final Clusters clusters;
    private final People people;
    private final AnswersFor answersFor;

    AnswerPage(
            Links links,
            LinkPages pages,
            LinkUploads uploads,
            GuessingLimit limit,
            Clusters clusters,
            People people,
            AnswersFor answersFor) {
        this.links = links;
        this.pages = pages;
        this.uploads = uploads;
        this.limit = limit;
        this.clusters = clusters;
        this.people = people;
        this.answersFor = answersFor;
    }

    /** A link that has been found good, and what it opens. */
    private record Opened(Link link, String code, Shown shown) {}

    @GetMapping
    String start(Model model) {
        model.addAttribute("refusal", "");
        return CODE;
    }

    @PostMapping
    String show(
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Opened> opened = open(code);
        if (opened.isEmpty()) {
            return refuse(model, request, response);
        }
        return screen(opened.get(), Screen.fresh(opened.get().shown()), List.of(), model);
    }

    @PostMapping("/send")
    String send(
            @RequestParam(defaultValue = "") String code,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Opened> found = open(code);
        if (found.isEmpty()) {
            return refuse(model, request, response);
        }
        Opened opened = found.get();
        if (opened.shown().button() == null) {
            return screen(
                    opened,
                    Screen.fresh(opened.shown()),
                    List.of("Der er lukket for svar, så dit kom ikke med."),
                    model);
        }
        LinkUploads.Kept kept = uploads.keep(opened.link(), opened.shown(), request);
        kept.documents().forEach((name, ids) -> sent.put(name, ids));
        SentForm form = new SentForm(opened.shown(), sent);
        form.confirmed(sent.getOrDefault(FormFields.CONFIRMED, List.of()));
        form.faults().putAll(kept.faults());
        if (!form.faults().isEmpty()) {
            return again(opened, sent, form, kept, List.of(summary(form.faults())), model, response);
        }
        if (!form.isChanged() && opened.shown().asksSomething()) {
            return form.isAnsweredBefore()
                    ? done(opened, new Done("Dit svar er uændret", "Det, du svarede før, gælder stadig."), model)
                    : again(opened, sent, form, kept, List.of("Vælg eller skriv noget først."), model, response);
        }
        try {
            Optional<String> before = answersFor.whoAnswered(opened.link());
            Done done = pages.answer(opened.link(), form.values(), () -> answersFor.answeredHerself(opened.link()));
            return done(opened, insteadOf(done, before), model);
        } catch (FormRefused refused) {
            model.addAttribute("doubts", refused.doubts());
            List<String> wrong = refused.doubts().isEmpty() ? refused.messages() : List.of();
            return refused(opened, sent, form, kept, wrong, model, response);
        } catch (Refused refused) {
            return refused(opened, sent, form, kept, List.of(String.valueOf(refused.getMessage())), model, response);
        }
    }

    private Done insteadOf(Done done, Optional<String> whoAnsweredBefore) {
        return whoAnsweredBefore
                .map(person -> done.with(
                        "Dit svar gælder nu i stedet for det, " + people.nameOf(person) + " gav for dig i telefonen."))
                .orElse(done);
    }

    /** A file that the screen offers; as something to keep, never to run. */
    @PostMapping("/fil")
    Object file(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String document,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Document> offered =
                open(code).flatMap(opened -> uploads.offered(opened.link(), opened.shown(), document));
        if (offered.isEmpty()) {
            return refuse(model, request, response);
        }
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(offered.get().fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .contentType(MediaType.parseMediaType(offered.get().mediaType()))
                .body(uploads.content(offered.get()));
    }

    private Optional<Opened> open(String code) {
        return links.open(code).flatMap(link -> pages.show(link).map(shown -> new Opened(link, code, shown)));
    }

    /** The same for every code that opens nothing, whatever the reason. */
    private String refuse(Model model, HttpServletRequest request, HttpServletResponse response) {
        boolean tooMany = limit.isTooMany(request.getRemoteAddr());
        response.setStatus(tooMany ? 429 : 404);
        model.addAttribute(
                "refusal",
                "Koden virker ikke, eller der er ikke mere at svare på. Åbn linket fra din nyeste mail, eller skriv til din klynge."
                        + (tooMany
                                ? " Der er kommet mange forkerte koder herfra. Vent et minut, før du prøver igen."
                                : ""));
        return CODE;
    }

    private String again(
            Opened opened,
            MultiValueMap<String, String> sent,
            SentForm form,
            LinkUploads.Kept kept,
            List<String> wrong,
            Model model,
            HttpServletResponse response) {
        response.setStatus(kept.tooMany() ? 429 : 400);
        Screen screen = new Screen(opened.shown(), sent, form.faults(), kept.fileNames(), true);
        return screen(opened, screen, wrong, model);
    }

    /** What was asked may be over or another by now: she then sees what is true, and her answer cannot be sent to the old question again. */
    private String refused(
            Opened opened,
            MultiValueMap<String, String> sent,
            SentForm form,
            LinkUploads.Kept kept,
            List<String> wrong,
            Model model,
            HttpServletResponse response) {
        Opened now = open(opened.code()).orElse(opened);
        if (now.shown().button() == null) {
            response.setStatus(409);
            return screen(now, Screen.fresh(now.shown()), wrong, model);
        }
        return again(now, sent, form, kept, wrong, model, response);
    }

    private static String summary(Map<String, String> faults) {
        return faults.size() == 1
                ? "Der mangler noget ét sted. Vi har markeret det."
                : "Der mangler noget " + faults.size() + " steder. Vi har markeret dem.";
    }

    private String screen(Opened opened, Screen screen, List<String> wrong, Model model) {
        frame(opened, model);
        model.addAttribute("screen", screen);
        model.addAttribute("shown", opened.shown());
        model.addAttribute(
                "answeredBy",
                answersFor.whoAnswered(opened.link()).map(people::nameOf).orElse(""));
        model.addAttribute("wrong", wrong);
        return ANSWER;
    }

    private String done(Opened opened, Done done, Model model) {
        frame(opened, model);
        model.addAttribute("done", done);
        return DONE;
    }

    private void frame(Opened opened, Model model) {
        Link link = opened.link();
        model.addAttribute("code", opened.code());
        model.addAttribute("clusterName", clusters.get(link.clusterId()).name());
        model.addAttribute("holderName", link.isOfSupplier() ? "" : people.nameOf(link.holder()));
    }
}
