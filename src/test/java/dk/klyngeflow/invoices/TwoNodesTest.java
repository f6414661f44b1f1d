package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.klyngeflow.Node;
import dk.klyngeflow.TestParts;
import dk.klyngeflow.security.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

/** Two nodes that start in the same moment on an empty database: one makes the tables, both come up and are alike. */
@Tag("kill")
class TwoNodesTest {

    private final String database = TestParts.newDatabase();
    private final List<Node> nodes = List.of(node(), node());

    @AfterEach
    void stop() {
        nodes.forEach(Node::kill);
    }

    @RepeatedTest(2)
    void startAtOnceOnAnEmptyDatabase() {
        nodes.forEach(Node::start);

        for (Node node : nodes) {
            await().atMost(Duration.ofMinutes(10))
                    .pollInterval(Duration.ofMillis(500))
                    .failFast("a node has ended", () -> !node.isAlive())
                    .until(node::isHealthy);
        }
        for (Node node : nodes) {
            Browser administrator = Browser.basic(node.port(), "admin", "admin");
            assertThat(administrator.get("/engine-rest/deployment/count").body())
                    .as("deployed by one")
                    .contains("\"count\":1");
            assertThat(administrator.get("/engine-rest/filter/count").body())
                    .as("the filters of Tasklist")
                    .contains("\"count\":4");
            assertThat(Browser.loggedIn(node.port(), "admin", "admin")
                            .get("/camunda/app/cockpit/default/")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private Node node() {
        return new Node(
                Path.of("target", "two-nodes"),
                List.of("-Xmx500m", "-XX:TieredStopAtLevel=1"),
                Map.of(
                        "spring.datasource.url", database,
                        "spring.datasource.username", "postgres",
                        "spring.datasource.password", "postgres",
                        "management.health.mail.enabled", "false"));
    }
}
