package dk.klyngeflow.meetings;

import static dk.klyngeflow.bookings.BookingKind.CATERING;
import static dk.klyngeflow.bookings.BookingKind.ROOM;
import static dk.klyngeflow.bookings.BookingKind.SPEAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.bookings.BookingStatus;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.bookings.PhoneAnswer;
import dk.klyngeflow.bookings.SupplierBooking;
import dk.klyngeflow.engine.FormRefused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way that a booking can go, from the first question to the meeting. */
@KlyngeflowTest
class BookingProcessTest {

    @Autowired
    BookingStory story;

    @Autowired
    Bookings bookings;

    @BeforeEach
    void aMeeting() {
        story.aClusterPlansAMeeting();
    }

    @AfterEach
    void nothingIsStuck() {
        story.noIncidentIsOpen();
    }

    @Test
    void theFirstOnTheListSaysYes_andTheMeetingHasItsPlaceAndPrice() {
        story.isOnTheList(ROOM, "Havnesalen", "Kroen");
        story.isNeeded(ROOM);

        assertThat(story.asked()).containsExactly("Havnesalen ASKED");
        assertThat(story.mails()).containsExactly("booking-request Havnesalen REQUEST link");

        story.answers("Havnesalen", true, "1.250,00");

        assertThat(story.isOpen()).isFalse();
        assertThat(story.booked()).get().satisfies(booking -> {
            assertThat(booking.priceOere()).isEqualTo(125_000);
            assertThat(booking.people()).isEqualTo(21);
        });
        assertThat(story.meeting().place()).isEqualTo("Havnesalen, Havnegade 1");
        assertThat(story.mails())
                .containsExactly("booking-request Havnesalen REQUEST link", "booking-confirmed Havnesalen link");
    }

