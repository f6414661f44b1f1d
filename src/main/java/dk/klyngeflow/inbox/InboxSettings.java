package dk.klyngeflow.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that is read. One for all clusters: each has an address of its own that ends there.
 *
 * @param host without it no mailbox is read
 * @param port 0 for the usual one
 * @param ssl false tries to begin encryption later, as servers offer it
 */
@ConfigurationProperties("klyngeflow.inbox")
record InboxSettings(
        @Nullable String host,
        @DefaultValue("0") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("true") boolean ssl,
        @DefaultValue("INBOX") String folder) {

    boolean isConfigured() {
        return host != null && !host.isBlank();
    }
}
