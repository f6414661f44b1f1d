package dk.klyngeflow.start;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/**
 * What production must be given. Whatever is missing, too short or cannot be meant is said in one list before anything else is tried; no value
 * is repeated there, for it may be a secret. The administrator's first password is not asked for here: only the database knows whether
 * there is an administrator already ({@link DatabaseReady}).
 */
public class RequiredSettings implements EnvironmentPostProcessor, Ordered {

    public static final String DATABASE = "spring.datasource.url";
    public static final String PUBLIC_URL = "klyngeflow.public-url";
    static final String ADMIN_PASSWORD = "klyngeflow.admin.password";
    static final int SHORTEST_ADMIN_PASSWORD = 12;
    public static final String FIRST_PASSWORD =
            "KLYNGEFLOW_ADMIN_PASSWORD: den første administrators adgangskode, mindst 12 tegn; kun ved den første start";

    private static final int SHORTEST_SECRET = 32;
    private static final String SECRET = "klyngeflow.secret";
    private static final String DEVELOPMENT_URL = "http://localhost:8080";
    private static final Pattern MAIL = Pattern.compile("[^@\\s<>,;]+@[^@\\s<>,;]+\\.[^@\\s<>,;.]+");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    /** Property → what is said when it is missing. */
    static final Map<String, String> REQUIRED = required();

    private static Map<String, String> required() {
        Map<String, String> required = new LinkedHashMap<>();
        required.put(DATABASE, "SPRING_DATASOURCE_URL: databasen, fx jdbc:postgresql://db:5432/klyngeflow");
        required.put("spring.datasource.username", "SPRING_DATASOURCE_USERNAME: databasens bruger");
        required.put("spring.datasource.password", "SPRING_DATASOURCE_PASSWORD: databasens adgangskode");
        required.put(PUBLIC_URL, "KLYNGEFLOW_PUBLIC_URL: adressen som brugerne kender, fx https://klyngeflow.example");
        required.put("klyngeflow.admin.id", "KLYNGEFLOW_ADMIN_ID: den første administrators bruger-id");
        required.put("klyngeflow.admin.mail", "KLYNGEFLOW_ADMIN_MAIL: den første administrators mailadresse");
        required.put(SECRET, "KLYNGEFLOW_SECRET: en hemmelig nøgle på mindst 32 tegn, uden for databasen");
        required.put("spring.mail.host", "SPRING_MAIL_HOST: postserveren");
        required.put("klyngeflow.mail.from", "KLYNGEFLOW_MAIL_FROM: afsenderadressen på post fra systemet");
        return required;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.matchesProfiles("demo | test")) {
            return;
        }
        List<String> faults = faultsOf(environment);
        if (!faults.isEmpty()) {
            throw new NotStarted(faults);
        }
    }

    /** Whether only the address of a developer's machine is known, which no mailed link may lead to. */
    public static boolean isDevelopmentAddress(ConfigurableEnvironment environment) {
        return DEVELOPMENT_URL.equals(environment.getProperty(PUBLIC_URL));
    }

    static List<String> faultsOf(ConfigurableEnvironment environment) {
        List<String> faults = new ArrayList<>();
        REQUIRED.forEach((key, text) -> {
            String value = environment.getProperty(key, "");
            if (!StringUtils.hasText(value) || key.equals(PUBLIC_URL) && isDevelopmentAddress(environment)) {
                faults.add(text);
            } else {
                faultOf(key, value, faults);
            }
        });
        String password = environment.getProperty(ADMIN_PASSWORD, "");
        if (!password.isBlank() && password.length() < SHORTEST_ADMIN_PASSWORD) {
            faults.add(FIRST_PASSWORD);
        }
        String monitoring = environment.getProperty("klyngeflow.monitoring.password", "");
        if (!monitoring.isBlank() && monitoring.length() < SHORTEST_ADMIN_PASSWORD) {
            faults.add("KLYNGEFLOW_MONITORING_PASSWORD: overvågningens adgangskode, mindst 12 tegn, eller tom");
        }
        port(environment, "server.port", "SERVER_PORT", faults);
        port(environment, "spring.mail.port", "SPRING_MAIL_PORT", faults);
        port(environment, "klyngeflow.inbox.port", "KLYNGEFLOW_INBOX_PORT", faults);
        temporaryFolder(faults);
        return faults;
    }

    private static void faultOf(String key, String value, List<String> faults) {
        switch (key) {
            case DATABASE -> {
                if (!value.startsWith("jdbc:postgresql:")) {
                    faults.add(
                            "SPRING_DATASOURCE_URL skal begynde med jdbc:postgresql://, fx jdbc:postgresql://db:5432/klyngeflow");
                }
            }
            case PUBLIC_URL -> {
                if (!isWebAddress(value)) {
                    faults.add(
                            "KLYNGEFLOW_PUBLIC_URL skal være en hel adresse med https:// foran og uden noget efter navnet,"
                                    + " fx https://klyngeflow.example");
                }
            }
            case "klyngeflow.admin.mail", "klyngeflow.mail.from" -> {
                if (!MAIL.matcher(value).matches()) {
                    faults.add(
                            key.equals("klyngeflow.mail.from")
                                    ? "KLYNGEFLOW_MAIL_FROM er ikke én mailadresse, fx klyngeflow@klyngeflow.example"
                                    : "KLYNGEFLOW_ADMIN_MAIL er ikke én mailadresse, fx drift@klyngeflow.example");
                }
            }
            case SECRET -> {
                if (value.length() < SHORTEST_SECRET) {
                    faults.add(REQUIRED.get(SECRET));
                }
            }
            default -> {
                // names and passwords of others: only they know
            }
        }
    }

    private static boolean isWebAddress(String value) {
        try {
            URI address = new URI(value);
            boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            String path = address.getPath();
            return isWeb
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getQuery() == null
                    && address.getFragment() == null
                    && (path == null || path.isEmpty());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void port(ConfigurableEnvironment environment, String key, String variable, List<String> faults) {
        String value = environment.getProperty(key, "");
        if (!value.isBlank() && (!PORT.matcher(value).matches() || Integer.parseInt(value) > 65_535)) {
            faults.add(variable + " skal være et portnummer mellem 0 og 65535");
        }
    }

    /** Uploads and PDFs pass through it; better said now than by the first doctor with a file. */
    private static void temporaryFolder(List<String> faults) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            faults.add("Mappen til midlertidige filer (" + folder
                    + ", java.io.tmpdir) findes ikke, eller programmet må ikke skrive i den");
        }
    }

    /** After {@code demo} has decided whether this is the demo. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
