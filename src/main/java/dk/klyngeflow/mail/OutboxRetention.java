package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Whom a mail went to and what it said is personal data. */
@Component
class OutboxRetention implements Forgets {

    private final Mails mails;
    private final BouncedAddresses bounced;
    private final CopenhagenTime time;

    OutboxRetention(Mails mails, BouncedAddresses bounced, CopenhagenTime time) {
        this.mails = mails;
        this.bounced = bounced;
        this.time = time;
    }

    @Override
    public String what() {
        return "Afsendte mails: til hvem, og hvad de sagde";
    }

    @Override
    public Period after() {
        return Period.ofMonths(6);
    }

    @Override
    public int forget(Instant before) {
        int blanked = mails.blank(before, time.now());
        bounced.forget(before);
        return blanked;
    }
}
