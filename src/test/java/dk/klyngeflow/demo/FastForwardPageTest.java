package dk.klyngeflow.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.TestClock;
import dk.klyngeflow.security.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.ui.ConcurrentModel;
import org.springframework.ui.Model;

/** What the buttons say is how far the demo's clock goes. */
class FastForwardPageTest {

    /** Over the night in which summer time ends, of which a week takes no notice. */
    private static final Instant START = Instant.parse("2026-10-22T07:10:00Z");

    private static final Path TEMPLATE = Path.of("src", "main", "resources", "templates", "demo", "fast-forward.html");

    @TempDir
    Path folder;

    private DemoClock clock = new DemoClock(Clock.systemUTC(), Path.of("target", "no-clock"));
    private FastForwardPage page = new FastForwardPage(clock, new FastForward(clock, List.of(), Duration.ZERO));

    @BeforeEach
    void open() {
        clock = new DemoClock(Clock.fixed(START, ZoneOffset.UTC), folder.resolve("clock"));
        page = new FastForwardPage(clock, new FastForward(clock, List.of(), Duration.ofMinutes(1)));
    }

    /** All tests share one engine, whose clock stands where a story begins. */
    @AfterEach
    void putTheEnginesClockBack() {
        new TestClock().reset();
    }

    @ParameterizedTest
    @CsvSource({"uge, En uge frem, 7", "dag, En dag frem, 1", "aar, Et år frem, 365"})
    void goesAsFarAsTheButtonSays(String value, String words, int days) throws Exception {
        assertThat(Files.readString(TEMPLATE)).containsPattern("value=\"" + value + "\"[^>]*>" + words + "<");

        assertThat(page.move(value, clock.ahead().toString())).isEqualTo("redirect:/spol-frem");

        assertThat(clock.now()).isEqualTo(START.plus(Duration.ofDays(days)));
        Model model = new ConcurrentModel();
        page.show(model);
        assertThat(model.getAttribute("arrived")).isEqualTo(true);
    }

    @Test
    void aSecondPressOfTheSamePageMovesNothing() {
        String token = clock.ahead().toString();
        page.move("uge", token);

        assertThat(page.move("uge", token)).isEqualTo("redirect:/spol-frem?flyttet");
        assertThat(clock.now()).isEqualTo(START.plus(Duration.ofDays(7)));
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> page.move("tilbage", clock.ahead().toString())).isInstanceOf(Refused.class);
    }
}
