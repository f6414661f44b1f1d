package dk.klyngeflow.assembly;

import dk.klyngeflow.ProcessStory;
import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Line;
import dk.klyngeflow.accounts.Posting;
import dk.klyngeflow.accounts.YearClosing;
import dk.klyngeflow.annualaccounts.AccountsOfYear;
import dk.klyngeflow.annualaccounts.AuditChecklist;
import dk.klyngeflow.annualaccounts.Draft;
import dk.klyngeflow.annualaccounts.SignAccountsLink;
import dk.klyngeflow.bankstatements.NordYear;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.MailContent;
import dk.klyngeflow.members.PaymentMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which the stories of the annual accounts are told: in January 2027, of the year 2026. */
@TestComponent
class AnnualAccountsStory extends ProcessStory {

    private final AccountsOfYear accounts;
    private final AuditChecklist checklist;
    private final SignAccountsLink link;
    private final NordYear nord;
    private final Ledger ledger;
    private final YearClosing closing;
    private final Budgets budgets;
    private final Links links;
    private final Answers answers;
    private final Cases cases;
    private final TransactionTemplate transaction;

    AnnualAccountsStory(
            World world,
            AccountsOfYear accounts,
            AuditChecklist checklist,
            SignAccountsLink link,
            NordYear nord,
            Ledger ledger,
            YearClosing closing,
            Budgets budgets,
            Links links,
            Answers answers,
            Cases cases,
            TransactionTemplate transaction) {
        super(world);
        this.accounts = accounts;
        this.checklist = checklist;
        this.link = link;
        this.nord = nord;
        this.ledger = ledger;
        this.closing = closing;
        this.budgets = budgets;
        this.links = links;
        this.answers = answers;
        this.cases = cases;
        this.transaction = transaction;
    }

    /** In another year the demo's people were there since long ago. */
    void aCluster(PaymentMode mode) {
        open("regn" + Long.toString(System.nanoTime(), 36) + "x", mode);
        clock.set(Instant.parse("2027-01-10T09:00:00Z"));
    }

    void itIs(Instant moment) {
        clock.set(moment);
    }

    void hasNoAccountOfItsOwn() {
        jdbc.sql("update klyngeflow.cluster set payment_mode = 'PLO', iban = null where cluster_id = ?")
                .params(cluster)
                .update();
    }

    void klyngeNord() {
        cluster = nord.open();
        clock.set(Instant.parse("2027-01-10T09:00:00Z"));
    }

    /** A cluster with the people of the demo, the year of Klynge Nord, a year before it that is closed, and a budget. */
    void aClusterWithTheYearOfNord() {
        aCluster(PaymentMode.OWN_ACCOUNT);
        isPosted("2025-02-01", "5600", "1100", 38_000_00);
        isPosted("2025-05-06", "2200", "5600", 14_312_50);
        isPosted("2025-09-09", "2100", "5600", 3_000_00);
        isPosted("2025-12-15", "3100", "5600", 12_500_00);
        isPosted("2025-12-30", "7100", "5600", 8_187_50);
        nord.isKeptBy(cluster, person("sekretaer"));
        closing.lock(cluster, 2025, person("kasserer"), "Afstemt på papir");
        closing.close(cluster, 2025, person("kasserer"));
        Map.of("1100", 170_000_00L, "2100", 4_000_00L, "2200", 16_000_00L, "3100", 14_000_00L)
                .forEach((account, oere) -> budgets.set(cluster, account, 2026, oere, person("kasserer")));
    }

