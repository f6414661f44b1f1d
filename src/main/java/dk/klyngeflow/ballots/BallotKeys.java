package dk.klyngeflow.ballots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys of votes under way, each a file that only this process's user may read, in a directory outside the database. Nobody reads one
 * but the count, after closing. Of a key that is destroyed a mark stays, so that a restored database is not counted once more.
 */
@Component
class BallotKeys {

    private static final String KEY = ".key";
    private static final String DESTROYED = ".destroyed";
    private static final int CHECK_BYTES = 3;

    private final Path directory;

    BallotKeys(@Value("${klyngeflow.ballots.key-dir}") Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    Path directory() {
        return directory;
    }

    void write(String clusterId, String ballotId, PrivateKey key) {
        try {
            Files.createDirectories(directory, only("rwx------"));
            Path file = file(clusterId, ballotId, KEY);
            Path fresh = Files.createTempFile(directory, "new", KEY, only("rw-------"));
            Files.write(fresh, Seal.raw(key), StandardOpenOption.SYNC);
            Files.move(
                    fresh,
                    file,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the key of a vote cannot be kept in " + directory, e);
        }
    }

    Optional<PrivateKey> read(String clusterId, String ballotId) {
        Path file = file(clusterId, ballotId, KEY);
        try {
            return Files.exists(file) ? Optional.of(Seal.privateKey(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the key of a vote cannot be read from " + directory, e);
        }
    }

    boolean isDestroyed(String clusterId, String ballotId) {
        return Files.exists(file(clusterId, ballotId, DESTROYED));
    }

    /** First the mark, then the key is overwritten and deleted; again does no harm. */
    void destroy(String clusterId, String ballotId) {
        Path key = file(clusterId, ballotId, KEY);
        try {
            Files.createDirectories(directory, only("rwx------"));
            Path mark = file(clusterId, ballotId, DESTROYED);
            if (!Files.exists(mark)) {
                Files.createFile(mark, only("rw-------"));
            }
            if (Files.exists(key)) {
                Files.write(key, new byte[Seal.KEY_BYTES], StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                Files.delete(key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the key of a vote cannot be destroyed in " + directory, e);
        }
    }

    /** @return false when there was none left */
    boolean destroyIfLeft(String clusterId, String ballotId) {
        boolean isLeft = Files.exists(file(clusterId, ballotId, KEY));
        if (isLeft) {
            destroy(clusterId, ballotId);
        }
        return isLeft;
    }

    /** For the returning officer to print, with check letters at its end. */
    static String code(PrivateKey key) {
        byte[] raw = Seal.raw(key);
        byte[] all = Arrays.copyOf(raw, raw.length + CHECK_BYTES);
        System.arraycopy(sha256(raw), 0, all, raw.length, CHECK_BYTES);
        return Receipt.written(all);
    }

    /** @return empty when it was typed wrongly */
    static Optional<PrivateKey> ofCode(String typed) {
        byte[] all = Receipt.read(typed, Seal.KEY_BYTES + CHECK_BYTES);
        if (all.length == 0) {
            return Optional.empty();
        }
        byte[] raw = Arrays.copyOf(all, Seal.KEY_BYTES);
        byte[] check = Arrays.copyOfRange(all, Seal.KEY_BYTES, all.length);
        return Arrays.equals(check, Arrays.copyOf(sha256(raw), CHECK_BYTES))
                ? Optional.of(Seal.privateKey(raw))
                : Optional.empty();
    }

    /** What a ballot's files are called: nothing that somebody has typed becomes a path. */
    static String name(String clusterId, String ballotId) {
        return HexFormat.of()
                .formatHex(sha256((clusterId.length() + ":" + clusterId + ballotId)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Path file(String clusterId, String ballotId, String ending) {
        return directory.resolve(name(clusterId, ballotId) + ending);
    }

    /** Windows has no such bits; there the directory's own rights count. */
    private static FileAttribute<?>[] only(String permissions) {
        boolean isPosix = java.nio.file.FileSystems.getDefault()
                .supportedFileAttributeViews()
                .contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
