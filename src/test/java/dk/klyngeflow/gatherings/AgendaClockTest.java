package dk.klyngeflow.gatherings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.engine.CopenhagenTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The hours of an agenda are whole five minutes, in order and within the meeting, however long it is and whenever it begins. */
class AgendaClockTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH.mm");

    static Stream<Arguments> meetings() {
        return Stream.of("16.30", "16.32", "17.00", "23.10")
                .flatMap(start -> IntStream.of(15, 20, 30, 47, 60, 90, 119, 120, 180, 720)
                        .mapToObj(minutes -> Arguments.of(start, minutes)));
    }

    @ParameterizedTest
    @MethodSource("meetings")
    void areWholeAndInOrder(String start, int minutes) {
        LocalTime begins = LocalTime.parse(start, HOUR);
        AgendaClock clock = new AgendaClock(CopenhagenTime.at(DAY, begins), minutes);
        clock.item("Velkomst", 10);
        clock.item("Siden sidst", 15);
        clock.item("Grupper", clock.left() - Math.min(42, clock.left() / 2));
        clock.item("Runde", clock.left());
        List<String> lines = clock.end("Aftaler", "Tak");

        List<Integer> hours = lines.stream()
                .map(line -> LocalTime.parse(line.substring(0, 5), HOUR))
                .map(at -> Math.floorMod(at.toSecondOfDay() / 60 - begins.toSecondOfDay() / 60, 24 * 60))
                .toList();
        assertThat(hours).isSorted().doesNotHaveDuplicates().last().isEqualTo(minutes);
        assertThat(hours.subList(1, hours.size() - 1))
                .as("all but the meeting's own start and end: " + lines)
                .allMatch(after -> (begins.getMinute() + after) % 5 == 0);
    }

    @Test
    void aWholeEveningReadsAsPeopleWriteIt() {
        AgendaClock clock = new AgendaClock(CopenhagenTime.at(DAY, LocalTime.of(16, 30)), 120);
        clock.item("Velkomst", 10);
        clock.item("Oplæg", 30);
        clock.item("Grupper", 33);
        clock.item("Runde", clock.left());

        assertThat(clock.end("Aftaler", "Tak"))
                .containsExactly(
                        "16.30  Velkomst (10 min.)",
                        "16.40  Oplæg (30 min.)",
                        "17.10  Grupper (30 min.)",
                        "17.40  Runde (35 min.)",
                        "18.15  Aftaler",
                        "18.30  Tak");
    }
}