    Task openTask(String key) {
        return openTasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no open task " + key + " among "
                        + openTasks().stream().map(Task::getTaskDefinitionKey).toList()));
    }

    /** Of her link to sign the newest draft. */
    String code(int year, String personId) {
        String url = links.url(
                        cluster,
                        links.of(cluster, SignAccountsLink.PURPOSE, draft(year).id(), personId))
                .orElseThrow();
        return url.substring(url.indexOf('#') + 1);
    }

    void theBankSaysAllOfIt() {
        nord.theBankSaysAllOfIt(cluster);
        dueJobsRun();
    }

    /** A file of lines, with the period that was chosen at the bank where somebody says it. */
    void theBankSays(byte[] file, String from, String to) {
        nord.theBankSays(cluster, file, from, to, CopenhagenTime.dayOf(clock.instant()));
        dueJobsRun();
    }

    void everyLineIsExplained() {
        nord.everyLineIsExplained(cluster);
    }

    void isPosted(String day, String debit, String credit, long oere) {
        ledger.post(new Posting(
                cluster,
                LocalDate.parse(day),
                "Bilag af " + day,
                "test:" + day + debit + credit + oere,
                null,
                person("sekretaer"),
                List.of(Line.debit(debit, oere), Line.credit(credit, oere))));
    }

    void isPostedLate(String debit, String credit, long oere, String by) {
        transaction.executeWithoutResult(status -> ledger.postLate(
                new Posting(
                        cluster,
                        LocalDate.of(2026, 12, 31),
                        "Efterpostering",
                        "late:" + oere,
                        null,
                        by,
                        List.of(Line.debit(debit, oere), Line.credit(credit, oere))),
                "Regningen kom i januar"));
        dueJobsRun();
    }

    /** As the cluster's year does. */
    void theYearWantsThem(int year) {
        transaction.executeWithoutResult(
                status -> cases.startBy("year.accountsFellDue", cluster, Map.of("accountingYear", year)));
        dueJobsRun();
    }

    void answersTask(String role, String task, Map<String, Object> answer) {
        Task open = openTask(task);
        String key = instances
                .createProcessInstanceQuery()
                .processInstanceId(open.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
        answers.give(cluster, Objects.requireNonNull(key), task, person(role), answer);
        dueJobsRun();
    }

    void isLockedWithoutStatements(String secretary, String treasurer) {
        answersTask(secretary, "gatherStatements", Map.of("without", "Banken har lukket kontoen"));
        answersTask(treasurer, "lockAccounts", Map.of("lock", "YES"));
    }

    void theBalanceIsExplained(String treasurer) {
        answersTask(treasurer, "reconcileAccounts", Map.of("laterEvents", "", "reservations", ""));
    }

    Draft draft(int year) {
        return accounts.latestDraft(cluster, year).orElseThrow();
    }

    void theAuditorApproves(String auditor, int year) {
        accounts.check(cluster, year, checklist.of(cluster), person(auditor));
        answersTask(
                auditor,
                "auditAccounts",
                Map.of("verdict", "APPROVE", "sha256", draft(year).sha256(), "comment", ""));
    }

    void theAuditorRemarks(String auditor, String comment) {
        answersTask(
                auditor,
                "auditAccounts",
                Map.of("verdict", "COMMENT", "sha256", draft(2026).sha256(), "comment", comment));
    }

    /** By the links that they were mailed. */
    void theBoardSigns(int year) {
        Draft draft = draft(year);
        accounts.missingSignatures(cluster, year).forEach(person -> signs(person, draft));
        dueJobsRun();
    }

    void isSignedElsewhere(int year, byte[] copy) {
        transaction.executeWithoutResult(status -> accounts.takeSignedCopy(cluster, year, copy, person("kasserer")));
        dueJobsRun();
    }

    void signs(String person, Draft draft) {
        transaction.executeWithoutResult(status ->
                link.answer(new Held(cluster, draft.id(), person), Map.of("underskrift", List.of(draft.sha256()))));
    }

    void theAssemblyDecides(int year, boolean areApproved) {
        transaction.executeWithoutResult(status -> cases.tellWhere(
                GeneralAssembly.ACCOUNTS_DECIDED,
                cluster,
                "accountingYear",
                year,
                Map.of("areApproved", areApproved, "decidedOn", "2027-03-18")));
        dueJobsRun();
    }

    /** All from the beginning until only the assembly is missing, where nothing went over the bank but by these vouchers. */
    void isReadyForTheAssembly(int year) {
        theYearWantsThem(year);
        isLockedWithoutStatements("sekretaer", "kasserer");
        theBalanceIsExplained("kasserer");
        theAuditorApproves("revisor", year);
        theBoardSigns(year);
    }

    /** While the case of 2026 waits for it. */
    void isReadyFor2025() {
        theYearWantsThem(2025);
        answersTaskOf(2025, "sekretaer", "gatherStatements", Map.of("without", "Kontoen er lukket"));
        answersTaskOf(2025, "kasserer", "lockAccounts", Map.of("lock", "YES"));
        theBalanceIsExplained("kasserer");
        theAuditorApproves("revisor", 2025);
        theBoardSigns(2025);
    }

    private void answersTaskOf(int year, String role, String task, Map<String, Object> answer) {
        answers.give(cluster, AnnualAccountsPlanning.key(cluster, year), task, person(role), answer);
        dueJobsRun();
    }

    /** Until the auditor has approved: the board has its links, and nobody has signed. */
    void isAudited(int year) {
        theYearWantsThem(year);
        isLockedWithoutStatements("sekretaer", "kasserer");
        theBalanceIsExplained("kasserer");
        theAuditorApproves("revisor", year);
    }

    /** To whom, in the order of their ids. */
    List<String> mails(String purpose) {
        return jdbc.sql("""
                        select recipient_person from klyngeflow.mail_outbox
                        where cluster_id = ? and purpose = ? order by recipient_person""").params(cluster, purpose).query(String.class).list();
    }

    /** What a mail of this purpose says to one person, as it would be sent now. */
    Map<String, Object> says(MailContent content, String person) {
        String model = jdbc.sql("""
                        select model::text from klyngeflow.mail_outbox
                        where cluster_id = ? and purpose = ? and recipient_person = ? order by created_at desc limit 1""")
                .params(cluster, content.purpose(), person)
                .query(String.class)
                .single();
        Map<String, String> known = new HashMap<>();
        Matcher each = Pattern.compile("\"([^\"]+)\": *\"([^\"]*)\"").matcher(model);
        while (each.find()) {
            known.put(each.group(1), each.group(2));
        }
        return content.at(cluster, Optional.of(person), known).orElseThrow();
    }

    AccountsOfYear accounts() {
        return accounts;
    }

    Ledger ledger() {
        return ledger;
    }
}
