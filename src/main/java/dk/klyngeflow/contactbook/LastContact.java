package dk.klyngeflow.contactbook;

import dk.klyngeflow.inbox.LetterReceived;
import dk.klyngeflow.inbox.ReceivedLetters;
import dk.klyngeflow.mail.StrangerWrittenTo;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes by itself when the cluster wrote to somebody of its book, or heard from her. */
@Component
class LastContact {

    private final Contacts contacts;
    private final ReceivedLetters letters;

    LastContact(Contacts contacts, ReceivedLetters letters) {
        this.contacts = contacts;
        this.letters = letters;
    }

    @EventListener
    void wrote(StrangerWrittenTo written) {
        contacts.heard(written.clusterId(), written.address(), Contact.Way.OUT);
    }

    @EventListener
    void heard(LetterReceived received) {
        letters.find(received.clusterId(), received.letterId())
                .ifPresent(letter -> contacts.heard(received.clusterId(), letter.sender(), Contact.Way.IN));
    }
}
