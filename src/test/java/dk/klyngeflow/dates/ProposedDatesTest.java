package dk.klyngeflow.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.demo.DemoCluster;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.DateRanges;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Setting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is suggested, what is refused and what is warned of. It is Monday 7 September 2026. */
@KlyngeflowTest
class ProposedDatesTest {

    private static final AtomicInteger clusters = new AtomicInteger();

    @Autowired
    ProposedDates dates;

    @Autowired
    Meetings meetings;

    @Autowired
    ClusterSettings settings;

    @Autowired
    DemoCluster people;

    @Autowired
    TestClock clock;

    private final String cluster = "datoer" + clusters.incrementAndGet();

    @BeforeEach
    void open() {
        people.open(cluster, cluster + "-", PaymentMode.PLO);
    }

    @Test
    void fourEveningsAreSuggested_spreadOverTheTime() {
        assertThat(written(suggest("2026-10-01", "2026-10-31")))
                .as("four weeks, and not always the same weekday")
                .containsExactly(
                        "torsdag 01.10.2026 19.00",
                        "tirsdag 06.10.2026 19.00",
                        "onsdag 14.10.2026 19.00",
                        "tirsdag 20.10.2026 19.00");
    }

    @Test
    void membersHaveTimeToAnswerFirst() {
        assertThat(suggest("2026-09-07", "2026-09-18"))
                .allMatch(start -> !CopenhagenTime.dayOf(start).isBefore(LocalDate.of(2026, 9, 16)));
        assertThat(suggest("2026-09-07", "2026-09-15")).isEmpty();
    }

    @Test
    void holidaysAreAvoided() {
        // Easter 2027: Maundy Thursday is 25 March
        assertThat(suggest("2027-03-24", "2027-03-30")).containsExactly(evening("2027-03-24"), evening("2027-03-30"));
    }

    @Test
    void schoolHolidaysAndOtherMeetingsAreAvoided() {
        set(DateRanges.SCHOOL_HOLIDAYS, "2026-10-12..2026-10-16\n\n2027-02-15..2027-02-19");
        List<Instant> taken = List.of(CopenhagenTime.at(LocalDate.of(2026, 10, 21), LocalTime.of(8, 0)));
        assertThat(dates.suggest(cluster, LocalDate.of(2026, 10, 13), LocalDate.of(2026, 10, 22), taken))
                .containsExactly(evening("2026-10-20"), evening("2026-10-22"));
    }

    @Test
    void theClusterHasItsOwnEvenings() {
        set(DateHabits.WEEKDAYS, "Mandag");
        set(DateHabits.HOUR, "16.30");
        set(DateHabits.PROPOSALS, 2);
        assertThat(written(suggest("2026-10-05", "2026-10-18")))
                .containsExactly("mandag 05.10.2026 16.30", "mandag 12.10.2026 16.30");
    }

    @Test
    void anyWorkingDayIsSuggested_whenNoneOfTheClustersIsLeft() {
        assertThat(suggest("2026-10-02", "2026-10-05")).containsExactly(evening("2026-10-02"), evening("2026-10-05"));
    }

    /** The hour of people stays, whatever the clock does. */
    @Test
    void theHourIsCopenhagens_beforeAndAfterTheClockIsChanged() {
        set(DateHabits.WEEKDAYS, "onsdag, tirsdag");
        assertThat(dates.suggest(cluster, LocalDate.of(2027, 3, 24), LocalDate.of(2027, 3, 30), List.of()))
                .containsExactly(Instant.parse("2027-03-24T18:00:00Z"), Instant.parse("2027-03-30T17:00:00Z"));
        assertThat(dates.suggest(cluster, LocalDate.of(2027, 10, 27), LocalDate.of(2027, 11, 2), List.of()))
                .containsExactly(Instant.parse("2027-10-27T17:00:00Z"), Instant.parse("2027-11-02T18:00:00Z"));
    }

    @Test
    void datesAreReadAsDanesWriteThem() {
        assertThat(read("""
                        søndag den 14.3.2027 kl. 16.30
                        01.10.2026 19

                        2026-10-02 19:15
                        01.10.2026 19.00
                        """))
                .containsExactly(
                        CopenhagenTime.at(LocalDate.of(2026, 10, 1), LocalTime.of(19, 0)),
                        CopenhagenTime.at(LocalDate.of(2026, 10, 2), LocalTime.of(19, 15)),
                        CopenhagenTime.at(LocalDate.of(2027, 3, 14), LocalTime.of(16, 30)));
    }

