package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.followup.MeetingWrapUp;
import dk.klyngeflow.invoices.BillsOfACluster;
import dk.klyngeflow.mail.Mornings;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many mails a coordinator gets in the month of a meeting in which ten bills come too, the daily list of tasks included. */
@KlyngeflowTest
class MailsOfAMonthTest {

    private static final int BILLS = 10;

    @Autowired
    MeetingStory story;

    @Autowired
    BillsOfACluster bills;

    @Autowired
    Mornings morning;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private final List<String> atTheCoordinator = new ArrayList<>();
    private int come;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void aMonthOfOneMeetingAndTenBillsIsAtMostFifteenMails() {
        story.aMeetingHasADate("");
        // nine in the morning, when winter has come
        clock.advance(Duration.ofHours(2));
        LocalDate meeting = story.day();
        LocalDate first = meeting.minusDays(19);
        story.until(first);
        for (LocalDate day = first; !day.isAfter(meeting.plusDays(11)); day = day.plusDays(1)) {
            morning.comes(story.cluster());
            theCoordinatorDoesWhatWaits();
            // every other working day one more, until there are ten
            if (come < BILLS && day.getDayOfYear() % 2 == 0 && WorkingDays.isWorkingDay(day)) {
                String number = "M-" + ++come;
                bills.oneIsChecked(story, number);
                atTheCoordinator.add(number);
            }
            story.daysPass(1);
        }

        assertThat(come).isEqualTo(BILLS);
        List<String> mails = mailsSince(first);
        assertThat(mails)
                .as("mails to the coordinator from " + first + " to " + meeting.plusDays(11))
                .contains("meeting-invitation", "meeting-tomorrow", "minutes", "task-reminder")
                .hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void tenBillsThatNobodyActsOnGoWithTheMorningsList() {
        story.aMeetingHasADate("");
        clock.advance(Duration.ofHours(2));
        LocalDate meeting = story.day();
        LocalDate first = meeting.minusDays(19);
        story.until(first);
        for (LocalDate day = first; !day.isAfter(meeting.plusDays(11)); day = day.plusDays(1)) {
            morning.comes(story.cluster());
            theCoordinatorDoesWhatWaits();
            if (come < BILLS && day.getDayOfYear() % 2 == 0 && WorkingDays.isWorkingDay(day)) {
                bills.oneIsLeftLying(story, "L-" + ++come);
            }
            story.daysPass(1);
        }

        List<String> mails = mailsSince(first);
        assertThat(mails)
                .as("nothing of the bills but the morning's list: " + mails)
                .isSubsetOf("meeting-invitation", "meeting-tomorrow", "minutes", "task-reminder")
                .contains("task-reminder")
                .hasSizeLessThanOrEqualTo(15);
        assertThat(jdbc.sql("""
                                select distinct why from klyngeflow.task_news
                                where person_id = :person and told_on is not null""")
                        .param("person", story.person("koordinator"))
                        .query(String.class)
                        .list())
                .as("and there it is said why")
                .anyMatch(why -> why.startsWith("Ingen har handlet på bilaget i nogle dage"));
    }

    /** On the day on which she reads of it. */
    private void theCoordinatorDoesWhatWaits() {
        for (Task task : story.openTasks()) {
            switch (task.getTaskDefinitionKey()) {
                case "approveAgenda" -> {
                    story.theAgendaIsApproved();
                    story.members().forEach(story::comes);
                }
                case "recordMeeting" ->
                    story.answersOf(
                            MeetingWrapUp.PART,
                            "koordinator",
                            "recordMeeting",
                            Map.of("attended", String.join(",", story.members()), "items", "[]", "noteTaker", ""));
                case "approveMinutes" ->
                    story.answersOf(
                            MeetingWrapUp.PART,
                            "koordinator",
                            "approveMinutes",
                            Map.of("keyPoints", "Vi talte om nyretal.", "items", "[]"));
                default -> {}
            }
        }
        atTheCoordinator.forEach(number -> bills.theCoordinatorApproves(story, number));
        atTheCoordinator.clear();
        story.dueJobsRun();
    }

    private List<String> mailsSince(LocalDate first) {
        return jdbc.sql("""
                        select purpose from klyngeflow.mail_outbox
                        where cluster_id = :cluster and recipient_person = :person and created_at >= :first
                        order by mail_id""")
                .param("cluster", story.cluster())
                .param("person", story.person("koordinator"))
                .param("first", Timestamp.from(CopenhagenTime.at(first, LocalTime.MIDNIGHT)))
                .query(String.class)
                .list();
    }
}
