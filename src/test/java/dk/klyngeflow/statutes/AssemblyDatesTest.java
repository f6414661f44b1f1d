package dk.klyngeflow.statutes;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.statutes.Statutes.Share;
import dk.klyngeflow.statutes.Statutes.Years;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The dates and majorities of the statutes, worked out by hand: an assembly on Thursday 18 March 2027. */
class AssemblyDatesTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 18);

    private final Statutes standard = StatuteFields.standard();

    @Test
    void theNoticeIsSentUntilTheLastMinuteOfTheDayBeforeItsDaysBegin() {
        AssemblyDates dates = AssemblyDates.of(standard, DAY, true);

        assertThat(dates.lastSend()).isEqualTo(at("2027-03-03", 23, 59));
        assertThat(dates.refusal(standard, at("2027-03-03", 23, 59), true)).isEmpty();
        assertThat(dates.refusal(standard, at("2027-03-04", 0, 5), true))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("tidligst 19. marts"));
    }

    @Test
    void theDayOfSendingCountsWhereTheStatutesSaySo() {
        Statutes counting = with(Map.of("sending_day_counts", "true"));

        assertThat(AssemblyDates.of(counting, DAY, true).lastSendDay()).isEqualTo("2027-03-04");
        assertThat(AssemblyDates.earliest(counting, LocalDate.of(2027, 3, 4), true))
                .isEqualTo(DAY);
    }

    @Test
    void anExtraordinaryAssemblyHasANoticeOfItsOwn() {
        Statutes shorter = with(Map.of("extraordinary_notice_days", "8"));

        assertThat(AssemblyDates.of(shorter, DAY, false).lastSendDay()).isEqualTo("2027-03-09");
        assertThat(AssemblyDates.of(shorter, DAY, true).lastSendDay()).isEqualTo("2027-03-03");
    }

    @Test
    void proposalsAreInBefore_andTheDateIsToldInTimeToMakeOne() {
        AssemblyDates dates = AssemblyDates.of(standard, DAY, true);

        assertThat(dates.lastProposalDay()).isEqualTo("2027-03-04");
        assertThat(dates.announcedBy()).isEqualTo("2027-02-18");
    }

    @Test
    void aSecondAssemblyLiesFourToSixWeeksLater() {
        AssemblyDates dates = AssemblyDates.of(standard, DAY, true);

        assertThat(dates.secondFrom()).isEqualTo("2027-04-15");
        assertThat(dates.secondUntil()).isEqualTo("2027-04-29");
    }

    @Test
    void lastSendIsTheSameHourOfTheDayOverTheChangeToSummerTime() {
        AssemblyDates dates = AssemblyDates.of(standard, LocalDate.of(2027, 4, 12), true);

        assertThat(dates.lastSend()).isEqualTo(Instant.parse("2027-03-28T21:59:00Z"));
        assertThat(AssemblyDates.of(standard, LocalDate.of(2027, 4, 11), true).lastSend())
                .isEqualTo(Instant.parse("2027-03-27T22:59:00Z"));
    }

    @Test
    void aMajorityIsRoundedUpwards() {
        assertThat(Share.TWO_THIRDS.of(20)).isEqualTo(14);
        assertThat(Share.TWO_THIRDS.of(19)).isEqualTo(13);
        assertThat(Share.TWO_THIRDS.of(21)).isEqualTo(14);
        assertThat(Share.HALF.of(29)).isEqualTo(15);
        assertThat(Share.NONE.of(29)).isZero();
        assertThat(standard.demandOf(29)).isEqualTo(3);
        assertThat(standard.demandOf(30)).isEqualTo(3);
        assertThat(Statutes.moreThanHalf(19)).isEqualTo(10);
        assertThat(Statutes.moreThanHalf(20)).isEqualTo(11);
    }

    @Test
    void whoFillsAPlaceInTheMiddleOfATermSitsForTheRestOfIt() {
        // chairs are elected in even years, treasurers in odd ones, each for two years
        assertThat(standard.endOfTerm(DAY, Years.ODD)).isEqualTo(Year.of(2029));
        assertThat(standard.endOfTerm(DAY, Years.EVEN)).isEqualTo(Year.of(2028));
        assertThat(standard.endOfTerm(DAY, Years.ANY)).isEqualTo(Year.of(2029));
        assertThat(with(Map.of("vacancy", "FULL_TERM")).endOfTerm(DAY, Years.EVEN))
                .isEqualTo(Year.of(2030));
    }

    @Test
    void whatDoesNotFitTogetherIsPointedOut() {
        assertThat(StatuteFields.contradictions(standard))
                .singleElement()
                .asString()
                .startsWith("Forslag skal være inde 14 dage før");
        assertThat(StatuteFields.contradictions(with(Map.of("notice_days", "15"))))
                .isEmpty();
        assertThat(StatuteFields.contradictions(with(Map.of(
                        "notice_days", "28", "second_until_weeks", "3", "hands_allowed", "false", "term_years", "3"))))
                .hasSize(3);
    }

    private static Instant at(String day, int hour, int minute) {
        return CopenhagenTime.at(LocalDate.parse(day), LocalTime.of(hour, minute));
    }

    static Statutes with(Map<String, String> other) {
        Map<String, String> values = new HashMap<>(
                StatuteFields.all().stream().collect(Collectors.toMap(StatuteField::name, StatuteField::standard)));
        values.putAll(other);
        return StatuteFields.of(0, LocalDate.of(2026, 1, 1), values);
    }
}
