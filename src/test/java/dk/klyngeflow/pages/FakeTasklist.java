package dk.klyngeflow.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A page that treats a form as Tasklist does, under the same content security policy, with our interface answered from memory: forms can
 * be tried in a real browser within a second.
 */
final class FakeTasklist implements AutoCloseable {

    private static final String POLICY =
            "base-uri 'self';script-src 'nonce-abc' 'strict-dynamic' 'unsafe-eval' https: 'self'"
                    + " 'unsafe-inline';style-src 'unsafe-inline' 'self';default-src 'self';img-src 'self' data:;form-action 'self';"
                    + "frame-ancestors 'none';object-src 'none';sandbox allow-forms allow-scripts allow-same-origin allow-popups"
                    + " allow-downloads";
    private static final String PAPER =
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 21 29'><rect width='21' height='29' fill='#fff'/></svg>";

    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("klyngeflow.chromium", "/usr/bin/chromium")))
                    .setArgs(List.of("--no-sandbox")));

    /** Paths that were posted to, with what was posted. */
    final List<Map.Entry<String, String>> posted = new ArrayList<>();

    /** Danish messages with which the server refuses the answer; none when it takes it. */
    List<String> refusal = List.of();

    /** What is said of members who can be asked about the task. */
    String help = "{\"members\": []}";

    String me = """
            {"id": "sekretaer", "name": "Birgit Holm", "administrator": false,
             "clusters": [{"id": "nordklyngen", "name": "Nordklyngen", "roles": ["sekretær"]}]}""";

    static boolean canRun() {
        return Files.isExecutable(Path.of(System.getProperty("klyngeflow.chromium", "/usr/bin/chromium")));
    }

    Page start(String form) {
        return open(form, true, false);
    }

    Page task(String form) {
        return open(form, false, false);
    }

    Page unclaimed(String form) {
        return open(form, false, true);
    }

    private Page open(String form, boolean start, boolean locked) {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(850, 900));
        String shell = resource("fake-tasklist.html")
                .replace("FORM", read(form(form)))
                .replace("TASK_ID", start ? "null" : "'t1'")
                .replace("LOCKED", locked ? "disabled-form" : "");
        page.route("**/*", route -> answer(route, shell));
        page.navigate("http://klyngeflow.test/page");
        page.waitForSelector("form.kf:not(.kf-loading):has(.kf-alert)");
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        return page;
    }

    /** Its file, whichever stage it belongs to. */
    static Path form(String name) {
        try (Stream<Path> stages = Files.list(Path.of("forms"))) {
            return stages.map(stage -> stage.resolve(name + ".html"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no form " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(Route route, String shell) {
        String path = java.net.URI.create(route.request().url()).getPath();
        if (route.request().method().equals("POST")) {
            posted.add(Map.entry(path, String.valueOf(route.request().postData())));
        }
        if (path.equals("/page")) {
            route.fulfill(new Route.FulfillOptions()
                    .setHeaders(new LinkedHashMap<>(
                            Map.of("Content-Type", "text/html; charset=utf-8", "Content-Security-Policy", POLICY)))
                    .setBody(shell));
        } else if (path.startsWith("/forms-kit/")) {
            send(
                    route,
                    200,
                    path.endsWith(".js") ? "text/javascript" : "text/css",
                    read(Path.of("forms", path.substring(11))));
        } else if (path.endsWith(".png")) {
            send(route, 200, "image/svg+xml", PAPER);
        } else if (path.endsWith("/check") && !refusal.isEmpty()) {
            send(route, 400, "application/json", "{\"messages\": [\"" + String.join("\", \"", refusal) + "\"]}");
        } else {
            send(route, 200, "application/json", json(path));
        }
    }

    private String json(String path) {
        if (path.equals("/api/me")) {
            return me;
        } else if (path.endsWith("/delegates")) {
            return "[{\"id\": \"kasserer\", \"name\": \"Jens Lund\", \"role\": \"bestyrelse\"}]";
        } else if (path.endsWith("/help")) {
            return help;
        } else if (path.endsWith("/take-back")
                || path.endsWith("/check")
                || path.endsWith("/delegate")
                || path.endsWith("/withdraw")) {
            return "{}";
        } else if (path.startsWith("/api/tasks/")) {
            return "{\"id\": \"t1\", \"variables\": {\"clusterId\": \"nordklyngen\", \"invoiceId\": \"i1\", \"meetingId\": \"m1\"}}";
        } else if (path.endsWith("/wrap-up") || path.endsWith("/silent")) {
            return resource(path.substring(path.lastIndexOf('/') + 1) + ".json");
        } else if (path.matches(".*/meetings/[^/]+")) {
            return resource("meeting.json");
        } else if (path.endsWith("/same-topic") || path.contains("/proposed-dates/")) {
            return "[]";
        } else if (path.endsWith("/topics")) {
            return "[{\"id\": \"t1\", \"title\": \"Smerter\", \"votesText\": \"(1 stemme)\"},"
                    + "{\"id\": \"t2\", \"title\": \"KOL\", \"votesText\": \"(9 stemmer)\"}]";
        } else if (path.endsWith("/suggested-topic")) {
            return "{\"id\": \"t2\"}";
        } else if (path.endsWith("/wishes")) {
            return "{}";
        } else if (path.endsWith("/accounts/accounts")) {
            return "[{\"number\": \"2100\", \"name\": \"Mødelokaler\", \"kind\": \"EXPENSE\", \"guidance\": \"\"},"
                    + "{\"number\": \"2200\", \"name\": \"Forplejning\", \"kind\": \"EXPENSE\", \"guidance\": \"Ikke alkohol.\"}]";
        } else if (path.contains("/accounts/budget/")) {
            return "{\"account\": \"2200\", \"name\": \"Forplejning\", \"budget\": 3000000, \"spent\": 1850000, \"left\": 1150000}";
        } else if (path.endsWith("/uploads")) {
            return "{\"documentId\": \"d9\", \"kind\": \"XML\", \"problems\": [], \"summary\": {\"supplier\": \"Kantinen ApS\"}}";
        } else if (path.matches(".*/documents/[^/]+")) {
            return "{\"id\": \"d1\", \"fileName\": \"faktura.pdf\", \"pages\": 3}";
        }
        return resource("invoice.json");
    }

    private static void send(Route route, int status, String type, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType(type + "; charset=utf-8")
                .setBody(body));
    }

    private static String resource(String name) {
        return read(Path.of("src/test/resources/form-kit", name));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
