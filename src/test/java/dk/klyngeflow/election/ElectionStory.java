package dk.klyngeflow.election;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.ProcessStory;
import dk.klyngeflow.ballots.Ballots;
import dk.klyngeflow.ballots.Recounted;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.ReadForm;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.links.OpenedLinks;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.mail.Bounces;
import dk.klyngeflow.mail.MailContent;
import dk.klyngeflow.members.ElectedPosts;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.statutes.StatutesText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which the stories of an election are told. Every story has a cluster of its own, of 21 members. */
@TestComponent
class ElectionStory extends ProcessStory {

    private final Elections elections;
    private final Nominees nominees;
    private final ElectionPlanning planning;
    private final ElectionResults results;
    private final BallotRounds rounds;
    private final Ballots ballots;
    private final Overruling overruling;
    private final StatutesText statutes;
    private final List<LinkPage> pages;
    private final Answers answers;
    private final Cases cases;
    private final Links links;
    private final ElectedPosts posts;
    private final List<FormContract<?>> contracts;
    private final TransactionTemplate transaction;
    private final Bounces bounces;
    private final List<MailContent> contents;
    private final OpenedLinks doors;
    private final Map<String, List<String>> rolls = new LinkedHashMap<>();

    ElectionStory(
            World world,
            Elections elections,
            Nominees nominees,
            ElectionPlanning planning,
            ElectionResults results,
            BallotRounds rounds,
            Ballots ballots,
            Overruling overruling,
            StatutesText statutes,
            List<LinkPage> pages,
            Answers answers,
            Cases cases,
            Links links,
            ElectedPosts posts,
            List<FormContract<?>> contracts,
            TransactionTemplate transaction,
            Bounces bounces,
            List<MailContent> contents,
            OpenedLinks doors) {
        super(world);
        this.bounces = bounces;
        this.contents = contents;
        this.doors = doors;
        this.elections = elections;
        this.nominees = nominees;
        this.planning = planning;
        this.results = results;
        this.rounds = rounds;
        this.ballots = ballots;
        this.overruling = overruling;
        this.statutes = statutes;
        this.pages = pages;
        this.answers = answers;
        this.cases = cases;
        this.links = links;
        this.posts = posts;
        this.contracts = contracts;
        this.transaction = transaction;
    }

    /** Whatever has happened, whoever reads only what is published finds it true, and an open vote publishes nothing. */
    @Override
    public void dueJobsRun() {
        super.dueJobsRun();
        nothingIsDue();
    }

    @Override
    protected void nothingIsDue() {
        jdbc.sql("select ballot_id, state from klyngeflow.ballot where cluster_id = ?")
                .param(cluster)
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(ballot -> outsideAgrees(ballot.getKey(), ballot.getValue()));
    }

