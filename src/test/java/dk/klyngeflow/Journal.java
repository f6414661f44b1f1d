package dk.klyngeflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What the application has acknowledged, on disk before anything else is asked of it. */
public final class Journal {

    private final Path file;
    private final FileChannel channel;

    public Journal(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** None of the three may hold a blank. */
    public synchronized void acknowledged(String what, String subject, String value) {
        try {
            ByteBuffer line =
                    ByteBuffer.wrap((what + " " + subject + " " + value + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each line: what, about what, and our id or the answer. */
    public List<List<String>> lines() {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> List.of(line.split(" ", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
