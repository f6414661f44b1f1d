package dk.klyngeflow.einvoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two thousand damaged files: each is read or said to be unreadable, within a second, and never anything else. */
class MutantsTest {

    private static final int MUTANTS = 2_000;
    private static final long SEED = 20260101;
    private static final String[] TAGS = {
        "cbc:ID",
        "cac:Party",
        "cac:TaxTotal",
        "cac:InvoiceLine",
        "cbc:PayableAmount",
        "cbc:IssueDate",
        "cac:Price",
        "cac:LegalMonetaryTotal",
        "cac:PaymentMeans",
        "cac:AccountingSupplierParty",
        "cbc:DocumentCurrencyCode"
    };
    private static final String[] VALUES = {
        "",
        "-1",
        "99999999999999999999999999",
        "1e9",
        "0101800008",
        "2026-02-30",
        "\u0000",
        "]]>",
        "<",
        "&amp;",
        "ø".repeat(5_000)
    };

    @Test
    void areReadOrUnreadable() {
        Random random = new Random(SEED);
        // warm, so that the slowest says something of the reader
        Samples.ALL.forEach(Samples::invoice);
        int read = 0;
        long slowest = 0;
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutated(Samples.bytes(Samples.ALL.get(i % Samples.ALL.size())), random);
            long before = System.nanoTime();
            Reading reading = Samples.READER.readQuickly(mutant);
            slowest = Math.max(slowest, System.nanoTime() - before);
            assertThat(Samples.READER.redact(mutant)).isNotNull();
            if (reading instanceof Reading.Read r) {
                read++;
                assertThat(r.invoice().payableMinor())
                        .isEqualTo(Math.abs(r.invoice().postingMinor())
                                * (r.invoice().payable().signum() < 0 ? -1 : 1));
                assertThat(r.invoice().payableBy()).isNotNull();
            } else {
                assertThat(((Reading.Unreadable) reading).message())
                        .as("mutant %s", i)
                        .isNotBlank();
            }
            if (i % 50 == 0) {
                // the official rules on a sample of them
                assertThat(Samples.READER.read(mutant, "mutant.xml")).isNotNull();
            }
        }
        assertThat(read).isBetween(MUTANTS / 10, MUTANTS * 9 / 10);
        assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(5));
    }

    private static byte[] mutated(byte[] original, Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> flipped(original, random);
            case 1 -> Arrays.copyOf(original, random.nextInt(original.length));
            case 2 -> withoutElement(original, random);
            case 3 -> repeated(original, random);
            default -> withValue(original, random);
        };
    }

    private static byte[] flipped(byte[] original, Random random) {
        byte[] mutant = original.clone();
        for (int n = random.nextInt(5) + 1; n > 0; n--) {
            mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
        }
        return mutant;
    }

    private static byte[] withoutElement(byte[] original, Random random) {
        int[] element = element(original, random);
        String text = new String(original, StandardCharsets.UTF_8);
        return (text.substring(0, element[0]) + text.substring(element[1])).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] repeated(byte[] original, Random random) {
        int[] element = element(original, random);
        String text = new String(original, StandardCharsets.UTF_8);
        String part = text.substring(element[0], element[1]);
        return (text.substring(0, element[1]) + part.repeat(random.nextInt(20)) + text.substring(element[1]))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withValue(byte[] original, Random random) {
        String text = new String(original, StandardCharsets.UTF_8);
        int[] element = element(original, random);
        int from = text.indexOf('>', element[0]) + 1;
        int to = text.indexOf('<', from);
        if (from <= 0 || to < from) {
            return flipped(original, random);
        }
        return (text.substring(0, from) + VALUES[random.nextInt(VALUES.length)] + text.substring(to))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static int[] element(byte[] original, Random random) {
        String text = new String(original, StandardCharsets.UTF_8);
        String tag = TAGS[random.nextInt(TAGS.length)];
        int start = text.indexOf("<" + tag, random.nextInt(text.length()));
        if (start < 0) {
            start = text.indexOf("<" + tag);
        }
        int end = start < 0 ? -1 : text.indexOf("</" + tag + ">", start);
        return end < 0 ? new int[] {0, 0} : new int[] {start, end + tag.length() + 3};
    }
}
