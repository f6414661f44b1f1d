package dk.klyngeflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FaultTest {

    @Test
    void isOneLineWithoutAWordOfTheMail() {
        Exception thrown = new IllegalStateException(
                "could not parse: Kære Anna\nom patient 010203-1234", new IOException("Emne: Fortroligt"));

        assertThat(Fault.of(thrown))
                .startsWith("java.lang.IllegalStateException at FaultTest:")
                .contains(", by java.io.IOException at FaultTest:")
                .doesNotContain("Anna", "0102", "Fortroligt", "\n");
    }

    @Test
    void endsAlsoWhenOneIsTheCauseOfTheOther() {
        Exception first = new IllegalStateException("a");
        first.initCause(new IOException("b", first));

        assertThat(Fault.of(first).split(", by ")).hasSize(5);
    }
}
