package dk.klyngeflow.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/** Mail addresses from people and files: one plain address each, and nothing that could become a header of its own. */
final class Addresses {

    private static final int LONGEST = 254;
    private static final int LONGEST_NAME = 100;

    private Addresses() {}

    static boolean isValid(String address) {
        if (address.length() > LONGEST
                || !address.matches("[\\x21-\\x7e&&[^,;:<>()\\[\\]\"\\\\]]+@[A-Za-z0-9.-]+\\.[A-Za-z0-9-]{2,}")) {
            return false;
        }
        try {
            InternetAddress parsed = new InternetAddress(address, true);
            return address.equals(parsed.getAddress());
        } catch (AddressException e) {
            return false;
        }
    }

    /** @throws IllegalArgumentException when the address is none */
    static InternetAddress of(String address, String name) {
        if (!isValid(address)) {
            throw new IllegalArgumentException("not a mail address");
        }
        try {
            return new InternetAddress(address, oneLine(name, LONGEST_NAME), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }

    /** Line breaks and other invisible characters become blanks: in a header they would start another one. */
    static String oneLine(String text, int longest) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() <= longest ? line : line.substring(0, longest - 1).strip() + "…";
    }
}
