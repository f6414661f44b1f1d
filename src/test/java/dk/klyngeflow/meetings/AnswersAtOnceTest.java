package dk.klyngeflow.meetings;

import static dk.klyngeflow.bookings.BookingKind.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.AtOnce;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.bookings.SupplierBooking;
import dk.klyngeflow.bookings.BookingStatus;
import dk.klyngeflow.bookings.PhoneAnswer;
import dk.klyngeflow.engine.FormRefused;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two act on the same at the same moment: one of them wins, and the other hears of it. */
@KlyngeflowTest
class AnswersAtOnceTest {

    private static final int ROUNDS = 4;

    @Autowired
    BookingStory booking;

    @Autowired
    DataOrderStory data;

    @AfterEach
    void nothingIsStuck() {
        booking.noIncidentIsOpen();
    }

    private void aRoomIsAskedFor() {
        booking.aClusterPlansAMeeting();
        booking.isOnTheList(ROOM, "Havnesalen", "Kroen");
        booking.isNeeded(ROOM);
    }

    @RepeatedTest(ROUNDS)
    void aYesAndACancellation() throws InterruptedException {
        aRoomIsAskedFor();
        SupplierBooking asked = booking.booking("Havnesalen");
        StringBuilder read = new StringBuilder();

        List<Optional<Throwable>> refused =
                AtOnce.both(() -> read.append(booking.clicks(asked, "JA-0")), booking::isCancelledInOneGo);

        assertThat(refused).containsOnly(Optional.empty());
        assertThat(booking.booking("Havnesalen").status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(booking.mails())
                .as("whoever was told „Vi regner med dig“ is told that it is off: " + read)
                .contains("booking-cancelled Havnesalen CANCEL");
        assertThat(read.toString()).containsAnyOf("Vi regner med dig", "Mødet er aflyst");
    }

    @RepeatedTest(ROUNDS)
    void aYesAndAMove() throws InterruptedException {
        aRoomIsAskedFor();
        SupplierBooking asked = booking.booking("Havnesalen");

        AtOnce.both(() -> booking.clicks(asked, "JA-0"), () -> booking.isMovedInOneGo(BookingStory.ANOTHER_DAY));

        assertThat(booking.booking("Havnesalen").status())
                .as("a yes to the old time never counts for the new one")
                .isEqualTo(BookingStatus.ASKED);
        assertThat(booking.mails()).endsWith("booking-moved Havnesalen REQUEST link");
    }

    @RepeatedTest(ROUNDS)
    void aYesAndTheSecretaryWhoGivesUpWaiting() throws InterruptedException {
        aRoomIsAskedFor();
        SupplierBooking asked = booking.booking("Havnesalen");
        StringBuilder read = new StringBuilder();

        List<Optional<Throwable>> refused = AtOnce.both(
                () -> read.append(booking.clicks(asked, "JA-0")),
                () -> booking.saysOnThePhone(asked, PhoneAnswer.NEXT));

        assertThat(refused).containsOnly(Optional.empty());
        assertThat(booking.booking("Havnesalen").status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(booking.mails())
                .as("nobody keeps the evening free for nothing: " + read)
                .contains("booking-cancelled Havnesalen CANCEL");
    }

    @RepeatedTest(ROUNDS)
    void anAcceptTakenBackAndTheOrder() throws InterruptedException {
        data.aMeetingIn(90);
        data.wantsData();
        DataOrderStory.ONE_OF_EACH.forEach(gp -> data.says(gp, "JA"));
        data.dueJobsRun();
        String seen = data.numbers();

        List<Optional<Throwable>> refused =
                AtOnce.both(() -> data.says("m17", "NEJ"), () -> data.ordersAtThisMoment(seen));

        assertThat(refused.stream().filter(Optional::isPresent))
                .as("one of them, and only one")
                .hasSize(1)
                .allSatisfy(why -> assertThat(why.orElseThrow()).isInstanceOf(FormRefused.class));
        assertThat(data.numbers().contains("990107"))
                .as("ordered is exactly what accepts")
                .isEqualTo(refused.get(1).isEmpty());
    }

    @RepeatedTest(ROUNDS)
    void theTwoPracticesThatAnswerLast() throws InterruptedException {
        data.aMeetingIn(90);
        data.wantsData();
        DataOrderStory.ONE_OF_EACH.stream()
                .filter(gp -> !List.of("m20", "m21").contains(gp))
                .forEach(gp -> data.says(gp, "JA"));
        data.waitsFor();

        List<Optional<Throwable>> refused = AtOnce.both(() -> data.says("m20", "JA"), () -> data.says("m21", "NEJ"));

        assertThat(refused).containsOnly(Optional.empty());
        data.dueJobsRun();
        data.waitsFor("orderData");
    }
}
