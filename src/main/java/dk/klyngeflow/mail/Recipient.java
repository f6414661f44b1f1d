package dk.klyngeflow.mail;

import org.jspecify.annotations.Nullable;

/**
 * To whom. A person's name and address are looked up when the mail is sent; an address that belongs to nobody we know, such as a
 * supplier's, is kept with the mail until it is blanked.
 */
public record Recipient(
        @Nullable String personId,
        @Nullable String address,
        @Nullable String name) {

    public static Recipient person(String personId) {
        return new Recipient(personId, null, null);
    }

    public static Recipient address(String address, String name) {
        return new Recipient(null, address, name);
    }
}
