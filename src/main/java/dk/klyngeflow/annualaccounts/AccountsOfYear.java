package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.accounts.YearApprovals;
import dk.klyngeflow.accounts.YearClosing;
import dk.klyngeflow.accounts.YearState;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.Inspection;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The annual accounts of each cluster and year, from the lock to the closing. */
@Component
public class AccountsOfYear {

    private static final Logger LOG = LoggerFactory.getLogger(AccountsOfYear.class);
    static final String MAKER = "aarsregnskab";

    private final AnnualRows rows;
    private final AccountsDrafts drafts;
    private final BalanceAccounts balance;
    private final PeopleOfYear peopleOfYear;
    private final AccountingYears years;
    private final YearApprovals approvals;
    private final YearClosing closing;
    private final Documents documents;
    private final AccountsSeal seal;
    private final People people;
    private final ApplicationEventPublisher events;

    AccountsOfYear(
            AnnualRows rows,
            AccountsDrafts drafts,
            BalanceAccounts balance,
            PeopleOfYear peopleOfYear,
            AccountingYears years,
            YearApprovals approvals,
            YearClosing closing,
            Documents documents,
            AccountsSeal seal,
            People people,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.drafts = drafts;
        this.balance = balance;
        this.peopleOfYear = peopleOfYear;
        this.years = years;
        this.approvals = approvals;
        this.closing = closing;
        this.documents = documents;
        this.seal = seal;
        this.people = people;
        this.events = events;
    }

    /** @return false when the accounts of the year have been begun before */
    public boolean begin(String clusterId, int year) {
        return rows.begin(clusterId, year);
    }

    /** Years whose accounts are begun and not closed. */
    public List<Integer> begun(String clusterId) {
        return rows.years(clusterId).stream()
                .map(AnnualRows.Year::year)
                .filter(year -> !years.isClosed(clusterId, year))
                .toList();
    }

    /** Whether there was a cluster in that year, so that there are accounts to make. */
    public boolean isOfItsTime(String clusterId, int year) {
        return year >= rows.firstYear(clusterId);
    }

    public boolean isBegun(String clusterId, int year) {
        return rows.year(clusterId, year).isPresent();
    }

    public Optional<Draft> latestDraft(String clusterId, int year) {
        return rows.drafts(clusterId, year).stream().findFirst();
    }

    /** An account of the balance as people read it. */
    public record Balance(String account, String oere, String how) {}

    public List<Balance> balance(String clusterId, int year) {
        return balance.of(clusterId, year).stream()
                .map(each -> new Balance(
                        each.account().label(),
                        Money.format(each.oere()),
                        each.isExplained() ? String.join("\n", each.how()) : "Mangler forklaring"))
                .toList();
    }

    /** A remark of the auditor. @param answer empty while there is none */
    public record Remark(int number, String text, String answer) {}

    public List<Remark> remarks(String clusterId, int year) {
        return rows.comments(clusterId, year).stream()
                .map(each -> new Remark(each.number(), each.text(), each.answer()))
                .toList();
    }

    /** What the treasurer has written besides the figures. */
    public record Said(String laterEvents, String reservations) {}

    public Said said(String clusterId, int year) {
        return rows.year(clusterId, year)
                .map(each -> new Said(each.laterEvents(), each.reservations()))
                .orElse(new Said("", ""));
    }

    /** A draft by its id, while it is the newest of its year. */
    public Optional<Draft> find(String clusterId, String draftId) {
        return rows.drafts(clusterId).stream()
                .filter(draft -> draft.id().equals(draftId))
                .findFirst()
                .filter(draft -> latestDraft(clusterId, draft.year())
                        .filter(draft::equals)
                        .isPresent());
    }

    /** Danish, what the bank has not said of the year. */
    public List<String> missingStatements(String clusterId, int year) {
        return closing.excusable(clusterId, year);
    }

    /** Why not all statements can be had. */
    public void goWithoutStatements(String clusterId, int year, String reason) {
        rows.writeWithout(clusterId, year, reason);
    }

    /** Danish, what must be done before the year can be locked. */
    public List<String> hindrances(String clusterId, int year) {
        if (years.state(clusterId, year) != YearState.OPEN) {
            return List.of();
        }
        List<String> hindrances = new ArrayList<>(closing.hindrances(clusterId, year));
        if (without(clusterId, year).isEmpty()) {
            hindrances.addAll(missingStatements(clusterId, year));
        }
        years.leftOpenBefore(clusterId, year).stream()
                .filter(before -> !years.isOpen(clusterId, before))
                .forEach(before ->
                        hindrances.add("Regnskabsåret " + before + " er ikke lukket. Årene lukkes i rækkefølge."));
        return hindrances;
    }

    private String without(String clusterId, int year) {
        return rows.year(clusterId, year)
                .map(AnnualRows.Year::withoutStatements)
                .orElse("");
    }