    private void outsideAgrees(String ballotId, String state) {
        List<String> roll = ballots.roll(cluster, ballotId);
        List<String> frozen = rolls.computeIfAbsent(cluster + "/" + ballotId, key -> roll);
        assertThat(state.equals("PREPARED") || frozen.isEmpty() || frozen.containsAll(roll))
                .as("nobody comes onto the roll of %s", ballotId)
                .isTrue();
        var file = ballots.protocolFile(cluster, ballotId);
        if (state.equals("OPEN")) {
            assertThat(file).as("nothing of an open vote is published").isEmpty();
        }
        file.ifPresent(bytes -> assertThat(Recounted.of(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)))
                .as("what is published of %s counts up", ballotId)
                .isEmpty());
    }

    /** The letter with her link to the vote is reported back; what the secretary then has to do, by name. */
    String theLetterComesBack(String role) {
        String messageId = jdbc.sql("""
                        update klyngeflow.mail_outbox set state = 'SENT'
                        where cluster_id = ? and purpose = 'ballot-open' and recipient_person = ? returning message_id""")
                .params(cluster, person(role))
                .query(String.class)
                .list()
                .get(0);
        transaction.executeWithoutResult(status -> bounces.bounced(List.of(messageId), "Adressen findes ikke.", true));
        dueJobsRun();
        Task task = openTasks().stream()
                .filter(each -> each.getTaskDefinitionKey().equals("resolveFailedMail"))
                .findFirst()
                .orElseThrow();
        String said = task.getName() + " " + task.getDescription();
        answersTask("sekretaer", "resolveFailedMail", Map.of("decision", "SEND", "address", role + "@ny.example"));
        return said;
    }

    /** Whether the code of a link opens something. */
    boolean opens(String code) {
        return doors.opens(code);
    }

    void aCluster() {
        // keys that were destroyed in an earlier run stay so
        open("valg" + Long.toString(System.nanoTime(), 36) + "x", PaymentMode.PLO);
    }

    /** @param said by name of the field, as {@code digital_ballot}, {@code true} */
    void statutesSay(String... said) {
        Map<String, String> other = new LinkedHashMap<>();
        for (int i = 0; i < said.length; i += 2) {
            other.put(said[i], said[i + 1]);
        }
        statutes.adopt(cluster, other, CopenhagenTime.dayOf(clock.instant()));
    }

    void anElectionOf(Post post, int seats, String... leaving) {
        anElectionFrom("2026-11-02", post, seats, leaving);
    }

    void anElectionFrom(String day, Post post, int seats, String... leaving) {
        transaction.executeWithoutResult(status -> {
            Election election =
                    planning.wanted(cluster, post, seats, LocalDate.parse(day), List.of(leaving), person("sekretaer"));
            cases.start(CoordinatorElection.KEY, cluster, null, Map.of("electionId", election.electionId()));
        });
        dueJobsRun();
    }

    /** As another process starts it when a post stands empty. */
    void thePostIsVacated() {
        cases.start(CoordinatorElection.KEY, cluster, null, Map.of());
        dueJobsRun();
    }

    Election election() {
        return elections.all(cluster).get(0);
    }

    /** On the page that her link opens, in one transaction as there. */
    Done answers(String purpose, String role, String... given) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            sent.put(given[i], List.of(given[i + 1]));
        }
        Held held = held(purpose, role);
        Done done = transaction.execute(status -> page(purpose).answer(held, sent));
        dueJobsRun();
        return done;
    }

    Shown sees(String purpose, String role) {
        return page(purpose)
                .show(held(purpose, role))
                .orElseGet(() -> page(purpose).over(held(purpose, role)));
    }

    /** Ids, sorted. */
    List<String> roll() {
        return nominees.roll(election()).stream().sorted().toList();
    }

    /** On the page that her link opens. */
    void votes(String voter, String field, String candidate) {
        Held held = new Held(cluster, election().ballotId(election().progress().ballotRound()), voter);
        transaction.execute(status -> page("stemme").answer(held, Map.of(field, List.of(person(candidate)))));
    }

    Instant ballotCloses() {
        return ballotCloses(election());
    }

    Instant ballotCloses(Election election) {
        return Objects.requireNonNull(rounds.closesAt(election));
    }

    Election election(Election before) {
        return elections.get(cluster, before.electionId());
    }

    Instant now() {
        return clock.instant();
    }

    /** The next election has so many on its roll. */
    void onlyRemain(int members) {
        jdbc.sql("""
                        update klyngeflow.role_holder set from_day = from_day - 400, until_day = :today
                        where cluster_id = :cluster and post = 'MEMBER' and not (person_id = any(:stay))""")
                .param("today", CopenhagenTime.dayOf(clock.instant()))
                .param("cluster", cluster)
                .param(
                        "stay",
                        java.util.stream.Stream.of("m11", "m12", "m13", "m14", "m15", "m16")
                                .limit(members)
                                .map(this::person)
                                .toArray(String[]::new))
                .update();
    }

    /** As the page does that shows it. */
    String printsTheKey() {
        return Objects.requireNonNull(
                transaction.execute(status -> ballots.printKey(cluster, rounds.ballotId(election()))));
    }

    void overrules(String role, String elected, String reason) {
        overruling.decide(cluster, election().electionId(), List.of(person(elected)), person(role), reason);
        dueJobsRun();
    }

    String protocolFile() {
        return new String(
                ballots.protocolFile(cluster, rounds.ballotId(election())).orElseThrow(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    /** What is wrong with the protocol of the last vote, seen from outside. */
    List<String> recount() {
        return Recounted.of(protocolFile());
    }

    /** How many pairs of rows of one voter in the two votes have a writer or a place in common. */
    int joins(Election one, Election other) {
        return jdbc.sql("""
                        select count(*) from klyngeflow.ballot_roll a
                        join klyngeflow.ballot_envelope b on b.cluster_id = a.cluster_id and b.voter = a.voter
                        where a.cluster_id = :cluster and a.ballot_id = :one and b.ballot_id = :other
                          and (a.xmin = b.xmin or a.xmax = b.xmin)""")
                .param("cluster", cluster)
                .param("one", rounds.ballotId(one))
                .param("other", rounds.ballotId(other))
                .query(Integer.class)
                .single();
    }

    /** The moment is past, and no job has run yet. */
    void closesWithoutCounting() {
        clock.set(ballotCloses());
    }

    /** In the link of her mail. */
    String code(String purpose, String role) {
        Held held = held(purpose, role);
        String url = links.url(cluster, links.of(cluster, purpose, held.subject(), held.holder()))
                .orElseThrow();
        return url.substring(url.indexOf('#') + 1);
    }

    private Held held(String purpose, String role) {
        String subject = purpose.equals("stemme")
                ? election().ballotId(election().progress().ballotRound())
                : election().electionId();
        return new Held(cluster, subject, person(role));
    }

    private LinkPage page(String purpose) {
        return pages.stream()
                .filter(page -> page.purpose().equals(purpose))
                .findFirst()
                .orElseThrow();
    }

    void stands(String... roles) {
        for (String role : roles) {
            answers("election-nomination", role, "svar", "SELF", "tekst", "Jeg vil gerne");
        }
    }

    void nominationsClose() {
        passesUntil(Objects.requireNonNull(election().progress().nominationsCloseAt()));
    }

    void acclamationFallsDue() {
        passesUntil(Objects.requireNonNull(election().progress().acclamationAt()));
    }

    void passesUntil(Instant moment) {
        timePasses(Duration.ofHours(6), moment);
    }

    void passesUntil(String local) {
        LocalDateTime time = LocalDateTime.parse(local);
        passesUntil(CopenhagenTime.at(time.toLocalDate(), time.toLocalTime()));
    }

    void accepts(String... roles) {
        for (String role : roles) {
            answers("election-acceptance", role, "svar", "YES");
        }
    }

    /** Two tellers have counted the same. @param votes by role, or {@code for} and {@code imod} */
    void theMeetingVotes(int blank, Object... votes) {
        answersTask("sekretaer", "recordVote", record(blank, votes));
    }

    Map<String, Object> record(int blank, Object... votes) {
        Map<String, Integer> by = new LinkedHashMap<>();
        for (int i = 0; i < votes.length; i += 2) {
            String choice = String.valueOf(votes[i]);
            by.put(choice.equals("for") || choice.equals("imod") ? choice : person(choice), (Integer) votes[i + 1]);
        }
        int all = by.values().stream().mapToInt(Integer::intValue).sum() + blank;
        return new LinkedHashMap<>(Map.of(
                "manner",
                "PAPER",
                "votes",
                by.entrySet().stream()
                        .map(each -> "{\"choice\":\"%s\",\"first\":\"%d\",\"second\":\"%d\"}"
                                .formatted(each.getKey(), each.getValue(), each.getValue()))
                        .collect(Collectors.joining(",", "[", "]")),
                "ballots",
                String.valueOf(all),
                "blank",
                String.valueOf(blank),
                "invalid",
                "0",
                "firstTeller",
                "Anne",
                "secondTeller",
                "Bo"));
    }

    void answersTask(String role, String task, Map<String, Object> answer) {
        answers.give(cluster, keyOf(task), task, person(role), answer);
        dueJobsRun();
    }

    /** Of the case whose task it is: the election, its vote or its handover. */
    private String keyOf(String task) {
        Task open = openTasks().stream()
                .filter(each -> each.getTaskDefinitionKey().equals(task))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no open task " + task + " among " + openTasks()));
        return Objects.requireNonNull(instances
                .createProcessInstanceQuery()
                .processInstanceId(open.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
    }

    // handing over

    /** Both tick off all that is theirs and confirm. */
    void theyHandOver(String parting, String successor) {
        answersTask(parting, "handOverPost", Map.of("items", items("PARTING"), "note", "God fornøjelse."));
        answersTask(successor, "takeOverPost", Map.of("items", items("SUCCESSOR")));
    }

    /** What the secretary and the board have not done is the new coordinator's. */
    void finishesTheChecklist(String coordinator) {
        answersTask(coordinator, "finishChecklist", Map.of("items", items("SECRETARY", "BOARD")));
    }

    private String items(String... owners) {
        return jdbc.sql("""
                        select number from klyngeflow.handover_item
                        where cluster_id = ? and owner = any(?) order by number""").params(cluster, owners).query(Integer.class).list().stream()
                .map(number -> "{\"number\":\"%d\",\"state\":\"DONE\",\"remark\":\"\"}".formatted(number))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The day comes and goes, and the chair is asked. */
    void theHandoverIsNotConfirmed() {
        for (int day = 0; day < 120 && !isAsked("decideOnHandover"); day++) {
            daysPass(1);
        }
    }

    private boolean isAsked(String task) {
        return openTasks().stream().anyMatch(open -> open.getTaskDefinitionKey().equals(task));
    }

    /** Fills the start form of a process in Tasklist. */
    void startsByHand(String process, Map<String, Object> sent) {
        FormContract<?> contract = contracts.stream()
                .filter(each -> each.task().equals(process))
                .findFirst()
                .orElseThrow();
        ReadForm form = ReadForm.by(contract, ReadForm.Sent.toStart(person("koordinator"), cluster, sent));
        transaction.executeWithoutResult(status -> cases.start(process, cluster, null, form.take()));
        dueJobsRun();
    }

    // terms

    void isMorningOf(String day) {
        clock.set(CopenhagenTime.at(LocalDate.parse(day), LocalTime.of(8, 0)));
    }

    /** She alone, and nobody before her. @param until the day on which she leaves; null when none is known */
    void hasSat(String role, Post post, String since, @Nullable String until) {
        boolean isOneAlways = post == Post.COORDINATOR;
        jdbc.sql(
                        isOneAlways
                                ? "update klyngeflow.role_holder set from_day = :since where cluster_id = :cluster and post = :post"
                                : "delete from klyngeflow.role_holder where cluster_id = :cluster and post = :post")
                .param("since", LocalDate.parse(since))
                .param("cluster", cluster)
                .param("post", post.name())
                .update();
        if (!isOneAlways) {
            joins(role, post, since, until);
        }
    }

    void joins(String role, Post post, String since, @Nullable String until) {
        LocalDate end = until == null ? null : LocalDate.parse(until);
        boolean isGone = end != null && !end.isAfter(CopenhagenTime.dayOf(clock.instant()));
        jdbc.sql("""
                        insert into klyngeflow.role_holder (cluster_id, person_id, post, from_day, until_day, begun_at, ended_at)
                        values (:cluster, :person, :post, :since, :until, now(), case when :gone then now() end)""")
                .param("cluster", cluster)
                .param("person", person(role))
                .param("post", post.name())
                .param("since", LocalDate.parse(since))
                .param("until", end)
                .param("gone", isGone)
                .update();
    }

    /** As another process says it that has elected them. */
    void anAssemblyElects(String day, Post post, int seats, String... roles) {
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("post", post.name());
        known.put("seats", (long) seats);
        known.put("takesOffice", day);
        known.put(
                "electedAtAssembly",
                java.util.Arrays.stream(roles).map(this::person).collect(Collectors.joining(",")));
        cases.start(CoordinatorElection.KEY, cluster, null, known);
        dueJobsRun();
    }

    /** All of them stand, none against another, and say yes. */
    void allAgreeOn(String... roles) {
        stands(roles);
        nominationsClose();
        acclamationFallsDue();
        accepts(roles);
    }

    // posts that fall vacant

    void aPostEnds(String role, Post post, int inDays) {
        jdbc.sql("""
                        update klyngeflow.role_holder set until_day = :until
                        where cluster_id = :cluster and person_id = :person and post = :post""")
                .param("until", CopenhagenTime.dayOf(clock.instant()).plusDays(inDays))
                .param("cluster", cluster)
                .param("person", person(role))
                .param("post", post.name())
                .update();
    }

    void aPostIsGiven(String role, Post post, int inDays) {
        posts.take(
                cluster,
                post,
                List.of(person(role)),
                List.of(),
                CopenhagenTime.dayOf(clock.instant()).plusDays(inDays));
    }

    /** As every working morning. */
    void emptyPostsAreLookedFor() {
        transaction.executeWithoutResult(status -> {
            for (Post post : List.of(Post.COORDINATOR, Post.CHAIR, Post.TREASURER, Post.AUDITOR)) {
                planning.fill(cluster, post);
            }
        });
        dueJobsRun();
    }

    List<Election> elections() {
        return elections.all(cluster);
    }

    void isCancelled(String reason) {
        results.cancel(cluster, election().electionId(), reason, person("sekretaer"));
        dueJobsRun();
    }

    Nominee.State stateOf(String role) {
        return nominees.find(election(), person(role)).orElseThrow().state();
    }

    List<String> holding(Post post) {
        return world.people().holding(cluster, post).stream()
                .map(person -> person.id().substring(cluster.length() + 1))
                .toList();
    }

    /** Who was mailed for a purpose. */
    List<String> mails(String purpose) {
        return jdbc.sql("""
                        select coalesce(recipient_person, recipient_address) from klyngeflow.mail_outbox
                        where cluster_id = ? and purpose = ? order by created_at, recipient_person""").params(cluster, purpose).query(String.class).list();
    }

    /** What the mails of a purpose say beside their template, now; nothing when they are not sent any more. */
    Map<String, Object> says(String purpose) {
        MailContent content = contents.stream()
                .filter(each -> each.purpose().equals(purpose))
                .findFirst()
                .orElseThrow();
        Map<String, String> model = new LinkedHashMap<>();
        jdbc.sql("""
                        select key, value from klyngeflow.mail_outbox, jsonb_each_text(model)
                        where cluster_id = ? and purpose = ?""").params(cluster, purpose).query((RowCallbackHandler)
                row -> model.put(row.getString(1), row.getString(2)));
        return content.at(cluster, Optional.of(mails(purpose).get(0)), model).orElse(Map.of());
    }

    boolean isOpen() {
        return cases.isOpen(cluster, election().businessKey());
    }

    /** Everything that the engine remembers of the case, as text. */
    String history() {
        return history.createHistoricVariableInstanceQuery().tenantIdIn(cluster).list().stream()
                .map(each -> each.getName() + "=" + each.getValue())
                .collect(Collectors.joining("\n"));
    }
}
