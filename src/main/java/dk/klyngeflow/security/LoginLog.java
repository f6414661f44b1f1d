package dk.klyngeflow.security;

import dk.klyngeflow.security.SecurityLog.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Writes who comes and goes into the security log. */
@Component
class LoginLog {

    private static final Duration AGAIN = Duration.ofHours(24);
    private static final int MOST = 10_000;

    private final SecurityLog log;
    private final Identities identities;
    private final Clock clock;
    private final Map<String, Instant> programs = new ConcurrentHashMap<>();

    LoginLog(SecurityLog log, Identities identities, Clock clock) {
        this.log = log;
        this.identities = identities;
        this.clock = clock;
    }

    void loggedIn(String person, String address) {
        log.noteBy(Kind.LOGGED_IN, person, address);
    }

    void loggedOut(String person, String address) {
        log.noteBy(Kind.LOGGED_OUT, person, address);
    }

    /** A program sends its password with every call: that it did is written once a day from each place. */
    void program(String person, String address) {
        Instant now = clock.instant();
        if (programs.size() > MOST) {
            programs.clear();
        }
        Instant last = programs.put(person + " " + address, now);
        if (last == null || Duration.between(last, now).compareTo(AGAIN) >= 0) {
            log.noteBy(Kind.LOGGED_IN, person, address);
        } else {
            programs.put(person + " " + address, last);
        }
    }

    /**
     * How many are written is bounded by the throttle, which does not even try a password while it makes somebody wait.
     *
     * @param name as typed: written only when somebody is called so, else it may be anything, also a password in the wrong field
     * @param isLockedOut whether the next attempt must wait
     */
    void failed(String name, String address, boolean isLockedOut) {
        String person = identities.exists(name) ? name : "";
        log.noteBy(Kind.LOGIN_FAILED, person, address);
        if (isLockedOut) {
            log.noteBy(Kind.LOCKED_OUT, person, address);
        }
    }
}
