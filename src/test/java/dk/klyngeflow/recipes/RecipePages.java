package dk.klyngeflow.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people send from the pages of recipes, and what they find on them. */
final class RecipePages {

    private RecipePages() {}

    /** @param written the text above, which is sent with it */
    static HttpResponse<String> upload(
            Browser browser, String path, Map<String, String> written, String name, byte[] content) {
        String boundary = "klyngeflow-file";
        Map<String, String> fields = new HashMap<>(asSeen(browser, path + "/ret", written));
        fields.put("_csrf", Browser.token(browser.get("/adgangskode").body()));
        String before = fields.entrySet().stream()
                        .map(field -> "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                                + "\"\r\n\r\n" + field.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        byte[] end = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return browser.send(browser.request(path + "/materiale")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(before),
                        HttpRequest.BodyPublishers.ofByteArray(content),
                        HttpRequest.BodyPublishers.ofByteArray(end))));
    }

    /** A field with several lines named {@code ok} is sent as several. */
    static HttpResponse<String> post(Browser browser, String path, Map<String, String> fields) {
        StringBuilder form = new StringBuilder("_csrf=")
                .append(encode(Browser.token(browser.get("/adgangskode").body())));
        String page = path.endsWith("/hold") ? path.substring(0, path.length() - "/hold".length()) : path;
        boolean isOfAVersion = path.endsWith("/ret") || path.endsWith("/hold");
        Map<String, String> all = isOfAVersion ? asSeen(browser, page, fields) : fields;
        all.forEach((name, value) -> (name.equals("ok") ? value.lines().toList() : List.of(value))
                .forEach(each -> form.append('&').append(name).append('=').append(encode(each))));
        return browser.submit(path, form.toString());
    }

    /** With the version that the page shows now, unless it stood open since another. */
    private static Map<String, String> asSeen(Browser browser, String page, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                .matcher(browser.get(page).body());
        if (!fields.containsKey("version") && version.find()) {
            all.put("version", version.group(1));
        }
        return all;
    }

    static Browser coordinator(int port, String cluster) {
        return Browser.loggedIn(port, cluster + "-koordinator", cluster + "-koordinator");
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    static List<String> keys(String body) {
        return Pattern.compile("name=\"ok\" value=\"([0-9a-f]+)\"")
                .matcher(body)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static String number(Meeting meeting) {
        return meeting.businessKey().substring(meeting.businessKey().indexOf('/') + 1);
    }

    static Map<String, String> sent(String version, List<String> keys) {
        Map<String, String> fields = new HashMap<>();
        fields.put("version", version);
        fields.put("ok", String.join("\n", keys));
        return fields;
    }

    static Map<String, String> form(String title, String agreed) {
        return Map.of(
                "title", title,
                "about", "Mange ældre får ti præparater.",
                "minutes", "120",
                "agenda", RecipeTown.AGENDA,
                "questions", "Hvad undrer dig?",
                "measure", "Andel, der får mange præparater",
                "agreed", agreed,
                "result", "Det gik fremad.",
                "measures", "true");
    }
}
