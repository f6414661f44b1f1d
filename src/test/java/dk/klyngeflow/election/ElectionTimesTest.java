package dk.klyngeflow.election;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.security.TwoClusters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing of an election closes on a day on which practices are closed, and nothing is open shorter for it. */
@KlyngeflowTest
class ElectionTimesTest {

    @Autowired
    ElectionTimes times;

    @Autowired
    TwoClusters clusters;

    @Autowired
    TestClock clock;

    @BeforeEach
    void open() {
        clock.reset();
        clusters.open();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void aDeadlineInEasterIsTheTuesdayAfter() {
        isMorningOf(LocalDate.of(2027, 3, 11));
        assertThat(day(times.nominating(TwoClusters.ONE).closesAt()))
                .as("a fortnight later is Maundy Thursday")
                .isEqualTo("2027-03-30");
        assertThat(day(times.voting(TwoClusters.ONE).closesAt()))
                .as("ten days later is a Sunday")
                .isEqualTo("2027-03-22");
        assertThat(day(times.acclamation(TwoClusters.ONE)))
                .as("a week later is a Thursday")
                .isEqualTo("2027-03-18");
    }

    @Test
    void ofAWholeYearNoneFallsOnAFreeDay_andNoneIsShorter() {
        for (LocalDate today = LocalDate.of(2027, 1, 1); today.getYear() == 2027; today = today.plusDays(1)) {
            isMorningOf(today);
            Instant closes = times.voting(TwoClusters.ONE).closesAt();
            assertThat(List.of(
                            closes,
                            times.nominating(TwoClusters.ONE).closesAt(),
                            times.accepting(TwoClusters.ONE).closesAt(),
                            times.acclamation(TwoClusters.ONE),
                            times.taskDue(TwoClusters.ONE),
                            times.escalation(TwoClusters.ONE),
                            times.codeDue(closes),
                            times.codeEscalation(closes)))
                    .as("on %s", today)
                    .allMatch(moment -> WorkingDays.isWorkingDay(day(moment)));
            assertThat(day(closes)).isAfterOrEqualTo(today.plusDays(10));
            assertThat(day(times.nominating(TwoClusters.ONE).closesAt())).isAfterOrEqualTo(today.plusDays(14));
        }
    }

    private void isMorningOf(LocalDate day) {
        clock.set(CopenhagenTime.at(day, LocalTime.of(8, 0)));
    }

    private static LocalDate day(Instant moment) {
        return CopenhagenTime.dayOf(moment);
    }
}
