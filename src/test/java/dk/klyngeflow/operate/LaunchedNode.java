package dk.klyngeflow.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The packaged jar, started by {@code src/deploy/launch} with the settings of {@code klyngeflow.env.example}, as systemd does it. */
final class LaunchedNode {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final String name;
    private final Path folder;
    private final int port;
    private @Nullable Process process;
    private int starts;

    LaunchedNode(String name, Path folder) {
        this.name = name;
        this.folder = folder;
        this.port = Machine.freePort();
    }

    int port() {
        return port;
    }

    /** @return how long until it was healthy */
    Duration start(Path jar, Map<String, String> settings) {
        long began = System.nanoTime();
        launch(jar, settings);
        while (!isHealthy()) {
            if (!isAlive() || System.nanoTime() - began > LONGEST_START.toNanos()) {
                throw new AssertionError(name + " did not start: " + log());
            }
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** @return the code with which it ended by itself */
    int startInVain(Path jar, Map<String, String> settings) {
        launch(jar, settings);
        try {
            if (running().waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
                return running().exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError(name + " started though it must not: " + log());
    }

    private void launch(Path jar, Map<String, String> settings) {
        starts++;
        ProcessBuilder builder = new ProcessBuilder("bash", "src/deploy/launch", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(logFile().toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(key -> key.startsWith("JAVA_TOOL") || key.startsWith("SPRING_"));
        environment.putAll(new HashMap<>(settings));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put(
                "KLYNGEFLOW_UNPACKED", folder.resolve(name + "-unpacked").toString());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isHealthy() {
        try {
            return HttpClient.newBuilder()
                            .connectTimeout(Duration.ofSeconds(1))
                            .build()
                            .send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                                            .timeout(Duration.ofSeconds(15))
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

    private boolean isAlive() {
        return process != null && process.isAlive();
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process;
    }

    /** SIGKILL. */
    void kill() {
        end(running().destroyForcibly());
    }

    /** As systemd does; it finishes what it has begun. */
    void stop() {
        if (isAlive()) {
            running().destroy();
            end(running());
        }
    }

    private void end(Process ending) {
        try {
            if (!ending.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError(name + " cannot be ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path logFile() {
        return folder.resolve(name + "-" + starts + ".log");
    }

    /** Of its last start. */
    String log() {
        try {
            return Files.readString(logFile(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long logBytes() {
        return log().getBytes(StandardCharsets.UTF_8).length;
    }

    /** The last line of its log with a word in it, without when and who. */
    String lastLine(String word) {
        return log().lines()
                .filter(line -> !line.isBlank() && line.contains(word))
                .reduce("", (one, other) -> other)
                .replaceAll("^.* : ", "");
    }
}
