package dk.klyngeflow.membership;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** What somebody typed on the open page is kept no longer than its link works. */
@Component
class UnconfirmedWishRetention implements Forgets {

    private final MemberWishes wishes;

    UnconfirmedWishRetention(MemberWishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public String what() {
        return "Ønsker om at komme med i en klynge, som ingen har bekræftet";
    }

    @Override
    public Period after() {
        return Period.ofDays(2);
    }

    @Override
    public int forget(Instant before) {
        return wishes.forget(before, false);
    }
}