    @Test
    void twoVenuesDecline_andTheThirdIsBooked() {
        story.isOnTheList(ROOM, "Havnesalen", "Kroen", "Laden");
        story.isNeeded(ROOM);

        story.answers("Havnesalen", false, "");
        assertThat(story.asked()).containsExactly("Havnesalen DECLINED", "Kroen ASKED");
        story.answers("Kroen", false, "");
        story.answers("Laden", true, "");

        assertThat(story.asked()).containsExactly("Havnesalen DECLINED", "Kroen DECLINED", "Laden CONFIRMED");
        assertThat(story.mails())
                .containsExactly(
                        "booking-request Havnesalen REQUEST link",
                        "booking-request Kroen REQUEST link",
                        "booking-request Laden REQUEST link",
                        "booking-confirmed Laden link");
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void aSilentVenueIsRemindedOnce_thenPhoned_andSaysYes() {
        story.isOnTheList(ROOM, "Havnesalen", "Kroen");
        story.isNeeded(ROOM);

        story.daysPass(4);
        assertThat(story.mails())
                .containsExactly("booking-request Havnesalen REQUEST link", "booking-reminder Havnesalen link");
        assertThat(story.openTasks()).isEmpty();

        story.daysPass(4);
        assertThat(story.openTask().getName()).startsWith("Nordklyngen · Ring om bestilling · lokale til Polyfarmaci");
        assertThat(story.openTask().getDueDate()).isNotNull();

        story.secretary(Map.of("decision", "CONFIRMED", "price", 90_000L, "remark", "Spørg efter Bente"));

        assertThat(story.booked()).get().extracting(SupplierBooking::priceOere).isEqualTo(90_000L);
        assertThat(story.mails())
                .as("a yes on the phone is confirmed too")
                .hasSize(3)
                .endsWith("booking-confirmed Havnesalen link");
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void aSilentSpeakerIsLetGo_andIsTold() {
        story.isOnTheList(SPEAKER, "Anna Bo", "Carl Dam");
        story.isNeeded(SPEAKER);
        story.daysPass(8);

        story.secretary(Map.of("decision", "NEXT"));

        assertThat(story.asked()).containsExactly("Anna Bo CANCELLED", "Carl Dam ASKED");
        assertThat(story.mails()).contains("booking-cancelled Anna Bo CANCEL", "booking-request Carl Dam REQUEST link");
        assertThat(story.answers("Anna Bo", true, "").title()).isEqualTo("Det er ikke aktuelt længere");
        assertThat(story.asked())
                .as("a late yes changes nothing")
                .containsExactly("Anna Bo CANCELLED", "Carl Dam ASKED");
    }

    @Test
    void theAnswerMayComeWhileTheSecretaryHasTheTask() {
        story.isOnTheList(ROOM, "Havnesalen");
        story.isNeeded(ROOM);
        story.daysPass(8);
        assertThat(story.openTasks()).hasSize(1);

        story.answers("Havnesalen", true, "");

        assertThat(story.openTasks()).isEmpty();
        assertThat(story.booked()).isPresent();
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void whenNobodyIsLeftTheSecretaryBooksByHand() {
        story.isOnTheList(ROOM, "Havnesalen");
        story.isNeeded(ROOM);
        story.answers("Havnesalen", false, "");

        assertThatThrownBy(() -> story.secretary(Map.of("decision", "CONFIRMED")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Ingen er spurgt lige nu.");
        assertThatThrownBy(() -> story.secretary(Map.of("decision", "BY_HAND")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Navnet mangler.")
                .hasMessageContaining("Stedet mangler.");
        story.secretary(Map.of(
                "decision", "BY_HAND", "supplierName", "Forsamlingshuset", "place", "Byvej 2", "price", 50_000L));

        assertThat(story.booked()).get().satisfies(booking -> {
            assertThat(booking.supplierName()).isEqualTo("Forsamlingshuset");
            assertThat(booking.supplierId()).isNull();
        });
        assertThat(story.meeting().place()).isEqualTo("Byvej 2");
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void theMeetingMayBeHeldWithout() {
        story.isNeeded(SPEAKER);
        story.secretary(Map.of("decision", "WITHOUT"));

        assertThat(story.isOpen()).isFalse();
        assertThat(story.booked()).isEmpty();
    }

    @Test
    void somebodyIsPutOnTheListMeanwhile_andIsAsked() {
        story.isNeeded(CATERING);
        story.isOnTheList(CATERING, "Madhuset");
        story.secretary(Map.of("decision", "NEXT"));

        assertThat(story.asked()).containsExactly("Madhuset ASKED");
    }

    @Test
    void whoeverHasNoMailIsPhonedAtOnce() {
        story.isOnTheListWithoutMail(ROOM, "Kroen");
        story.isNeeded(ROOM);
        assertThat(story.mails()).isEmpty();

        story.secretary(Map.of("decision", "DECLINED", "remark", "Lukket"));

        assertThat(story.asked()).containsExactly("Kroen DECLINED");
        assertThat(story.openTasks()).as("nobody is left").hasSize(1);
    }

    @Test
    void nobodyPhones_andTheCoordinatorHearsOfIt() {
        story.isNeeded(ROOM);
        story.daysPass(5);

        assertThat(story.mails()).containsExactly("booking-open " + story.cluster() + "-koordinator");
        assertThat(story.openTasks()).hasSize(1);
    }

    @Test
    void theSearchEndsWhenTheMeetingBegins() {
        story.isNeeded(ROOM);
        story.clockIs(BookingStory.MEETING);

        assertThat(story.openTasks()).isEmpty();
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void anOwnRoomIsBookedAtOnce_andWithoutMail() {
        story.isOwnRoom("Kaffestuen");
        story.isNeeded(ROOM);
        story.dueJobsRun();

        assertThat(story.asked()).containsExactly("Kaffestuen CONFIRMED");
        assertThat(story.mails()).isEmpty();
        assertThat(story.isOpen()).isFalse();
        assertThat(story.meeting().place()).isEqualTo("Kaffestuen, Havnegade 1");
    }

    @Test
    void anOwnRoomThatIsTakenIsSaidToBe_andTheNextIsAsked() {
        story.isOwnRoom("Kaffestuen");
        story.isOnTheList(ROOM, "Havnesalen");
        story.isNeeded(ROOM);
        story.aMeetingMore("KOL");
        story.isNeeded(ROOM);

        assertThat(story.asked()).containsExactly("Kaffestuen TAKEN", "Havnesalen ASKED");
        assertThat(story.booking("Kaffestuen").remark())
                .isEqualTo(
                        "Kaffestuen er optaget tirsdag den 3. november 2026 kl. 16.30–18.30 af mødet „Polyfarmaci“.");
    }

    @Test
    void aMovedMeetingAsksTheSameVenueAgain_andTheYesToTheOldTimeDoesNotCount() {
        story.isOnTheList(ROOM, "Havnesalen", "Kroen");
        story.isNeeded(ROOM);
        story.answers("Havnesalen", true, "1.000,00");

        story.isMoved(BookingStory.ANOTHER_DAY);
        story.isMoved(BookingStory.ANOTHER_DAY);
        story.isNeeded(ROOM);

        assertThat(story.asked()).containsExactly("Havnesalen ASKED");
        assertThat(story.mails())
                .as("told once")
                .containsExactly(
                        "booking-request Havnesalen REQUEST link",
                        "booking-confirmed Havnesalen link",
                        "booking-moved Havnesalen REQUEST link");
        assertThatThrownBy(() -> story.answers(story.booking("Havnesalen"), "JA-0", ""))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Tidspunktet er ændret");
        story.answersInTheCalendar("Havnesalen", "ACCEPTED", 0, "");
        assertThat(story.booked()).as("a yes to the old time").isEmpty();

        story.answersInTheCalendar("Havnesalen", "ACCEPTED", 1, "");
        assertThat(story.booked()).get().extracting(SupplierBooking::priceOere).isEqualTo(100_000L);
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void aVenueThatCannotComeAlongIsFollowedByOneThatDeclinedTheOldTime() {
        story.isOnTheList(ROOM, "Havnesalen", "Kroen");
        story.isNeeded(ROOM);
        story.answers("Havnesalen", false, "");
        story.answers("Kroen", true, "");
        story.isMoved(BookingStory.ANOTHER_DAY);
        story.isNeeded(ROOM);

        story.answers("Kroen", false, "");

        assertThat(story.booking("Havnesalen").status()).isEqualTo(BookingStatus.ASKED);
        assertThat(story.booking("Havnesalen").start()).isEqualTo(BookingStory.ANOTHER_DAY);
    }

    @Test
    void everyMailAfterAMoveSaysTheOldTimeBesideTheNew() {
        story.isOnTheList(ROOM, "Havnesalen");
        story.isNeeded(ROOM);
        story.answers("Havnesalen", true, "");
        assertThat(story.oldTimeIn("booking-confirmed")).isEmpty();

        story.isMoved(BookingStory.ANOTHER_DAY);
        story.isNeeded(ROOM);
        assertThat(story.oldTimeIn("booking-moved")).startsWith("tirsdag den 3. november 2026 kl. ");
        story.answers("Havnesalen", true, "");
        assertThat(story.oldTimeIn("booking-confirmed")).isEqualTo(story.oldTimeIn("booking-moved"));
        story.isCancelled();
        assertThat(story.oldTimeIn("booking-cancelled")).isEqualTo(story.oldTimeIn("booking-moved"));
    }

    @Test
    void anOwnRoomMovesAlongUnlessItIsTaken() {
        story.isOwnRoom("Kaffestuen");
        story.isNeeded(ROOM);
        story.dueJobsRun();
        String first = story.meetingId();
        story.aMeetingMore("KOL");
        story.isMoved(BookingStory.ANOTHER_DAY);
        story.isNeeded(ROOM);
        story.isAbout(first);

        story.isMoved(BookingStory.ANOTHER_DAY);

        assertThat(story.asked()).containsExactly("Kaffestuen CANCELLED", "Kaffestuen TAKEN");
        assertThat(story.booking("Kaffestuen").remark()).contains("af mødet „KOL“");
        story.isMoved(BookingStory.ANOTHER_DAY.plus(Duration.ofHours(2)));
        story.isNeeded(ROOM);
        assertThat(story.booked()).as("later the same evening it is free").isPresent();
    }

    @Test
    void cancelledTheDayBefore_everyOneIsToldOnce() {
        story.isOnTheList(ROOM, "Havnesalen");
        story.isOnTheList(CATERING, "Madhuset");
        story.isOnTheList(SPEAKER, "Anna Bo");
        story.isNeeded(ROOM);
        story.answers("Havnesalen", true, "");
        story.isNeeded(CATERING);
        story.answers("Madhuset", true, "");
        story.isNeeded(SPEAKER);
        story.clockIs(BookingStory.MEETING.minus(Duration.ofDays(1)));

        story.isCancelled();
        story.isCancelled();

        assertThat(story.mails().stream().filter(mail -> mail.startsWith("booking-cancelled")))
                .containsExactlyInAnyOrder(
                        "booking-cancelled Havnesalen CANCEL",
                        "booking-cancelled Madhuset CANCEL",
                        "booking-cancelled Anna Bo CANCEL");
        assertThat(story.shown("Madhuset")).get().satisfies(page -> {
            assertThat(page.title()).isEqualTo("Det er ikke aktuelt længere");
            assertThat(page.button()).isNull();
        });
        assertThat(story.answers("Madhuset", false, "").title()).isEqualTo("Det er ikke aktuelt længere");
        story.clockIs(BookingStory.MEETING);
        assertThat(story.shown("Madhuset"))
                .get()
                .satisfies(page ->
                        assertThat(page.button()).as("nothing to answer").isNull());
    }

    @Test
    void sayingYesTwiceIsSayingItOnceAndAnAgreedPriceStands() {
        story.isOnTheList(ROOM, "Havnesalen", "Kroen");
        story.isNeeded(ROOM);
        story.answers("Havnesalen", true, "800,00");
        story.answers("Havnesalen", true, "800,00");
        story.answers("Havnesalen", true, "900,00");

        assertThat(story.asked()).containsExactly("Havnesalen CONFIRMED");
        assertThat(story.booked()).get().extracting(SupplierBooking::priceOere).isEqualTo(80_000L);
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void whoGoesBackOnAYesGivesTheSecretaryATask() {
        story.isOnTheList(ROOM, "Havnesalen", "Kroen");
        story.isNeeded(ROOM);
        story.answers("Havnesalen", true, "");
        assertThat(story.isOpen()).isFalse();

        story.answers("Havnesalen", false, "");

        assertThat(story.openTasks()).hasSize(1);
        assertThat(story.asked()).containsExactly("Havnesalen DECLINED");
        story.secretary(Map.of("decision", "NEXT"));
        assertThat(story.asked()).containsExactly("Havnesalen DECLINED", "Kroen ASKED");
        story.answers("Kroen", true, "");
        assertThat(story.isOpen()).isFalse();
        assertThat(story.meeting().place()).startsWith("Kroen");
    }

    @Test
    void theTaskOfSomebodyGoneEndsWhenTheMeetingIsCancelled() {
        story.isOnTheList(ROOM, "Havnesalen");
        story.isNeeded(ROOM);
        story.answers("Havnesalen", true, "");
        story.answers("Havnesalen", false, "");
        assertThat(story.openTasks()).hasSize(1);

        story.isCancelled();

        assertThat(story.openTasks()).isEmpty();
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void aNoMayBecomeAYesUntilSomebodyElseIsAsked() {
        story.isOnTheList(ROOM, "Havnesalen");
        story.isNeeded(ROOM);
        story.answers("Havnesalen", false, "");
        story.answers("Havnesalen", true, "");
        assertThat(story.booked()).isPresent();
        assertThat(story.openTasks()).isEmpty();

        story.aMeetingMore("KOL");
        story.isOnTheList(ROOM, "Kroen");
        story.isNeeded(ROOM);
        story.answers("Havnesalen", false, "");
        assertThat(story.shown("Havnesalen"))
                .get()
                .satisfies(page -> assertThat(page.button()).isNull());
        assertThat(story.answers("Havnesalen", true, "").lines())
                .containsExactly("Du har svaret nej, og vi har spurgt en anden. Kan du alligevel, så svar på mailen.");
        assertThat(story.asked()).containsExactly("Havnesalen DECLINED", "Kroen ASKED");
    }

    @Test
    void aProposalFromTheCalendarIsForAPersonToSettle() {
        story.isOnTheList(SPEAKER, "Anna Bo");
        story.isNeeded(SPEAKER);
        story.answersInTheCalendar("Anna Bo", "COUNTER", 0, "");

        assertThat(story.openTasks()).hasSize(1);
        assertThat(story.booking("Anna Bo").remark())
                .isEqualTo("Foreslår i stedet tirsdag den 10. november 2026 kl. 16.30 i kalenderen.");
        assertThat(story.booking("Anna Bo").status()).isEqualTo(BookingStatus.ASKED);
    }

    @Test
    void aYesFromAnotherAddressIsNotTrusted_andMaybeIsNoAnswer() {
        story.isOnTheList(ROOM, "Havnesalen");
        story.isNeeded(ROOM);
        story.answersInTheCalendar("Havnesalen", "TENTATIVE", 0, "");
        assertThat(story.openTasks()).isEmpty();

        story.answersInTheCalendar("Havnesalen", "ACCEPTED", 0, "en.anden@sted.example");

        assertThat(story.booked()).isEmpty();
        assertThat(story.openTasks()).hasSize(1);
        assertThat(story.booking("Havnesalen").remark())
                .isEqualTo("Sagt ja i kalenderen. Svaret kom fra en anden adresse end den, der blev spurgt.");
    }

    @Test
    void theCatererHearsTheNumberOnceForEachNewNumber() {
        story.isOnTheList(CATERING, "Madhuset");
        story.isNeeded(CATERING);
        story.answers("Madhuset", true, "");
        for (int number : List.of(18, 18, 19, 18)) {
            story.headcountIs(number);
        }

        assertThat(story.mails().stream().filter(mail -> mail.startsWith("booking-headcount")))
                .hasSize(3);
        assertThat(story.booking("Madhuset").people()).isEqualTo(18);
    }

    @Test
    void catererAndSpeakerKnowWhereItIs() {
        story.isOnTheList(CATERING, "Madhuset");
        story.isOnTheList(ROOM, "Havnesalen");
        story.isOnTheList(SPEAKER, "Anna Bo");
        story.isNeeded(SPEAKER);
        story.answers("Anna Bo", true, "");
        story.isNeeded(CATERING);
        story.answers("Madhuset", true, "");
        story.isNeeded(ROOM);
        story.answers("Havnesalen", true, "");

        assertThat(story.mails())
                .as("the caterer hears the place with the number")
                .doesNotContain("booking-place Madhuset")
                .contains("booking-place Anna Bo");
        assertThat(story.booking("Madhuset").place()).isEqualTo("Havnesalen, Havnegade 1");
    }

    @Test
    void theCatererHearsOfEachPlaceAlsoOfTheOldOneAgain() {
        story.isOnTheList(CATERING, "Madhuset");
        story.isNeeded(CATERING);
        story.answers("Madhuset", true, "");
        story.headcountIs(18);
        for (String place : List.of("Kroen", "Havnen", "Kroen", "Kroen")) {
            bookings.place(story.cluster(), story.meeting().businessKey(), place);
        }
        assertThat(story.mails().stream().filter(mail -> mail.startsWith("booking-place")))
                .hasSize(3);
    }

    @Test
    void whatIsSaidOnThePhoneDoesNotReviveWhatWasCalledOffMeanwhile() {
        story.isOnTheList(CATERING, "Madhuset");
        story.isNeeded(CATERING);
        SupplierBooking asked = story.booking("Madhuset");
        bookings.cancelAll(story.cluster(), story.meeting().businessKey(), "Snestorm");
        assertThatThrownBy(() -> bookings.record(
                        story.cluster(),
                        asked.bookingId(),
                        PhoneAnswer.CONFIRMED,
                        null,
                        "",
                        story.cluster() + "-sekretaer"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Madhuset er ikke længere spurgt");
        assertThat(story.booking("Madhuset").status()).isEqualTo(BookingStatus.CANCELLED);
    }

    @Test
    void theCalendarKnowsOneEventThroughMoveAndCancellation() {
        story.isOnTheList(ROOM, "Havnesalen");
        story.isNeeded(ROOM);
        story.isMoved(BookingStory.ANOTHER_DAY);
        story.isCancelled();

        String uid = "UID:" + story.booking("Havnesalen").uid();
        assertThat(story.invitations("Havnesalen"))
                .containsExactly("SEQUENCE:0 " + uid, "SEQUENCE:1 " + uid, "SEQUENCE:2 " + uid);
    }

    @Test
    void anAnswerCostsFewStatements() {
        story.isOnTheList(ROOM, "Havnesalen");
        List<String> asking = story.statementsOfAsking();
        List<String> answer = story.statementsOfAnAnswer("Havnesalen");
        story.dueJobsRun();

        assertThat(answer.stream().filter(sql -> sql.contains("klyngeflow.")))
                .as(
                        "find it, hold the meeting and it, keep the answer, confirm it by mail, note it in the contact book")
                .hasSizeLessThanOrEqualTo(14);
        assertThat(answer).as("with the engine told").hasSizeLessThanOrEqualTo(38);
        assertThat(asking).as("process, booking, link and mail").hasSizeLessThanOrEqualTo(60);
        assertThat(story.booked()).isPresent();
    }
}
