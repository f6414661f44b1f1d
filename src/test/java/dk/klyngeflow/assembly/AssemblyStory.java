package dk.klyngeflow.assembly;

import dk.klyngeflow.ProcessStory;
import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.assemblies.AnEvening;
import dk.klyngeflow.assemblies.AssemblyEvening;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.assemblies.Candidacy;
import dk.klyngeflow.assemblies.MemberProposal;
import dk.klyngeflow.assemblies.Proposals;
import dk.klyngeflow.assemblies.VoteProtocol;
import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.bookings.SupplierBooking;
import dk.klyngeflow.bookings.Suppliers;
import dk.klyngeflow.documents.FiledPapers;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.ReadForm;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.mail.Bounces;
import dk.klyngeflow.mail.FailedMails;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.statutes.StatutesText;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which the stories of a general assembly are told. Every story has a cluster of its own, of 21 members. */
@TestComponent
class AssemblyStory extends ProcessStory {

    private final CalledAssemblies assemblies;
    private final AssemblyPlanning planning;
    private final Proposals proposals;
    private final AssemblyDemands demands;
    private final AnEvening evening;
    private final StatutesText statutes;
    private final List<LinkPage> pages;
    private final List<FormContract<?>> contracts;
    private final Answers answers;
    private final Cases cases;
    private final Links links;
    private final TransactionTemplate transaction;
    private final AssemblyEffects effects;
    private final IdentityService identities;
    private final Suppliers suppliers;
    private final Bookings bookings;
    private final Bounces bounces;
    private final FailedMails failed;
    private final Budgets budgets;
    private final AssemblyMinutes minutes;
    private final AssemblyEvening evenings;
    private final List<FiledPapers> papers;

    AssemblyStory(
            World world,
            CalledAssemblies assemblies,
            AssemblyPlanning planning,
            Proposals proposals,
            AssemblyDemands demands,
            AnEvening evening,
            StatutesText statutes,
            List<LinkPage> pages,
            List<FormContract<?>> contracts,
            Answers answers,
            Cases cases,
            Links links,
            TransactionTemplate transaction,
            AssemblyEffects effects,
            IdentityService identities,
            Suppliers suppliers,
            Bookings bookings,
            Bounces bounces,
            FailedMails failed,
            Budgets budgets,
            AssemblyMinutes minutes,
            AssemblyEvening evenings,
            List<FiledPapers> papers) {
        super(world);
        this.assemblies = assemblies;
        this.planning = planning;
        this.proposals = proposals;
        this.demands = demands;
        this.evening = evening;
        this.statutes = statutes;
        this.pages = pages;
        this.contracts = contracts;
        this.answers = answers;
        this.cases = cases;
        this.links = links;
        this.transaction = transaction;
        this.effects = effects;
        this.identities = identities;
        this.suppliers = suppliers;
        this.bookings = bookings;
        this.bounces = bounces;
        this.failed = failed;
        this.budgets = budgets;
        this.minutes = minutes;
        this.evenings = evenings;
        this.papers = papers;
    }

    void aCluster(PaymentMode mode) {
        open("gf" + Long.toString(System.nanoTime(), 36) + "x", mode);
    }

    /** With a bank account and a budget, on Monday 1 February 2027: the assembly of 18 March is still to be called. */
    void aClusterBeforeItsAssembly() {
        aCluster(PaymentMode.OWN_ACCOUNT);
        itIs("2027-02-01T08:00");
        budgets.set(cluster(), "2100", 2027, 40_000_00L, "test");
    }

    void itIs(String local) {
        clock.set(moment(local));
    }

    static Instant moment(String local) {
        LocalDateTime at = LocalDateTime.parse(local);
        return CopenhagenTime.at(at.toLocalDate(), at.toLocalTime());
    }

    void passesUntil(String local) {
        passesUntil(moment(local));
    }

    void passesUntil(Instant moment) {
        timePasses(Duration.ofHours(12), moment);
    }

    void statutesSay(String... said) {
        Map<String, String> other = new LinkedHashMap<>();
        for (int i = 0; i < said.length; i += 2) {
            other.put(said[i], said[i + 1]);
        }
        statutes.adopt(cluster, other, CopenhagenTime.dayOf(clock.instant()));
    }

