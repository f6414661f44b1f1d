package dk.klyngeflow.ballots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the directory of keys lies where the database lies: whoever copies that disk has envelopes and keys. */
@Component
class KeyPlace {

    private static final String SAME_DISK =
            "Nøglerne til stemmer ligger på samme disk som databasen. Den, der kopierer disken, mens en afstemning er åben, kan åbne stemmerne. Sæt KLYNGEFLOW_BALLOTS_KEYDIR til en anden disk, eller brug en nøgle på papir.";

    private final BallotKeys keys;
    private final JdbcClient jdbc;

    KeyPlace(BallotKeys keys, JdbcClient jdbc) {
        this.keys = keys;
        this.jdbc = jdbc;
    }

    /** Danish; empty when they lie apart, or nobody can tell: a database elsewhere, or one that does not say where its files are. */
    Optional<String> warning() {
        try {
            String data = jdbc.sql("select setting from pg_settings where name = 'data_directory'")
                    .query(String.class)
                    .optional()
                    .orElse("");
            return !data.isEmpty() && isSameDisk(keys.directory(), Path.of(data))
                    ? Optional.of(SAME_DISK)
                    : Optional.empty();
        } catch (DataAccessException | InvalidPathException unknown) {
            return Optional.empty();
        }
    }

    /** The nearest directory that exists decides, before the first key is written. */
    static boolean isSameDisk(Path keys, Path data) {
        Path existing = keys;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return existing != null
                    && Files.exists(data)
                    && Files.getFileStore(existing).equals(Files.getFileStore(data));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