    /** @throws Refused in Danish when something hinders it */
    public void lock(String clusterId, int year, String by) {
        closing.lock(clusterId, year, by, without(clusterId, year));
    }

    public boolean isClosed(String clusterId, int year) {
        return years.isClosed(clusterId, year);
    }

    /** What of her list the auditor has not seen to, of the newest draft. */
    public List<String> unchecked(String clusterId, int year, List<String> items) {
        List<String> checked = latestDraft(clusterId, year).map(rows::checked).orElse(List.of());
        return items.stream().filter(item -> !checked.contains(item)).toList();
    }

    public void comment(String clusterId, int year, String text, String by) {
        rows.comment(clusterId, year, text, by);
    }

    /** One remark at a time. @throws Refused when there is no such remark without an answer */
    public void answer(String clusterId, int year, int number, String text, String by) {
        if (!rows.answer(clusterId, year, number, text, by)) {
            throw Refused.conflict("Bemærkningen er besvaret eller findes ikke.", Map.of());
        }
    }

    /** What an account of the balance stands for, in the treasurer's words; it holds for the balance of now. */
    public void explain(String clusterId, int year, String account, String text, String by) {
        balance.of(clusterId, year).stream()
                .filter(each -> each.isByHand() && each.account().number().equals(account))
                .findFirst()
                .ifPresentOrElse(each -> rows.explain(clusterId, year, account, each.oere(), text, by), () -> {
                    throw Refused.badRequest("Kontoen forklares ikke i hånden.");
                });
    }

    /** The whole list at once, as it is ticked. */
    @Transactional
    public void check(String clusterId, int year, List<String> items, String by) {
        latestDraft(clusterId, year).ifPresent(draft -> {
            rows.uncheck(draft);
            items.forEach(item -> rows.check(draft, item, by));
        });
    }

    /** Who signs for the year. */
    public List<String> board(String clusterId, int year) {
        return peopleOfYear.board(clusterId, year);
    }

    /** Accounts of the balance that nothing explains yet, as people read them. */
    public List<String> unexplained(String clusterId, int year) {
        return balance.of(clusterId, year).stream()
                .filter(each -> !each.isExplained())
                .map(each -> each.account().label())
                .toList();
    }

    /** What the treasurer says of the year besides the figures. */
    public void write(String clusterId, int year, String laterEvents, String reservations) {
        rows.write(clusterId, year, laterEvents, reservations);
    }

    /** Makes a new draft of what the books say now; approvals of the one before are none of this one. */
    @Transactional
    public Draft draft(String clusterId, int year) {
        years.lockBooks(clusterId);
        if (years.state(clusterId, year) != YearState.LOCKED) {
            throw new IllegalStateException("year " + year + " of " + clusterId + " is not locked");
        }
        int version = latestDraft(clusterId, year).map(Draft::version).orElse(0) + 1;
        Draft draft = drafts.make(clusterId, year, version, years.draft(clusterId, year));
        rows.keep(draft);
        rows.undecide(clusterId, year);
        LOG.info("draft {} of the accounts of {} in {} made", version, year, clusterId);
        return draft;
    }

    /** Danish, why she cannot audit the year; empty when she can. */
    public Optional<String> objectionToAuditor(String clusterId, int year, String personId) {
        return peopleOfYear.objection(clusterId, year, personId);
    }

    public boolean hasOpenComments(String clusterId, int year) {
        return rows.comments(clusterId, year).stream().anyMatch(AnnualRows.Comment::isOpen);
    }

    /**
     * The auditor approves exactly the PDF she has seen.
     *
     * @throws Refused in Danish when it is no longer the newest, or she is not independent
     */
    @Transactional
    public void approveAsAuditor(String clusterId, int year, String sha256, String personId) {
        objectionToAuditor(clusterId, year, personId).ifPresent(objection -> {
            throw Refused.forbidden(objection);
        });
        Draft draft = exactly(clusterId, year, sha256);
        approvals.approve(clusterId, year, draft.ledgerDraft(), personId);
        rows.approve(draft, personId, true);
    }

    /** A member of the board of the year approves exactly the PDF she has seen. @return whether all have */
    @Transactional
    public boolean approveAsBoard(String clusterId, int year, String sha256, String personId) {
        if (!peopleOfYear.board(clusterId, year).contains(personId)) {
            throw Refused.forbidden("Kun bestyrelsen i " + year + " skriver under på årsregnskabet.");
        }
        Draft draft = exactly(clusterId, year, sha256);
        if (!isAudited(draft)) {
            throw Refused.conflict("Revisor har ikke godkendt udkastet endnu.", Map.of());
        }
        if (draft.sealedId() != null) {
            throw Refused.conflict("Årsregnskabet er forseglet, så der skrives ikke mere under.", Map.of());
        }
        approvals.approve(clusterId, year, draft.ledgerDraft(), personId);
        rows.approve(draft, personId, false);
        boolean isLast = missing(draft).isEmpty();
        if (isLast) {
            events.publishEvent(new BoardSigned(clusterId, year));
        }
        return isLast;
    }