    // how it begins

    /** Fills the start form in Tasklist. */
    void isStartedBy(String role, Map<String, Object> sent) {
        FormContract<?> contract = contracts.stream()
                .filter(each -> each.task().equals(GeneralAssembly.KEY))
                .findFirst()
                .orElseThrow();
        ReadForm form = ReadForm.by(contract, ReadForm.Sent.toStart(person(role), cluster, sent));
        transaction.executeWithoutResult(status -> cases.start(GeneralAssembly.KEY, cluster, null, form.take()));
        dueJobsRun();
    }

    void theOrdinaryIsStarted() {
        isStartedBy("sekretaer", Map.of("assemblyKind", "ORDINARY", "accountingYear", "2026"));
    }

    /** As the cluster's year does. */
    void theYearWantsIt(int accountingYear) {
        transaction.executeWithoutResult(
                status -> cases.startBy("year.assemblyFellDue", cluster, Map.of("accountingYear", accountingYear)));
        dueJobsRun();
    }

    void theBoardFixes(String times) {
        answersTask("formand", "planAssembly", plan(times));
    }

    Map<String, Object> plan(String times) {
        return new HashMap<>(Map.of(
                "times", times,
                "minutes", "120",
                "place", "Lægehuset Havnen",
                "findRoom", "NO",
                "posts", "TREASURER,AUDITOR",
                "seats", ""));
    }

    /** And means it, whatever the notice lacks. */
    void theBoardSays(String opinion) {
        try {
            answersTask("formand", "giveOpinion", Map.of("opinion", opinion));
        } catch (FormRefused refused) {
            Map<String, Object> sent = new HashMap<>(Map.of("opinion", opinion));
            sent.put(FormFields.CONFIRMED, keys(refused));
            answersTask("formand", "giveOpinion", sent);
        }
    }

    private static String keys(FormRefused refused) {
        return refused.doubts().stream().map(FormRefused.Doubt::key).collect(Collectors.joining("\n"));
    }

    // what members do

