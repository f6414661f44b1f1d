package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's web apps speak Danish: every text of the web jar has a Danish one, and what the code puts into it is still there. */
class DanishWebAppsTest {

    private static final String ROOT = "/META-INF/resources/webjars/camunda/app/";

    /** What programs replace, and the HTML that the page renders; {@code <null>} is text. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{\\s*\\w+\\s*}}|\\{}|%[ds]|\\\\n|\\n|</?(?:a|b|br|code|em|i|li|p|span|strong|ul)\\b");

    private static final Pattern ENGLISH =
            Pattern.compile("\\b(the|please|could|your|with|this|must|cannot|should|and)\\b", Pattern.CASE_INSENSITIVE);

    /** Words that are the same in both languages, names, and signs. */
    private static final Set<String> SAME = Set.of(
            "",
            "<",
            "<=",
            ">",
            ">=",
            "<version>",
            "Admin",
            "CSV",
            "Cockpit",
            "Diagram",
            "Filter",
            "JSON",
            "Job",
            "Links",
            "OK",
            "Start",
            "Status",
            "System",
            "Type",
            "Version",
            "Version:",
            "weekend");

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void everyTextIsDanish(String app) throws IOException {
        JsonNode english = read(app, "en");
        assertThat(texts(english)).hasSizeGreaterThan(100);
        assertThat(faults(english, read(app, "da"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void ourOwnSettingsAreUsed(String app) throws IOException {
        assertThat(text(app, "scripts/config.js"))
                .contains("vendor: 'Klyngeflow'", "availableLocales: ['da']", "fallbackLocale: 'da'");
        assertThat(text(app, "styles/user-styles.css")).contains("klyngeflow.css");
    }

    @Test
    void keepsTheShortcutsOfTasklist() throws IOException {
        assertThat(text("tasklist", "scripts/config.js"))
                .contains("shortcuts: {", "claimTask:", "focusFilter:", "focusList:", "focusForm:", "startProcess:");
    }

    @Test
    void writesDatesAsDanesDo() throws IOException {
        JsonNode formats = read("tasklist", "da").at("/dateLocales/longDateFormat");
        assertThat(formats.path("LLL").asText()).isEqualTo("D. MMMM YYYY [kl.] H.mm");
        assertThat(read("tasklist", "da").at("/dateLocales/week/dow").asInt()).isEqualTo(1);
    }

    @Test
    void seesWhatIsMissingTooMuchOrBroken() throws IOException {
        JsonNode english = json.readTree("""
                {"labels": {"A": "Delete {{name}}", "B": "Save", "C": "See <b>this</b>", "D": "Owner", "E": "Type", "F": "%d days"}}
                """);
        JsonNode danish = json.readTree("""
                {"labels": {"A": "Slet {{navn}}", "C": "Se dette", "D": "Owner", "E": "Type", "F": "%d dage", "G": "Ny", "H": "Luk the vindue"}}
                """);

        assertThat(faults(english, danish))
                .extracting(fault -> fault.substring(0, fault.indexOf(':')))
                .containsExactly("labels/A", "labels/B", "labels/C", "labels/D", "labels/G", "labels/H");
    }

    @Test
    void findsNothingWhenAllIsWell() throws IOException {
        JsonNode english = json.readTree("{\"labels\": {\"A\": \"Delete <b>{{name}}</b>\"}}");
        assertThat(faults(english, json.readTree("{\"labels\": {\"A\": \"Slet <b>{{name}}</b>\"}}")))
                .isEmpty();
    }

    private static List<String> faults(JsonNode english, JsonNode danish) {
        Map<String, String> from = texts(english);
        Map<String, String> to = texts(danish);
        Map<String, String> both = new TreeMap<>(from);
        both.putAll(to);
        List<String> faults = new ArrayList<>();
        for (String key : both.keySet()) {
            String en = from.get(key);
            String da = to.get(key);
            if (da == null) {
                faults.add(key + ": is not translated: " + en);
            } else if (en == null) {
                faults.add(key + ": is unknown to the web app: " + da);
            } else if (!placeholders(en).equals(placeholders(da))) {
                faults.add(key + ": has other placeholders: " + en + " / " + da);
            } else if (en.equals(da) && !SAME.contains(en.trim()) && !key.startsWith("dateLocales/")) {
                faults.add(key + ": is still English: " + en);
            } else if (da.isEmpty() != en.isEmpty() || ENGLISH.matcher(da).find()) {
                faults.add(key + ": is not Danish: " + da);
            }
        }
        return faults;
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Map<String, String> texts(JsonNode tree) {
        Map<String, String> texts = new TreeMap<>();
        collect("", tree, texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> collect(
                            path.isEmpty() ? entry.getKey() : path + "/" + entry.getKey(), entry.getValue(), texts));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), texts);
            }
        } else {
            texts.put(path, node.asText());
        }
    }

    private JsonNode read(String app, String language) throws IOException {
        return json.readTree(text(app, "locales/" + language + ".json"));
    }

    private static String text(String app, String file) throws IOException {
        try (InputStream in = DanishWebAppsTest.class.getResourceAsStream(ROOT + app + "/" + file)) {
            assertThat(in).as("%s of %s", file, app).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // the web jar's files begin with a byte order mark
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
    }
}
