package dk.klyngeflow.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.CoordinatorLine.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is agreed, on every day there is exactly one coordinator. */
class CoordinatorLineTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final List<String> PEOPLE = List.of("anne", "bent", "clara", "dorte", "erik");

    private static CoordinatorLine anne() {
        return new CoordinatorLine(List.of(new Term("anne", DAY, null)));
    }

    @Test
    void tenThousandSequencesOfElectionsLeavesReturnsAndHandovers() {
        long refused = 0;
        long done = 0;
        for (int sequence = 0; sequence < 10_000; sequence++) {
            Random random = new Random(sequence);
            CoordinatorLine line = anne();
            LocalDate today = DAY;
            for (int step = 0; step < 12; step++) {
                today = today.plusDays(random.nextInt(60));
                try {
                    line = any(line, today, random);
                    done++;
                } catch (FormRefused no) {
                    refused++;
                }
                assertThat(line.isWhole())
                        .as("sequence %s, step %s: %s", sequence, step, line)
                        .isTrue();
                assertExactlyOne(line, today, sequence);
            }
        }
        assertThat(done).isGreaterThan(60_000);
        assertThat(refused).isGreaterThan(10_000);
    }

    /** An election or handover, from today or later; the chair at once; a leave; its end moved, or brought forward to today. */
    private static CoordinatorLine any(CoordinatorLine line, LocalDate today, Random random) {
        String somebody = PEOPLE.get(random.nextInt(PEOPLE.size()));
        LocalDate day = today.plusDays(random.nextInt(90));
        return switch (random.nextInt(5)) {
            case 0 -> line.handOver(somebody, day);
            case 1 -> line.handOver(somebody, today);
            case 2, 3 -> line.standIn(somebody, day, day.plusDays(random.nextInt(120)));
            default -> {
                Term leave = line.terms().get(random.nextInt(line.terms().size()));
                yield line.endsOn(leave.personId(), leave.from(), random.nextBoolean() ? today : day);
            }
        };
    }

    /** Counted by itself, not by what the line says of itself. */
    private static void assertExactlyOne(CoordinatorLine line, LocalDate today, int sequence) {
        for (LocalDate day :
                List.of(DAY, today.minusDays(1), today, today.plusDays(1), today.plusDays(45), today.plusYears(3))) {
            long holders = line.terms().stream()
                    .filter(term -> !term.from().isAfter(day)
                            && (term.until() == null || term.until().isAfter(day)))
                    .count();
            assertThat(holders).as("sequence %s, %s: %s", sequence, day, line).isEqualTo(day.isBefore(DAY) ? 0 : 1);
        }
    }

    @Test
    void whoeverWasCoordinatorIsAgainAfterTheLeave() {
        assertThat(anne().standIn("bent", DAY.plusDays(10), DAY.plusDays(30)).terms())
                .containsExactly(
                        new Term("anne", DAY, DAY.plusDays(10)),
                        new Term("bent", DAY.plusDays(10), DAY.plusDays(30)),
                        new Term("anne", DAY.plusDays(30), null));
    }

    @Test
    void aHandoverDuringTheLeaveEndsIt() {
        CoordinatorLine leave = anne().standIn("bent", DAY.plusDays(10), DAY.plusDays(30));

        assertThat(leave.handOver("clara", DAY.plusDays(20)).terms())
                .containsExactly(
                        new Term("anne", DAY, DAY.plusDays(10)),
                        new Term("bent", DAY.plusDays(10), DAY.plusDays(20)),
                        new Term("clara", DAY.plusDays(20), null));
        assertThat(leave.handOver("bent", DAY.plusDays(20)).terms())
                .as("the stand-in stays")
                .containsExactly(new Term("anne", DAY, DAY.plusDays(10)), new Term("bent", DAY.plusDays(10), null));
    }

    @Test
    void aLeaveGivenUpBeforeItBeganNeverWas() {
        CoordinatorLine leave = anne().standIn("bent", DAY.plusDays(10), DAY.plusDays(30));

        assertThat(leave.endsOn("bent", DAY.plusDays(10), DAY.plusDays(3))).isEqualTo(anne());
    }

    @Test
    void aLeaveEndsBeforeTheNextHandover() {
        CoordinatorLine line =
                anne().handOver("clara", DAY.plusDays(40)).standIn("bent", DAY.plusDays(10), DAY.plusDays(30));

        assertThatThrownBy(() -> line.endsOn("bent", DAY.plusDays(10), DAY.plusDays(40)))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("skifter allerede");
        assertThatThrownBy(() ->
                        anne().handOver("clara", DAY.plusDays(20)).standIn("bent", DAY.plusDays(10), DAY.plusDays(30)))
                .isInstanceOf(FormRefused.class);
    }
}
