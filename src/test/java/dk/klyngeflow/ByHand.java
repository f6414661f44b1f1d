package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people send from a page with their own hands: a form that is open to them, or the one that a link in a mail opens. */
final class ByHand {

    private static final Pattern CODE = Pattern.compile("/svar#([\\w-]{64})");

    private ByHand() {}

    /** Of the newest of these mails. */
    static String code(List<String> letters, String purpose, String who) {
        assertThat(letters).as("mails %s to %s", purpose, who).isNotEmpty();
        Matcher link = CODE.matcher(letters.get(letters.size() - 1));
        assertThat(link.find()).as("a link in %s", letters).isTrue();
        return link.group(1);
    }

    /** What stands on the page that it opens. */
    static String opens(Browser browser, String code) {
        return post(browser, "/svar", List.of("code", code)).body();
    }

    /** @return the page that says it was taken */
    static String answers(Browser browser, String code, String... fields) {
        List<String> sent = new ArrayList<>(List.of("code", code));
        sent.addAll(List.of(fields));
        HttpResponse<String> answer = post(browser, "/svar/send", sent);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).as("what was sent is taken").contains("class=\"done\"");
        return answer.body();
    }

    static void fillsIn(Browser browser, String page, Map<String, String> form) {
        fillsIn(browser, page, page, form);
    }

    /** @param action where the form of that page is sent */
    static void fillsIn(Browser browser, String page, String action, Map<String, ?> form) {
        List<String> sent =
                new ArrayList<>(List.of("_csrf", Browser.token(browser.get(page).body())));
        form.forEach((name, value) -> (value instanceof List<?> all ? all : List.of(value))
                .forEach(each -> sent.addAll(List.of(name, String.valueOf(each)))));
        HttpResponse<String> answer = post(browser, action, sent);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private static HttpResponse<String> post(Browser browser, String path, List<String> namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(namesAndValues.get(i))
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues.get(i + 1), StandardCharsets.UTF_8));
        }
        return browser.submit(path, form.toString());
    }
}
