package dk.klyngeflow.pages;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * A page that treats a form as Tasklist does, under the same content security policy, with our interface answered from memory and the kit
 * served as it is by us: forms can be tried in a real browser within a moment. There is one page, which is opened anew for each form.
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
    private final Page page = browser.newPage();
    private final MockMvc kit = kit();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private volatile String shell = "";

    /** What of the kit the browser asked for, with the status it was answered. */
    final List<String> askedOfKit = new CopyOnWriteArrayList<>();

    /** Paths that were posted to, with what was posted. */
    final List<Map.Entry<String, String>> posted = new CopyOnWriteArrayList<>();

    /** Danish messages with which the server refuses the answer; none when it takes it. */
    volatile List<String> refusal = List.of();

    volatile boolean givesMoneyBack;

    /** Whoever has the task that the caller may neither take nor read about; empty when she may. */
    volatile String holder = "";

    /** What is said of members who can be asked about the task. */
    volatile String help = "{\"members\": []}";

    volatile String me = """
            {"id": "sekretaer", "name": "Birgit Holm", "administrator": false,
             "clusters": [{"id": "nordklyngen", "name": "Nordklyngen", "roles": ["sekretær"]}]}""";

    FakeTasklist() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

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

    /** A page in which the parts of the kit are tried one by one. */
    Page parts() {
        shell = resource("parts.html").replace("VERSION", version());
        page.navigate(address("/page"));
        return page;
    }

    private Page open(String form, boolean start, boolean locked) {
        shell = resource("fake-tasklist.html")
                .replace("FORM", read(form(form)))
                .replace("TASK_ID", start ? "null" : "'t1'")
                .replace("LOCKED", locked ? "disabled-form" : "");
        page.setViewportSize(850, 900);
        page.navigate(address("/page"));
        page.waitForFunction("isQuiet()");
        return page;
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
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

    private static MockMvc kit() {
        AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(ServesTheKit.class, StaticFiles.class, FormKitFiles.class);
        context.refresh();
        return MockMvcBuilders.webAppContextSetup(context).build();
    }

    @EnableWebMvc
    static class ServesTheKit {}

    /** What the addresses of the kit's parts begin with. */
    private String version() {
        try {
            String entry = kit.perform(get("/forms-kit/form-kit.js"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            return entry.replaceAll("(?s).*?'\\./(\\w+)/kit/.*", "$1");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("POST")) {
                posted.add(Map.entry(path, body));
            }
            if (path.equals("/page")) {
                exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
                send(exchange, 200, "text/html", shell);
            } else if (path.startsWith("/forms-kit/")) {
                ofKit(exchange, path);
            } else if (path.startsWith("/parts/")) {
                send(exchange, 200, "text/javascript", resource(path.substring(1)));
            } else if (path.endsWith(".png")) {
                send(exchange, 200, "image/svg+xml", PAPER);
            } else if (path.endsWith("/check") && !refusal.isEmpty()) {
                send(exchange, 400, "application/json", "{\"messages\": [\"" + String.join("\", \"", refusal) + "\"]}");
            } else if (!holder.isEmpty() && path.startsWith("/api/clusters/")) {
                send(exchange, 403, "application/json", "{\"message\": \"Det har du ikke adgang til.\"}");
            } else {
                send(exchange, 200, "application/json", json(path));
            }
        }
    }

    private void ofKit(HttpExchange exchange, String path) throws IOException {
        String known = exchange.getRequestHeaders().getFirst("If-None-Match");
        MockHttpServletResponse response;
        try {
            MockHttpServletRequestBuilder request = get(path);
            response = kit.perform(known == null ? request : request.header("If-None-Match", known))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        for (String name : List.of("Content-Type", "Cache-Control", "ETag")) {
            String value = response.getHeader(name);
            if (value != null) {
                exchange.getResponseHeaders().set(name, value);
            }
        }
        askedOfKit.add(response.getStatus() + " " + path);
        byte[] content = response.getContentAsByteArray();
        exchange.sendResponseHeaders(response.getStatus(), content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
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
            return "{\"id\": \"t1\", \"hands\": {\"mayTake\": " + holder.isEmpty() + ", \"holder\": \"" + holder
                    + "\"}, \"variables\": {\"clusterId\": \"nordklyngen\", \"invoiceId\": \"i1\", \"meetingId\": \"m1\"}}";
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
        return givesMoneyBack
                ? resource("invoice.json")
                        .replaceFirst("\\{", "{\"givesMoneyBack\": true,")
                        .replace("\"INVOICE\"", "\"CREDIT_NOTE\"")
                : resource("invoice.json");
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, content.length);
        exchange.getResponseBody().write(content);
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
        server.stop(0);
        threads.shutdownNow();
    }
}