    @Test
    void whatIsWrittenCanBeRead() {
        List<Instant> suggested = suggest("2026-10-01", "2026-10-31");
        assertThat(read(ProposedDates.written(suggested))).isEqualTo(suggested);
    }

    @Test
    void everythingThatCannotBeIsSaidAtOnce() {
        assertThatThrownBy(() -> read("""
                        06.09.2026 19.00
                        08.09.2026 19.00
                        24.12.2026 19.00
                        26.03.2027 19.00
                        31.02.2027 19.00
                        torsdag
                        01.10.2026 25.00"""))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages())
                                .containsExactly(
                                        "Søndag den 6. september 2026 kl. 19.00 er passeret. Vælg en senere dato.",
                                        "Tirsdag den 8. september 2026 er for tæt på: medlemmerne skal have mindst 2 dage til at svare.",
                                        "Torsdag den 24. december 2026 er en helligdag. Vælg en anden dag.",
                                        "Fredag den 26. marts 2027 er en helligdag. Vælg en anden dag.",
                                        "„31.02.2027 19.00“ er ikke en dato og et klokkeslæt. Skriv som 14.03.2027 16.30.",
                                        "„torsdag“ er ikke en dato og et klokkeslæt. Skriv som 14.03.2027 16.30.",
                                        "„01.10.2026 25.00“ er ikke en dato og et klokkeslæt. Skriv som 14.03.2027 16.30."));
    }

    @Test
    void noDatesOrTooManyAreRefused() {
        assertThatThrownBy(() -> read(" ")).isInstanceOf(FormRefused.class).hasMessage("Datoerne mangler.");
        StringBuilder nine = new StringBuilder();
        for (int day = 1; day <= 9; day++) {
            nine.append("0").append(day).append(".10.2026 19.00\n");
        }
        assertThatThrownBy(() -> read(nine.toString())).hasMessageStartingWith("Spørg højst om 8 datoer");
    }

    @Test
    void aWeekendASchoolHolidayAndAnotherMeetingAreOnlyWarnedOf() {
        set(DateRanges.SCHOOL_HOLIDAYS, "2026-10-12..2026-10-16");
        String text = "10.10.2026 10.00\n13.10.2026 19.00\n20.10.2026 19.00\n21.10.2026 19.00";
        assertThat(read(text)).hasSize(4);
        assertThat(dates.warnings(cluster, text, List.of(evening("2026-10-20")), List.of()))
                .containsExactly(
                        "Lørdag den 10. oktober 2026 er i en weekend.",
                        "Tirsdag den 13. oktober 2026 er i en skoleferie.",
                        "Klyngen har allerede et møde tirsdag den 20. oktober 2026.");
    }

    @Test
    void aPublicHolidayIsWarnedOfBeforeItIsRefused() {
        assertThat(dates.warnings(cluster, "25.12.2026 19.00", List.of(), List.of()))
                .contains("Fredag den 25. december 2026 er en helligdag.");
        assertThat(dates.clashes(cluster, evening("2026-12-25"), List.of()))
                .containsExactly("Fredag den 25. december 2026 er en helligdag.");
    }

    @Test
    void theWeeksOfANewMeetingGiveTimeForData() {
        ProposedDates.DateSpan span = dates.usualSpan(cluster);
        assertThat(span.earliest()).isEqualTo("2026-11-16");
        assertThat(span.latest()).isEqualTo("2026-12-07");
        assertThat(dates.tooEarlyForData(cluster, "16.11.2026 19.00")).isEmpty();
    }

    @Test
    void aSchoolYearWhoseHolidaysNobodyKnowsIsSaid() {
        set(DateRanges.SCHOOL_HOLIDAYS, "2026-10-12..2026-10-16");
        assertThat(dates.warnings(
                        cluster, "20.10.2026 19.00\n15.09.2027 19.00\n16.09.2027 19.00", List.of(), List.of()))
                .singleElement()
                .asString()
                .startsWith("Klyngen har ikke skrevet skoleferierne i skoleåret 2027/28 ind");
    }

    /** Poll and choice take 10 days, data 60: from 16 November there is time. */
    @Test
    void datesThatAreTooEarlyForDataAreSaid_andWhichOnesAreNot() {
        assertThat(dates.tooEarlyForData(cluster, "15.11.2026 19.00\n16.11.2026 19.00"))
                .singleElement()
                .asString()
                .startsWith("Data når ikke frem til søndag den 15. november 2026: ")
                .contains(
                        "Der er tid til data mandag den 16. november 2026.",
                        "Bliver en tidligere dato valgt, bliver du spurgt, om mødet skal holdes uden data.");
        assertThat(dates.tooEarlyForData(cluster, "14.11.2026 19.00\n15.11.2026 19.00"))
                .singleElement()
                .asString()
                .contains("Ingen af datoerne her giver tid til data; det gør datoer fra mandag den 16. november 2026.");
        // chosen today, data alone take sixty days
        assertThat(dates.tooEarlyForDataNow(
                        cluster, List.of(Instant.parse("2026-11-05T18:00:00Z"), Instant.parse("2026-11-06T18:00:00Z"))))
                .singleElement()
                .asString()
                .startsWith("Data når ikke frem til torsdag den 5. november 2026: ")
                .contains("Der er tid til data fredag den 6. november 2026.");
        assertThat(dates.tooEarlyForData(cluster, "16.11.2026 19.00")).isEmpty();
    }

    /** Planned for 20 to 30 October, and asked about on the first four evenings: what is left of those days comes first. */
    @Test
    void otherDaysAreThoseTheMeetingWasPlannedFor_asLongAsThereAreAny() {
        Meeting planned = planned("2026-10-20", "2026-10-30");
        List<Instant> first = List.of(evening("2026-10-20"), evening("2026-10-22"), evening("2026-10-28"));
        assertThat(dates.suggestAgain(planned, first))
                .hasSize(4)
                .startsWith(evening("2026-10-21"), evening("2026-10-27"), evening("2026-10-29"))
                .last()
                .satisfies(day -> assertThat(CopenhagenTime.dayOf(day)).isBetween("2026-10-31", "2026-11-30"));
        assertThat(dates.suggestAgain(planned, List.of()))
                .as("none of the month after while there is room")
                .hasSize(4)
                .allMatch(day -> planned.isPlannedFor(CopenhagenTime.dayOf(day)));
    }

    @Test
    void daysThatTheMeetingWasNotPlannedForAreSaid_andCanBeAskedAboutAllTheSame() {
        Meeting planned = planned("2026-10-20", "2026-10-30");
        String text = "19.10.2026 19.00\n20.10.2026 19.00\n30.10.2026 19.00\n3.11.2026 19.00";
        assertThat(read(text)).hasSize(4);
        assertThat(dates.outside(planned, dates.starts(text)))
                .contains(
                        "Mandag den 19. oktober 2026, tirsdag den 3. november 2026 ligger uden for de dage, mødet er"
                                + " planlagt til: mellem den 20. oktober og den 30. oktober. Er det meningen, behøver du ikke gøre noget.");
        assertThat(dates.outside(planned, dates.starts("20.10.2026 19.00"))).isEmpty();
    }

    private Meeting planned(String earliest, String latest) {
        return meetings.add(
                cluster, "KOL", LocalDate.parse(earliest), LocalDate.parse(latest), 120, cluster + "-uid", "test");
    }

    @Test
    void theWrongWeekdayIsSaid() {
        assertThatThrownBy(() -> read("ons 15/10 19.00"))
                .hasMessage("Den 15. oktober 2026 er en torsdag, ikke en onsdag. Ret dagen eller datoen.");
    }

    @Test
    void schoolHolidaysThatCannotBeReadAreTold() {
        DateRanges read =
                DateRanges.read("2027-02-15..2027-02-19\nuge 7\n2027-02-30..2027-03-01\n2027-05-02..2027-05-01");
        assertThat(read.ranges()).hasSize(1);
        assertThat(read.wrong())
                .containsExactly(
                        "Linje 2 („uge 7“): skriv en ferie som 2027-02-15..2027-02-19.",
                        "Linje 3 („2027-02-30..2027-03-01“): den dag findes ikke.",
                        "Linje 4 („2027-05-02..2027-05-01“): den sidste dag ligger før den første.");
    }

    private List<Instant> suggest(String earliest, String latest) {
        return dates.suggest(cluster, LocalDate.parse(earliest), LocalDate.parse(latest), List.of());
    }

    private List<Instant> read(String text) {
        FormFields fields = FormFields.of(Map.of("times", text), Set.of("times"));
        List<Instant> read = dates.read(fields, "times", cluster, clock.instant());
        fields.refuseIfWrong();
        return read;
    }

    private static List<String> written(List<Instant> starts) {
        return ProposedDates.written(starts).lines().toList();
    }

    private static Instant evening(String day) {
        return CopenhagenTime.at(LocalDate.parse(day), LocalTime.of(19, 0));
    }

    private <T> void set(Setting<T> setting, T value) {
        settings.set(cluster, setting, value, LocalDate.of(2020, 1, 1), "admin");
    }
}
