package dk.klyngeflow.membership;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** What was asked for and answered goes with the mails about it. */
@Component
class SettledWishRetention implements Forgets {

    private final MemberWishes wishes;

    SettledWishRetention(MemberWishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public String what() {
        return "Ønsker om ind- og udmelding, der er besvaret";
    }

    @Override
    public Period after() {
        return Period.ofMonths(6);
    }

    @Override
    public int forget(Instant before) {
        return wishes.forget(before, true);
    }
}
