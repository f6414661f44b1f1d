package dk.klyngeflow.ballots;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** All words in a heap of bytes that look like a code or a receipt, with or without its hyphens; read once, whatever is looked for in it. */
final class Traces {

    private static final int CODE = 64;
    private static final int RECEIPT = 19;
    private static final int BARE_RECEIPT = 16;
    private static final int GROUP = 5;
    private static final int LONGEST = 4_096;
    private static final String PUBLISHED = "\"receipt\" : \"";

    private final Set<String> words = new HashSet<>();
    private final Set<String> loose = new HashSet<>();
    private final byte[] word = new byte[LONGEST];
    private final byte[] before = new byte[PUBLISHED.length()];
    private int length;

    static Traces in(Iterable<Path> files) throws IOException {
        Traces traces = new Traces();
        for (Path file : files) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
                byte[] piece = new byte[1 << 20];
                for (int read = in.read(piece); read > 0; read = in.read(piece)) {
                    for (int i = 0; i < read; i++) {
                        traces.take(piece[i]);
                    }
                }
            }
            traces.ends();
        }
        return traces;
    }

    /** Everything that was found. */
    Set<String> words() {
        return words;
    }

    /** Receipts that do not stand in a protocol. */
    Set<String> loose() {
        return loose;
    }

    private void take(byte next) {
        if (isOfWord(next)) {
            if (length < LONGEST) {
                word[length++] = next;
            }
            return;
        }
        ends();
        System.arraycopy(before, 1, before, 0, before.length - 1);
        before[before.length - 1] = next;
    }

    private void ends() {
        if (length == CODE || length == BARE_RECEIPT) {
            words.add(text(0, length));
        }
        for (int at = 0; at + RECEIPT <= length; at++) {
            if (isReceipt(at)) {
                String receipt = text(at, RECEIPT);
                words.add(receipt);
                if (at > 0 || !isInProtocol()) {
                    loose.add(receipt);
                }
            }
        }
        if (length > 0) {
            byte[] kept = new byte[before.length + length];
            System.arraycopy(before, 0, kept, 0, before.length);
            System.arraycopy(word, 0, kept, before.length, length);
            System.arraycopy(kept, kept.length - before.length, before, 0, before.length);
        }
        length = 0;
    }

    private boolean isInProtocol() {
        return Arrays.equals(before, PUBLISHED.getBytes(StandardCharsets.US_ASCII));
    }

    private boolean isReceipt(int at) {
        for (int i = 0; i < RECEIPT; i++) {
            byte letter = word[at + i];
            boolean isHyphen = letter == '-';
            if (isHyphen != (i % GROUP == GROUP - 1) || letter == '_' || letter >= 'a') {
                return false;
            }
        }
        return true;
    }

    private String text(int at, int count) {
        return new String(word, at, count, StandardCharsets.US_ASCII);
    }

    private static boolean isOfWord(byte letter) {
        return letter >= 'A' && letter <= 'Z'
                || letter >= 'a' && letter <= 'z'
                || letter >= '0' && letter <= '9'
                || letter == '-'
                || letter == '_';
    }
}
