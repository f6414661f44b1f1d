package dk.klyngeflow.gatherings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.engine.CopenhagenTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The hours of an agenda that was written for another meeting. */
class GivenAgendaTest {

    private static final LocalDate DAY = LocalDate.of(2027, 2, 10);

    @Test
    void hoursAreMovedAndAllElseStays() {
        assertThat(GivenAgenda.at(
                                at(19, 0),
                                List.of(
                                        "16.30  Velkomst (10 min.)",
                                        "   – Hvem er her?",
                                        "Pause",
                                        "17:40 Runde til 18.30"))
                        .with(List.of(), List.of()))
                .containsExactly("19.00  Velkomst (10 min.)", "   – Hvem er her?", "Pause", "20.10 Runde til 18.30");
    }

    @Test
    void withoutHoursItStaysAsItIs() {
        assertThat(GivenAgenda.at(at(19, 0), List.of("1. Velkomst", "2. Samtale"))
                        .with(List.of(), List.of()))
                .containsExactly("1. Velkomst", "2. Samtale");
    }

    @Test
    void whatThisClusterHasToTakeUpComesAfterTheFirstItem() {
        assertThat(GivenAgenda.at(at(19, 0), List.of("16.30  Velkomst", "16.40  Samtale"))
                        .with(List.of("Ring til kommunen"), List.of("Vagtplanen")))
                .containsExactly(
                        "19.00  Velkomst",
                        "       Siden sidst: det aftalte vi",
                        "   – Ring til kommunen",
                        "       Vagtplanen",
                        "19.10  Samtale");
    }

    private static Meeting at(int hour, int minute) {
        return new Meeting(
                "nord",
                "m",
                "nord/2027-01",
                MeetingStatus.ARRANGING,
                new Meeting.Plan("Emne", "", null, 120, "", new Meeting.Wants(false, false, false, false)),
                new Meeting.Dates(DAY, DAY, CopenhagenTime.at(DAY, LocalTime.of(hour, minute)), null),
                new Meeting.Counts(0, 0, 0, "uid"),
                new Meeting.Progress(
                        false, "", null, false, null, "koordinator", CopenhagenTime.at(DAY, LocalTime.NOON)));
    }
}
