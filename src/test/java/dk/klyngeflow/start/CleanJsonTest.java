package dk.klyngeflow.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonWriter;

class CleanJsonTest {

    @Test
    void noCprNumberStaysInAMessageOrAStack() {
        JsonWriter<Object> writer = JsonWriter.of(members -> {
            members.add("message", "sent: 010190-1234 by meeting 2026112812");
            members.add("error").usingMembers(error -> error.add("stack_trace", "of 0101901234\n\tat somewhere"));
            members.add("pid", 12);
            new CleanJson().customize(members);
        });

        assertThat(writer.writeToString(""))
                .isEqualTo("{\"message\":\"sent: (CPR) by meeting (CPR)\",\"error\":{\"stack_trace\":\"of (CPR)\\n\\tat somewhere\"},\"pid\":12}");
    }
}
