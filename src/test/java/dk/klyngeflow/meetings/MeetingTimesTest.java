package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** Deadlines are counted backwards in Danish days and hours, over both switches of the clock. */
class MeetingTimesTest {

    private static final Instant LONG_BEFORE = Instant.parse("2027-01-04T08:00:00Z");

    @Test
    void areCountedBackwardsInDanishTime() {
        MeetingTimes.Backwards times = MeetingTimes.of(LONG_BEFORE, at(LocalDate.of(2027, 5, 11)), 35, 7, 4);
        assertThat(times.agendaDueAt()).isEqualTo(Instant.parse("2027-04-06T06:00:00Z"));
        assertThat(times.rsvpReminderAt()).isEqualTo(Instant.parse("2027-04-30T10:10:00Z"));
        assertThat(times.rsvpClosesAt()).isEqualTo(Instant.parse("2027-05-04T10:00:00Z"));
        assertThat(times.dayBeforeAt()).isEqualTo(Instant.parse("2027-05-10T10:00:00Z"));
        assertThat(times.meetingEndsAt()).isEqualTo(Instant.parse("2027-05-11T16:30:00Z"));
    }

    @Test
    void keepTheirHourWhenTheClockIsMovedInSpring() {
        MeetingTimes.Backwards times = MeetingTimes.of(LONG_BEFORE, at(LocalDate.of(2027, 3, 30)), 35, 7, 4);
        assertThat(times.agendaDueAt()).as("eight o'clock in winter").isEqualTo(Instant.parse("2027-02-23T07:00:00Z"));
        assertThat(times.meetingEndsAt())
                .as("half past six in summer")
                .isEqualTo(Instant.parse("2027-03-30T16:30:00Z"));
    }

    @Test
    void keepTheirHourWhenTheClockIsMovedInAutumn() {
        MeetingTimes.Backwards times = MeetingTimes.of(LONG_BEFORE, at(LocalDate.of(2027, 11, 2)), 35, 7, 4);
        assertThat(times.agendaDueAt()).isEqualTo(Instant.parse("2027-09-28T06:00:00Z"));
        assertThat(times.rsvpClosesAt()).isEqualTo(Instant.parse("2027-10-26T10:00:00Z"));
        assertThat(times.meetingEndsAt()).isEqualTo(Instant.parse("2027-11-02T17:30:00Z"));
    }

    @Test
    void leaveHalfOfTheTimeForAnswersWhenTheMeetingIsNear() {
        Instant now = Instant.parse("2027-05-09T14:30:00Z");
        MeetingTimes.Backwards times = MeetingTimes.of(now, at(LocalDate.of(2027, 5, 11)), 28, 7, 4);
        assertThat(times.agendaDueAt()).isEqualTo(now);
        assertThat(times.rsvpClosesAt()).isEqualTo(Instant.parse("2027-05-10T14:30:00Z"));
        assertThat(times.rsvpReminderAt()).as("nobody is reminded").isEqualTo(times.rsvpClosesAt());
    }

    @Test
    void neverRemindOnAHoliday() {
        // counted back from 28 May the reminder would be on Whit Monday, 17 May 2027
        MeetingTimes.Backwards times = MeetingTimes.of(LONG_BEFORE, at(LocalDate.of(2027, 5, 28)), 35, 7, 4);
        assertThat(CopenhagenTime.dayOf(times.rsvpReminderAt())).isEqualTo(LocalDate.of(2027, 5, 18));
    }

    private static Meeting at(LocalDate day) {
        return new Meeting(
                "klynge",
                "id",
                "klynge/2027-01",
                MeetingStatus.ARRANGING,
                new Meeting.Plan("Emne", "", null, 120, "", new Meeting.Wants(false, false, false, false)),
                new Meeting.Dates(day, day, CopenhagenTime.at(day, LocalTime.of(16, 30)), null),
                new Meeting.Counts(0, 0, 0, "uid"),
                new Meeting.Progress(false, "", null, false, null, "koordinator", LONG_BEFORE));
    }
}
