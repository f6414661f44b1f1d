package dk.klyngeflow.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node sends mail.
 *
 * @param hold this node sends nothing, for instance after a restore
 * @param from the platform's sender address; without it each cluster's own address is the sender
 * @param messageIdDomain right side of every Message-ID
 * @param batch how many mails a node takes at a time
 * @param lease how long nobody else may send a mail that a node has taken; a dead node's mails go on when it runs out
 * @param longest how long the conversation about one mail may last; less than half the lease
 */
@ConfigurationProperties("klyngeflow.mail")
public record MailSettings(
        @DefaultValue("false") boolean hold,
        @Nullable String from,
        @Nullable String messageIdDomain,
        @DefaultValue("50") int batch,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("45s") Duration longest) {

    @Override
    public String messageIdDomain() {
        if (messageIdDomain != null) {
            return messageIdDomain;
        }
        return from == null ? "klyngeflow.invalid" : from.substring(from.indexOf('@') + 1);
    }
}
