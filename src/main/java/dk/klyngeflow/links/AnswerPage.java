package dk.klyngeflow.links;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.security.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

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
    /** Instead of a document's id. */
    private static final String OWN_FILE = "egen-fil";

    private static final String REVIEW = "links/review";
    private static final String REVIEWED = "reviewed";
    private static final String QUESTIONS = "/side/";
    private static final String RECEIPT = "/kvittering/";

    private final Links links;
    private final LinkPages pages;
    private final LinkUploads uploads;
    private final GuessingLimit limit;
    private final AnswersFor answersFor;
    private final Visits visits;

    AnswerPage(
            Links links,
            LinkPages pages,
            LinkUploads uploads,
            GuessingLimit limit,
            AnswersFor answersFor,
            Visits visits) {
        this.links = links;
        this.pages = pages;
        this.uploads = uploads;
        this.limit = limit;
        this.answersFor = answersFor;
        this.visits = visits;
    }

    /** A link that has been found good, and what it opens. */
    private record Opened(Links.Found found, String code, Shown shown) {

        Link link() {
            return found.link();
        }

        /** Who has answered for her, as she knows her; empty when she has answered herself, or nobody has. */
        Optional<String> answeredBy() {
            return Optional.ofNullable(found.byPerson()).map(any -> found.byName());
        }
    }

    /**
     * What has come with the button.
     *
     * @param form the same, held against what was asked
     */
    private record Sent(Opened opened, MultiValueMap<String, String> typed, SentForm form, LinkUploads.Kept kept) {}

    @GetMapping
    String start(Model model) {
        model.addAttribute("refusal", "");
        return CODE;
    }

    /** Every sending that succeeds is answered by an address: so nothing is sent again by "back", "reload" or a second click. */
    @PostMapping
    String open(
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return open(code)
                .map(opened -> seeOther(request, redirect(QUESTIONS, visits.open(code))))
                .orElseGet(() -> refuse(model, request, response));
    }

    @GetMapping(QUESTIONS + "{ticket}")
    String show(@PathVariable String ticket, Model model, HttpServletResponse response) {
        Optional<Opened> opened =
                visits.find(ticket).filter(visit -> visit.done() == null).flatMap(visit -> open(visit.code()));
        if (opened.isEmpty()) {
            return tooLate(model, response);
        }
        model.addAttribute("visit", ticket);
        return screen(opened.get(), Screen.fresh(opened.get().shown()), List.of(), model);
    }

    @GetMapping(RECEIPT + "{ticket}")
    String receipt(@PathVariable String ticket, Model model, HttpServletResponse response) {
        Optional<Visits.Visit> visit = visits.find(ticket);
        Optional<Opened> opened = visit.flatMap(found -> open(found.code()));
        Done done = opened.isEmpty() ? null : visit.map(Visits.Visit::tell).orElse(null);
        if (done == null || opened.isEmpty()) {
            return tooLate(model, response);
        }
        frame(opened.get(), model);
        model.addAttribute("done", done);
        return DONE;
    }

    @PostMapping("/send")
    String send(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String visit,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Opened> found = open(code);
        if (found.isEmpty()) {
            return refuse(model, request, response);
        }
        model.addAttribute("visit", visit);
        if (pages.isSecret(found.get().link())) {
            return seeOther(request, take(found.get(), typed, model, request, response));
        }
        String what = LinkUploads.fingerprint(typed, request);
        return seeOther(
                request,
                visits.findOrNew(visit, code).once(what, () -> take(found.get(), typed, model, request, response)));
    }

    private String take(
            Opened opened,
            MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (opened.shown().button() == null) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return screen(
                    opened,
                    Screen.fresh(opened.shown()),
                    List.of("Der er lukket for svar, så dit kom ikke med."),
                    model);
        }
        LinkUploads.Kept kept = uploads.keep(opened.link(), opened.shown(), request);
        kept.documents().forEach((name, ids) -> typed.put(name, ids));
        Sent sent = new Sent(opened, typed, new SentForm(opened.shown(), typed), kept);
        SentForm form = sent.form();
        form.confirmed(typed.getOrDefault(FormFields.CONFIRMED, List.of()));
        form.faults().putAll(kept.faults());
        if (!form.faults().isEmpty()) {
            return again(sent, List.of(summary(form.faults())), model, response);
        }
        if (!form.isChanged() && opened.shown().asksSomething()) {
            return form.isAnsweredBefore()
                    ? done(opened, new Done("Dit svar er uændret", "Det, du svarede før, gælder stadig."))
                    : again(sent, List.of("Vælg eller skriv noget først."), model, response);
        }
        try {
            if (!typed.containsKey(REVIEWED)) {
                Optional<Shown> review = pages.review(opened.link(), form.values());
                if (review.isPresent()) {
                    return review(opened, review.get(), form, model);
                }
            }
            Done done = pages.answer(opened.link(), form.values());
            return done(opened, insteadOf(done, opened.answeredBy()));
        } catch (FormRefused refused) {
            model.addAttribute("doubts", refused.doubts());
            List<String> wrong = refused.doubts().isEmpty() ? refused.messages() : List.of();
            return refused(sent, wrong, model, response);
        } catch (Refused refused) {
            return refused(sent, List.of(String.valueOf(refused.getMessage())), model, response);
        }
    }

    /** Carries what she has answered along on the page itself, and keeps it nowhere. */
    private String review(Opened opened, Shown review, SentForm form, Model model) {
        model.addAttribute("preview", form.values());
        screen(opened, Screen.fresh(review), List.of(), model);
        model.addAttribute("shown", review);
        return REVIEW;
    }

    private static Done insteadOf(Done done, Optional<String> whoAnsweredBefore) {
        return whoAnsweredBefore
                .map(name -> done.with("Dit svar gælder nu i stedet for det, " + name + " gav for dig i telefonen."))
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
        Optional<Opened> known = open(code);
        Optional<LinkPage.MadeFile> made = document.equals(OWN_FILE)
                ? known.flatMap(opened -> pages.ownFile(opened.link(), opened.shown()))
                : Optional.empty();
        if (made.isPresent()) {
            return attachment(
                    made.get().name(), made.get().mediaType(), made.get().content());
        }
        Optional<Document> offered = known.flatMap(opened -> uploads.offered(opened.link(), opened.shown(), document));
        if (offered.isEmpty()) {
            return refuse(model, request, response);
        }
        Document file = offered.get();
        return attachment(file.fileName(), file.mediaType(), uploads.content(file));
    }

    private static ResponseEntity<byte[]> attachment(String name, String mediaType, byte[] content) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .contentType(MediaType.parseMediaType(mediaType))
                .body(content);
    }

    private Optional<Opened> open(String code) {
        return links.find(code).flatMap(found -> pages.show(found.link()).map(shown -> new Opened(found, code, shown)));
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

    /** The page was opened too long ago, or on another day's server; what was answered stands. */
    private String tooLate(Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        model.addAttribute("refusal", "Siden har stået åben for længe. Åbn linket fra din nyeste mail igen.");
        return CODE;
    }

    private String again(Sent sent, List<String> wrong, Model model, HttpServletResponse response) {
        response.setStatus(sent.kept().tooMany() ? 429 : 400);
        Screen screen = new Screen(
                sent.opened().shown(),
                sent.typed(),
                sent.form().faults(),
                sent.kept().fileNames(),
                true);
        return screen(sent.opened(), screen, wrong, model);
    }

    /** What was asked may be over or another by now: she then sees what is true, and her answer cannot be sent to the old question again. */
    private String refused(Sent sent, List<String> wrong, Model model, HttpServletResponse response) {
        Opened now = open(sent.opened().code()).orElse(sent.opened());
        if (now.shown().button() == null) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return screen(now, Screen.fresh(now.shown()), wrong, model);
        }
        return again(new Sent(now, sent.typed(), sent.form(), sent.kept()), wrong, model, response);
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
        model.addAttribute("answeredBy", opened.answeredBy().orElse(""));
        model.addAttribute("wrong", wrong);
        return ANSWER;
    }

    private String done(Opened opened, Done done) {
        return redirect(RECEIPT, visits.receipt(opened.code(), done));
    }

    private static String redirect(String where, String ticket) {
        return Visits.REDIRECT + Links.PATH + where + ticket;
    }

    /** @param view a page, or where another one is */
    private static String seeOther(HttpServletRequest request, String view) {
        if (view.startsWith(Visits.REDIRECT)) {
            request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
        }
        return view;
    }

    private void frame(Opened opened, Model model) {
        model.addAttribute("code", opened.code());
        model.addAttribute("clusterName", opened.found().clusterName());
        model.addAttribute(
                "holderName", opened.link().isOfOutsider() ? "" : opened.found().holderName());
    }
}
