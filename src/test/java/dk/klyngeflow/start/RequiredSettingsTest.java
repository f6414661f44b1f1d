package dk.klyngeflow.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** What an operator is told when a setting is missing or cannot be meant. */
class RequiredSettingsTest {

    private static final Map<String, String> WHOLE = Map.of(
            "spring.datasource.url", "jdbc:postgresql://db:5432/klyngeflow",
            "spring.datasource.username", "klyngeflow",
            "spring.datasource.password", "lang-og-tilfældig",
            "klyngeflow.public-url", "https://klyngeflow.example",
            "klyngeflow.admin.id", "driftsleder",
            "klyngeflow.admin.mail", "drift@klyngeflow.example",
            "klyngeflow.secret", "en-hemmelighed-på-mindst-32-tegn-er-god",
            "spring.mail.host", "post.example",
            "klyngeflow.mail.from", "system@klyngeflow.example");

    static Set<String> required() {
        return RequiredSettings.REQUIRED.keySet();
    }

    @ParameterizedTest
    @MethodSource("required")
    void whatIsMissingIsNamedAndNothingElse(String key) {
        Map<String, String> given = new HashMap<>(WHOLE);
        given.remove(key);

        assertThat(faults(given)).containsExactly(RequiredSettings.REQUIRED.get(key));
    }

    @Test
    void allThatIsMissingIsSaidInOneMessageWithACodeThatIsNotStartedAgain() {
        assertThatThrownBy(() -> start(Map.of()))
                .isInstanceOfSatisfying(
                        NotStarted.class, fault -> assertThat(fault.getExitCode()).isEqualTo(78))
                .satisfies(fault -> assertThat(RequiredSettings.REQUIRED.values())
                        .allSatisfy(line -> assertThat(fault.getMessage()).contains("  - " + line)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "klyngeflow.admin.password | admin                          | KLYNGEFLOW_ADMIN_PASSWORD",
                "klyngeflow.secret         | hemmelig                       | KLYNGEFLOW_SECRET",
                "klyngeflow.public-url     | http://localhost:8080          | KLYNGEFLOW_PUBLIC_URL",
                "klyngeflow.public-url     | klyngeflow.example             | KLYNGEFLOW_PUBLIC_URL skal være en hel adresse",
                "klyngeflow.public-url     | ftp://klyngeflow.example       | KLYNGEFLOW_PUBLIC_URL skal være en hel adresse",
                "klyngeflow.public-url     | https://klyngeflow.example/app | KLYNGEFLOW_PUBLIC_URL skal være en hel adresse",
                "klyngeflow.public-url     | https://a b                    | KLYNGEFLOW_PUBLIC_URL skal være en hel adresse",
                "klyngeflow.admin.mail     | drift                          | KLYNGEFLOW_ADMIN_MAIL er ikke én mailadresse",
                "klyngeflow.mail.from      | a@b.dk, c@d.dk                 | KLYNGEFLOW_MAIL_FROM er ikke én mailadresse",
                "klyngeflow.mail.from      | Klynge <a@b.dk>                | KLYNGEFLOW_MAIL_FROM er ikke én mailadresse",
                "spring.datasource.url     | postgres://db/klyngeflow       | SPRING_DATASOURCE_URL skal begynde med jdbc:postgresql://",
                "spring.mail.port          | smtp                           | SPRING_MAIL_PORT skal være et portnummer",
                "klyngeflow.inbox.port     | 99999                          | KLYNGEFLOW_INBOX_PORT skal være et portnummer",
                "server.port               | -1                             | SERVER_PORT skal være et portnummer",
            })
    void whatCannotBeMeantStandsInTheSameList(String key, String value, String said) {
        Map<String, String> given = new HashMap<>(WHOLE);
        given.put(key, value);

        assertThat(faults(given)).singleElement().asString().startsWith(said).doesNotContain("hemmelig:");
    }

    @Test
    void aFolderForTemporaryFilesThatIsNotThereIsSaid() {
        String before = System.getProperty("java.io.tmpdir");
        System.setProperty("java.io.tmpdir", "/findes/ikke");
        try {
            assertThat(faults(WHOLE)).singleElement().asString().contains("/findes/ikke", "java.io.tmpdir");
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
    }

    @Test
    void noValueThatWasGivenIsRepeated() {
        Map<String, String> given = new HashMap<>(WHOLE);
        given.remove("spring.mail.host");

        assertThatThrownBy(() -> start(given))
                .satisfies(half ->
                        assertThat(half.getMessage()).doesNotContain("lang-og-tilfældig").doesNotContain("en-hemmelighed"));
    }

    @Test
    void withEverythingItStartsAndTheFirstPasswordIsNotAskedForHere() {
        assertThatCode(() -> start(WHOLE)).doesNotThrowAnyException();
    }

    @Test
    void theDemoIsAskedForNothing() {
        MockEnvironment demo = new MockEnvironment();
        demo.setActiveProfiles("demo");

        assertThatCode(() -> new RequiredSettings().postProcessEnvironment(demo, new SpringApplication()))
                .doesNotThrowAnyException();
    }

    private static java.util.List<String> faults(Map<String, String> given) {
        return RequiredSettings.faultsOf(environment(given));
    }

    private static void start(Map<String, String> given) {
        new RequiredSettings().postProcessEnvironment(environment(given), new SpringApplication());
    }

    private static MockEnvironment environment(Map<String, String> given) {
        MockEnvironment environment = new MockEnvironment();
        given.forEach(environment::setProperty);
        return environment;
    }
}
