package dk.klyngeflow.inbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that is read. One for all clusters: each has an address of its own that ends there.
 *
 * @param host without it no mailbox is read
 * @param port 0 for the usual one
 * @param ssl false tries to begin encryption later, as servers offer it
 * @param longest how long the conversation about one mail may last
 * @param round how long one reading of the mailbox may last; what is left waits for the next
 */
@ConfigurationProperties("klyngeflow.inbox")
record InboxSettings(
        @Nullable String host,
        @DefaultValue("0") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("true") boolean ssl,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("2m") Duration longest,
        @DefaultValue("5m") Duration round) {

    boolean isConfigured() {
        return host != null && !host.isBlank();
    }
}
