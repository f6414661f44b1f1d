package dk.klyngeflow.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code klyngeflow.env.example}, filled in as its comments say. */
final class ShippedSettings {

    /** Of the first administrator at the first start. */
    static final String PASSWORD = "en-lang-adgangskode";

    static final String MONITORING = "prometheus-laeser-tal";

    private static final Pattern VARIABLE = Pattern.compile("(?m)^([A-Z][A-Z_0-9]+)=(.*)$");

    private ShippedSettings() {}

    /** A database of the test, no mailbox, a mail server without a log-in. */
    static Map<String, String> filled(String database, int mailPort) throws IOException {
        Map<String, String> example = new HashMap<>();
        VARIABLE.matcher(Files.readString(Path.of("src/deploy/klyngeflow.env.example")))
                .results()
                .forEach(line -> example.put(line.group(1), line.group(2)));
        example.putAll(Map.of(
                "SPRING_DATASOURCE_URL", database,
                "SPRING_DATASOURCE_PASSWORD", "hemmelig",
                "KLYNGEFLOW_ADMIN_PASSWORD", PASSWORD,
                "KLYNGEFLOW_MONITORING_PASSWORD", MONITORING,
                "KLYNGEFLOW_SECRET", "en-hemmelighed-paa-mindst-32-tegn-0001",
                "SPRING_MAIL_HOST", "127.0.0.1",
                "SPRING_MAIL_PORT", String.valueOf(mailPort),
                "SPRING_MAIL_PROPERTIES_MAIL_SMTP_AUTH", "false",
                "SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED", "false",
                "KLYNGEFLOW_INBOX_HOST", ""));
        example.remove("SPRING_MAIL_USERNAME");
        example.remove("SPRING_MAIL_PASSWORD");
        return example;
    }
}
