package dk.klyngeflow.bankstatements;

import dk.klyngeflow.accounts.YearClosing;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /regnskab/{cluster}/bank}: statements are read in, and every line is held against the ledger. */
@Controller
@RequestMapping("/regnskab/{cluster}/bank")
class BankPage {

    private static final int LARGEST_TO_CARRY = 300_000;

    private final BankBooks books;
    private final StatementIntake intake;
    private final Reconciliation reconciliation;
    private final BankOpening opening;
    private final YearClosing closing;
    private final BankView view;
    private final CopenhagenTime time;

    BankPage(
            BankBooks books,
            StatementIntake intake,
            Reconciliation reconciliation,
            BankOpening opening,
            YearClosing closing,
            BankView view,
            CopenhagenTime time) {
        this.books = books;
        this.intake = intake;
        this.reconciliation = reconciliation;
        this.opening = opening;
        this.closing = closing;
        this.view = view;
        this.time = time;
    }

    @GetMapping
    String show(@PathVariable String cluster, @RequestParam(required = false) @Nullable Integer year, Model model) {
        books.requireToRead(cluster);
        return page(cluster, year(year), model);
    }

    /** Shows what a file says, or takes it in; a file that was shown comes along as text, so that nobody has to find it again. */
    @PostMapping("/udtog")
    String upload(
            @PathVariable String cluster,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "indhold", defaultValue = "") String carried,
            @RequestParam(defaultValue = "") String profile,
            @RequestParam(defaultValue = "") String fra,
            @RequestParam(defaultValue = "") String til,
            @RequestParam(name = "vis", defaultValue = "false") boolean preview,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        String by = books.requireToWork(cluster);
        try {
            byte[] bytes = bytes(file, carried);
            ReadFile read = Period.read(fra, til, time.today()).of(StatementReader.read(bytes, profile));
            if (preview) {
                model.addAttribute("preview", view.preview(intake.preview(cluster, read)));
                model.addAttribute("profile", profile);
                model.addAttribute("fileFrom", fra);
                model.addAttribute("fileTo", til);
                if (bytes.length <= LARGEST_TO_CARRY) {
                    model.addAttribute("carried", Base64.getEncoder().encodeToString(bytes));
                }
                return page(cluster, time.today().getYear(), model);
            }
            return taken(cluster, intake.take(cluster, read, by), after);
        } catch (Refused refused) {
            model.addAttribute("fileFrom", fra);
            model.addAttribute("fileTo", til);
            return wrong(cluster, refused, model, response);
        }
    }

    @PostMapping("/indtastet")
    String typed(
            @PathVariable String cluster,
            @RequestParam(defaultValue = "") String primo,
            @RequestParam(defaultValue = "") String ultimo,
            @RequestParam(defaultValue = "") String linjer,
            @RequestParam(defaultValue = "") String fra,
            @RequestParam(defaultValue = "") String til,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        String by = books.requireToWork(cluster);
        try {
            ReadFile read =
                    TypedStatement.read(primo, ultimo, linjer, Period.read(fra, til, time.today()), time.today());
            return taken(cluster, intake.take(cluster, read, by), after);
        } catch (Refused refused) {
            model.addAttribute("primo", primo);
            model.addAttribute("ultimo", ultimo);
            model.addAttribute("linjer", linjer);
            model.addAttribute("typedFrom", fra);
            model.addAttribute("typedTo", til);
            return wrong(cluster, refused, model, response);
        }
    }

    /** Confirms a proposal, posts a line to an account, or takes it for vouchers that were chosen. */
    @PostMapping("/linje")
    String line(
            @PathVariable String cluster,
            @RequestParam String linje,
            @RequestParam(defaultValue = "") String forslag,
            @RequestParam(defaultValue = "") String konto,
            @RequestParam(defaultValue = "") List<String> bilag,
            @RequestParam(required = false) @Nullable Integer year,
            RedirectAttributes after) {
        String by = books.requireToWork(cluster);
        return done(cluster, year, "Linjen er afstemt.", after, () -> {
            if (!forslag.isEmpty()) {
                reconciliation.confirm(cluster, linje, forslag, by);
            } else if (!bilag.isEmpty()) {
                reconciliation.choose(cluster, linje, bilag, by);
            } else {
                reconciliation.post(cluster, linje, konto, by);
            }
        });
    }

    @PostMapping("/fortryd")
    String undo(
            @PathVariable String cluster,
            @RequestParam String afstemning,
            @RequestParam(required = false) @Nullable Integer year,
            RedirectAttributes after) {
        String by = books.requireToWork(cluster);
        return done(
                cluster, year, "Afstemningen er fortrudt.", after, () -> reconciliation.undo(cluster, afstemning, by));
    }

    /** Opens the books with what was in the bank before them. */
    @PostMapping("/primo")
    String open(
            @PathVariable String cluster,
            @RequestParam long oere,
            @RequestParam(required = false) @Nullable Integer year,
            RedirectAttributes after) {
        String by = books.requireTreasurer(cluster);
        return done(
                cluster, year, "Saldoen fra før regnskabet er bogført.", after, () -> opening.post(cluster, oere, by));
    }

    @PostMapping("/laas")
    String lock(
            @PathVariable String cluster,
            @RequestParam int year,
            @RequestParam(defaultValue = "") String uden,
            RedirectAttributes after) {
        String by = books.requireTreasurer(cluster);
        year(year);
        return done(
                cluster,
                year,
                "Regnskabsåret " + year + " er låst. Herefter kan kun kassereren efterpostere i det.",
                after,
                () -> closing.lock(cluster, year, by, uden.length() > 500 ? uden.substring(0, 500) : uden));
    }

    private String done(String cluster, @Nullable Integer year, String what, RedirectAttributes after, Runnable work) {
        try {
            work.run();
            after.addFlashAttribute("done", what);
        } catch (Refused refused) {
            if (refused.status() == Refused.notFound().status()) {
                throw refused;
            }
            after.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:/regnskab/" + cluster + "/bank?year=" + year(year);
    }

    private String taken(String cluster, StatementIntake.Taken taken, RedirectAttributes after) {
        if (!taken.isNew()) {
            after.addFlashAttribute(taken.locked().isEmpty() ? "done" : "refused", taken.nothing());
        } else {
            reconciliation.takeWhatIsCertain(cluster, taken.id());
            after.addFlashAttribute("done", taken.what());
        }
        after.addFlashAttribute(
                "problems",
                taken.file().problems().stream().map(ReadFile.Problem::message).toList());
        ReadFile.Statement last = taken.file().statements().get(0);
        return "redirect:/regnskab/" + cluster + "/bank?year=" + last.to().getYear();
    }

    private String wrong(String cluster, Refused refused, Model model, HttpServletResponse response) {
        response.setStatus(refused.status());
        model.addAttribute("refused", refused.getMessage());
        return page(cluster, time.today().getYear(), model);
    }

    private String page(String cluster, int year, Model model) {
        view.fill(cluster, year, model);
        model.addAttribute("mayWork", books.mayWork(cluster));
        model.addAttribute("mayLock", books.isTreasurer(cluster));
        return "bankstatements/bank";
    }

    private int year(@Nullable Integer year) {
        int shown = year == null ? time.today().getYear() : year;
        if (shown < 2000 || shown > 2199) {
            throw Refused.badRequest("Skriv et årstal med fire cifre.");
        }
        return shown;
    }

    private static byte[] bytes(@Nullable MultipartFile file, String carried) {
        try {
            if (file != null && !file.isEmpty()) {
                return file.getBytes();
            }
            return Base64.getDecoder().decode(carried);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException noText) {
            throw StatementReader.refused("Vælg filen igen.");
        }
    }
}
