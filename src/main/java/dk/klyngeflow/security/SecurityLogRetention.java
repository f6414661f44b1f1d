package dk.klyngeflow.security;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Who logged in when and from where is personal data. */
@Component
class SecurityLogRetention implements Forgets {

    private final SecurityLog log;

    SecurityLogRetention(SecurityLog log) {
        this.log = log;
    }

    @Override
    public String what() {
        return "Sikkerhedsloggen: hvem der loggede ind og ændrede adgang";
    }

    @Override
    public Period after() {
        return Period.ofYears(1);
    }

    @Override
    public int forget(Instant before) {
        return log.forget(before);
    }
}
