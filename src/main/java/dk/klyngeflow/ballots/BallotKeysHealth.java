package dk.klyngeflow.ballots;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Warns the administrator of where the keys of votes lie. Never takes a node out of service. */
@Component("ballotKeysHealthIndicator")
class BallotKeysHealth extends AbstractHealthIndicator {

    private final KeyPlace place;

    BallotKeysHealth(KeyPlace place) {
        super("where the keys of votes lie could not be read");
        this.place = place;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        place.warning().ifPresent(warning -> builder.withDetail("warning", warning));
    }
}
