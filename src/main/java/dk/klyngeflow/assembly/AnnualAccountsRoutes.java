package dk.klyngeflow.assembly;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /** @param latest not there before the first draft */
    record View(
            String title,
            @JsonUnwrapped Open open,
            @JsonUnwrapped Audited audited,
            @JsonUnwrapped Pages pages,
            @JsonUnwrapped @Nullable Latest latest) {}

    /** What is still to be done. */
    record Open(String missing, String hindrances, List<AccountsOfYear.Balance> balance, String unsigned) {}

    record Audited(List<AccountsOfYear.Remark> comments, String laterEvents, String reservations) {}

    record Pages(String page, String bank) {}

    record Latest(String unchecked, String draft, String sha256, String paper) {}

    @GetMapping("/{year}")
    View one(@PathVariable String cluster, @PathVariable int year) {
        person.require(cluster, STAFF);
        if (!accounts.isBegun(cluster, year)) {
            throw Refused.notFound();
        }
        AccountsOfYear.Said said = accounts.said(cluster, year);
        return new View(
                "Årsregnskab " + year,
                new Open(
                        Stream.concat(
                                        accounts.missingStatements(cluster, year).stream(),
                                        missing.reasons(cluster, year).stream())
                                .collect(Collectors.joining("\n")),
                        String.join("\n", accounts.hindrances(cluster, year)),
                        accounts.balance(cluster, year),
                        String.join(", ", signatures.missing(cluster, year))),
                new Audited(accounts.remarks(cluster, year), said.laterEvents(), said.reservations()),
                new Pages("/aarsregnskab/" + cluster + "/" + year, "/regnskab/" + cluster + "/bank?year=" + year),
                accounts.latestDraft(cluster, year).map(this::latest).orElse(null));
    }

    private Latest latest(Draft draft) {
        List<String> unchecked = accounts.unchecked(draft.clusterId(), draft.year(), checklist.of(draft.clusterId()));
        return new Latest(
                unchecked.isEmpty() ? "" : "På tjeklisten mangler:\n" + String.join("\n", unchecked),
                "Nr. " + draft.version() + " af "
                        + DanishTime.MOMENT_IN_FIGURES.format(draft.madeAt().atZone(CopenhagenTime.ZONE)),
                draft.sha256(),
                draft.paperId());
    }
}
