package dk.klyngeflow.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/** What was tried and seen, in words, as it is: on the screen and in {@code target/operate/log.txt}. */
final class Told {

    private final Path file;
    private final long began = System.nanoTime();

    Told(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void tell(String words, Object... values) {
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        String line = String.format(
                Locale.ROOT, "%2d:%02d  %s", seconds / 60, seconds % 60, String.format(Locale.ROOT, words, values));
        System.out.println(line);
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
