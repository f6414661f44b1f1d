package dk.klyngeflow.demo;

import dk.klyngeflow.start.RequiredSettings;
import java.util.LinkedHashMap;
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
 * that would be unsafe ({@link RequiredSettings}).
 */
class DemoOrProduction implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.matchesProfiles("demo | test")) {
            useDemoDefaults(environment);
            return;
        }
        boolean hasDatabase = StringUtils.hasText(environment.getProperty(RequiredSettings.DATABASE));
        boolean canEmbed = ClassUtils.isPresent(
                "io.zonky.test.db.postgres.embedded.EmbeddedPostgres",
                getClass().getClassLoader());
        if (!hasDatabase && canEmbed) {
            environment.addActiveProfile("demo");
            useDemoDefaults(environment);
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
            if (RequiredSettings.isDevelopmentAddress(environment)) {
                // mailed links lead to the port that the demo was given
                String own = "http://localhost:" + environment.getProperty("server.port", "8080");
                environment
                        .getPropertySources()
                        .addFirst(new MapPropertySource("demo address", Map.of(RequiredSettings.PUBLIC_URL, own)));
            }
        }
        environment.getPropertySources().addLast(new MapPropertySource("demo defaults", defaults));
    }

    /** After the configuration files have been read, before {@link RequiredSettings}. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }
}
