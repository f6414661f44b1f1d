package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.engine.CopenhagenTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hours that people see are Danish hours on every day of the year, the night the clock is changed too. */
class DeadlinesTest {

    @ParameterizedTest(name = "now {0}, due {1}: task {2}, remind {3}, escalate {4}")
    @CsvSource({
        // spring: the clock goes from 2 to 3 in the night before 28 March
        "2027-03-27T10:00, 2027-04-20, 2027-03-30T16:00, 2027-04-15T08:00, 2027-04-03T08:00",
        "2027-03-25T10:00, 2027-04-20, 2027-03-28T16:00, 2027-04-15T08:00, 2027-04-01T08:00",
        "2027-03-21T10:00, 2027-04-02, 2027-03-24T16:00, 2027-03-28T08:00, 2027-03-28T08:00",
        // autumn: the hour from 2 to 3 comes twice in the night before 31 October
        "2027-10-30T10:00, 2027-11-20, 2027-11-02T16:00, 2027-11-15T08:00, 2027-11-06T08:00",
        "2027-10-28T10:00, 2027-11-20, 2027-10-31T16:00, 2027-11-15T08:00, 2027-11-04T08:00",
        "2027-10-24T10:00, 2027-11-05, 2027-10-27T16:00, 2027-10-31T08:00, 2027-10-31T08:00",
        // a day's work before it is due
        "2027-06-01T10:00, 2027-06-03, 2027-06-02T16:00, 2027-06-02T08:00, 2027-06-02T08:00",
        // overdue already: today while there is time, else tomorrow
        "2027-06-01T10:00, 2027-05-01, 2027-06-01T16:00, 2027-06-02T08:00, 2027-06-02T08:00",
        "2027-06-01T15:59, 2027-05-01, 2027-06-01T16:00, 2027-06-02T08:00, 2027-06-02T08:00",
        "2027-06-01T16:00, 2027-05-01, 2027-06-02T16:00, 2027-06-02T08:00, 2027-06-02T08:00",
        "2027-06-01T23:30, 2027-06-02, 2027-06-02T16:00, 2027-06-02T08:00, 2027-06-02T08:00",
        // no due date: 20 days
        "2027-06-01T10:00, , 2027-06-04T16:00, 2027-06-16T08:00, 2027-06-08T08:00"
    })
    void areDanishDaysAndHours(
            LocalDateTime now,
            @Nullable LocalDate due,
            LocalDateTime task,
            LocalDateTime remind,
            LocalDateTime escalate) {
        Deadlines.Times times = Deadlines.from(danish(now), due, 3, 5, 7);
        assertThat(local(times.taskDueAt())).isEqualTo(task);
        assertThat(local(times.remindAt())).isEqualTo(remind);
        assertThat(local(times.escalateAt())).isEqualTo(escalate);
    }

    @Test
    void areNeverInThePast_whateverTheDueDateAndTheSettings() {
        for (int hour = 0; hour < 24 * 400; hour += 5) {
            Instant now = Instant.parse("2027-01-01T00:30:00Z").plusSeconds(3_600L * hour);
            LocalDate today = CopenhagenTime.dayOf(now);
            for (int due = -40; due <= 40; due += 8) {
                for (int days = 0; days <= 8; days += 4) {
                    Deadlines.Times times = Deadlines.from(now, today.plusDays(due), days, days, days);
                    assertThat(times.taskDueAt()).isAfter(now);
                    assertThat(times.remindAt()).isAfter(now);
                    assertThat(times.escalateAt()).isAfter(now);
                    assertThat(local(times.taskDueAt()).toLocalTime()).isEqualTo(LocalTime.of(16, 0));
                    assertThat(local(times.escalateAt()).toLocalTime()).isEqualTo(LocalTime.of(8, 0));
                }
            }
        }
    }

    @ParameterizedTest(name = "lifted {0}, again {1}")
    @CsvSource({"2027-03-26T08:00, 2027-03-29T08:00", "2027-10-29T08:00, 2027-11-01T08:00"})
    void theNextStepUpIsAtTheSameHour_overTheClockChanges(LocalDateTime lifted, LocalDateTime again) {
        assertThat(local(Deadlines.nextStepUp(danish(lifted)))).isEqualTo(again);
    }

    @Test
    void theHourThatIsMissingIsTheNextOne_andTheOneThatComesTwiceIsTheFirst() {
        assertThat(CopenhagenTime.at(LocalDate.of(2027, 3, 28), LocalTime.of(2, 30)))
                .isEqualTo("2027-03-28T01:30:00Z");
        assertThat(CopenhagenTime.at(LocalDate.of(2027, 10, 31), LocalTime.of(2, 30)))
                .isEqualTo("2027-10-31T00:30:00Z");
    }

    private static Instant danish(LocalDateTime local) {
        return local.atZone(CopenhagenTime.ZONE).toInstant();
    }

    private static LocalDateTime local(Instant instant) {
        return ZonedDateTime.ofInstant(instant, CopenhagenTime.ZONE).toLocalDateTime();
    }
}
