package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All times are Copenhagen's. */
class FriendlyHoursTest {

    @ParameterizedTest
    @CsvSource({
        "2026-09-07T08:00, 2026-09-07T12:10",
        "2026-09-07T12:10, 2026-09-07T12:10",
        "2026-09-07T12:11, 2026-09-07T19:30",
        "2026-09-07T19:30, 2026-09-07T19:30",
        "2026-09-07T19:31, 2026-09-08T12:10",
        // over a weekend
        "2026-09-11T20:00, 2026-09-14T12:10",
        // from the evening before Maundy Thursday to the Tuesday after Easter
        "2027-03-24T20:00, 2027-03-30T12:10",
        // Christmas Eve to Boxing Day 2026, then the weekend
        "2026-12-23T19:31, 2026-12-28T12:10",
        // New Year's Eve is closed by custom
        "2026-12-31T08:00, 2027-01-04T12:10",
        // the two nights in which the clock is changed
        "2027-03-28T02:30, 2027-03-30T12:10",
        "2027-10-31T02:30, 2027-11-01T12:10"
    })
    void areAtLunchAndInTheEveningOfWorkingDays(LocalDateTime from, LocalDateTime expected) {
        assertThat(FriendlyHours.next(at(from))).isEqualTo(at(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-08T08:00, 2026-09-07T19:30",
        "2026-09-07T19:30, 2026-09-07T12:10",
        "2026-09-07T12:10, 2026-09-04T19:30",
        "2027-03-29T20:00, 2027-03-24T19:30"
    })
    void canBeSoughtBackwards(LocalDateTime until, LocalDateTime expected) {
        assertThat(FriendlyHours.lastBefore(at(until))).isEqualTo(at(expected));
    }

    /** The hours of people stay; those of the machine move by one. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-23T12:00, 2027-03-23T11:10:00Z",
        "2027-03-30T12:00, 2027-03-30T10:10:00Z",
        "2027-10-29T12:00, 2027-10-29T10:10:00Z",
        "2027-11-01T12:00, 2027-11-01T11:10:00Z"
    })
    void stayWherePeopleExpectThem_whenTheClockIsChanged(LocalDateTime from, Instant expected) {
        assertThat(FriendlyHours.next(at(from))).isEqualTo(expected);
    }

    private static Instant at(LocalDateTime local) {
        return CopenhagenTime.at(local.toLocalDate(), local.toLocalTime());
    }
}
