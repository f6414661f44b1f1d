package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.ProcessStory;
import dk.klyngeflow.dataorders.DataOrders;
import dk.klyngeflow.dataorders.MeetingData;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which the stories of a data package are told. Every story has a cluster of its own, of nine practices. */
@TestComponent
class DataOrderStory extends ProcessStory {

    /** One GP of each practice. */
    static final List<String> ONE_OF_EACH = List.of("m7", "m9", "m12", "m13", "m15", "medlem", "m17", "m20", "m21");

    private final ClusterRegister register;
    private final Meetings meetings;
    private final DataOrders orders;
    private final LinkPage page;
    private final Documents documents;
    private final PdfMaker pdfs;
    private final Answers answers;
    private final Cases cases;
    private final TransactionTemplate transaction;

    private String meetingId = "";

    DataOrderStory(
            World world,
            ClusterRegister register,
            Meetings meetings,
            DataOrders orders,
            Collection<LinkPage> pages,
            Documents documents,
            PdfMaker pdfs,
            Answers answers,
            Cases cases,
            TransactionTemplate transaction) {
        super(world);
        this.register = register;
        this.meetings = meetings;
        this.orders = orders;
        this.page = pages.stream()
                .filter(each -> each.purpose().equals(MeetingData.PURPOSE))
                .findFirst()
                .orElseThrow();
        this.documents = documents;
        this.pdfs = pdfs;
        this.answers = answers;
        this.cases = cases;
        this.transaction = transaction;
    }

    /** It is Monday 7 September 2026, 8 o'clock. */
    void aMeetingIn(int days) {
        open("data", PaymentMode.PLO);
        LocalDate day = CopenhagenTime.dayOf(clock.instant()).plusDays(days);
        Meeting meeting = meetings.add(
                cluster, "Polyfarmaci", day, day, 120, cluster + "@klyngeflow.example", person("koordinator"));
        meetingId = meeting.meetingId();
        meetings.fixDate(cluster, meetingId, CopenhagenTime.at(day, LocalTime.of(19, 0)));
    }

    void wantsData() {
        cases.start(DataOrder.KEY, cluster, caseKey(), Map.of("meetingId", meetingId, "caseLabel", "Polyfarmaci"));
        dueJobsRun();
    }

    Meeting meeting() {
        return meetings.get(cluster, meetingId);
    }

    String caseKey() {
        return meeting().businessKey() + MeetingData.CASE_PART;
    }

    Done says(String gp, String answer) {
        Held held = new Held(cluster, meetingId, person(gp));
        return transaction.execute(status -> page.answer(held, Map.of("samtykke", List.of(answer))));
    }

    Optional<Shown> sees(String gp) {
        return page.show(new Held(cluster, meetingId, person(gp)));
    }

    String numbers() {
        return orders.accepting(cluster, meetingId);
    }

    void answersTask(String task, Map<String, Object> answer) {
        answers.give(cluster, caseKey(), task, person("sekretaer"), answer);
        dueJobsRun();
    }

    /** The coordinator says {@code WITHOUT} or {@code TRY}. */
    void decides(String decision) {
        answers.give(cluster, caseKey(), "decideOnData", person("koordinator"), Map.of("decision", decision));
        dueJobsRun();
    }

    void orders(String seen) {
        ordersAtThisMoment(seen);
        dueJobsRun();
    }

    void ordersAtThisMoment(String seen) {
        answers.give(
                cluster,
                caseKey(),
                "orderData",
                person("sekretaer"),
                Map.of("decision", "ORDERED", "orderedOn", today().toString(), "seenNumbers", seen));
    }

    LocalDate today() {
        return CopenhagenTime.dayOf(clock.instant());
    }

    /** Sends the form with so many files. */
    void receives(int files) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("decision", "RECEIVED");
        for (int i = 1; i <= files; i++) {
            answer.put("file" + i, file("sekretaer", i));
        }
        answersTask("receiveData", answer);
    }

    /** Sends the form with these files. */
    void receives(List<String> documents) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("decision", "RECEIVED");
        for (int i = 0; i < documents.size(); i++) {
            answer.put("file" + (i + 1), documents.get(i));
        }
        answersTask("receiveData", answer);
    }

    String file(String by, String name, byte[] content) {
        return documents.store(cluster, name, content, person(by)).id();
    }

    /** Keeps a file as the form's upload does; returns its id. */
    String file(String by, int number) {
        byte[] pdf = pdfs.pdf("sample", Map.of("text", "Data " + number));
        return documents
                .store(cluster, "data" + number + ".pdf", pdf, person(by))
                .id();
    }

    List<String> files() {
        return orders.files(cluster, meetingId).stream()
                .map(DataOrders.DataFile::title)
                .toList();
    }

    void leaves(String gp) {
        transaction.executeWithoutResult(status -> register.end(cluster, person(gp), Post.MEMBER));
    }

    /** What she reads whose link takes no answers any longer. */
    String readsWhenOver(String gp) {
        return page.over(new Held(cluster, meetingId, person(gp))).blocks().toString();
    }

    void theMeetingIsCancelled() {
        meetings.cancel(cluster, meetingId, "Snestorm");
    }

    /** Who was mailed for a purpose. */
    List<String> mails(String purpose) {
        return jdbc.sql("""
                        select recipient_person from klyngeflow.mail_outbox where cluster_id = ? and purpose = ?
                        order by mail_id""").params(cluster, purpose).query(String.class).list();
    }

    void timePassesUntil(LocalDate day, LocalTime hour) {
        timePasses(Duration.ofHours(1), CopenhagenTime.at(day, hour));
    }

    @Override
    public List<Task> openTasks() {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseKey()).list();
    }

    void hasEnded(boolean withData) {
        assertThat(cases.isOpen(cluster, caseKey())).isFalse();
        assertThat(meeting().hasData()).isEqualTo(withData);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .tenantIdIn(cluster)
                        .variableName("hasData")
                        .list())
                .last()
                .extracting(found -> found.getValue())
                .isEqualTo(withData);
    }
}
