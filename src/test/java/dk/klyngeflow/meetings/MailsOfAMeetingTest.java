package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.followup.MeetingWrapUp;
import dk.klyngeflow.links.Block;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many mails each kind of member gets for one whole meeting, from its topic to the minutes, and which. */
@KlyngeflowTest
class MailsOfAMeetingTest {

    @Autowired
    MeetingStory story;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void eachMemberIsWrittenToAsSeldomAsHerAnswersAllow() {
        story.aCluster();
        story.aMeetingIsWanted();
        String answers = story.person("medlem");
        String maybe = story.person("kasserer");
        String declines = story.person("formand");
        String silent = story.person("bestyrelse");
        story.theTopicsAreGathered();
        story.theCoordinatorPlans("DATA");
        story.dueJobsRun();
        story.members().stream().filter(member -> !member.equals(silent)).forEach(this::answersDatesAndConsent);
        assertThat(accepts())
                .as("practices that have accepted together with the dates")
                .isPositive();
        story.daysPass(8);
        story.confirmsTheBestDate();
        story.dueJobsRun();
        story.members().stream()
                .filter(member -> !List.of(maybe, declines, silent).contains(member))
                .forEach(story::comes);
        story.replies(maybe, "MAYBE");
        story.replies(declines, "NO");
        story.untilTheAgenda();
        story.theAgendaIsApproved();
        story.untilTheMeetingIsHeld();
        story.answersOf(
                MeetingWrapUp.PART,
                "koordinator",
                "recordMeeting",
                Map.of("attended", String.join(",", story.members()), "items", "[]", "noteTaker", ""));
        story.dueJobsRun();
        story.answersOf(
                MeetingWrapUp.PART,
                "koordinator",
                "approveMinutes",
                Map.of("keyPoints", "Vi talte om nyretal.", "items", "[]"));
        story.dueJobsRun();

        assertThat(mails(answers))
                .as("who answers everything")
                .hasSizeLessThanOrEqualTo(6)
                .contains("topics", "date-poll", "meeting-date", "meeting-invitation", "meeting-tomorrow", "minutes")
                .doesNotContain("consent", "meeting-rsvp-reminder");
        assertThat(mails(maybe))
                .as("who does not know yet")
                .contains("meeting-tomorrow-ask")
                .doesNotContain("meeting-tomorrow", "meeting-rsvp-reminder");
        assertThat(mails(declines))
                .as("who has declined is left in peace")
                .doesNotContain("meeting-tomorrow", "meeting-tomorrow-ask", "meeting-rsvp-reminder");
        assertThat(mails(silent))
                .as("who says nothing is asked, and asked kindly")
                .contains("date-poll-reminder", "meeting-rsvp-reminder", "meeting-tomorrow-ask")
                .doesNotContain("meeting-tomorrow")
                .hasSizeLessThanOrEqualTo(9);
    }

    @Test
    void movingKeepsTheConsentsAndAsksNobodyAgain() {
        story.aCluster();
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        story.aMeetingIsWanted();
        story.theCoordinatorPlans("DATA");
        story.dueJobsRun();
        story.members().forEach(this::answersDatesAndConsent);
        story.dueJobsRun();
        story.confirmsTheBestDate();
        story.dueJobsRun();
        long accepts = accepts();
        assertThat(accepts).isPositive();

        story.isMoved(story.meeting().start().plus(Duration.ofDays(21)));
        story.daysPass(1);

        assertThat(accepts()).isEqualTo(accepts);
        assertThat(mails(story.person("medlem")))
                .contains("meeting-moved")
                .doesNotContain("consent", "consent-reminder");
        assertThat(story.openTask("orderData"))
                .as("the secretary can order with the consents that she has")
                .isNotNull();
    }

    private long accepts() {
        return jdbc.sql("select count(*) from klyngeflow.data_consent where cluster_id = :c and accepts")
                .param("c", story.cluster())
                .query(Long.class)
                .single();
    }

    /** Both on the one page that her mail leads to. */
    private void answersDatesAndConsent(String member) {
        Map<String, List<String>> sent = new HashMap<>();
        List<String> asked = new ArrayList<>();
        story.shown("date-poll", member).blocks().stream()
                .filter(Block.Choice.class::isInstance)
                .map(Block.Choice.class::cast)
                .forEach(choice -> {
                    asked.add(choice.name());
                    sent.put(choice.name(), List.of(choice.name().startsWith("dato") ? "YES" : "JA"));
                });
        assertThat(asked).contains("samtykke");
        story.byLink("date-poll", member, sent);
    }

    private List<String> mails(String member) {
        return jdbc.sql("""
                        select purpose from klyngeflow.mail_outbox
                        where cluster_id = :cluster and recipient_person = :member and purpose <> 'task-reminder'
                        order by mail_id""")
                .param("cluster", story.cluster())
                .param("member", member)
                .query(String.class)
                .list();
    }
}
