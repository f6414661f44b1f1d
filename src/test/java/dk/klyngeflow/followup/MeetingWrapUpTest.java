package dk.klyngeflow.followup;

import static dk.klyngeflow.followup.AfterMeetingStory.item;
import static dk.klyngeflow.followup.AfterMeetingStory.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.documents.Archivable;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.WrapUp;
import dk.klyngeflow.gatherings.WrapUps;
import dk.klyngeflow.links.Shown;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way the time from the meeting to its minutes can go. */
@KlyngeflowTest
class MeetingWrapUpTest {

    private static final LocalDate DUE = LocalDate.of(2026, 10, 1);

    @Autowired
    AfterMeetingStory story;

    @Autowired
    WrapUps wrapUps;

    @Autowired
    AttendanceOfVoucher attendance;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    private WrapUp kept() {
        return wrapUps.get(story.meeting());
    }

    @Test
    void goesFromAttendanceToMinutesInTwoShortTasks() {
        story.aCluster();
        story.aMeetingIsHeld("m7", "m8");
        story.itIsWrappedUp();
        story.waitsFor("recordMeeting");
        assertThat(story.openTasks().get(0).getAssignee()).isEqualTo(story.person("koordinator"));
        assertThat(story.form().attendance().people()).hasSize(21);
        assertThat(story.form().attendance().cameCount()).isEqualTo(19);
        assertThat(story.meeting().status()).isEqualTo(MeetingStatus.HELD);

        story.theCoordinatorRecords(List.of(item("Skriv til kommunen om rygestopkurser", story.person("medlem"), DUE)));
        String noteTaker = kept().noteTaker();
        assertThat(story.mailed("key-points")).containsExactly(noteTaker);
        story.waitsFor();
        story.keyPointsAreWritten("Vi spørger alle rygere – også dem på Læsø.\nSygeplejersken følger op.");
        story.waitsFor("approveMinutes");
        assertThat(story.form().noted().keyPoints()).contains("Læsø");
        story.theCoordinatorApproves();

        story.hasEnded();
        assertThat(story.tasksDone()).isEqualTo(2);
        assertThat(story.mailed("minutes")).containsExactlyInAnyOrderElementsOf(story.members());
        assertThat(story.mailed("key-points-reminder")).isEmpty();
        assertThat(story.mailed("fee-claim")).isEmpty();
        assertThat(story.meeting().status()).isEqualTo(MeetingStatus.MINUTED);
        story.nothingPersonalIsInTheEngine("Læsø", "rygestopkurser");
    }

    @Test
    void theMinutesSayAllOfItInDanish() throws Exception {
        story.aCluster();
        story.aMeetingIsHeld("m7");
        story.theMinutesAreSent(List.of(item("Skriv til kommunen", story.person("medlem"), DUE)));

        assertThat(story.pdf(kept().minutesDocument()))
                .contains("Referat", AfterMeetingStory.TOPIC, "mandag den 7. september 2026 kl. 18.00")
                .contains("Lægehuset Åkanden", "20: ", "Mads Enevold", "Karen Holmgård")
                .contains("2. Egne tal først", "Vi spørger alle rygere.", "Sygeplejersken følger op.")
                .contains("Skriv til kommunen Mads Enevold 1. oktober 2026")
                .doesNotContain("Anders Bækgaard", "Udkast");
        Archivable.assertArchivable(story.document(kept().minutesDocument()));
    }

    @Test
    void theListForPloHasThoseWhoCameWithTheirPractices() throws Exception {
        story.aCluster();
        story.aMeetingIsHeld("m7");
        story.theMinutesAreSent(List.of());

        Archivable.assertArchivable(story.document(kept().attendanceDocument()));
        assertThat(story.pdf(kept().attendanceDocument()))
                .contains("Fremmødeliste", "CVR 99887702", "Til stede 20")
                .contains("Mads Enevold Solbakkens Lægepraksis (990106)")
                .doesNotContain("Anders Bækgaard");
    }

    @Test
    void theListGoesWithVouchersThatNameTheMeeting_andWithNoOthers() {
        story.aCluster();
        story.aMeetingIsHeld();
        story.theMinutesAreSent(List.of());

        for (String said :
                List.of("Klyngemøde 7. september", "mødet 7. september 2026", "2026-01", AfterMeetingStory.TOPIC)) {
            assertThat(attendance.of(story.cluster(), said)).as(said).hasSize(1);
        }
        for (String said : List.of("", "Klyngemøde 27. september", "7. september 2025", "2026-02", "Kaffe")) {
            assertThat(attendance.of(story.cluster(), said)).as(said).isEmpty();
        }
        assertThat(attendance.of("en-anden", "2026-01")).isEmpty();
    }

    @Test
    void goesOnWithoutKeyPointsThatNeverCome() {
        story.aCluster();
        story.aMeetingIsHeld();
        story.itIsWrappedUp();
        story.theCoordinatorRecords(List.of());
        story.daysPass(4);

        assertThat(story.mailedAt("key-points-reminder")).containsExactly("2026-09-09T12:10");
        story.waitsFor("approveMinutes");
        assertThat(story.form().noted().keyPointsMissing()).isNotNull();
        story.theCoordinatorApproves();
        story.hasEnded();
        assertThat(story.pdf(kept().minutesDocument())).contains("Der er ikke skrevet hovedpunkter.");
    }

