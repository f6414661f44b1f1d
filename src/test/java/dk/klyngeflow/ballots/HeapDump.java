package dk.klyngeflow.ballots;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What this process has in its memory. Whoever looks for something must not have it herself, or she finds her own: she keeps nothing but the
 * hashes of what she looks for, and what is found is told as hashes.
 */
final class HeapDump {

    private HeapDump() {}

    /** Hashes of every word that looks like a code or a receipt. */
    static Set<String> hashes(Path directory) throws IOException {
        Path file = Files.createTempDirectory(directory, "heap").resolve("live.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
        try {
            return Traces.in(List.of(file)).words().stream().map(HeapDump::hash).collect(Collectors.toSet());
        } finally {
            Files.delete(file);
        }
    }

    static String hash(String text) {
        return HexFormat.of().formatHex(BallotKeys.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
}
