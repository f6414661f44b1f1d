package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.ProcessStory;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Setting;
import dk.klyngeflow.polls.DatePolls;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which the stories of a meeting are told. Every story has a cluster of its own with 21 members. */
@TestComponent
public class MeetingStory extends ProcessStory {

    private final MeetingPlanning planning;
    private final MeetingChanges changes;
    private final Meetings meetings;
    private final MeetingPeople invited;
    private final MeetingViews views;
    private final Answers answers;
    private final Map<String, LinkPage> pages = new HashMap<>();
    private final DatePolls polls;
    private final Links links;
    private final TransactionTemplate transaction;

    private String key = "";

    MeetingStory(
            World world,
            MeetingPlanning planning,
            MeetingChanges changes,
            Meetings meetings,
            MeetingPeople invited,
            MeetingViews views,
            Answers answers,
            Collection<LinkPage> pages,
            DatePolls polls,
            Links links,
            TransactionTemplate transaction) {
        super(world);
        this.planning = planning;
        this.changes = changes;
        this.meetings = meetings;
        this.invited = invited;
        this.views = views;
        this.answers = answers;
        pages.forEach(page -> this.pages.put(page.purpose(), page));
        this.polls = polls;
        this.links = links;
        this.transaction = transaction;
    }

    // the cluster

    void aCluster() {
        clock.reset();
        open("moede", PaymentMode.OWN_ACCOUNT);
        key = "";
    }

    // planning

    /** Between eleven and thirteen weeks from now, so that there is time for data. */
    void aMeetingIsWanted() {
        LocalDate today = CopenhagenTime.dayOf(clock.instant());
        key = planning.start(cluster, today.plusWeeks(11), today.plusWeeks(13), true, person("koordinator"));
    }

    /** One that was begun elsewhere. */
    void theMeetingIs(String businessKey) {
        key = businessKey;
    }

    void theTopicsAreGathered() {
        daysPass(world.settings().get(cluster, MeetingSettings.TOPIC_VOTE_DAYS) + 1);
    }

    /** As the form is prefilled, with a topic typed in. */
    void theCoordinatorPlans(String needs) {
        answers("koordinator", "planMeeting", plan(needs));
    }

    Map<String, Object> plan(String needs) {
        MeetingViews.View view = views.view(meeting());
        Map<String, Object> form = new HashMap<>();
        form.put("title", "Diabetes og nyrer");
        form.put("text", "Vi ser på, hvem der får kontrolleret nyretal.");
        form.put("times", view.plan().times());
        form.put("minutes", String.valueOf(view.about().minutes()));
        form.put("place", "");
        form.put("needs", needs);
        form.put("required", person("koordinator"));
        return form;
    }

    /** Everybody says yes to every date, and the coordinator takes the best. */
    void theDateIsFound() {
        members().forEach(this::saysYesToAllDates);
        dueJobsRun();
        confirmsTheBestDate();
    }

    void confirmsTheBestDate() {
        int best = polls.result(
                        cluster, held("date-poll", person("koordinator")).subject())
                .best()
                .orElseThrow()
                .option();
        answersOf("/dato", "koordinator", "confirmDate", Map.of("chosenDate", String.valueOf(best)));
        dueJobsRun();
    }

    void saysYesToAllDates(String member) {
        saysToAllDates(member, "YES");
    }

    void saysToAllDates(String member, String answer) {
        Map<String, List<String>> sent = new HashMap<>();
        shown("date-poll", member).blocks().stream()
                .filter(Block.Choice.class::isInstance)
                .map(Block.Choice.class::cast)
                .filter(choice -> choice.required())
                .forEach(choice -> sent.put(choice.name(), List.of(answer)));
        byLink("date-poll", member, sent);
    }

    /** From nothing to a meeting with a date, nothing booked. */
    public void aMeetingHasADate(String needs) {
        aMeetingHasADate(needs, MeetingSettings.MINUTES, 120);
    }

    /** In a cluster that has settled one thing its own way. */
    <T> void aMeetingHasADate(String needs, Setting<T> setting, T value) {
        aCluster();
        set(setting, value);
        set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        aMeetingIsWanted();
        theCoordinatorPlans(needs);
        dueJobsRun();
        theDateIsFound();
        dueJobsRun();
    }

    // arranging

    void untilTheAgenda() {
        until(day().minusDays(world.settings().get(cluster, MeetingSettings.AGENDA_DAYS))
                .plusDays(1));
    }

    void theAgendaIsApproved() {
        answers("koordinator", "approveAgenda", Map.of("agenda", meeting().agenda(), "place", "Havnen"));
        dueJobsRun();
    }

    void comes(String member) {
        replies(member, "YES");
    }

    void replies(String member, String answer) {
        byLink("rsvp", member, Map.of("svar-" + meeting().sequence(), List.of(answer)));
    }

    void untilAnswersClose() {
        until(day().minusDays(world.settings().get(cluster, MeetingSettings.RSVP_DAYS))
                .plusDays(1));
    }

    void untilTheMeetingIsHeld() {
        until(day().plusDays(1));
    }

    void isMoved(Instant start) {
        changes.move(cluster, meeting().meetingId(), start, "Oplægsholderen er syg", person("koordinator"));
        dueJobsRun();
    }

    void isCancelled() {
        changes.cancel(cluster, meeting().meetingId(), "Snestorm", person("koordinator"));
        dueJobsRun();
    }

    // answers

