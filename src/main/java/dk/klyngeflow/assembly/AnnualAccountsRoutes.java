package dk.klyngeflow.assembly;

import dk.klyngeflow.annualaccounts.AccountsOfYear;
import dk.klyngeflow.annualaccounts.AuditChecklist;
import dk.klyngeflow.annualaccounts.BoardSignatures;
import dk.klyngeflow.annualaccounts.Draft;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.pages.NumbersInAddresses;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the forms of the annual accounts show. */
@RestController
@RequestMapping("/api/clusters/{cluster}/annual-accounts")
class AnnualAccountsRoutes {

    private static final Role[] STAFF = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};

    private final CurrentPerson person;
    private final AccountsOfYear accounts;
    private final BoardSignatures signatures;
    private final MissingStatements missing;
    private final AuditChecklist checklist;
    private final CopenhagenTime time;

    AnnualAccountsRoutes(
            CurrentPerson person,
            AccountsOfYear accounts,
            BoardSignatures signatures,
            MissingStatements missing,
            AuditChecklist checklist,
            CopenhagenTime time) {
        this.signatures = signatures;
        this.missing = missing;
        this.person = person;
        this.accounts = accounts;
        this.checklist = checklist;
        this.time = time;
    }

    record Offer(String year, String note) {}

    @InitBinder
    void numbers(WebDataBinder binder) {
        NumbersInAddresses.in(binder);
    }

    @GetMapping("/offer")
    Offer offer(@PathVariable String cluster) {
        person.require(cluster, STAFF);
        int last = time.today().getYear() - 1;
        return accounts.isOfItsTime(cluster, last)
                ? new Offer(String.valueOf(last), "")
                : new Offer(
                        "",
                        "Klyngen var her ikke i " + last + ". Det første årsregnskab aflægges for " + (last + 1)
                                + ", når året er slut.");
    }

    @GetMapping("/{year}")
    Map<String, Object> one(@PathVariable String cluster, @PathVariable int year) {
        person.require(cluster, STAFF);
        if (!accounts.isBegun(cluster, year)) {
            throw Refused.notFound();
        }
        AccountsOfYear.Said said = accounts.said(cluster, year);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("title", "Årsregnskab " + year);
        view.put(
                "missing",
                Stream.concat(
                                accounts.missingStatements(cluster, year).stream(),
                                missing.reasons(cluster, year).stream())
                        .collect(Collectors.joining("\n")));
        view.put("hindrances", String.join("\n", accounts.hindrances(cluster, year)));
        view.put("balance", accounts.balance(cluster, year));
        view.put("unsigned", String.join(", ", signatures.missing(cluster, year)));
        view.put("comments", accounts.remarks(cluster, year));
        view.put("laterEvents", said.laterEvents());
        view.put("reservations", said.reservations());
        view.put("page", "/aarsregnskab/" + cluster + "/" + year);
        view.put("bank", "/regnskab/" + cluster + "/bank?year=" + year);
        accounts.latestDraft(cluster, year).ifPresent(draft -> put(view, draft));
        return view;
    }

    private void put(Map<String, Object> view, Draft draft) {
        List<String> unchecked = accounts.unchecked(draft.clusterId(), draft.year(), checklist.of(draft.clusterId()));
        view.put("unchecked", unchecked.isEmpty() ? "" : "På tjeklisten mangler:\n" + String.join("\n", unchecked));
        view.put(
                "draft",
                "Nr. " + draft.version() + " af "
                        + DanishTime.MOMENT_IN_FIGURES.format(draft.madeAt().atZone(CopenhagenTime.ZONE)));
        view.put("sha256", draft.sha256());
        view.put("paper", draft.paperId());
    }
}