    Done answers(String purpose, String subject, String role, String... given) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            sent.put(given[i], List.of(given[i + 1]));
        }
        Held held = new Held(cluster, subject, person(role));
        Done done = transaction.execute(status -> {
            page(purpose).review(held, sent);
            return page(purpose).answer(held, sent);
        });
        dueJobsRun();
        return Objects.requireNonNull(done);
    }

    Done proposes(String role, String... given) {
        return answers(ProposalLink.PURPOSE, assembly().assemblyId(), role, given);
    }

    Shown sees(String purpose, String subject, String role) {
        Held held = new Held(cluster, subject, person(role));
        return page(purpose).show(held).orElseGet(() -> page(purpose).over(held));
    }

    private LinkPage page(String purpose) {
        return pages.stream()
                .filter(page -> page.purpose().equals(purpose))
                .findFirst()
                .orElseThrow();
    }

    // the evening

    List<String> some(int members) {
        return members().stream().sorted().limit(members).toList();
    }

    void come(int members) {
        evening.come(cluster, assembly().assemblyId(), some(members));
        evening.officers(cluster, assembly().assemblyId(), "Anne Holm", "Bo Lind");
    }

    void decides(String key, String how) {
        evening.record(cluster, assembly().assemblyId(), key, how);
    }

    void votes(String key, int votesFor, int against) {
        evening.counted(cluster, assembly().assemblyId(), key, votesFor, against);
    }

    void votesByLink(String key, int votesFor) {
        evening.votedByLink(cluster, assembly().assemblyId(), key, votesFor);
    }

    void theChairEndsIt() {
        evening.end(cluster, assembly().assemblyId());
    }

    void theSecretaryGoesOn() {
        answersTask("sekretaer", "holdAssembly", Map.of("closed", "YES"));
    }

    void theMinutesAreWritten(String chair, String keeper) {
        answersTask(
                "sekretaer",
                "writeMinutes",
                Map.of("minutes", "1. Valg af dirigent", "chairedBy", person(chair), "keptBy", person(keeper)));
    }

    void signs(String role) {
        answers(
                SignMinutesLink.PURPOSE,
                assembly().assemblyId(),
                role,
                "underskrift",
                Objects.requireNonNull(assembly().record().minutesId()));
    }

    /** The step of the effects, and that of the next assembly, as after a crash behind them. */
    void theEffectsRunAgain(CalledAssembly of) {
        transaction.executeWithoutResult(status -> {
            effects.take(cluster, of.assemblyId());
            effects.callAnother(cluster, of.assemblyId());
        });
        dueJobsRun();
    }

    /** And are taken back by a crash in front of the commit. */
    void theEffectsAreLost(CalledAssembly of) {
        transaction.executeWithoutResult(status -> {
            effects.take(cluster, of.assemblyId());
            effects.callAnother(cluster, of.assemblyId());
            status.setRollbackOnly();
        });
    }

    void theMinutesAreSigned(String chair, String keeper) {
        theMinutesAreWritten(chair, keeper);
        signs(chair);
        signs(keeper);
    }

    void signsOf(CalledAssembly of, String role) {
        CalledAssembly now = assemblies.get(cluster, of.assemblyId());
        answers(
                SignMinutesLink.PURPOSE,
                of.assemblyId(),
                role,
                "underskrift",
                Objects.requireNonNull(now.record().minutesId()));
    }

    /** With the signed minutes of both assemblies. @return the second */
    CalledAssembly isDissolvedTwice() {
        theOrdinaryIsStarted();
        answersTask("formand", "planAssembly", planWithoutElections("tor 18/3 19.00"));
        proposes("m15", "hvad", "DISSOLUTION", "tekst", "Vi er for få.");
        passesUntil("2027-03-02T12:00");
        theBoardSays("");
        passesUntil("2027-03-18T17:00");
        come(15);
        decides("accounts", "UNOPPOSED");
        decides("budget", "UNOPPOSED");
        votes("proposal-1", 10, 5);
        theChairEndsIt();
        CalledAssembly first = assembly();
        theSecretaryGoesOn();
        answersTaskOf(
                first,
                "sekretaer",
                "writeMinutes",
                Map.of("minutes", "1.", "chairedBy", person("m11"), "keptBy", person("m11")));
        signsOf(first, "m11");
        CalledAssembly second = assembly();
        answersTask("formand", "planAssembly", planWithoutElections("tor 15/4 19.00"));
        theBoardSays("");
        passesUntil("2027-04-15T17:00");
        come(12);
        votes("proposal-1", 8, 4);
        theChairEndsIt();
        theSecretaryGoesOn();
        theMinutesAreSigned("m11", "m12");
        return second;
    }

    private Map<String, Object> planWithoutElections(String times) {
        Map<String, Object> plan = plan(times);
        plan.put("posts", "");
        return plan;
    }

    void isSettled(String settlement) {
        answersAs(
                person("formand"),
                "settleAssociation",
                Map.of("settlement", settlement, "archiveKeeper", "Karen Holm"));
    }

    /** Somebody who means whatever is asked about once more. */
    void answersAs(String personId, String task, Map<String, Object> answer) {
        Map<String, Object> sent = new HashMap<>(answer);
        String key = Objects.requireNonNull(instances
                .createProcessInstanceQuery()
                .processInstanceId(openTask(task).getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
        try {
            answers.give(cluster, key, task, personId, sent);
        } catch (FormRefused refused) {
            if (refused.doubts().isEmpty()) {
                throw refused;
            }
            sent.put(FormFields.CONFIRMED, keys(refused));
            answers.give(cluster, key, task, personId, sent);
        }
        dueJobsRun();
    }

    /** A room that others let. */
    void aRoomIsOnTheList(String name) {
        suppliers.add(
                cluster,
                new Suppliers.Entry(
                        BookingKind.ROOM,
                        name,
                        new Suppliers.Reach("", "udlejer@sted.example", "98 00 00 00", "", "Havnegade 1"),
                        Suppliers.Terms.UNKNOWN,
                        false,
                        true));
    }

    /** How each room was asked, and what came of it. */
    List<String> rooms() {
        return bookings.of(cluster, assembly().businessKey()).stream()
                .map(booking -> booking.supplierName() + " " + booking.status())
                .toList();
    }

    void theRoomAnswers(String answer) {
        SupplierBooking asked = bookings.of(cluster, assembly().businessKey()).get(0);
        Held held = new Held(cluster, asked.bookingId(), "supplier:" + asked.supplierId());
        transaction.executeWithoutResult(status ->
                page("booking").answer(held, Map.of("answer", List.of(answer + "-0"))));
        dueJobsRun();
    }

    /** The mail server takes all that lies in the outbox. */
    void theMailIsTaken(String purpose) {
        jdbc.sql("""
                        update klyngeflow.mail_outbox
                        set state = 'SENT', attempts = 1, first_tried_at = :now, done_at = :now,
                          message_id = coalesce(message_id, 'm' || mail_id || '@test')
                        where cluster_id = :cluster and purpose = :purpose and state = 'WAITING'""")
                .param("now", Timestamp.from(clock.instant()))
                .param("cluster", cluster)
                .param("purpose", purpose)
                .update();
    }

    long mailTo(String role, String purpose) {
        return jdbc.sql("""
                        select mail_id from klyngeflow.mail_outbox
                        where cluster_id = ? and purpose = ? and recipient_person = ?""")
                .params(cluster, purpose, person(role))
                .query(Long.class)
                .single();
    }

    void comesBack(String role, String purpose) {
        String messageId = jdbc.sql("select message_id from klyngeflow.mail_outbox where mail_id = ?")
                .param(mailTo(role, purpose))
                .query(String.class)
                .single();
        transaction.executeWithoutResult(status -> bounces.bounced(List.of(messageId), "Adressen findes ikke.", true));
    }

    void isSentAgainTo(String role, String purpose, String address) {
        failed.correct(cluster, mailTo(role, purpose), address);
        failed.sendAgain(cluster, mailTo(role, purpose));
    }

    void isGivenUp(String role, String purpose) {
        failed.giveUp(cluster, mailTo(role, purpose));
    }

    /** Every line of a handover's list that is hers, done. */
    String itemsOf(String owner) {
        return jdbc
                .sql("select number from klyngeflow.handover_item where cluster_id = ? and owner = ? order by number")
                .params(cluster, owner)
                .query(Integer.class)
                .list()
                .stream()
                .map(number -> "{\"number\":\"" + number + "\",\"state\":\"DONE\",\"remark\":\"\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    List<String> groups(String role) {
        return identities.createGroupQuery().groupMember(person(role)).list().stream()
                .map(group -> group.getId().substring(group.getId().indexOf('.') + 1))
                .toList();
    }

    int elections(Post post) {
        return jdbc.sql("select count(*) from klyngeflow.election where cluster_id = ? and post = ?")
                .params(cluster, post.name())
                .query(Integer.class)
                .single();
    }

    /** As somebody who works for the cluster begins it, or the year. */
    void anElectionIsUnderWay(Post post) {
        transaction.executeWithoutResult(
                status -> cases.startBy("election.postVacated", cluster, Map.of("post", post.name())));
        dueJobsRun();
    }

    void aBillIsUnpaid() {
        jdbc.sql("""
                        insert into klyngeflow.invoice (cluster_id, invoice_id, status, source, kind, sender_id, received_at)
                        values (?, 'F1', 'APPROVAL', 'UPLOAD', 'INVOICE', 'test', now())
                        on conflict (cluster_id, invoice_id) do update set status = 'APPROVAL'""").params(cluster).update();
    }

    void theBillIsPutAside() {
        jdbc.sql("update klyngeflow.invoice set status = 'DISCARDED' where cluster_id = ?")
                .params(cluster)
                .update();
    }

    String nameOf(String role) {
        return world.people().nameOf(person(role));
    }

    Instant now() {
        return clock.instant();
    }

    // what is

    /** In the link of her mail. */
    String code(String purpose, String role) {
        String url = links.url(cluster, links.of(cluster, purpose, assembly().assemblyId(), person(role)))
                .orElseThrow();
        return url.substring(url.indexOf('#') + 1);
    }

    Task openTask(String key) {
        return openTasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no open task " + key + " among " + openTasks()));
    }

    /** The newest. */
    CalledAssembly assembly() {
        return assemblies.all(cluster).get(0);
    }

    List<CalledAssembly> all() {
        return assemblies.all(cluster);
    }

    LocalDate day() {
        return planning.meeting(assembly()).day();
    }

    List<MemberProposal> proposed() {
        return proposals.of(assembly());
    }

    List<Candidacy> standing() {
        return proposals.candidates(assembly());
    }

    void leaves(String role) {
        jdbc.sql("""
                        update klyngeflow.role_holder set until_day = :today
                        where cluster_id = :cluster and person_id = :person""")
                .param("today", CopenhagenTime.dayOf(clock.instant()))
                .param("cluster", cluster)
                .param("person", person(role))
                .update();
    }

    AssemblyDemands demands() {
        return demands;
    }

    void isMoved(String local, String why) {
        planning.move(cluster, assembly().assemblyId(), moment(local), why);
        dueJobsRun();
    }

    void isCancelled(String why) {
        planning.cancel(cluster, assembly().assemblyId(), why);
        dueJobsRun();
    }

    void answersTask(String role, String task, Map<String, Object> answer) {
        Task open = openTasks().stream()
                .filter(each -> each.getTaskDefinitionKey().equals(task))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no open task " + task + " among " + openTasks()));
        String key = instances
                .createProcessInstanceQuery()
                .processInstanceId(open.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
        answers.give(cluster, Objects.requireNonNull(key), task, person(role), answer);
        dueJobsRun();
    }

    /** The minutes, as whoever writes them finds them. */
    String draft() {
        return minutes.draft(assembly());
    }

    List<VoteProtocol> protocols() {
        return evenings.protocols(assembly());
    }

    /** Ids of what goes along with the mails. */
    List<String> attached(String purpose) {
        return jdbc.sql("""
                        select distinct unnest(document_ids) from klyngeflow.mail_outbox
                        where cluster_id = ? and purpose = ?""").params(cluster, purpose).query(String.class).list();
    }

    /** What the archive calls its papers. */
    List<String> filed() {
        return papers.stream()
                .flatMap(each -> each.papers(cluster).stream())
                .map(FiledPapers.FiledPaper::title)
                .toList();
    }

    List<String> mails(String purpose) {
        return jdbc.sql("""
                        select coalesce(recipient_person, recipient_address) from klyngeflow.mail_outbox
                        where cluster_id = ? and purpose = ? order by created_at, recipient_person""").params(cluster, purpose).query(String.class).list();
    }

    List<String> holding(Post post) {
        return world.people().holding(cluster, post).stream()
                .map(person -> person.id().substring(cluster.length() + 1))
                .toList();
    }

    boolean isOpen(CalledAssembly assembly) {
        return cases.isOpen(cluster, assembly.businessKey());
    }

    /** Keys of what the chair has before her, in order. */
    String points() {
        return String.join(
                " ",
                jdbc.sql("""
                                select key from klyngeflow.evening_item
                                where cluster_id = ? and evening_id = ? order by number""")
                        .params(cluster, assembly().assemblyId())
                        .query(String.class)
                        .list());
    }

    void isCalledFor18March() {
        isCalledFor18March("2027-03-18T17:00");
    }

    void isCalledFor18March(String then) {
        theOrdinaryIsStarted();
        theBoardFixes("tor 18/3 19.00");
        passesUntil("2027-03-02T12:00");
        theBoardSays("");
        passesUntil(then);
    }

    /** Of the last election to that post. */
    String electionOf(Post post) {
        return jdbc.sql("""
                        select election_id from klyngeflow.election
                        where cluster_id = ? and post = ? order by number desc limit 1""").params(cluster, post.name()).query(String.class).single();
    }

    Map<String, Object> noNewDates() {
        return Map.of("decision", "GIVE_UP", "times", "");
    }

    void answersTaskOf(CalledAssembly of, String role, String task, Map<String, Object> answer) {
        answers.give(cluster, of.businessKey(), task, person(role), answer);
        dueJobsRun();
    }

    /** With every doubt that is raised answered: it is meant so. */
    Map<String, Object> meaningIt(String task, Map<String, Object> answer) {
        Map<String, Object> all = new HashMap<>(answer);
        try {
            answersTask("formand", task, answer);
            throw new AssertionError("no doubt was raised about " + answer);
        } catch (FormRefused refused) {
            all.put(FormFields.CONFIRMED, keys(refused));
        }
        return all;
    }
}
