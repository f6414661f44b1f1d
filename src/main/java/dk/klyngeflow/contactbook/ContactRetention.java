package dk.klyngeflow.contactbook;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Whom a cluster has had nothing to do with for years is not looked for in its book. */
@Component
class ContactRetention implements Forgets {

    private static final int YEARS = 3;

    private final Contacts contacts;

    ContactRetention(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public String what() {
        return "Personer i kontaktbogen, efter den sidste kontakt eller rettelse";
    }

    @Override
    public Period after() {
        return Period.ofYears(YEARS);
    }

    @Override
    public int forget(Instant before) {
        return contacts.forget(before);
    }
}
