package dk.klyngeflow.year;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.localmodel.Choices;
import dk.klyngeflow.localmodel.Question;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days on which meetings are put, and what a text about weeks means. */
class YearOutlineTest {

    private static final SchoolHolidays USUAL = SchoolHolidays.of("");

    @ParameterizedTest
    @CsvSource({"2026, 2026-04-05", "2027, 2027-03-28", "2028, 2028-04-16", "2030, 2030-04-21", "2035, 2035-03-25"})
    void easterIsFound(int year, LocalDate day) {
        assertThat(SchoolHolidays.easter(year)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-16, true", // week 7
        "2027-02-24, true", // week 8
        "2027-03-03, false",
        "2027-03-19, false", // the Friday before Palm Sunday's Saturday
        "2027-03-20, true",
        "2027-03-29, true", // Easter Monday
        "2027-03-30, false",
        "2027-07-14, true",
        "2027-08-17, false",
        "2027-10-20, true", // week 42
        "2027-12-28, true"
    })
    void schoolsAreClosed(LocalDate day, boolean closed) {
        assertThat(USUAL.isIn(day)).isEqualTo(closed);
    }

    @Test
    void whatTheClusterHasWrittenForASchoolYearStandsAlone() {
        SchoolHolidays written = SchoolHolidays.of("2026-10-12..2026-10-16\n2027-02-22..2027-02-26");

        assertThat(written.isIn(LocalDate.of(2027, 2, 24))).isTrue();
        assertThat(written.isIn(LocalDate.of(2027, 2, 16)))
                .as("week 7 of that year")
                .isFalse();
        assertThat(written.isIn(LocalDate.of(2028, 2, 16)))
                .as("a year not written")
                .isTrue();
    }

    @Test
    void meetingsAreSpreadOverTheYear_onTheAgreedWeekdaysAndNeverInHolidays() {
        MeetingDays days = new MeetingDays(Choices.of(Map.of(Question.WEEKDAYS, List.of("tirsdag", "torsdag"))), USUAL);
        for (int year = 2026; year <= 2040; year++) {
            for (int number = 2; number <= 6; number++) {
                List<LocalDate> found = days.spread(number, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 15));
                assertThat(found).hasSize(number).isSorted().doesNotHaveDuplicates();
                assertThat(found).allSatisfy(day -> {
                    assertThat(day.getDayOfWeek()).isIn(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
                    assertThat(WorkingDays.isWorkingDay(day)).isTrue();
                    assertThat(USUAL.isIn(day)).isFalse();
                });
                for (int each = 1; each < found.size(); each++) {
                    assertThat(found.get(each - 1).plusDays(30)).isBefore(found.get(each));
                }
            }
        }
    }

    @Test
    void thereAreFewerMeetings_whereNoTimeIsLeft() {
        MeetingDays days = new MeetingDays(Choices.NONE, USUAL);

        assertThat(days.spread(4, LocalDate.of(2026, 12, 20), LocalDate.of(2026, 12, 15)))
                .isEmpty();
        assertThat(days.spread(0, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 15)))
                .isEmpty();
    }
}
