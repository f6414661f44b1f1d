package dk.klyngeflow.meetings;

import static dk.klyngeflow.bookings.BookingKind.CATERING;
import static dk.klyngeflow.bookings.BookingKind.ROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.bookings.BookingStatus;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.security.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A supplier's answer is held against the meeting as it is now, not as it was when she was asked. */
@KlyngeflowTest
class WhatIsTrueNowTest {

    @LocalServerPort
    int port;

    @Autowired
    BookingStory story;

    @BeforeEach
    void aMeeting() {
        story.aClusterPlansAMeeting();
        story.isOnTheList(ROOM, "Havnesalen");
        story.isNeeded(ROOM);
    }

    @AfterEach
    void nothingIsStuck() {
        story.noIncidentIsOpen();
    }

    @Test
    void aNoCannotBecomeAYesToAMeetingThatWasMovedAndCancelled() {
        story.answers("Havnesalen", false, "");
        story.isMoved(BookingStory.ANOTHER_DAY);
        story.theProcessIsInterrupted();
        story.isCancelledAMomentAgo();
        story.isCancelled();

        assertThat(story.shown("Havnesalen").orElseThrow().button()).isNull();
        assertThat(story.reads("Havnesalen")).contains("Mødet er aflyst. Du skal ikke gøre mere.");
        assertThat(story.answers(story.booking("Havnesalen"), "JA-0", "").toString())
                .contains("Mødet er aflyst. Du skal ikke gøre mere.")
                .doesNotContain("Vi regner med dig");
        story.answersInTheCalendar("Havnesalen", "ACCEPTED", 0, "");

        assertThat(story.booking("Havnesalen").status()).isEqualTo(BookingStatus.DECLINED);
        assertThat(story.mails())
                .as("her calendar has taken her yes, so she hears that it does not count")
                .endsWith("booking-too-late Havnesalen");
    }

    @Test
    void aYesThatCrossesACancellationDoesNotCount() {
        story.isCancelledAMomentAgo();

        assertThat(story.answers(story.booking("Havnesalen"), "JA-0", "").toString())
                .contains("Mødet er aflyst");
        assertThat(story.booking("Havnesalen").status()).isEqualTo(BookingStatus.ASKED);
    }

    @Test
    void aYesThatCrossesAMoveDoesNotCount() {
        story.isMovedAMomentAgo(BookingStory.ANOTHER_DAY);

        assertThat(story.reads("Havnesalen")).contains("Mødet er flyttet til tirsdag den 10. november 2026");
        assertThatThrownBy(() -> story.answers(story.booking("Havnesalen"), "JA-0", ""))
                .isInstanceOf(FormRefused.class);
        story.answersInTheCalendar("Havnesalen", "ACCEPTED", 0, "");
        assertThat(story.booking("Havnesalen").status()).isEqualTo(BookingStatus.ASKED);
    }

    @Test
    void afterTheMeetingTheLinkSaysSo() {
        story.clockIs(BookingStory.MEETING);

        assertThat(story.shown("Havnesalen").orElseThrow().button()).isNull();
        assertThat(story.reads("Havnesalen")).contains("Mødet er begyndt, så svaret kan ikke ændres mere.");
    }

    @Test
    void whoSaysYesGetsItInWritingAndIsRemindedOnTheDayBefore() {
        story.answers("Havnesalen", true, "900,00");
        assertThat(story.mails()).endsWith("booking-confirmed Havnesalen link");

        story.clockIs(BookingStory.MEETING.minus(java.time.Duration.ofHours(29)));
        story.theDayBefore();
        story.theDayBefore();

        assertThat(story.mails().stream().filter(mail -> mail.startsWith("booking-tomorrow")))
                .containsExactly("booking-tomorrow Havnesalen link");
    }

    @Test
    void aRemarkReachesCoordinatorAndSecretary() {
        story.isOnTheList(CATERING, "Madhuset");
        story.isNeeded(CATERING);
        story.answersWithRemark("Madhuset", "Kan vi levere kl. 16?");

        assertThat(story.mails().stream().filter(mail -> mail.startsWith("booking-remark")))
                .containsExactlyInAnyOrder(
                        "booking-remark " + story.person("koordinator"), "booking-remark " + story.person("sekretaer"));
        String coordinator = story.person("koordinator");
        assertThat(Browser.loggedIn(port, coordinator, coordinator)
                        .get("/moeder/" + story.meeting().businessKey())
                        .body())
                .as("and stands on the page of the meeting")
                .contains("Madhuset", "Kan vi levere kl. 16?");
    }
}
