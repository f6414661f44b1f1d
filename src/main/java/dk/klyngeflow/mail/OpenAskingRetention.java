package dk.klyngeflow.mail;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** How often an address has asked on an open page matters for a day. */
@Component
class OpenAskingRetention implements Forgets {

    private static final int DAYS = 2;

    private final AddressConfirmations asked;

    OpenAskingRetention(AddressConfirmations asked) {
        this.asked = asked;
    }

    @Override
    public String what() {
        return "Hvor tit der er spurgt fra en adresse på en åben side";
    }

    @Override
    public Period after() {
        return Period.ofDays(DAYS);
    }

    @Override
    public int forget(Instant before) {
        return asked.forget(before);
    }
}
