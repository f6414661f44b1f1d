package dk.klyngeflow.members;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody of a cluster opened from a file changes its people on the page, as a browser would. */
public final class PeopleTown {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\"[^>]*?name=\"([^\"]+)\"[^>]*?value=\"([^\"]*)\"");
    private static final Pattern EFFECT =
            Pattern.compile("(?s)<section class=\"message warning\" id=\"virkning\".*?</section>");

    private final Browser editor;
    private final String cluster;

    public PeopleTown(Browser editor, String cluster) {
        this.editor = editor;
        this.cluster = cluster;
    }

    /** The page that says what it would do. @param fields as in {@code person=x&fra=2027-01-01} */
    public HttpResponse<String> wishes(String change, String fields) {
        String path = "/folk/" + cluster + "/skift/" + change;
        return post(path, fields);
    }

    /** What the page says would happen, without its tags. */
    public String effect(String change, String fields) {
        return effectIn(wishes(change, fields));
    }

    public static String effectIn(HttpResponse<String> page) {
        Matcher effect = EFFECT.matcher(page.body());
        assertThat(effect.find())
                .as("%s %s", page.statusCode(), text(page.body()))
                .isTrue();
        return text(effect.group());
    }

    /** Looks at what it would do and confirms. @return what it was said to do */
    public String does(String change, String fields) {
        HttpResponse<String> page = wishes(change, fields);
        String said = effectIn(page);
        HttpResponse<String> done = confirms(change, page);
        assertThat(done.statusCode()).as(text(done.body())).isEqualTo(302);
        return said;
    }

    public HttpResponse<String> confirms(String change, HttpResponse<String> page) {
        Matcher effect = EFFECT.matcher(page.body());
        assertThat(effect.find()).as(text(page.body())).isTrue();
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(effect.group());
        while (hidden.find()) {
            fields.put(hidden.group(1), unescaped(hidden.group(2)));
        }
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send("/folk/" + cluster + "/skift/" + change, form.toString());
    }

    /** What the page refuses it with. */
    public String refused(String change, String fields) {
        HttpResponse<String> page = wishes(change, fields);
        assertThat(page.statusCode()).as(text(page.body())).isEqualTo(400);
        assertThat(page.body()).contains("role=\"alert\"");
        return text(page.body().substring(page.body().indexOf("role=\"alert\"")));
    }

    public String page() {
        return editor.get("/folk/" + cluster).body();
    }

    private HttpResponse<String> post(String path, String fields) {
        String token =
                URLEncoder.encode(Browser.token(editor.get("/folk/" + cluster).body()), StandardCharsets.UTF_8);
        return send(path, fields + "&_csrf=" + token);
    }

    private HttpResponse<String> send(String path, String form) {
        return editor.submit(path, form);
    }

    private static String unescaped(String html) {
        return html.replace("&aelig;", "æ")
                .replace("&oslash;", "ø")
                .replace("&aring;", "å")
                .replace("&Oslash;", "Ø")
                .replace("&Aring;", "Å")
                .replace("&AElig;", "Æ")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    static String text(String html) {
        return unescaped(html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip());
    }
}
