package dk.klyngeflow.links;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a browser may fetch after it has sent a code or an answer: every sending is answered by the address of a page, so that "back",
 * "reload" and a second click never send anything again. The address is good for a short time only, and says nothing of the code, which
 * stays out of every log. Kept in memory: whoever comes too late, or after a restart, opens the link of the mail again. Whoever reads the
 * memory finds neither code nor address: the code is sealed with the address, of which only a hash is kept.
 */
@Component
class Visits {

    static final Duration ALIVE = Duration.ofHours(2);

    private static final Duration SWEEP = Duration.ofMinutes(1);

    static final String REDIRECT = "redirect:";

    private static final int MOST = 20_000;
    private static final int BYTES = 24;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private Instant nextSweep = Instant.MIN;
    private final Map<String, Visit> visits = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Visit> eldest) {
            return size() > MOST;
        }
    };

    Visits(Clock clock) {
        this.clock = clock;
    }

    /** One page of one holder: her questions, or the receipt for an answer. */
    static final class Visit {

        private final byte[] sealed;
        private @Nullable Done done;
        private final Instant until;
        private @Nullable String sent;
        private String answer = "";

        private Visit(String ticket, String code, @Nullable Done done, Instant until) {
            this.sealed = SealedCode.seal(ticket, code);
            this.done = done;
            this.until = until;
        }

        /** @param ticket by which the visit was found */
        String code(String ticket) {
            return SealedCode.open(ticket, sealed);
        }

        /** What she was told; null when the page asks. */
        @Nullable
        Done done() {
            return done;
        }

        /** The same, for whoever reads it now: what is told once only is not known afterwards. */
        synchronized @Nullable Done tell() {
            Done told = done;
            if (told != null && told.afterwards() != null) {
                done = told.afterwards();
            }
            return told;
        }

        /** The same sent once more from the same page, as a double click does, waits for the first and is answered as that was. */
        synchronized String once(String what, Supplier<String> taken) {
            if (!what.equals(sent)) {
                answer = taken.get();
                sent = answer.startsWith(REDIRECT) ? what : null;
            }
            return answer;
        }
    }

    /** @return the ticket of a page that asks */
    String open(String code) {
        return keep(code, null);
    }

    /** @return the ticket of a page that thanks */
    String receipt(String code, Done done) {
        return keep(code, done);
    }

    synchronized Optional<Visit> find(String ticket) {
        return Optional.ofNullable(visits.get(SealedCode.name(ticket)))
                .filter(visit -> clock.instant().isBefore(visit.until));
    }

    /** For a page that was left open too long, or sent by something that never fetched it. */
    Visit findOrNew(String ticket, String code) {
        return find(ticket)
                .filter(visit -> visit.code(ticket).equals(code))
                .orElseGet(() -> new Visit(ticket, code, null, Instant.MAX));
    }

    private synchronized String keep(String code, @Nullable Done done) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sweep();
        visits.put(
                SealedCode.name(ticket),
                new Visit(ticket, code, done, clock.instant().plus(ALIVE)));
        return ticket;
    }

    /** What is over goes now and then: a receipt that nobody fetched is not to lie here. */
    private void sweep() {
        Instant now = clock.instant();
        if (now.isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plus(SWEEP);
        visits.values().removeIf(visit -> !now.isBefore(visit.until));
    }
}
