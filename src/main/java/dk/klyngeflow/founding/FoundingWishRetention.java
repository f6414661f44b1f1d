package dk.klyngeflow.founding;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** What was typed on the open page is kept no longer than its link works. */
@Component
class FoundingWishRetention implements Forgets {

    private static final int DAYS = 2;

    private final FoundingWishes wishes;

    FoundingWishRetention(FoundingWishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public String what() {
        return "Ønsker om at starte en klynge";
    }

    @Override
    public Period after() {
        return Period.ofDays(DAYS);
    }

    @Override
    public int forget(Instant before) {
        return wishes.forget(before);
    }
}
