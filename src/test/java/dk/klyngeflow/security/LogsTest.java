package dk.klyngeflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people send does not end in the log. */
@KlyngeflowTest
@ExtendWith(OutputCaptureExtension.class)
class LogsTest {

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    @Test
    void noLibraryForgesALineOrLeavesACprNumber(CapturedOutput output) {
        LoggerFactory.getLogger("org.library").warn("sent: {}\r\n2026-01-01 ERROR forged {}", "x", "010190-1234");
        LoggerFactory.getLogger("org.library").warn("failed", new IllegalStateException("of 0101901234"));
        assertThat(output.getAll()).contains("(CPR)").doesNotContain("010190-1234", "0101901234");
        assertThat(output.getAll().lines()).noneMatch(line -> line.startsWith("2026-01-01 ERROR"));
    }

    @Test
    void aRefusedRequestLeavesNoStackTraceAndNothingThatWasTyped(CapturedOutput output) {
        clusters.open();
        Browser secretary = Browser.loggedIn(port, "one-secretary", "one-secretary");
        String engine = "/camunda/api/engine/engine/default";
        secretary.send(
                "POST", engine + "/task/none/submit-form", "{\"variables\":{\"a\":{\"value\":\"hemmelighed\"}}}");
        secretary.send("POST", engine + "/task", "{\"assigneeExpression\":\"${hemmelighed\"}");
        secretary.send("POST", engine + "/task", "{\"sorting\":[{\"sortBy\":\"hemmelighed\"}]}");
        secretary.send("POST", engine + "/task", "hemmelighed");
        secretary.get("/api/hemmelighed");
        secretary.send("POST", "/api/clusters/one/invoices", "hemmelighed");
        assertThat(output.getAll()).doesNotContain("hemmelighed", "\tat org.", "\tat dk.");
    }
}
