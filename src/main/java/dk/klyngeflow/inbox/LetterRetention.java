package dk.klyngeflow.inbox;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Blanks letters; that one came, and which case it became, stays. */
@Component
class LetterRetention implements Forgets {

    private final ReceivedLetters letters;
    private final InboxMessages messages;

    LetterRetention(ReceivedLetters letters, InboxMessages messages) {
        this.letters = letters;
        this.messages = messages;
    }

    @Override
    public String what() {
        return "Indholdet af modtagne mails";
    }

    @Override
    public Period after() {
        return Period.ofYears(1);
    }

    @Override
    public int forget(Instant before) {
        int blanked = letters.blank(before);
        messages.forget(before);
        return blanked;
    }
}
