package dk.klyngeflow.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.security.Browser;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The guides as people read them. */
@KlyngeflowTest
class MarkdownTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"bruger", "sekretaer", "administrator", "stifter"})
    void everyGuideIsAPageWithItsPictures(String guide) {
        Browser anybody = Browser.anonymous(port);
        String page = anybody.get("/hjaelp/" + guide).body();
        assertThat(page).contains("<h1>Vejledning", "<h2>").doesNotContain("**", "](", "|--", "<p>#");
        Matcher pictures = Pattern.compile("/hjaelp/billeder/[a-z0-9-]+\\.png").matcher(page);
        assertThat(pictures.results().map(each -> each.group()))
                .isNotEmpty()
                .allSatisfy(
                        picture -> assertThat(anybody.get(picture).statusCode()).isEqualTo(200));
    }

    @Test
    void nothingElseIsServedThere() {
        Browser anybody = Browser.anonymous(port);
        for (String other : java.util.List.of("benchmarks", "billeder/..", "billeder/x.png", "bruger.md")) {
            assertThat(anybody.get("/hjaelp/" + other).statusCode()).as(other).isIn(400, 404);
        }
    }

    @Test
    void whatIsWrittenIsEscaped() {
        assertThat(Markdown.html("# A <b>\n\n- x **y**\n- `z<`\n\n| a | b |\n|---|---|\n| 1 | 2 |"))
                .isEqualTo("""
                        <h1>A &lt;b&gt;</h1>
                        <ul>
                        <li>x <strong>y</strong></li>
                        <li><code>z&lt;</code></li>
                        </ul>
                        <div class="scroll"><table>
                        <tr><th>a</th><th>b</th></tr>
                        <tr><td>1</td><td>2</td></tr>
                        </table></div>
                        """);
    }
}
