package dk.klyngeflow.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** Whether the demo starts or production does, and what is said when something is missing. */
class DemoOrProductionTest {

    private static final Map<String, String> WHOLE = Map.of(
            "spring.datasource.url", "jdbc:postgresql://db:5432/klyngeflow",
            "spring.datasource.username", "klyngeflow",
            "spring.datasource.password", "lang-og-tilfældig",
            "klyngeflow.public-url", "https://klyngeflow.example",
            "klyngeflow.admin.id", "driftsleder",
            "klyngeflow.admin.password", "mindst-tolv-tegn",
            "klyngeflow.admin.mail", "drift@klyngeflow.example",
            "klyngeflow.secret", "en-hemmelighed-på-mindst-32-tegn-er-god",
            "spring.mail.host", "post.example",
            "klyngeflow.mail.from", "system@klyngeflow.example");

    static Set<String> required() {
        return DemoOrProduction.REQUIRED.keySet();
    }

    @Test
    void withoutADatabaseItIsTheDemo() {
        MockEnvironment environment = decide(Map.of());

        assertThat(environment.getActiveProfiles()).contains("demo");
        assertThat(environment.getProperty("klyngeflow.admin.password")).isEqualTo("admin");
    }

    @Test
    void linksOfTheDemoLeadToItsOwnPort() {
        MockEnvironment environment =
                decide(Map.of("klyngeflow.public-url", "http://localhost:8080", "server.port", "8095"));

        assertThat(environment.getProperty("klyngeflow.public-url")).isEqualTo("http://localhost:8095");
    }

    @Test
    void withEverythingItIsProductionAndNothingIsMadeUp() {
        MockEnvironment environment = decide(WHOLE);

        assertThat(environment.getActiveProfiles()).doesNotContain("demo");
        assertThat(environment.getProperty("klyngeflow.admin.password")).isEqualTo("mindst-tolv-tegn");
    }

    @ParameterizedTest
    @MethodSource("required")
    void whatIsMissingIsNamedAndNothingElse(String key) {
        if (key.equals("spring.datasource.url")) {
            // without it, it is the demo; see above
            return;
        }
        Map<String, String> given = new HashMap<>(WHOLE);
        given.remove(key);

        assertThatThrownBy(() -> decide(given))
                .isInstanceOf(HalfConfigured.class)
                .satisfies(
                        half -> assertThat(lines(half)).containsExactly("  - " + DemoOrProduction.REQUIRED.get(key)));
    }

    @Test
    void allThatIsMissingIsSaidInOneMessage() {
        Map<String, String> database = Map.of("spring.datasource.url", "jdbc:postgresql://db:5432/klyngeflow");

        assertThatThrownBy(() -> decide(database))
                .satisfies(half -> assertThat(lines(half))
                        .containsExactlyElementsOf(DemoOrProduction.REQUIRED.entrySet().stream()
                                .filter(required -> !database.containsKey(required.getKey()))
                                .map(required -> "  - " + required.getValue())
                                .toList()));
    }

    @Test
    void whatIsTooShortOrOnlyForDevelopmentCountsAsMissing() {
        Map<String, String> weak = new HashMap<>(WHOLE);
        weak.put("klyngeflow.admin.password", "admin");
        weak.put("klyngeflow.secret", "hemmelig");
        weak.put("klyngeflow.public-url", "http://localhost:8080");

        assertThatThrownBy(() -> decide(weak))
                .satisfies(half -> assertThat(lines(half))
                        .containsExactlyInAnyOrder(
                                "  - " + DemoOrProduction.REQUIRED.get("klyngeflow.public-url"),
                                "  - " + DemoOrProduction.REQUIRED.get("klyngeflow.admin.password"),
                                "  - " + DemoOrProduction.REQUIRED.get("klyngeflow.secret")));
    }

    @Test
    void noValueThatWasGivenIsRepeatedInTheMessage() {
        Map<String, String> given = new HashMap<>(WHOLE);
        given.remove("spring.mail.host");

        assertThatThrownBy(() -> decide(given))
                .satisfies(half -> assertThat(half.getMessage())
                        .doesNotContain("lang-og-tilfældig", "mindst-tolv-tegn", "en-hemmelighed"));
        assertThatCode(() -> decide(WHOLE)).doesNotThrowAnyException();
    }

    private static Set<String> lines(Throwable half) {
        return new java.util.LinkedHashSet<>(
                Objects.requireNonNull(half.getMessage()).lines().skip(1).toList());
    }

    private static MockEnvironment decide(Map<String, String> given) {
        MockEnvironment environment = new MockEnvironment();
        given.forEach(environment::setProperty);
        new DemoOrProduction().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