    private Draft exactly(String clusterId, int year, String sha256) {
        years.lockBooks(clusterId);
        return latestDraft(clusterId, year)
                .filter(draft -> draft.sha256().equals(sha256)
                        && draft.ledgerDraft() == years.draft(clusterId, year)
                        && years.state(clusterId, year) == YearState.LOCKED)
                .orElseThrow(
                        () -> Refused.conflict("Udkastet er ændret, siden du så det. Se det nye udkast.", Map.of()));
    }

    boolean isAudited(Draft draft) {
        return rows.approvals(draft).stream().anyMatch(AnnualRows.Approval::asAuditor);
    }

    /** Who of the board of the year has not signed the newest draft. */
    public List<String> missingSignatures(String clusterId, int year) {
        return latestDraft(clusterId, year).map(this::missing).orElse(List.of());
    }

    private List<String> missing(Draft draft) {
        List<String> signed = rows.approvals(draft).stream()
                .filter(each -> !each.asAuditor())
                .map(AnnualRows.Approval::personId)
                .toList();
        return peopleOfYear.board(draft.clusterId(), draft.year()).stream()
                .filter(person -> !signed.contains(person))
                .toList();
    }

    public record Signature(String name, String as, String at) {}

    /** Who has approved exactly this draft. */
    public List<String> approvers(Draft draft) {
        return rows.approvals(draft).stream().map(AnnualRows.Approval::personId).toList();
    }

    List<Signature> signatures(Draft draft) {
        return rows.approvals(draft).stream()
                .map(each -> new Signature(
                        people.nameOf(each.personId()),
                        each.asAuditor() ? "Revisor" : "Bestyrelsen i " + draft.year(),
                        DanishTime.MOMENT_IN_FIGURES.format(each.approvedAt().atZone(CopenhagenTime.ZONE))))
                .toList();
    }

    /** Adds the page of approvals and seals it all; does nothing when a copy that was signed elsewhere is there. */
    @Transactional
    public void seal(String clusterId, int year) {
        Draft draft = latestDraft(clusterId, year)
                .orElseThrow(() -> new IllegalStateException("no draft of " + year + " in " + clusterId));
        if (draft.sealedId() != null) {
            return;
        }
        List<String> unsigned = missing(draft).stream().map(people::nameOf).toList();
        rows.sealed(draft, seal.seal(draft, signatures(draft), unsigned), false);
        LOG.info("accounts of {} in {} sealed", year, clusterId);
    }

    /** A copy that was signed elsewhere stands in the place of the sealed one. */
    @Transactional
    public void takeSignedCopy(String clusterId, int year, byte[] pdf, String by) {
        Draft draft = latestDraft(clusterId, year).orElseThrow(Refused::notFound);
        if (years.state(clusterId, year) != YearState.LOCKED || !isAudited(draft)) {
            throw Refused.conflict("Der er intet revideret udkast, som kan være underskrevet.", Map.of());
        }
        if (documents.inspect(pdf, "underskrevet.pdf").kind() != Inspection.Kind.PDF) {
            throw Refused.badRequest("Vælg en PDF, som kan læses.");
        }
        Document document = documents.store(clusterId, "aarsregnskab-" + year + "-underskrevet.pdf", pdf, by);
        documents.keepForAccountingYear(clusterId, document.id(), year + 1);
        rows.sealed(draft, document.id(), true);
        events.publishEvent(new BoardSigned(clusterId, year));
    }

    /** What the assembly has decided; approved accounts close the year for ever. */
    @Transactional
    public void close(String clusterId, int year, LocalDate decidedOn, String by) {
        if (rows.year(clusterId, year).map(AnnualRows.Year::isApproved).isEmpty()) {
            rows.decide(clusterId, year, true, decidedOn, by, "");
        }
        closing.close(clusterId, year, by);
    }

    /** Who wrote down that an assembly outside of Klyngeflow has rejected the newest draft, and its day. */
    public record Rejected(String by, LocalDate on) {}

    public Optional<Rejected> rejectedOnPaper(String clusterId, int year) {
        return rows.year(clusterId, year)
                .filter(each -> Boolean.FALSE.equals(each.isApproved()))
                .map(each -> new Rejected(String.valueOf(each.decidedBy()), Objects.requireNonNull(each.decidedOn())));
    }

    /** What was decided at an assembly outside of Klyngeflow, and where its minutes are. */
    public void write(String clusterId, int year, boolean areApproved, LocalDate on, String by, String minutes) {
        rows.decide(clusterId, year, areApproved, on, by, minutes);
    }
}
