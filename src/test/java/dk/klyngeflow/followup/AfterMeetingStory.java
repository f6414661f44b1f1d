package dk.klyngeflow.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.klyngeflow.ProcessStory;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.Reply;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which the stories of what comes after a meeting are told. Every story has a cluster of its own with 21 members. */
@TestComponent
public class AfterMeetingStory extends ProcessStory {

    static final String TOPIC = "Bedre rygestop på Ærø, Åkanden og Østergab";
    static final String AGENDA = "1. Velkommen\n2. Egne tal først\n3. Gruppearbejde om små skridt";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Meetings meetings;
    private final MeetingPeople invited;
    private final WrapUpForms forms;
    private final Documents documents;
    private final Answers answers;
    private final Cases cases;
    private final Map<String, LinkPage> pages = new HashMap<>();
    private final TransactionTemplate transaction;

    private String meetingId = "";
    private String part = "";

    AfterMeetingStory(
            World world,
            Meetings meetings,
            MeetingPeople invited,
            WrapUpForms forms,
            Documents documents,
            Answers answers,
            Cases cases,
            Collection<LinkPage> pages,
            TransactionTemplate transaction) {
        super(world);
        this.meetings = meetings;
        this.invited = invited;
        this.forms = forms;
        this.documents = documents;
        this.answers = answers;
        this.cases = cases;
        pages.forEach(page -> this.pages.put(page.purpose(), page));
        this.transaction = transaction;
    }

    // the cluster and its meetings

    public void aCluster() {
        open("efter", PaymentMode.PLO);
    }

    void leaves(String role) {
        jdbc.sql(
                        "update klyngeflow.role_holder set until_day = :day where cluster_id = :cluster and person_id = :person")
                .param("day", CopenhagenTime.dayOf(clock.instant()))
                .param("cluster", cluster)
                .param("person", person(role))
                .update();
    }

    /** Everybody says yes but the one, who says something else. */
    void aMeetingIsHeldWithout(String role, Reply reply) {
        isAnnounced();
        members().forEach(member -> replies(member, member.equals(person(role)) ? reply : Reply.YES));
        ends();
    }

    /** This evening at six; everybody says yes but those named, who say nothing. */
    public void aMeetingIsHeld(String... silent) {
        Set<String> quiet = Arrays.stream(silent).map(this::person).collect(Collectors.toSet());
        isAnnounced();
        members().stream().filter(member -> !quiet.contains(member)).forEach(member -> replies(member, Reply.YES));
        ends();
    }

    private void isAnnounced() {
        clock.set(CopenhagenTime.at(CopenhagenTime.dayOf(clock.instant()), LocalTime.of(8, 0)));
        LocalDate today = CopenhagenTime.dayOf(clock.instant());
        transaction.executeWithoutResult(status -> {
            Meeting meeting = meetings.add(
                    cluster,
                    TOPIC,
                    today,
                    today,
                    120,
                    cluster + clock.instant() + "@test.example",
                    person("koordinator"));
            meetingId = meeting.meetingId();
            meetings.fixDate(cluster, meetingId, CopenhagenTime.at(today, LocalTime.of(18, 0)));
            meetings.place(cluster, meetingId, "Lægehuset Åkanden");
            meetings.agenda(cluster, meetingId, AGENDA, null);
            meetings.status(cluster, meetingId, MeetingStatus.INVITED);
            invited.addMembers(meeting);
        });
    }

    private void ends() {
        clock.set(meeting().end());
    }

    void replies(String member, Reply reply) {
        assertThat(invited.reply(cluster, meetingId, member, reply, "LINK")).isPresent();
    }

    void itIsWrappedUp() {
        begin(MeetingWrapUp.KEY, MeetingWrapUp.PART);
    }

    public void itIsFollowedUp() {
        begin(FollowUp.KEY, FollowUp.PART);
    }

    private void begin(String process, String of) {
        part = of;
        cases.start(
                process,
                cluster,
                key(),
                Map.of("meetingId", meetingId, "caseLabel", meeting().label()));
        run();
    }

    /** From the end of the meeting to the minutes, all as one would wish it. */
    public void theMinutesAreSent(List<Map<String, String>> items) {
        itIsWrappedUp();
        theCoordinatorRecords(items);
        keyPointsAreWritten("Vi spørger alle rygere.\nSygeplejersken følger op.");
        theCoordinatorApproves();
    }

    public Meeting meeting() {
        return meetings.get(cluster, meetingId);
    }

    String key() {
        return meeting().businessKey() + part;
    }

    // what people do

    WrapUpViews.View form() {
        return forms.of(meeting());
    }

    public static Map<String, String> item(String text, String owner, LocalDate due) {
        return Map.of("text", text, "owner", owner, "due", due.toString());
    }