    void answers(String role, String task, Map<String, Object> answer) {
        answers.give(cluster, key, task, person(role), answer);
    }

    void answersOf(String part, String role, String task, Map<String, Object> answer) {
        answers.give(cluster, key + part, task, person(role), answer);
    }

    public Shown shown(String purpose, String holder) {
        return page(purpose).show(held(purpose, holder)).orElseThrow();
    }

    public Done byLink(String purpose, String holder, Map<String, List<String>> sent) {
        return Objects.requireNonNull(
                transaction.execute(status -> page(purpose).answer(held(purpose, holder), sent)));
    }

    /** What she reads whose newest link of this kind takes no answers any longer. */
    String over(String purpose, String holder) {
        String subject = jdbc.sql("""
                        select subject from klyngeflow.link
                        where cluster_id = :cluster and purpose = :purpose and holder = :holder
                        order by created_at desc limit 1""")
                .param("cluster", cluster)
                .param("purpose", purpose)
                .param("holder", holder)
                .query(String.class)
                .single();
        return page(purpose).over(new Held(cluster, subject, holder)).blocks().toString();
    }

    private LinkPage page(String purpose) {
        return Objects.requireNonNull(pages.get(purpose));
    }

    boolean hasLink(String purpose, String holder) {
        return !subjects(purpose, holder).isEmpty();
    }

    private Held held(String purpose, String holder) {
        List<String> subjects = subjects(purpose, holder);
        assertThat(subjects).as(purpose + " of " + holder).isNotEmpty();
        return new Held(cluster, subjects.get(subjects.size() - 1), holder);
    }

    /** What stands in a member's mail, for the browser: where her link leads, below this application's own address. */
    String address(String purpose, String holder) {
        Held held = held(purpose, holder);
        String address = transaction
                .execute(status -> links.url(cluster, links.of(cluster, purpose, held.subject(), holder)))
                .orElseThrow();
        return address.substring(address.indexOf("/svar"));
    }

    /** The only one who has such a link, such as a place that is asked. */
    String holder(String purpose) {
        return jdbc.sql(
                        "select holder from klyngeflow.link where cluster_id = :cluster and purpose = :purpose and ended_at is null")
                .param("cluster", cluster)
                .param("purpose", purpose)
                .query(String.class)
                .single();
    }

    /** The story goes on with the meeting that somebody has just started elsewhere. */
    void isAboutTheNewest() {
        key = meetings.all(cluster).get(0).businessKey();
    }

    private List<String> subjects(String purpose, String holder) {
        return jdbc.sql("""
                        select subject from klyngeflow.link
                        where cluster_id = :cluster and purpose = :purpose and holder = :holder and ended_at is null
                        order by created_at""")
                .param("cluster", cluster)
                .param("purpose", purpose)
                .param("holder", holder)
                .query(String.class)
                .list();
    }

    // time

    LocalDate day() {
        return meeting().day();
    }

    void until(LocalDate day) {
        while (CopenhagenTime.dayOf(clock.instant()).isBefore(day)) {
            daysPass(1);
        }
    }

    @Override
    public void daysPass(int days) {
        timePasses(Duration.ofHours(12), clock.instant().plus(Duration.ofDays(days)));
    }

    // what is

    public Meeting meeting() {
        return meetings.byKey(cluster, key).orElseThrow();
    }

    MeetingPeople.Invited invited(String member) {
        return invited.find(meeting(), member).orElseThrow();
    }

    Task openTask(String taskKey) {
        return tasks.createTaskQuery()
                .tenantIdIn(cluster)
                .taskDefinitionKey(taskKey)
                .singleResult();
    }

    /** True when the caterer has the number, and hears each change of it. */
    boolean isHeadcountTold() {
        return jdbc.sql(
                        "select headcount_told from klyngeflow.meeting where cluster_id = :cluster and business_key = :key")
                .param("cluster", cluster)
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** What is told in the mails of this kind. */
    String saidIn(String purpose) {
        return jdbc.sql(
                        "select string_agg(model::text, ' ') from klyngeflow.mail_outbox where cluster_id = :cluster and purpose = :purpose")
                .param("cluster", cluster)
                .param("purpose", purpose)
                .query(String.class)
                .single();
    }

    /** How many mails of this kind the cluster has been written. */
    long mails(String purpose) {
        return jdbc.sql(
                        "select count(*) from klyngeflow.mail_outbox where cluster_id = :cluster and purpose = :purpose")
                .param("cluster", cluster)
                .param("purpose", purpose)
                .query(Long.class)
                .single();
    }

    long mailsTo(String role) {
        return jdbc.sql(
                        "select count(*) from klyngeflow.mail_outbox where cluster_id = :cluster and recipient_person = :person")
                .param("cluster", cluster)
                .param("person", person(role))
                .query(Long.class)
                .single();
    }

    void hasEnded() {
        assertThat(instances.createProcessInstanceQuery().tenantIdIn(cluster).count())
                .isZero();
    }

    boolean isRunning() {
        return instances
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count()
                > 0;
    }

    /** The tasks that were somebody's duty from start to finish, in order. */
    List<String> tasksOf(String role) {
        return history
                .createHistoricTaskInstanceQuery()
                .tenantIdIn(cluster)
                .taskAssignee(person(role))
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(HistoricTaskInstance::getTaskDefinitionKey)
                .toList();
    }

    long incidents() {
        return instances.createIncidentQuery().tenantIdIn(cluster).count();
    }
}
