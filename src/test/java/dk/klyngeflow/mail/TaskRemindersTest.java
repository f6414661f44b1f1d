package dk.klyngeflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.WithoutChecks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@KlyngeflowTest
class TaskRemindersTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Postman postman;

    @Autowired
    TaskService tasks;

    @Autowired
    WithoutChecks withoutChecks;

    @Autowired
    GreenMail inbox;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OutboxWorld world;

    @Autowired
    Mornings mornings;

    final List<String> made = new ArrayList<>();

    @BeforeEach
    void begin() throws Exception {
        clock.reset();
        world.begin();
        jdbc.sql("delete from klyngeflow.task_told").update();
        jdbc.sql("delete from klyngeflow.task_list_told").update();
        jdbc.sql("delete from klyngeflow.task_news").update();
        inbox.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void end() {
        withoutChecks.run(() -> tasks.deleteTasks(made, true));
        clock.reset();
    }

    @Test
    void tellsInTheMorningWhatWaitsOverdueFirst() throws Exception {
        task("Klynge Østerå · Godkend faktura 1", at(MONDAY.plusDays(3), 16));
        task("Klynge Østerå · Godkend faktura 2", at(MONDAY.minusDays(4), 16));
        String last = task("Klynge Østerå · Godkend faktura 3", null);

        morningOn(MONDAY, node());
        world.deliver(postman);

        var mail = inbox.getReceivedMessagesForDomain("soeren@oesteraa.example")[0];
        assertThat(mail.getSubject()).isEqualTo("3 opgaver venter på dig");
        String text = OutboxTest.Parts.of(mail).text();
        assertThat(text)
                .contains("Der venter 3 opgaver på dig; 1 har overskredet fristen.")
                .containsSubsequence(
                        "faktura 2 (fristen var 3. september)", "faktura 1 (frist 10. september)", "faktura 3")
                .contains("/camunda/app/tasklist/default/#/?task=" + last);
        assertThat(OutboxTest.Parts.of(mail).html()).contains("Forfalden:").contains("?task=" + last);
    }

    @Test
    void tellsOnceADayHoweverManyNodesThereAre() {
        task("Klynge Østerå · Godkend faktura 1", null);
        TaskReminders one = node();
        TaskReminders two = node();

        morningOn(MONDAY, one, two, one);
        morningOn(MONDAY, node());
        assertThat(mine()).isEqualTo(1);

        task("Klynge Østerå · Godkend faktura 2", null);
        morningOn(MONDAY.plusDays(1), one, two);
        assertThat(mine()).isEqualTo(2);
    }

    @Test
    void tellsWhatIsNewOrHasBecomeOverdueAndTheRestOnceAWeek() throws Exception {
        task("Klynge Østerå · Godkend faktura 1", at(MONDAY.plusDays(2), 16));
        assertThat(told(MONDAY)).contains("Der venter én opgave på dig.", "faktura 1 (frist 9. september)");
        assertThat(told(MONDAY.plusDays(1))).as("nothing has happened").isEmpty();

        task("Klynge Østerå · Godkend faktura 2", at(MONDAY.plusDays(4), 16));
        assertThat(told(MONDAY.plusDays(2)))
                .contains("faktura 2", "Desuden er der én opgave, som du kender")
                .doesNotContain("faktura 1");

        assertThat(told(MONDAY.plusDays(3)))
                .contains("faktura 1 (fristen var 9. september)")
                .doesNotContain("faktura 2");
        assertThat(told(MONDAY.plusDays(4))).as("told to be overdue once").isEmpty();
        assertThat(told(MONDAY.plusDays(7)))
                .as("the week's list")
                .contains("Der venter 2 opgaver på dig; 2 har overskredet fristen.", "faktura 1", "faktura 2");
        assertThat(told(MONDAY.plusDays(8))).isEmpty();
    }

    @Test
    void isSilentOnWhatIsDueInMoreThanAWeek() throws Exception {
        task("Klynge Østerå · Godkend faktura 1", at(MONDAY.plusDays(9), 16));
        assertThat(told(MONDAY)).isEmpty();
        assertThat(told(MONDAY.plusDays(1))).isEmpty();
        assertThat(told(MONDAY.plusDays(2))).contains("faktura 1 (frist 16. september)");
    }

    @Test
    void newsThatCouldNotBeSentThatDayIsNotLost() throws Exception {
        task("Klynge Østerå · Godkend faktura 1", at(MONDAY.plusDays(1), 16));
        morningOn(MONDAY, node());

        assertThat(told(MONDAY.plusDays(2)))
                .as("written on Monday and again on Wednesday, when it is overdue; both true when sent")
                .contains("fristen var 8. september")
                .doesNotContain("frist 8. september");
    }

    @Test
    void saysOnceWhatHasHappenedToATaskSheKnows() throws Exception {
        task("Klynge Østerå · Godkend faktura 1", at(MONDAY.plusDays(4), 16));
        task("Klynge Østerå · Godkend faktura 2", at(MONDAY.plusDays(4), 16));
        String far = task("Klynge Østerå · Godkend faktura 3", at(MONDAY.plusDays(20), 16));
        assertThat(told(MONDAY)).contains("faktura 1", "faktura 2").doesNotContain("faktura 3");

        happensTo(made.get(0), "Bilaget skal betales senest 11.09.2026.");
        happensTo(far, "Ingen har handlet på bilaget i nogle dage, så du kan også tage opgaven.");
        assertThat(told(MONDAY.plusDays(1)))
                .contains(
                        "faktura 1",
                        "Bilaget skal betales senest 11.09.2026.",
                        "faktura 3",
                        "Ingen har handlet på bilaget i nogle dage")
                .doesNotContain("faktura 2");
        assertThat(told(MONDAY.plusDays(2))).as("said once").isEmpty();
    }

    private void happensTo(String task, String why) {
        jdbc.sql("""
                        insert into klyngeflow.task_news (cluster_id, person_id, task_id, why, noted_on)
                        values (:cluster, :me, :task, :why, current_date)""")
                .param("cluster", OutboxWorld.CLUSTER)
                .param("me", OutboxWorld.SECRETARY)
                .param("task", task)
                .param("why", why)
                .update();
    }

    /** What she reads that morning; empty without a mail. */
    private String told(LocalDate day) throws Exception {
        inbox.purgeEmailFromAllMailboxes();
        morningOn(day, node());
        world.deliver(postman);
        StringBuilder read = new StringBuilder();
        for (var mail : inbox.getReceivedMessagesForDomain("soeren@oesteraa.example")) {
            read.append(OutboxTest.Parts.of(mail).text());
        }
        return read.toString();
    }

    @Test
    void isSilentOnHolidaysAndAtOtherHours() {
        task("Klynge Østerå · Godkend faktura 1", null);
        for (String day : List.of(
                "2026-09-05",
                "2026-09-06",
                "2026-06-05",
                "2026-12-24",
                "2026-12-25",
                "2026-12-31",
                "2027-03-25",
                "2027-05-06")) {
            morningOn(LocalDate.parse(day), node());
        }
        clock.set(CopenhagenTime.at(MONDAY, LocalTime.of(7, 29)));
        node().remindInTheMorning();
        clock.set(CopenhagenTime.at(MONDAY, LocalTime.of(10, 0)));
        node().remindInTheMorning();

        assertThat(mine()).isZero();
    }

    @Test
    void inTheMorningAllClustersAreLookedThrough() {
        task("Klynge Østerå · Godkend faktura 1", null);
        clock.set(CopenhagenTime.at(MONDAY, LocalTime.of(7, 30)));

        mornings.comesEverywhere(OutboxWorld.CLUSTER, node());

        assertThat(mine()).isEqualTo(1);
    }

    @Test
    void whatIsDoneBeforeTheMailGoesIsNotToldOf() {
        task("Klynge Østerå · Godkend faktura 1", null);
        morningOn(MONDAY, node());
        withoutChecks.run(() -> tasks.deleteTasks(made, true));
        made.clear();

        world.deliver(postman);

        assertThat(inbox.getReceivedMessagesForDomain("soeren@oesteraa.example"))
                .isEmpty();
        assertThat(world.states()).contains("NEEDLESS");
    }

    private TaskReminders node() {
        return beans.createBean(TaskReminders.class);
    }

    private void morningOn(LocalDate day, TaskReminders... nodes) {
        clock.set(CopenhagenTime.at(day, LocalTime.of(7, 30)));
        mornings.comes(OutboxWorld.CLUSTER, nodes);
    }

    private long mine() {
        return jdbc.sql(
                        "select count(*) from klyngeflow.mail_outbox where recipient_person = :me and purpose = 'task-reminder'")
                .param("me", OutboxWorld.SECRETARY)
                .query(Long.class)
                .single();
    }

    private String task(String title, @Nullable Instant due) {
        return withoutChecks.get(() -> {
            Task task = tasks.newTask();
            task.setName(title);
            task.setTenantId(OutboxWorld.CLUSTER);
            task.setAssignee(OutboxWorld.SECRETARY);
            task.setDueDate(due == null ? null : Date.from(due));
            tasks.saveTask(task);
            made.add(task.getId());
            return task.getId();
        });
    }

    private static Instant at(LocalDate day, int hour) {
        return CopenhagenTime.at(day, LocalTime.of(hour, 0));
    }
}
