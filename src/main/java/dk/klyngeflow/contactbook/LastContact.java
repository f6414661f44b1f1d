package dk.klyngeflow.contactbook;

import dk.klyngeflow.inbox.LetterReceived;
import dk.klyngeflow.inbox.ReceivedLetters;
import dk.klyngeflow.mail.StrangerWrittenTo;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes by itself when the cluster wrote to somebody of its book, or heard from her. */
@Component
class LastContact {

    /** Receipts and confirmations, which nobody wrote. */
    private static final Pattern BY_ITSELF = Pattern.compile(".*-(received|confirm)");

    private final Contacts contacts;
    private final ReceivedLetters letters;

    LastContact(Contacts contacts, ReceivedLetters letters) {
        this.contacts = contacts;
        this.letters = letters;
    }

    @EventListener
    void wrote(StrangerWrittenTo written) {
        if (!BY_ITSELF.matcher(written.purpose()).matches()) {
            contacts.heard(written.clusterId(), written.address(), Contact.Way.OUT);
        }
    }

    @EventListener
    void heard(LetterReceived received) {
        letters.find(received.clusterId(), received.letterId())
                .ifPresent(letter -> contacts.heard(received.clusterId(), letter.sender(), Contact.Way.IN));
    }
}
