package dk.klyngeflow.contact;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** What was typed on the open page is kept no longer than its link works. */
@Component
class UnconfirmedRetention implements Forgets {

    private static final int DAYS = 2;

    private final Inquiries inquiries;

    UnconfirmedRetention(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    @Override
    public String what() {
        return "Henvendelser, hvis adresse ingen har bekræftet";
    }

    @Override
    public Period after() {
        return Period.ofDays(DAYS);
    }

    @Override
    public int forget(Instant before) {
        return inquiries.forgetUnconfirmed(before);
    }
}
