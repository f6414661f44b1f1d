package dk.klyngeflow.security;

import java.security.SecureRandom;
import java.util.Base64;

/** A password that nobody knows, for people who log in elsewhere or get one from the administrator later. */
final class RandomPassword {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomPassword() {}

    static String next() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
