package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.TestClock;
import dk.klyngeflow.demo.DemoCluster;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterRegister.NewPerson;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.Setting;
import dk.klyngeflow.polls.DatePolls;
import dk.klyngeflow.polls.PollResult;
import dk.klyngeflow.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which the stories of a date are told. Every story has a cluster of its own, of 21 members. */
@TestComponent
class DatePollStory {

    static final String YES = "YES";
    static final String NO = "NO";
    static final String IF_NEED_BE = "IF_NEED_BE";

    private static final AtomicInteger clusters = new AtomicInteger();

    private final DemoCluster demo;
    private final ClusterRegister register;
    private final ClusterSettings settings;
    private final Meetings meetings;
    private final MeetingPeople invited;
    private final People people;
    private final DatePolls polls;
    private final Links links;
    private final List<LinkPage> pages;
    private final Answers answers;
    private final Cases cases;
    private final TaskService tasks;
    private final RuntimeService instances;
    private final ManagementService jobs;
    private final HistoryService history;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TestClock clock;

    private String cluster = "";
    private String meetingId = "";

    DatePollStory(
            DemoCluster demo,
            ClusterRegister register,
            ClusterSettings settings,
            Meetings meetings,
            MeetingPeople invited,
            People people,
            DatePolls polls,
            Links links,
            List<LinkPage> pages,
            Answers answers,
            Cases cases,
            TaskService tasks,
            RuntimeService instances,
            ManagementService jobs,
            HistoryService history,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            TestClock clock) {
        this.demo = demo;
        this.register = register;
        this.settings = settings;
        this.meetings = meetings;
        this.invited = invited;
        this.people = people;
        this.polls = polls;
        this.links = links;
        this.pages = pages;
        this.answers = answers;
        this.cases = cases;
        this.tasks = tasks;
        this.instances = instances;
        this.jobs = jobs;
        this.history = history;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    void aCluster() {
        cluster = "dato" + clusters.incrementAndGet();
        demo.open(cluster, cluster + "-", PaymentMode.PLO);
    }

    String cluster() {
        return cluster;
    }

    String person(String id) {
        return cluster + "-" + id;
    }

    <T> void set(Setting<T> setting, T value) {
        settings.set(cluster, setting, value, LocalDate.of(2020, 1, 1), "admin");
    }

    /** @param starts local times, such as {@code 2026-10-06T19:00} */
    void asksAbout(String... starts) {
        asksAbout(Set.of(), starts);
    }

    void asksAbout(Set<String> required, String... starts) {
        LocalDate day = CopenhagenTime.dayOf(clock.instant());
        Meeting meeting = meetings.add(
                cluster,
                "Polyfarmaci",
                day,
                day.plusMonths(3),
                120,
                cluster + "@klyngeflow.example",
                person("koordinator"));
        meetingId = meeting.meetingId();
        invited.addMembers(meeting);
        invited.require(meeting, required.stream().map(this::person).toList());
        meetings.propose(
                cluster, meetingId, Arrays.stream(starts).map(DatePollStory::at).toList());
        cases.start(DatePoll.KEY, cluster, caseKey(), Map.of("meetingId", meetingId, "caseLabel", "Polyfarmaci"));
        dueJobsRun();
    }

    static Instant at(String local) {
        LocalDateTime time = LocalDateTime.parse(local);
        return CopenhagenTime.at(time.toLocalDate(), time.toLocalTime());
    }

    String caseKey() {
        return meeting().businessKey() + MeetingDates.CASE_PART;
    }

    Meeting meeting() {
        return meetings.get(cluster, meetingId);
    }

    List<String> members() {
        return people.holding(cluster, Role.MEMBER).stream().map(Person::id).toList();
    }

    String pollId() {
        return jdbc.sql("""
                        select poll_id from klyngeflow.date_poll where cluster_id = ? and case_key = ?
                        order by poll_id::bigint desc limit 1""").params(cluster, caseKey()).query(String.class).single();
    }

    PollResult result() {
        return polls.result(cluster, pollId());
    }

    /** On the page that her link opens, in one transaction as there. */
    Done answers(String personId, String... given) {
        Map<String, List<String>> sent = new HashMap<>();
        for (int i = 0; i < given.length; i++) {
            sent.put("dato" + (i + 1), List.of(given[i]));
        }
        Held held = new Held(cluster, pollId(), personId);
        return transaction.execute(status -> page().answer(held, sent));
    }

    LinkPage page() {
        return pages.stream()
                .filter(page -> page.purpose().equals("date-poll"))
                .findFirst()
                .orElseThrow();
    }

    void everybodyAnswers(String... given) {
        members().forEach(member -> answers(member, given));
    }

    void everybodyAnswersBut(List<String> silent, String... given) {
        members().stream().filter(member -> !silent.contains(member)).forEach(member -> answers(member, given));
    }

    /** True while her link opens something. */
    boolean linkLives(String personId) {
        return links.url(cluster, links.of(cluster, "date-poll", pollId(), personId))
                .isPresent();
    }

    void leaves(String personId) {
        transaction.executeWithoutResult(status -> register.end(cluster, personId, Post.MEMBER));
    }

    String joins(String name) {
        String id = person("ny");
        transaction.executeWithoutResult(status -> register.add(
                cluster, new NewPerson(id, name, "ny@nordklyngen.example", List.of(Post.MEMBER), "990101", null)));
        return id;
    }

    void chooses(String option) {
        answers.give(cluster, caseKey(), "confirmDate", person("koordinator"), Map.of("chosenDate", option));
        dueJobsRun();
    }

    void proposes(String times) {
        answers.give(
                cluster, caseKey(), "proposeDates", person("koordinator"), Map.of("decision", "ASK", "times", times));
        dueJobsRun();
    }

    void answersTask(String role, String task, Map<String, Object> answer) {
        answers.give(cluster, caseKey(), task, person(role), answer);
        dueJobsRun();
    }

    /** Until a local time, hour by hour. */
    void timePassesUntil(String local) {
        while (clock.instant().isBefore(at(local))) {
            Instant next = clock.instant().plus(Duration.ofMinutes(10));
            clock.set(next.isAfter(at(local)) ? at(local) : next);
            dueJobsRun();
        }
    }

    /** Runs what the job executor would run now, of this cluster. */
    void dueJobsRun() {
        for (int round = 0; round < 20; round++) {
            List<Job> due = jobs.createJobQuery()
                    .tenantIdIn(cluster)
                    .withRetriesLeft()
                    .duedateLowerThan(Date.from(clock.instant().plusMillis(1)))
                    .list();
            List<Job> now = jobs.createJobQuery()
                    .tenantIdIn(cluster)
                    .messages()
                    .withRetriesLeft()
                    .list();
            if (due.isEmpty() && now.isEmpty()) {
                return;
            }
            now.forEach(job -> jobs.executeJob(job.getId()));
            due.stream()
                    .filter(job -> jobs.createJobQuery().jobId(job.getId()).count() == 1)
                    .forEach(job -> jobs.executeJob(job.getId()));
        }
        throw new AssertionError("jobs without end in " + cluster);
    }

    /** Who was mailed for a purpose, and when, in local time; oldest first. */
    List<String> mails(String purpose) {
        return jdbc.sql("""
                        select recipient_person || ' ' || to_char(created_at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD HH24:MI')
                        from klyngeflow.mail_outbox where cluster_id = ? and purpose = ? order by created_at, recipient_person""").params(cluster, purpose).query(String.class).list();
    }

    List<Task> openTasks() {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseKey()).list();
    }

    void waitsFor(String... taskKeys) {
        assertThat(openTasks().stream().map(Task::getTaskDefinitionKey).toList())
                .containsExactlyInAnyOrder(taskKeys);
    }

    Set<String> holders() {
        return cases.holders(cluster, caseKey());
    }

    boolean isOpen() {
        return cases.isOpen(cluster, caseKey());
    }

    Object variable(String name) {
        HistoricVariableInstance found = history.createHistoricVariableInstanceQuery()
                .tenantIdIn(cluster)
                .variableName(name)
                .singleResult();
        return found.getValue();
    }

    void tookThePath(String... activities) {
        List<String> passed = history.createHistoricActivityInstanceQuery().tenantIdIn(cluster).list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
        assertThat(passed).contains(activities);
    }

    void noIncidentIsOpen() {
        if (!cluster.isEmpty()) {
            assertThat(instances.createIncidentQuery().tenantIdIn(cluster).list())
                    .isEmpty();
        }
    }
}
