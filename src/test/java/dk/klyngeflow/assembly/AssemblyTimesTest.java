package dk.klyngeflow.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.assemblies.AssemblyKind;
import dk.klyngeflow.statutes.CommonStatutes;
import dk.klyngeflow.statutes.Statutes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When the process does what, worked out by hand: an assembly on Thursday 18 March 2027 at 19. */
class AssemblyTimesTest {

    private static final Instant STARTS = AssemblyStory.moment("2027-03-18T19:00");
    private static final Instant NOW = AssemblyStory.moment("2027-02-01T08:00");
    private static final LocalDate TODAY = LocalDate.of(2027, 2, 1);
    private final Statutes standard = CommonStatutes.with(Map.of());

    @Test
    void proposalsAreTakenThroughTheirLastDay_andTheDoorsOpenTwoHoursBefore() {
        AssemblyTimes times = AssemblyTimes.of(standard, AssemblyKind.ORDINARY, STARTS, NOW);

        assertThat(times.proposalsCloseAt()).isEqualTo(AssemblyStory.moment("2027-03-05T00:00"));
        assertThat(times.doorsOpenAt()).isEqualTo(AssemblyStory.moment("2027-03-18T17:00"));
        assertThat(times.dates().lastSend()).isEqualTo(AssemblyStory.moment("2027-03-03T23:59"));
        assertThat(times.noticeDueAt()).isEqualTo(AssemblyStory.moment("2027-02-24T08:00"));
        assertThat(times.opinionDueAt()).isEqualTo(AssemblyStory.moment("2027-03-02T16:00"));
    }

    @Test
    void theBoardLooksWhenAllProposalsAreIn_whereTheNoticeMayWaitForThem() {
        Statutes shortNotice = CommonStatutes.with(Map.of("notice_days", "8"));
        AssemblyTimes times = AssemblyTimes.of(shortNotice, AssemblyKind.ORDINARY, STARTS, NOW);

        assertThat(times.dates().lastSendDay()).isEqualTo("2027-03-09");
        assertThat(times.noticeDueAt()).isEqualTo(AssemblyStory.moment("2027-03-05T08:00"));
    }

    @Test
    void anExtraordinaryOneIsCalledAtOnce() {
        AssemblyTimes times = AssemblyTimes.of(standard, AssemblyKind.EXTRAORDINARY, STARTS, NOW);

        assertThat(times.noticeDueAt()).isEqualTo(NOW);
        assertThat(times.proposalsCloseAt()).isEqualTo(NOW);
    }

    @Test
    void hoursAreDanishOverTheChangeToSummerTime() {
        // Monday 12 April, the last notice on Sunday 28 March 23.59 in summer time
        AssemblyTimes times =
                AssemblyTimes.of(standard, AssemblyKind.ORDINARY, AssemblyStory.moment("2027-04-12T19:00"), NOW);

        assertThat(times.dates().lastSend()).isEqualTo(Instant.parse("2027-03-28T21:59:00Z"));
        assertThat(times.proposalsCloseAt()).isEqualTo(Instant.parse("2027-03-29T22:00:00Z"));
        assertThat(times.noticeDueAt()).isEqualTo(Instant.parse("2027-03-21T07:00:00Z"));
    }

    @Test
    void theWindowOfTheSecondIsFourToSixWeeksLater() {
        AssemblyTimes.Window window = AssemblyTimes.window(
                standard, AssemblyKind.SECOND, LocalDate.of(2027, 3, 18), LocalDate.of(2027, 3, 18));

        assertThat(window.earliest()).isEqualTo("2027-04-15");
        assertThat(window.latest()).isEqualTo("2027-04-29");
        assertThat(window.refusal(LocalDate.of(2027, 4, 14))).isPresent();
        assertThat(window.refusal(LocalDate.of(2027, 4, 15))).isEmpty();
        assertThat(window.refusal(LocalDate.of(2027, 4, 29))).isEmpty();
        assertThat(window.refusal(LocalDate.of(2027, 4, 30))).isPresent();
        // nobody has acted in time
        assertThat(AssemblyTimes.window(
                                standard, AssemblyKind.SECOND, LocalDate.of(2027, 4, 20), LocalDate.of(2027, 3, 18))
                        .latest())
                .isNull();
    }

    @Test
    void theFirstLawfulDayIsSaid() {
        assertThat(AssemblyTimes.window(standard, AssemblyKind.ORDINARY, LocalDate.of(2027, 3, 4), null)
                        .refusal(LocalDate.of(2027, 3, 18)))
                .hasValueSatisfying(said -> assertThat(said).contains("tidligst 19. marts"));
        Statutes counting = CommonStatutes.with(Map.of("sending_day_counts", "true"));
        assertThat(AssemblyTimes.window(counting, AssemblyKind.ORDINARY, LocalDate.of(2027, 3, 4), null)
                        .refusal(LocalDate.of(2027, 3, 18)))
                .isEmpty();
    }

    @Test
    void whatIsUnusualIsSaid() {
        assertThat(AssemblyTimes.doubts(standard, AssemblyKind.ORDINARY, LocalDate.of(2027, 3, 18), TODAY, 2026))
                .isEmpty();
        assertThat(AssemblyTimes.doubts(
                        standard, AssemblyKind.ORDINARY, LocalDate.of(2027, 3, 18), LocalDate.of(2027, 2, 19), 2026))
                .singleElement()
                .asString()
                .contains("senest 18. februar");
        assertThat(AssemblyTimes.doubts(standard, AssemblyKind.ORDINARY, LocalDate.of(2027, 4, 1), TODAY, 2026))
                .singleElement()
                .asString()
                .contains("senest 31. marts 2027");
        assertThat(AssemblyTimes.wellAnnounced(standard, TODAY)).isEqualTo("2027-03-01");
    }
}
