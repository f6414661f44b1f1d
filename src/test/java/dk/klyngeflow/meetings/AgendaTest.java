package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.dataorders.DataSettings;
import dk.klyngeflow.dataorders.MeetingData;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.followup.MeetingWrapUp;
import dk.klyngeflow.gatherings.Meetings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the drafted agenda knows, and that nothing on it is untrue. */
@KlyngeflowTest
class AgendaTest {

    @Autowired
    MeetingStory story;

    @Autowired
    Agendas agendas;

    @Autowired
    Meetings meetings;

    @Autowired
    BookingCases cases;

    @Autowired
    Bookings bookings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void namesTheSpeakerOnceSheHasSaidYes() {
        story.aMeetingHasADate("SPEAKER");
        assertThat(drafted()).doesNotContain("Oplæg");
        assertThat(agendas.known(story.meeting()).speaker()).isEqualTo("Ingen endnu");

        transaction.executeWithoutResult(status ->
                bookings.bookByHand(cases.request(story.meeting(), BookingKind.SPEAKER), "Lise Holm", "", null, ""));

        assertThat(drafted()).contains("Oplæg: Lise Holm (30 min.)");
        assertThat(agendas.known(story.meeting()).speaker()).isEqualTo("Lise Holm kommer");
    }

    @Test
    void saysOfDataOnlyWhatIsTrue() {
        story.aMeetingHasADate("DATA");
        assertThat(drafted()).as("nothing is ordered").doesNotContain("egne data");
        assertThat(agendas.known(story.meeting()).data())
                .as("nobody has decided yet")
                .isEqualTo("Ikke bestilt; om mødet holdes uden, er ikke afgjort endnu");

        isOrdered();
        assertThat(drafted()).contains("klyngens egne data, hvis de når frem; koordinatoren viser sine egne først");
        assertThat(agendas.known(story.meeting()).data()).isEqualTo("Bestilt, men ikke kommet endnu");

        meetings.hasData(story.cluster(), story.meeting().meetingId(), true);
        assertThat(drafted()).contains("klyngens egne data; koordinatoren viser sine egne først");
        assertThat(agendas.known(story.meeting()).data()).isEqualTo("Er kommet og går med som bilag");
    }

    @Test
    void saysThatDataDoNotComeOnlyOnceThatIsDecided() {
        story.aMeetingHasADate("DATA", DataSettings.LEAD_DAYS, 300);
        assertThat(story.openTasks()).extracting(Task::getTaskDefinitionKey).contains("decideOnData");
        assertThat(agendas.known(story.meeting()).data()).doesNotContain("Kommer ikke");

        story.answersOf(MeetingData.CASE_PART, "koordinator", "decideOnData", Map.of("decision", "WITHOUT"));
        story.dueJobsRun();
        assertThat(agendas.known(story.meeting()).data()).isEqualTo("Kommer ikke; mødet holdes uden");
        isOrdered();
        assertThat(agendas.known(story.meeting()).data())
                .as("ordered once, and given up")
                .isEqualTo("Kommer ikke; mødet holdes uden");
        assertThat(drafted()).doesNotContain("egne data");
    }

    private void isOrdered() {
        jdbc.sql("""
                        insert into klyngeflow.data_order (cluster_id, meeting_id, closes_at, ordered_on, ordered_at, ordered_by)
                        values (:cluster, :meeting, now(), current_date, now(), :by)
                        on conflict (cluster_id, meeting_id) do update set ordered_on = current_date, ordered_at = now(), ordered_by = :by""")
                .param("cluster", story.cluster())
                .param("meeting", story.meeting().meetingId())
                .param("by", story.person("sekretaer"))
                .update();
    }

    @Test
    void theNoteTakerIsChosenBeforeAndGetsHerLinkOnTheDay() {
        story.aMeetingHasADate("");
        story.members().forEach(story::comes);
        story.untilTheAgenda();
        String inTurn = agendas.known(story.meeting()).noteTaker();
        assertThat(inTurn).isNotNull().isNotEqualTo(story.person("koordinator"));
        String noter = story.person("medlem");
        Map<String, Object> agenda =
                new HashMap<>(Map.of("agenda", story.meeting().agenda(), "place", "Havnen", "noteTaker", "nobody"));
        assertThatThrownBy(() -> story.answers("koordinator", "approveAgenda", agenda))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Vælg en anden");
        agenda.put("noteTaker", noter);
        story.answers("koordinator", "approveAgenda", agenda);
        story.dueJobsRun();
        assertThat(mails(noter, "note-taker")).isEqualTo(1);
        assertThat(mails(noter, "key-points")).isZero();

        story.untilTheMeetingIsHeld();
        assertThat(mails(noter, "key-points"))
                .as("as soon as the meeting is over")
                .isEqualTo(1);
        story.byLink("key-points", noter, Map.of("keyPoints", List.of("Nyretal hos alle med diabetes")));
        story.answersOf(
                MeetingWrapUp.PART,
                "koordinator",
                "recordMeeting",
                Map.of("attended", String.join(",", story.members()), "items", "[]", "noteTaker", noter));
        story.dueJobsRun();
        story.waitsFor("approveMinutes");
        assertThat(mails(noter, "key-points"))
                .as("nobody waits for what is here")
                .isEqualTo(1);
    }

    private String drafted() {
        agendas.draft(story.cluster(), story.meeting().meetingId());
        return story.meeting().agenda();
    }

    private long mails(String member, String purpose) {
        return jdbc.sql("""
                        select count(*) from klyngeflow.mail_outbox
                        where cluster_id = :cluster and recipient_person = :member and purpose = :purpose""")
                .param("cluster", story.cluster())
                .param("member", member)
                .param("purpose", purpose)
                .query(Long.class)
                .single();
    }
}
