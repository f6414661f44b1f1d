package dk.klyngeflow.meetings;

import dk.klyngeflow.ProcessStory;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterRegister.NewPerson;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.polls.DatePolls;
import dk.klyngeflow.polls.PollResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which the stories of a date are told. Every story has a cluster of its own, of 21 members. */
@TestComponent
class DatePollStory extends ProcessStory {

    static final String YES = "YES";
    static final String NO = "NO";
    static final String IF_NEED_BE = "IF_NEED_BE";

    private final ClusterRegister register;
    private final Meetings meetings;
    private final MeetingPeople invited;
    private final DatePolls polls;
    private final Links links;
    private final List<LinkPage> pages;
    private final Answers answers;
    private final Cases cases;
    private final TransactionTemplate transaction;

    private String meetingId = "";

    DatePollStory(
            World world,
            ClusterRegister register,
            Meetings meetings,
            MeetingPeople invited,
            DatePolls polls,
            Links links,
            List<LinkPage> pages,
            Answers answers,
            Cases cases,
            TransactionTemplate transaction) {
        super(world);
        this.register = register;
        this.meetings = meetings;
        this.invited = invited;
        this.polls = polls;
        this.links = links;
        this.pages = pages;
        this.answers = answers;
        this.cases = cases;
        this.transaction = transaction;
    }

    void aCluster() {
        open("dato", PaymentMode.PLO);
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

    /** Until a local time. */
    void timePassesUntil(String local) {
        timePasses(Duration.ofMinutes(10), at(local));
    }

    /** Who was mailed for a purpose, and when, in local time; oldest first. */
    List<String> mails(String purpose) {
        return jdbc.sql("""
                        select recipient_person || ' ' || to_char(created_at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD HH24:MI')
                        from klyngeflow.mail_outbox where cluster_id = ? and purpose = ? order by created_at, recipient_person""").params(cluster, purpose).query(String.class).list();
    }

    @Override
    public List<Task> openTasks() {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseKey()).list();
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
}