    static String json(Object rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the form is prefilled, with what was agreed typed in. */
    Map<String, Object> recording(List<Map<String, String>> items) {
        Map<String, Object> sent = forms.recording(meeting());
        sent.put("items", json(items));
        return sent;
    }

    void theCoordinatorRecords(List<Map<String, String>> items) {
        answers("koordinator", "recordMeeting", recording(items));
    }

    /** As the form is prefilled. */
    Map<String, Object> approval() {
        Map<String, Object> sent = forms.approval(meeting());
        sent.put("items", json(form().agreed().items()));
        return sent;
    }

    void theCoordinatorApproves() {
        answers("koordinator", "approveMinutes", approval());
    }

    void answers(String role, String task, Map<String, Object> sent) {
        answers.give(cluster, key(), task, person(role), sent);
        run();
    }

    void keyPointsAreWritten(String text) {
        byLink("key-points", noteTaker(), Map.of("keyPoints", List.of(text)));
    }

    /** What she reads whose link takes no answers any longer. */
    String over(String purpose, String holder) {
        return page(purpose).over(new Held(cluster, meetingId, holder)).blocks().toString();
    }

    Optional<Shown> shown(String purpose, String holder) {
        return transaction.execute(status -> page(purpose).show(new Held(cluster, meetingId, holder)));
    }

    public Done byLink(String purpose, String holder, Map<String, List<String>> sent) {
        Done done = transaction.execute(status -> page(purpose).answer(new Held(cluster, meetingId, holder), sent));
        run();
        return done;
    }

    /** Who was asked for the key points. */
    String noteTaker() {
        return Objects.requireNonNull(form().attendance().noteTaker());
    }

    private LinkPage page(String purpose) {
        return Objects.requireNonNull(pages.get(purpose));
    }

    // time

    @Override
    public void daysPass(int days) {
        until(clock.instant().plus(Duration.ofDays(days)));
    }

    /** Lets everything happen at its own moment on the way. */
    public void until(Instant end) {
        for (int round = 0; round < 500; round++) {
            Optional<Job> next = jobs.createJobQuery().tenantIdIn(cluster).withRetriesLeft().list().stream()
                    .filter(job -> !due(job).isAfter(end))
                    .min(Comparator.comparing(this::due));
            if (next.isEmpty()) {
                if (end.isAfter(clock.instant())) {
                    clock.set(end);
                }
                return;
            }
            if (due(next.get()).isAfter(clock.instant())) {
                clock.set(due(next.get()));
            }
            jobs.executeJob(next.get().getId());
        }
        throw new AssertionError("jobs without end in " + cluster);
    }

    void run() {
        until(clock.instant());
    }

    private Instant due(Job job) {
        Date due = job.getDuedate();
        return due == null || job.getJobDefinitionId() == null ? clock.instant() : due.toInstant();
    }

    // what can be seen

    @Override
    public List<Task> openTasks() {
        return tasks.createTaskQuery().processInstanceBusinessKey(key()).list();
    }

    /** Everybody who can do the open tasks now. */
    Set<String> holders() {
        return cases.holders(cluster, key());
    }

    public void hasEnded() {
        assertThat(cases.isOpen(cluster, key())).isFalse();
    }

    void isOpen() {
        assertThat(cases.isOpen(cluster, key())).isTrue();
    }

    long tasksDone() {
        return history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(key())
                .finished()
                .count();
    }

    /** To whom mails of this purpose were written, in order. */
    List<String> mailed(String purpose) {
        return jdbc.sql("""
                        select recipient_person from klyngeflow.mail_outbox
                        where cluster_id = :cluster and purpose = :purpose order by mail_id""")
                .param("cluster", cluster)
                .param("purpose", purpose)
                .query(String.class)
                .list();
    }

    /** When mails of this purpose were written, as Danish hours. */
    List<String> mailedAt(String purpose) {
        return jdbc
                .sql("""
                        select created_at from klyngeflow.mail_outbox
                        where cluster_id = :cluster and purpose = :purpose order by mail_id""")
                .param("cluster", cluster)
                .param("purpose", purpose)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list()
                .stream()
                .map(at -> at.atZone(CopenhagenTime.ZONE).toLocalDateTime().toString())
                .toList();
    }

    String pdf(@Nullable String documentId) {
        try (PDDocument document = Loader.loadPDF(document(documentId))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] document(@Nullable String documentId) {
        return documents.content(cluster, Objects.requireNonNull(documentId));
    }

    /** Neither in a variable nor in a task's title: names, addresses, or what anybody wrote. */
    void nothingPersonalIsInTheEngine(String... written) {
        String known = history.createHistoricVariableInstanceQuery().tenantIdIn(cluster).list().stream()
                        .map(HistoricVariableInstance::getValue)
                        .map(String::valueOf)
                        .reduce("", (all, each) -> all + "\n" + each)
                + history.createHistoricTaskInstanceQuery().tenantIdIn(cluster).list().stream()
                        .map(task -> task.getName() + " " + task.getDescription())
                        .reduce("", (all, each) -> all + "\n" + each);
        assertThat(known).contains(TOPIC);
        for (Person person : world.people().holding(cluster, Role.MEMBER)) {
            assertThat(known).doesNotContain(person.name()).doesNotContain(person.mail());
        }
        for (String text : written) {
            assertThat(known).doesNotContain(text);
        }
    }
}
