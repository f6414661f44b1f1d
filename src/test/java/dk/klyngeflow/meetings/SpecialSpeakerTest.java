package dk.klyngeflow.meetings;

import static dk.klyngeflow.bookings.BookingKind.SPEAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.mail.WrittenMails;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where the topic is the speaker's own, the next is proposed to the coordinator and asked only when she says so. */
@KlyngeflowTest
class SpecialSpeakerTest {

    @Autowired
    BookingStory story;

    @Autowired
    WrittenMails mails;

    @BeforeEach
    void theFirstSaysNo() {
        story.aClusterPlansAMeeting();
        story.isOnTheList(SPEAKER, "Anna Bo", "Carl Dam", "Eva Friis");
        story.theTopicIsTheSpeakers();
        story.isNeeded(SPEAKER);
        assertThat(story.asked()).containsExactly("Anna Bo ASKED");
        story.answers("Anna Bo", false, "");
    }

    @AfterEach
    void nothingIsStuck() {
        story.noIncidentIsOpen();
    }

    @Test
    void nobodyIsAskedBeforeTheCoordinatorHasChosen() {
        assertThat(story.asked()).containsExactly("Anna Bo DECLINED");
        assertThat(story.mails()).doesNotContain("booking-request Carl Dam REQUEST link");
        assertThat(story.openTask().getTaskDefinitionKey()).isEqualTo("chooseSpeaker");
        assertThat(mails.texts(story.cluster(), "decision-wanted", story.person("koordinator")))
                .singleElement()
                .asString()
                .contains(
                        "Anna Bo holder ikke oplæg om emnet",
                        "Hvem skal spørges nu?",
                        "Ingen bliver spurgt, før du har svaret.");

        story.coordinator(Map.of("decision", "ASK", "supplierId", story.supplierId("Eva Friis")));

        assertThat(story.asked()).containsExactly("Anna Bo DECLINED", "Eva Friis ASKED");
        story.answers("Eva Friis", false, "");
        assertThat(story.openTask().getTaskDefinitionKey()).as("each next one").isEqualTo("chooseSpeaker");
    }

    @Test
    void aNoWithARemarkIsOneMailThatSaysBoth_byLinkAndByCalendar() {
        story.coordinator(Map.of("decision", "ASK", "supplierId", story.supplierId("Eva Friis")));
        story.answersWithRemark("Eva Friis", false, "Jeg er i Rom til den 9.");
        assertThat(told("koordinator"))
                .last()
                .asString()
                .contains("Eva Friis holder ikke oplæg om emnet og skriver: „Jeg er i Rom til den 9.“");
        story.coordinator(Map.of("decision", "ASK", "supplierId", story.supplierId("Carl Dam")));
        story.answersInTheCalendar("Carl Dam", "DECLINED", 0, "", "Ring til Gitte i stedet");
        assertThat(told("koordinator")).last().asString().contains("Ring til Gitte i stedet");

        assertThat(mails.texts(story.cluster(), "booking-remark", story.person("koordinator")))
                .as("no second mail to her who decides")
                .isEmpty();
        assertThat(mails.texts(story.cluster(), "booking-remark", story.person("sekretaer")))
                .as("the secretary decides nothing, and reads it")
                .hasSize(2);
    }

    @Test
    void aYesWithARemarkIsTold() {
        story.coordinator(Map.of("decision", "ASK", "supplierId", story.supplierId("Eva Friis")));
        story.answersWithRemark("Eva Friis", true, "Jeg skal bruge en projektor");

        assertThat(mails.texts(story.cluster(), "booking-remark", story.person("koordinator")))
                .singleElement()
                .asString()
                .contains("Jeg skal bruge en projektor");
    }

    @Test
    void onlyOneWhoCanBeAskedIsTaken() {
        assertThatThrownBy(() -> story.coordinator(Map.of("decision", "ASK")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Oplægsholderen mangler.");
        assertThatThrownBy(
                        () -> story.coordinator(Map.of("decision", "ASK", "supplierId", story.supplierId("Anna Bo"))))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Den valgte kan ikke spørges længere.");
    }

    @Test
    void theFirstMayStillSayYes() {
        story.answers("Anna Bo", true, "");

        assertThat(story.booked()).isPresent();
        assertThat(story.openTasks()).isEmpty();
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void theSecretaryMayFindSomebody() {
        story.coordinator(Map.of("decision", "PHONE"));
        story.secretary(Map.of("decision", "BY_HAND", "supplierName", "Gitte Holm"));

        assertThat(story.booked())
                .get()
                .extracting(booking -> booking.supplierName())
                .isEqualTo("Gitte Holm");
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void theSecretaryDoesNotAskTheNextOverHerHead() {
        story.coordinator(Map.of("decision", "PHONE"));
        story.secretary(Map.of("decision", "NEXT"));

        assertThat(story.openTask().getTaskDefinitionKey()).isEqualTo("chooseSpeaker");
    }

    @Test
    void theBoardMayChooseTooWhenTheAgendaIsDue_andBothAreTold() {
        // the meeting is on 3 November: the agenda is due on 6 October
        story.until(LocalDate.of(2026, 10, 5));
        assertThat(told("formand")).isEmpty();
        assertThat(told("koordinator")).hasSize(1);

        story.until(LocalDate.of(2026, 10, 7));

        story.tookThePath("choiceOverdue", "offerSpeakerChoice", "speakerChoiceOffered");
        assertThat(told("formand"))
                .singleElement()
                .asString()
                .contains(
                        "Anna Bo holder ikke oplæg om emnet. Det er ikke afgjort, hvem der spørges i stedet, og dagsordenen skal laves nu.",
                        "Koordinatoren og bestyrelsen kan begge vælge");
        assertThat(told("koordinator")).hasSize(2);
        assertThat(story.openTask().getTaskDefinitionKey()).isEqualTo("chooseSpeaker");
        assertThat(story.holders()).contains(story.person("formand"), story.person("koordinator"));
        assertThat(story.asked()).as("nobody is asked by the calendar").containsExactly("Anna Bo DECLINED");
    }

    private List<String> told(String role) {
        return mails.texts(story.cluster(), "decision-wanted", story.person(role));
    }

    @Test
    void orNobodySpeaks() {
        story.coordinator(Map.of("decision", "WITHOUT"));

        assertThat(story.isOpen()).isFalse();
        assertThat(story.booked()).isEmpty();
    }
}
