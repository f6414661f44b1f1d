package dk.klyngeflow.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.klyngeflow.security.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Real disks that are too small: one for temporary files, one for PostgreSQL. Only root can mount them. */
final class SmallDisks {

    private final Machine machine;
    private final LaunchedNode node;
    private final Path jar;
    private final Map<String, String> settings;
    private final Told told;

    SmallDisks(Machine machine, LaunchedNode node, Path jar, Map<String, String> settings, Told told) {
        this.machine = machine;
        this.node = node;
        this.jar = jar;
        this.settings = settings;
        this.told = told;
    }

    void fill(String password) {
        told.tell("FULL DISKS.");
        if (!machine.mayMount()) {
            told.tell("only root can mount small disks: not tried here; FullDiskTest injects the faults");
            return;
        }
        Path temporary = machine.smallDisk("tmp", 8);
        Map<String, String> small = new HashMap<>(settings);
        small.remove("KLYNGEFLOW_ADMIN_PASSWORD");
        small.put("JAVA_OPTS", "-Djava.io.tmpdir=" + temporary);
        node.start(jar, small);
        Clerk clerk = new Clerk(node.port());
        clerk.logsIn(password);
        HttpResponse<String> refused = clerk.takesIn("soebred", 9_000);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(507);
        assertThat(Browser.basic(node.port(), "monitoring", ShippedSettings.MONITORING)
                        .get("/actuator/health")
                        .body())
                .contains("DEGRADED", "temporaryFreeBytes");
        told.tell(
                "a bill of 9 MB, a temporary folder of 8 MB: 507, \"%s\"; health is DEGRADED",
                Clerk.field(refused.body(), "message"));
        assertThat(clerk.takesIn("soebred", 20).statusCode()).isEqualTo(201);
        told.tell("a small one is taken in as before");
        node.stop();

        machine.cutDatabase();
        Path disk = machine.smallDisk("database-disk", 180);
        machine.makeDatabaseIn(disk.resolve("data"));
        machine.newDatabase("klyngeflow");
        settings.put("SPRING_DATASOURCE_URL", machine.url("klyngeflow"));
        node.start(jar, settings);
        Clerk onSmall = new Clerk(node.port());
        onSmall.logsIn(ShippedSettings.PASSWORD);
        onSmall.choosesOwn(ShippedSettings.PASSWORD, password);
        onSmall.opensCluster("lille");
        HttpResponse<String> last = onSmall.takesIn("lille", 4_000);
        for (int bill = 0; bill < 60 && last.statusCode() == 201; bill++) {
            last = onSmall.takesIn("lille", 4_000);
        }
        assertThat(last.statusCode())
                .as("the disk of the database is full by now")
                .isGreaterThanOrEqualTo(500);
        told.tell(
                "the database on a disk of 180 MB takes %d bills of 4 MB, then %d: \"%s\"",
                onSmall.keptBills(), last.statusCode(), Clerk.field(last.body(), "message"));
        told.tell("the log: \"%s\"", node.lastLine("databasen"));
        machine.enlarge(disk, 400);
        if (!machine.sqlAnswers("klyngeflow")) {
            machine.startAgain();
            told.tell(
                    "PostgreSQL had stopped itself, for its journal found no room; with more room it is started again");
        }
        await().atMost(Duration.ofMinutes(1)).until(node::isHealthy);
        assertThat(onSmall.misses()).isEmpty();
        assertThat(Clerk.patiently(() -> onSmall.takesIn("lille", 4_000)).statusCode())
                .isEqualTo(201);
        told.tell(
                "with more room: of %d bills that were acknowledged 0 are lost, the next is taken in, without a restart of the node",
                onSmall.keptBills());
    }
}
