package dk.klyngeflow.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database server that outlived the program that started it: killed hard, nobody told it to stop, and it still holds its data. */
final class OrphanedPostgres {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path data;

    OrphanedPostgres(Path data) {
        this.data = data;
    }

    /** Leaves a server alone whose program is alive; that is then said by whoever tries to start a second one. */
    void stop() throws IOException {
        if (hasAProgram()) {
            return;
        }
        Optional<ProcessHandle> server = server();
        if (server.isPresent()) {
            LOG.info(
                    "stopping the database server {} that an earlier run left behind",
                    server.get().pid());
            stop(server.get());
        }
    }

    /** Whoever runs a server locks this file for as long as it lives. */
    private boolean hasAProgram() throws IOException {
        Path lock = data.resolve("epg-lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock mine = channel.tryLock()) {
            return mine == null;
        } catch (OverlappingFileLockException itIsThisProgram) {
            return true;
        }
    }

    private Optional<ProcessHandle> server() throws IOException {
        Path file = data.resolve("postmaster.pid");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (lines.size() < 2 || !lines.get(0).strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    private static void stop(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException itDoesNotListen) {
            server.destroyForcibly();
            server.onExit().join();
        }
    }
}
