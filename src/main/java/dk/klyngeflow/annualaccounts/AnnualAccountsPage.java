package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.accounts.Account;
import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.accounts.YearSnapshots;
import dk.klyngeflow.accounts.YearState;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.pages.NumbersInAddresses;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /aarsregnskab/{cluster}/{year}}: where the treasurer explains and posts late, the auditor works, and the board signs. */
@Controller
@RequestMapping("/aarsregnskab/{cluster}/{year}")
class AnnualAccountsPage implements StartPageLinks {

    private static final Role[] READERS = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};
    private static final int LONGEST = 2_000;
    private static final int LONGEST_LINE = 300;

    private final CurrentPerson person;
    private final Clusters clusters;
    private final People people;
    private final AccountsOfYear accounts;
    private final AnnualRows rows;
    private final BalanceAccounts balance;
    private final LatePostings late;
    private final VoucherBundle bundle;
    private final AuditChecklist checklist;
    private final ChartOfAccounts chart;
    private final AccountingYears years;
    private final YearSnapshots snapshots;
    private final CopenhagenTime time;

    AnnualAccountsPage(
            CurrentPerson person,
            Clusters clusters,
            People people,
            AccountsOfYear accounts,
            AnnualRows rows,
            BalanceAccounts balance,
            LatePostings late,
            VoucherBundle bundle,
            AuditChecklist checklist,
            ChartOfAccounts chart,
            AccountingYears years,
            YearSnapshots snapshots,
            CopenhagenTime time) {
        this.person = person;
        this.clusters = clusters;
        this.people = people;
        this.accounts = accounts;
        this.rows = rows;
        this.balance = balance;
        this.late = late;
        this.bundle = bundle;
        this.checklist = checklist;
        this.chart = chart;
        this.years = years;
        this.snapshots = snapshots;
        this.time = time;
    }

    public record Row(String number, String account, String oere, List<String> how, boolean isByHand) {}

    public record Item(String text, boolean isChecked) {}

    @Override
    public List<Link> links() {
        int year = time.today().getYear() - 1;
        return clusters.all().stream()
                .filter(cluster -> person.hasRole(cluster.id(), READERS) && accounts.isOfItsTime(cluster.id(), year))
                .map(cluster -> new Link(
                        "Årsregnskab " + year + " for " + cluster.name(),
                        "/aarsregnskab/" + cluster.id() + "/" + year,
                        "Balance, udkast, revision, underskrifter og efterposteringer."))
                .toList();
    }

    @InitBinder
    void numbers(WebDataBinder binder) {
        NumbersInAddresses.in(binder);
    }

    @GetMapping
    String show(@PathVariable String cluster, @PathVariable int year, Model model) {
        Cluster of = open(cluster, year);
        Draft draft = accounts.latestDraft(cluster, year).orElse(null);
        YearState state = years.state(cluster, year);
        List<String> checked = draft == null ? List.of() : rows.checked(draft);
        boolean isTreasurer = holds(cluster, Post.TREASURER);
        boolean isLocked = state == YearState.LOCKED;
        model.addAttribute("cluster", of);
        model.addAttribute("year", year);
        model.addAttribute("state", state.title());
        model.addAttribute("differs", state == YearState.CLOSED && snapshots.differs(cluster, year));
        model.addAttribute("hindrances", accounts.hindrances(cluster, year));
        model.addAttribute("rows", rows(cluster, year));
        model.addAttribute("draft", draft);
        model.addAttribute("signatures", draft == null ? List.of() : accounts.signatures(draft));
        model.addAttribute(
                "missing",
                draft == null || !accounts.isAudited(draft)
                        ? List.of()
                        : accounts.missingSignatures(cluster, year).stream()
                                .map(people::nameOf)
                                .toList());
        model.addAttribute("unsignedWhy", draft == null ? "" : draft.seal().unsignedWhy());
        model.addAttribute("comments", accounts.remarks(cluster, year));
        model.addAttribute(
                "items",
                checklist.of(cluster).stream()
                        .map(item -> new Item(item, checked.contains(item)))
                        .toList());
        model.addAttribute(
                "accounts",
                chart.accounts(cluster).stream()
                        .filter(account -> account.kind() != Account.Kind.EQUITY)
                        .toList());
        model.addAttribute("seen", years.draft(cluster, year));
        model.addAttribute("mayPost", isTreasurer && isLocked);
        model.addAttribute("mayAudit", mayAudit(cluster) && isLocked && draft != null);
        model.addAttribute("mayUpload", isTreasurer && isLocked && draft != null && accounts.isAudited(draft));
        return "annualaccounts/year";
    }

    private List<Row> rows(String cluster, int year) {
        return balance.of(cluster, year).stream()
                .map(each -> new Row(
                        each.account().number(),
                        each.account().label(),
                        Money.format(each.oere()),
                        each.how(),
                        each.isByHand()))
                .toList();
    }

    private Cluster open(String cluster, int year) {
        person.require(cluster, READERS);
        if (year < 2000 || year > 2199) {
            throw Refused.badRequest("Skriv et årstal med fire cifre.");
        }
        return clusters.find(cluster).orElseThrow(Refused::notFound);
    }

    private boolean holds(String cluster, Post post) {
        return person.id()
                .filter(id -> people.holding(cluster, post).stream()
                        .anyMatch(holder -> holder.id().equals(id)))
                .isPresent();
    }

    private boolean mayAudit(String cluster) {
        return person.hasRole(cluster, Role.AUDITOR);
    }

    private String requireTreasurer(String cluster, int year) {
        open(cluster, year);
        if (!holds(cluster, Post.TREASURER)) {
            throw Refused.forbidden("Kun kassereren forklarer balancen og efterposterer.");
        }
        return person.requireId();
    }

    private String requireAuditor(String cluster, int year) {
        open(cluster, year);
        if (!mayAudit(cluster)) {
            throw Refused.forbidden("Kun revisor reviderer.");
        }
        String id = person.requireId();
        accounts.objectionToAuditor(cluster, year, id).ifPresent(objection -> {
            throw Refused.forbidden(objection);
        });
        return id;
    }

    @PostMapping("/forklaring")
    String explain(
            @PathVariable String cluster,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String konto,
            @RequestParam(defaultValue = "") String tekst,
            RedirectAttributes after) {
        String by = requireTreasurer(cluster, year);
        return done(cluster, year, "Forklaringen er gemt.", after, () -> {
            requireBegun(cluster, year);
            accounts.explain(cluster, year, konto, text(tekst, "en forklaring", LONGEST_LINE), by);
        });
    }

    @PostMapping("/efterpostering")
    String postLate(
            @PathVariable String cluster,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String debet,
            @RequestParam(defaultValue = "") String kredit,
            @RequestParam(defaultValue = "") String beloeb,
            @RequestParam(defaultValue = "") String tekst,
            @RequestParam(defaultValue = "") String grund,
            @RequestParam(defaultValue = "false") boolean afgraensning,
            @RequestParam(defaultValue = "0") int set,
            RedirectAttributes after) {
        String by = requireTreasurer(cluster, year);
        return done(
                cluster,
                year,
                "Efterposteringen er bogført. Der laves et nyt udkast, når hele balancen er forklaret, og godkendelser af det gamle gælder ikke mere; de, der har godkendt det, får besked.",
                after,
                () -> late.post(
                        cluster,
                        year,
                        new LatePostings.Late(
                                debet,
                                kredit,
                                Money.parsePositive(beloeb),
                                text(tekst, "en tekst", LONGEST_LINE),
                                text(grund, "en begrundelse", LONGEST_LINE),
                                afgraensning),
                        set,
                        by));
    }

    @PostMapping("/tjekliste")
    String check(
            @PathVariable String cluster,
            @PathVariable int year,
            @RequestParam(name = "punkt", required = false) @Nullable List<String> items,
            RedirectAttributes after) {
        String by = requireAuditor(cluster, year);
        List<String> known = checklist.of(cluster);
        List<String> ticked = items == null ? List.of() : items;
        return done(
                cluster,
                year,
                "Tjeklisten er gemt.",
                after,
                () -> accounts.check(
                        cluster, year, known.stream().filter(ticked::contains).toList(), by));
    }

    @PostMapping("/bemaerkning")
    String comment(
            @PathVariable String cluster,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String tekst,
            RedirectAttributes after) {
        String by = requireAuditor(cluster, year);
        return done(cluster, year, "Bemærkningen er gemt.", after, () -> {
            requireBegun(cluster, year);
            accounts.comment(cluster, year, text(tekst, "en bemærkning", LONGEST), by);
        });
    }

    @PostMapping("/svar")
    String answer(
            @PathVariable String cluster,
            @PathVariable int year,
            @RequestParam(defaultValue = "0") int nummer,
            @RequestParam(defaultValue = "") String tekst,
            RedirectAttributes after) {
        String by = requireTreasurer(cluster, year);
        return done(
                cluster,
                year,
                "Svaret er gemt.",
                after,
                () -> accounts.answer(cluster, year, nummer, text(tekst, "et svar", LONGEST), by));
    }

    @PostMapping("/underskrevet")
    String upload(
            @PathVariable String cluster,
            @PathVariable int year,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            RedirectAttributes after) {
        String by = requireTreasurer(cluster, year);
        return done(
                cluster,
                year,
                "Den underskrevne udgave er lagt ved.",
                after,
                () -> accounts.takeSignedCopy(cluster, year, bytes(file), by));
    }

    /** All vouchers of the year in one file. */
    @GetMapping("/bilag.pdf")
    ResponseEntity<byte[]> vouchers(@PathVariable String cluster, @PathVariable int year) {
        open(cluster, year);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename=\"bilag-" + cluster + "-" + year + ".pdf\"")
                .body(bundle.of(cluster, year));
    }

    private void requireBegun(String cluster, int year) {
        if (!accounts.isBegun(cluster, year)) {
            throw Refused.conflict(
                    "Årsregnskabet for " + year + " er ikke begyndt. Det begyndes i Tasklist.", Map.of());
        }
    }

    private static String text(String typed, String what, int longest) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > longest) {
            throw Refused.badRequest("Skriv " + what + " på højst " + longest + " tegn.");
        }
        return text;
    }

    private static byte[] bytes(@Nullable MultipartFile file) {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String done(String cluster, int year, String what, RedirectAttributes after, Runnable work) {
        try {
            work.run();
            after.addFlashAttribute("done", what);
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getMessage());
        } catch (FormRefused refused) {
            after.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:/aarsregnskab/" + cluster + "/" + year;
    }
}
