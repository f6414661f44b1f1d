package dk.klyngeflow;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The real application in a process of its own, which can be killed. */
public final class Node {

    private final int port;
    private final Path logs;
    private final List<String> command;
    private int starts;
    private @Nullable Process process;

    /** @param properties beside the port; the profile is {@code test}, so that nothing embedded is started */
    public Node(Path logs, List<String> options, Map<String, String> properties) {
        this.logs = logs;
        this.port = freePort();
        command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), Klyngeflow.class.getName(), "--server.port=" + port));
        command.add("--spring.profiles.active=test");
        properties.forEach((name, value) -> command.add("--" + name + "=" + value));
    }

    /** One that shares database and mail server with the tests' own application, and takes over soon from one that was killed. */
    public static Node beside(Environment environment, Path logs, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "spring.datasource.url", environment.getRequiredProperty("spring.datasource.url"),
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "postgres",
                "spring.mail.port", environment.getRequiredProperty("spring.mail.port"),
                "camunda.bpm.job-execution.lock-time-in-millis", "5000",
                "camunda.bpm.job-execution.max-wait", "1000",
                "klyngeflow.mail.lease", "10s",
                "klyngeflow.mail.longest", "4s"));
        properties.putAll(more);
        return new Node(logs, List.of("-Xmx500m", "-XX:TieredStopAtLevel=1"), properties);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process == null ? -1 : process.pid();
    }

    public void start() {
        try {
            Files.createDirectories(logs);
            starts++;
            File log = logs.resolve("node-" + port + "-" + starts + ".log").toFile();
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isHealthy() {
        try {
            HttpClient client = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(1))
                    .build();
            return client.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                                            .timeout(Duration.ofSeconds(3))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** SIGKILL: nothing of its own can run afterwards. */
    public void kill() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroyForcibly();
        try {
            if (!running.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + running.pid() + " cannot be killed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** That of the tests without the tests. */
    private static String classPath() {
        String own = location(Node.class);
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return String.join(
                File.pathSeparator,
                Arrays.stream(all.split(File.pathSeparator, -1))
                        .filter(entry ->
                                !Path.of(entry).toAbsolutePath().toString().equals(own))
                        .toList());
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath()
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
