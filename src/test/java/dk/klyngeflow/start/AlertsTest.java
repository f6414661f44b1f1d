package dk.klyngeflow.start;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.security.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yaml.snakeyaml.Yaml;

/** An alarm about a figure that is called otherwise never rings. */
@KlyngeflowTest
class AlertsTest {

    private static final Pattern FIGURE = Pattern.compile("klyngeflow_[a-z_]+");

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"klyngeflow-alerts.yml", "grafana-klyngeflow.json"})
    void everyFigureIsToldByTheApplication(String file) throws IOException {
        String told = Browser.loggedIn(port, "admin", "admin")
                .get("/actuator/prometheus")
                .body();
        Set<String> asked = new TreeSet<>();
        FIGURE.matcher(Files.readString(Path.of("src/deploy", file))).results().forEach(hit -> asked.add(hit.group()));

        assertThat(asked).hasSizeGreaterThan(6).contains("klyngeflow_inbox_since_read_seconds");
        // a counter is there from its first event on
        asked.remove("klyngeflow_inbox_mails_total");
        assertThat(asked).allSatisfy(name -> assertThat(told).contains("\n" + name));
    }

    @Test
    void everyAlarmSaysInDanishWhatToDo() throws IOException {
        Map<String, List<Map<String, List<Map<String, Object>>>>> file =
                new Yaml().load(Files.readString(Path.of("src/deploy/klyngeflow-alerts.yml")));
        List<Map<String, Object>> rules = file.values().stream()
                .flatMap(List::stream)
                .flatMap(group -> group.entrySet().stream())
                .filter(entry -> entry.getKey().equals("rules"))
                .flatMap(entry -> entry.getValue().stream())
                .toList();

        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule).containsKeys("alert", "expr", "labels", "annotations");
            assertThat(String.valueOf(rule.get("annotations"))).contains("summary=", "description=");
        });
    }

    @Test
    void littleRoomIsSeenInHealth() {
        Health.Builder builder = new Health.Builder();

        Space.describe(Space.LITTLE - 1, false, builder);
        assertThat(builder.build().getStatus().getCode()).isEqualTo("DEGRADED");
        Space.describe(Space.LITTLE, true, builder);
        assertThat(builder.build().getStatus().getCode()).isEqualTo("DEGRADED");
        Space.describe(Space.LITTLE, false, builder);
        assertThat(builder.build().getStatus().getCode()).isEqualTo("UP");
    }
}
