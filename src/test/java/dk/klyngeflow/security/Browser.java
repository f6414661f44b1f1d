package dk.klyngeflow.security;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Talks to the running application as a browser does: with a session, Camunda's token, our own token. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    /** A server that is killed in the middle must not hold its client for ever. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private @Nullable String basic;

    private Browser(String base) {
        this.base = base;
    }

    public static Browser anonymous(int port) {
        return new Browser("http://127.0.0.1:" + port);
    }

    /** Logged in on our own page, and with Camunda's token in hand. */
    public static Browser loggedIn(int port, String person, String password) {
        Browser browser = anonymous(port);
        HttpResponse<String> answer = browser.login(person, password);
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("fejl")) {
            throw new AssertionError("log-in of " + person + " failed: " + answer.statusCode());
        }
        browser.get("/camunda/app/tasklist/default/");
        return browser;
    }

    /** A program with HTTP Basic and no session. */
    public static Browser basic(int port, String person, String password) {
        Browser browser = anonymous(port);
        browser.basic = "Basic "
                + Base64.getEncoder().encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
        return browser;
    }

    public HttpResponse<String> login(String person, String password) {
        String token = token(get("/login").body());
        return submit(
                "/login", "username=" + encode(person) + "&password=" + encode(password) + "&_csrf=" + encode(token));
    }

    /** @param form names and values as a browser writes them */
    public HttpResponse<String> submit(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    public static String token(String page) {
        Matcher matcher = TOKEN.matcher(page);
        return matcher.find() ? matcher.group(1) : "";
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html,application/json;q=0.9,*/*;q=0.8"));
    }

    /** With the token that Camunda's web applications or our forms send. */
    public HttpResponse<String> send(String method, String path, @Nullable String json) {
        HttpRequest.Builder request = request(path).header("Accept", "application/hal+json, application/json, */*");
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (!method.equals("GET")) {
            request.header("X-Requested-With", "klyngeflow");
            request.header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
        }
        return send(request.method(
                method,
                json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(LONGEST);
        if (basic != null) {
            request.header("Authorization", basic);
        }
        return request;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            // the page after an answer by a personal link
            return answer.statusCode() == 303
                    ? get(answer.headers().firstValue("Location").orElseThrow().replace(base, ""))
                    : answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A file. */
    public HttpResponse<byte[]> download(String path) {
        try {
            return client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("none");
    }

    /** Comes to a node that has never seen it, with the log-in that it has; or with what is given as a session. */
    public void toAnotherNode() {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
    }

    /** The same browser at another port of this machine: a node beside the first, as if both were behind one proxy. */
    public Browser at(int port) {
        Browser same = anonymous(port);
        for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
            same.cookies.getCookieStore().add(URI.create(same.base), cookie);
        }
        return same;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
