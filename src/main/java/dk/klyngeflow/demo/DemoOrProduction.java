package dk.klyngeflow.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Decides once, before anything starts: no database given means the demo; a database given means production, where nothing has a default
 * that would be unsafe and all that is missing is said in one message.
 */
class DemoOrProduction implements EnvironmentPostProcessor, Ordered {

    private static final String PUBLIC_URL = "klyngeflow.public-url";

    static final Map<String, String> REQUIRED = required();

    private static Map<String, String> required() {
        Map<String, String> required = new LinkedHashMap<>();
        required.put(
                "spring.datasource.url", "SPRING_DATASOURCE_URL: databasen, fx jdbc:postgresql://db:5432/klyngeflow");
        required.put("spring.datasource.username", "SPRING_DATASOURCE_USERNAME: databasens bruger");
        required.put("spring.datasource.password", "SPRING_DATASOURCE_PASSWORD: databasens adgangskode");
        required.put(PUBLIC_URL, "KLYNGEFLOW_PUBLIC_URL: adressen som brugerne kender, fx https://klyngeflow.example");
        required.put("klyngeflow.admin.id", "KLYNGEFLOW_ADMIN_ID: den første administrators bruger-id");
        required.put(
                "klyngeflow.admin.password",
                "KLYNGEFLOW_ADMIN_PASSWORD: den første administrators adgangskode, mindst 12 tegn");
        required.put("klyngeflow.admin.mail", "KLYNGEFLOW_ADMIN_MAIL: den første administrators mailadresse");
        required.put("klyngeflow.secret", "KLYNGEFLOW_SECRET: en hemmelig nøgle på mindst 32 tegn, uden for databasen");
        required.put("spring.mail.host", "SPRING_MAIL_HOST: postserveren");
        required.put("klyngeflow.mail.from", "KLYNGEFLOW_MAIL_FROM: afsenderadressen på post fra systemet");
        return required;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.matchesProfiles("demo | test")) {
            useDemoDefaults(environment);
            return;
        }
        boolean hasDatabase = StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        boolean canEmbed = ClassUtils.isPresent(
                "io.zonky.test.db.postgres.embedded.EmbeddedPostgres",
                getClass().getClassLoader());
        if (!hasDatabase && canEmbed) {
            environment.addActiveProfile("demo");
            useDemoDefaults(environment);
            return;
        }
        List<String> missing = new ArrayList<>();
        REQUIRED.forEach((key, text) -> {
            if (!StringUtils.hasText(environment.getProperty(key)) || isDevelopmentDefault(environment, key)) {
                missing.add(text);
            }
        });
        tooShort(environment, "klyngeflow.admin.password", 12, missing);
        tooShort(environment, "klyngeflow.secret", 32, missing);
        if (!missing.isEmpty()) {
            throw new HalfConfigured(missing);
        }
    }

    private static boolean isDevelopmentDefault(ConfigurableEnvironment environment, String key) {
        return key.equals(PUBLIC_URL) && "http://localhost:8080".equals(environment.getProperty(key));
    }

    private static void tooShort(ConfigurableEnvironment environment, String key, int length, List<String> missing) {
        String value = environment.getProperty(key, "");
        if (!value.isBlank() && value.length() < length) {
            missing.add(REQUIRED.get(key));
        }
    }

    private static void useDemoDefaults(ConfigurableEnvironment environment) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("spring.mail.host", "127.0.0.1");
        defaults.put("spring.mail.port", environment.getProperty("klyngeflow.smtp-port", "3025"));
        defaults.put("klyngeflow.mail.from", "klyngeflow@nordklyngen.example");
        defaults.put("klyngeflow.secret", "kun-til-demo-kun-til-demo-kun-til-demo");
        defaults.put("klyngeflow.admin.id", "admin");
        defaults.put("klyngeflow.admin.password", "admin");
        defaults.put("klyngeflow.admin.mail", "admin@klyngeflow.example");
        if (environment.matchesProfiles("demo")) {
            defaults.put("klyngeflow.inbox.host", "127.0.0.1");
            defaults.put("klyngeflow.inbox.port", environment.getProperty("klyngeflow.imap-port", "3143"));
            defaults.put("klyngeflow.inbox.user", "post@nordklyngen.example");
            defaults.put("klyngeflow.inbox.ssl", "false");
            // everybody's password is her id here
            defaults.put("klyngeflow.login.shortest-password", "4");
            if (isDevelopmentDefault(environment, PUBLIC_URL)) {
                // mailed links lead to the port that the demo was given
                String own = "http://localhost:" + environment.getProperty("server.port", "8080");
                environment
                        .getPropertySources()
                        .addFirst(new MapPropertySource("demo address", Map.of(PUBLIC_URL, own)));
            }
        }
        environment.getPropertySources().addLast(new MapPropertySource("demo defaults", defaults));
    }

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
