package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.impl.calendar.DateTimeUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine keeps of a value, and that older cases are read. */
class VariableTest {

    private static final Variable<Instant> HELD_AT = Variable.moment("heldAt");

    @ParameterizedTest
    @CsvSource({
        "2027-02-12T17:30:00Z, 2027-02-12T18:30:00+01:00",
        "2027-07-01T12:00:00Z, 2027-07-01T14:00:00+02:00",
        // the hour that comes twice, and the one that is missing
        "2027-10-31T00:30:00Z, 2027-10-31T02:30:00+02:00",
        "2027-10-31T01:30:00Z, 2027-10-31T02:30:00+01:00",
        "2027-03-28T01:00:00Z, 2027-03-28T03:00:00+02:00",
    })
    void aMomentIsKeptInDanishTimeAndReadBack(Instant moment, String kept) {
        assertThat(HELD_AT.write(moment)).isEqualTo(kept);
        assertThat(HELD_AT.in(Map.of("heldAt", kept))).isEqualTo(moment);
    }

    @Test
    void aTimerUnderstandsIt() {
        Instant moment = Instant.parse("2027-10-31T01:30:00Z");
        assertThat(DateTimeUtil.parseDate((String) HELD_AT.write(moment)).toInstant())
                .isEqualTo(moment);
    }

    @Test
    void aMomentThatAnOlderCaseKeptInUtcIsRead() {
        assertThat(HELD_AT.in(Map.of("heldAt", "2026-03-14T08:00:00Z"))).isEqualTo("2026-03-14T08:00:00Z");
    }
}
