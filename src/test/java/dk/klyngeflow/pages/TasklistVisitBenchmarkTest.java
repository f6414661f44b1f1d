package dk.klyngeflow.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.security.TwoClusters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What somebody waits for who logs in and comes to Tasklist, in a browser that has never been here and in one that has: requests, bytes as
 * Chromium counts them on the wire, and seconds from the click on "Log ind" until the list stands. Writes
 * {@code target/bench/tasklist-visit.md}.
 */
@KlyngeflowTest
@Tag("bench")
class TasklistVisitBenchmarkTest {

    private static final Logger LOG = LoggerFactory.getLogger(TasklistVisitBenchmarkTest.class);
    private static final int ROUNDS = System.getProperty("quick") != null ? 2 : 5;

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    private final Map<String, String> addresses = new HashMap<>();

    private record Visit(int requests, double kilobytes, double seconds, List<String> largest) {}

    @Test
    void measures() throws IOException {
        clusters.open();
        List<Visit> first = new ArrayList<>();
        List<Visit> later = new ArrayList<>();
        try (Chromium chromium = new Chromium()) {
            for (int round = 0; round < ROUNDS; round++) {
                try (BrowserContext desk = chromium.desk()) {
                    first.add(visit(desk));
                    visit(desk);
                    later.add(visit(desk));
                }
            }
        }
        List<String> report = new ArrayList<>();
        report.add("| visit | requests that reached the server | kB on the wire | s until the list stands |");
        report.add("|---|---|---|---|");
        report.add(row("first", first));
        report.add(row("third", later));
        first.get(0).largest().forEach(line -> LOG.info("first: {}", line));
        later.get(0).largest().forEach(line -> LOG.info("later: {}", line));
        report.forEach(LOG::info);
        Path file = Path.of("target", "bench", "tasklist-visit.md");
        Files.createDirectories(file.getParent());
        Files.write(file, report);
    }

    private Visit visit(BrowserContext desk) {
        desk.clearCookies();
        try (Page page = desk.newPage()) {
            page.navigate("http://localhost:" + port + "/login");
            page.locator("[name=username]").fill("one-secretary");
            page.locator("[name=password]").fill("one-secretary");
            List<JsonObject> loaded = Collections.synchronizedList(new ArrayList<>());
            CDPSession network = desk.newCDPSession(page);
            network.send("Network.enable");
            network.on(
                    "Network.requestWillBeSent",
                    event -> addresses.put(
                            event.get("requestId").getAsString(),
                            event.getAsJsonObject("request").get("url").getAsString()));
            network.on("Network.loadingFinished", loaded::add);
            long start = System.nanoTime();
            page.getByRole(AriaRole.BUTTON, Chromium.named("Log ind")).click();
            assertThat(page.locator(".tasks-list").first()).isVisible();
            assertThat(page.getByText("Mine opgaver").first()).isVisible();
            double seconds = (System.nanoTime() - start) / 1e9;
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            double bytes = 0;
            int requests = 0;
            List<String> largest = new ArrayList<>();
            for (JsonObject event : List.copyOf(loaded)) {
                double size = event.get("encodedDataLength").getAsDouble();
                bytes += size;
                requests += size > 0 ? 1 : 0;
                largest.add(String.format(
                        Locale.ROOT,
                        "%8.0f %s",
                        size,
                        addresses.get(event.get("requestId").getAsString())));
            }
            return new Visit(requests, bytes / 1000, seconds, largest);
        }
    }

    private static String row(String name, List<Visit> visits) {
        List<Double> seconds = visits.stream().map(Visit::seconds).sorted().toList();
        List<Double> bytes = visits.stream().map(Visit::kilobytes).sorted().toList();
        List<Integer> requests = visits.stream().map(Visit::requests).sorted().toList();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %.2f (%.2f–%.2f) |",
                name,
                requests.get(visits.size() / 2),
                bytes.get(visits.size() / 2),
                seconds.get(visits.size() / 2),
                seconds.get(0),
                seconds.get(visits.size() - 1));
    }
}