    @Test
    void takesKeyPointsUntilTheMinutesAreApproved_andNotAfterwards() {
        story.aCluster();
        story.aMeetingIsHeld();
        story.itIsWrappedUp();
        story.theCoordinatorRecords(List.of());
        String noteTaker = story.noteTaker();
        story.daysPass(4);
        Map<String, Object> before = story.approval();
        story.keyPointsAreWritten("Sent, men her er de.");

        assertThatThrownBy(() -> story.answers("koordinator", "approveMinutes", before))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("siden du åbnede opgaven");
        story.theCoordinatorApproves();
        assertThat(story.pdf(kept().minutesDocument())).contains("Sent, men her er de.");
        assertThat(story.shown("key-points", noteTaker).map(Shown::button)).isEmpty();
        assertThatThrownBy(() -> story.byLink("key-points", noteTaker, Map.of("keyPoints", List.of("For sent"))))
                .isInstanceOf(FormRefused.class);
        assertThat(kept().keyPoints()).isEqualTo("Sent, men her er de.");
    }

    @Test
    void asksNobodyWhenTheCoordinatorWritesHerself() {
        story.aCluster();
        story.aMeetingIsHeld();
        story.itIsWrappedUp();
        Map<String, Object> recording = story.recording(List.of());
        recording.put("noteTaker", "");
        story.answers("koordinator", "recordMeeting", recording);

        story.waitsFor("approveMinutes");
        assertThat(story.mailed("key-points")).isEmpty();
        assertThat(story.form().noted().keyPointsMissing()).isNull();
    }

    @Test
    void theTurnToNoteGoesRoundAndNeverToTheCoordinator() {
        story.aCluster();
        story.aMeetingIsHeld();
        story.theMinutesAreSent(List.of());
        String first = kept().noteTaker();
        story.daysPass(30);
        story.aMeetingIsHeld();
        story.itIsWrappedUp();

        assertThat(story.form().attendance().noteTaker()).isNotNull().isNotEqualTo(first).isNotEqualTo(story.person("koordinator"));
    }

    @Test
    void onlyTheOneWhoNotedSeesTheQuestion() {
        story.aCluster();
        story.aMeetingIsHeld();
        story.itIsWrappedUp();
        story.theCoordinatorRecords(List.of());
        String other = story.members().stream()
                .filter(member -> !member.equals(kept().noteTaker()))
                .findFirst()
                .orElseThrow();

        assertThat(story.shown("key-points", other)).isEmpty();
        assertThat(story.shown("key-points", String.valueOf(kept().noteTaker())))
                .isPresent();
    }

    @Test
    void theBoardIsAskedWhenNobodyActs() {
        story.aCluster();
        story.aMeetingIsHeld();
        story.itIsWrappedUp();
        assertThat(story.holders()).containsExactly(story.person("koordinator"));
        story.daysPass(10);
        story.waitsFor("recordMeeting");
        assertThat(story.holders()).contains(story.person("koordinator"), story.person("formand"));

        story.answers("formand", "recordMeeting", story.recording(List.of()));
        story.daysPass(20);
        story.waitsFor("approveMinutes");
        assertThat(story.holders()).contains(story.person("formand"));
    }

    @Test
    void offersTheFeeToThoseWhoCame_whenTheClusterGivesOne() {
        story.aCluster();
        story.set(AfterMeetingSettings.FEE, 1_072_02L);
        story.aMeetingIsHeld("m7");
        story.theMinutesAreSent(List.of());

        assertThat(story.mailed("fee-claim")).hasSize(20).doesNotContain(story.person("m7"));
        assertThat(story.shown("claim", story.person("medlem"))).isPresent();
    }

    @Test
    void saysInDanishWhatIsWrongWithARecording() {
        story.aCluster();
        story.aMeetingIsHeld();
        story.itIsWrappedUp();
        refused("attended", "", "Kryds af, hvem der kom.");
        refused("attended", "fremmed", "ikke længere i klyngen");
        refused("noteTaker", story.person("sekretaer"), "en af dem, der kom");
        refused("items", json(List.of(item("Ring", "fremmed", DUE))), "Vælg, hvem der gør det");
        refused("items", json(List.of(Map.of("text", "Ring", "owner", story.person("medlem")))), "hvornår");
        refused("items", json(List.of(item("", story.person("medlem"), DUE))), "Teksten i en aftale mangler");
        refused("items", json(List.of(item("Ring til 010170-1234", story.person("medlem"), DUE))), "CPR");
        refused("items", "[{", "kan ikke læses");
        refused("items", json(List.of(Map.of("evil", "1"))), "hører til her");
        story.waitsFor("recordMeeting");
    }

    private void refused(String field, String value, String message) {
        Map<String, Object> recording = story.recording(List.of());
        recording.put(field, value);
        assertThatThrownBy(() -> story.answers("koordinator", "recordMeeting", recording))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining(message);
    }
}
