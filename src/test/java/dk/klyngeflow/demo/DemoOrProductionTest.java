package dk.klyngeflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** Whether the demo starts or production does. */
class DemoOrProductionTest {

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
    void withADatabaseItIsProductionAndNothingIsMadeUp() {
        MockEnvironment environment = decide(Map.of("spring.datasource.url", "jdbc:postgresql://db:5432/klyngeflow"));

        assertThat(environment.getActiveProfiles()).doesNotContain("demo");
        assertThat(environment.getProperty("klyngeflow.admin.password")).isNull();
    }

    private static MockEnvironment decide(Map<String, String> given) {
        MockEnvironment environment = new MockEnvironment();
        given.forEach(environment::setProperty);
        new DemoOrProduction().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
