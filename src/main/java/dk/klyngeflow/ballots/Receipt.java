package dk.klyngeflow.ballots;

import java.security.SecureRandom;

/** What a voter finds her mark by in the list: 80 random bits, written so that a person can copy them. */
final class Receipt {

    static final int BYTES = 10;

    /** Crockford's: neither I, L, O nor U. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int BITS = 5;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Receipt() {}

    static byte[] fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** As in {@code 7Q2M-K0DX-…}; for any number of bytes. */
    static String written(byte[] bytes) {
        StringBuilder written = new StringBuilder();
        int letters = (bytes.length * Byte.SIZE + BITS - 1) / BITS;
        for (int i = 0; i < letters; i++) {
            if (i > 0 && i % GROUP == 0) {
                written.append('-');
            }
            written.append(LETTERS.charAt(at(bytes, i * BITS)));
        }
        return written.toString();
    }

    /** The bytes that were written so, with blanks, hyphens and look-alikes as people type them; shorter when there are other letters. */
    static byte[] read(String typed, int length) {
        String letters = typed.toUpperCase(java.util.Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        byte[] bytes = new byte[length];
        if (letters.length() != (length * Byte.SIZE + BITS - 1) / BITS) {
            return new byte[0];
        }
        for (int i = 0; i < letters.length(); i++) {
            int value = LETTERS.indexOf(letters.charAt(i));
            if (value < 0) {
                return new byte[0];
            }
            for (int bit = 0; bit < BITS; bit++) {
                int at = i * BITS + bit;
                boolean isSet = (value >> (BITS - 1 - bit) & 1) == 1;
                if (isSet && at >= length * Byte.SIZE) {
                    return new byte[0];
                } else if (isSet) {
                    bytes[at / Byte.SIZE] |= (byte) (0x80 >> at % Byte.SIZE);
                }
            }
        }
        return bytes;
    }

    private static int at(byte[] bytes, int from) {
        int value = 0;
        for (int bit = from; bit < from + BITS; bit++) {
            int one = bit < bytes.length * Byte.SIZE ? bytes[bit / Byte.SIZE] >> (7 - bit % Byte.SIZE) & 1 : 0;
            value = value << 1 | one;
        }
        return value;
    }
}
