package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.engine.CopenhagenTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When suppliers are reminded and phoned, in Danish time. */
class BookingTimesTest {

    private static final Instant MONDAY = at("2026-09-07T08:00");

    @Test
    void inGoodTimeTheDaysAreThoseOfTheSettings() {
        BookingTimes times = BookingTimes.of(MONDAY, at("2026-11-03T16:30"), 3, 2);

        assertThat(times.remindAt()).as("Thursday at lunch").isEqualTo(at("2026-09-10T12:10"));
        assertThat(times.phoneAt()).as("Monday morning").isEqualTo(at("2026-09-14T09:00"));
    }

    @Test
    void holidaysDoNotCount() {
        BookingTimes times = BookingTimes.of(at("2026-12-22T10:00"), at("2027-02-02T16:30"), 3, 2);

        assertThat(times.remindAt()).isEqualTo(at("2026-12-29T12:10"));
        assertThat(times.phoneAt()).isEqualTo(at("2027-01-04T09:00"));
    }

    @Test
    void whenTheMeetingIsNearItGoesFaster() {
        BookingTimes times = BookingTimes.of(MONDAY, at("2026-09-17T16:30"), 3, 2);

        assertThat(times.phoneAt()).as("a week before the meeting").isEqualTo(at("2026-09-10T09:00"));
        assertThat(times.remindAt()).as("the evening before").isEqualTo(at("2026-09-09T19:30"));
    }

    @Test
    void theDayBeforeThereIsNoTimeForAReminder() {
        Instant now = at("2026-09-07T19:00");
        BookingTimes times = BookingTimes.of(now, at("2026-09-08T16:30"), 3, 2);

        assertThat(times.phoneAt()).isEqualTo(at("2026-09-08T09:00"));
        assertThat(times.remindAt()).as("never, since somebody phones before").isAfter(times.phoneAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-26T23:30", "2027-03-28T01:30", "2026-10-23T12:00", "2026-10-25T02:30"})
    void overTheTurnOfTheClockTheHoursAreDanish(String now) {
        BookingTimes times = BookingTimes.of(at(now), at(now).plus(Duration.ofDays(60)), 3, 2);

        assertThat(times.phoneAt().atZone(CopenhagenTime.ZONE).getHour()).isEqualTo(9);
        assertThat(times.remindAt().atZone(CopenhagenTime.ZONE).toLocalTime()).hasToString("12:10");
        assertThat(times.remindAt()).isAfter(at(now)).isBefore(times.phoneAt());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CopenhagenTime.ZONE).toInstant();
    }
}
