package dk.klyngeflow.demo;

import dk.klyngeflow.engine.Clockwork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the clock from one moment at which something falls due to the next, and at each lets everything happen that would have happened.
 * One at a time; what is under way by itself is stopped meanwhile, or a step longer than its lock would be done twice.
 */
class FastForward {

    private static final Logger LOG = LoggerFactory.getLogger(FastForward.class);
    /** Some of our own clockwork only looks at the clock now and then; this is often enough for all of it. */
    private static final Duration LOOK = Duration.ofMinutes(30);
    /** Whoever goes far sees what happens at an hour a little later, and comes there in a minute. */
    private static final Duration LOOK_ON_A_LONG_WAY = Duration.ofHours(4);

    private static final Duration LONG_WAY = Duration.ofDays(60);

    private static final Duration FARTHEST = Duration.ofDays(60);
    private static final int MOST_TURNS = 100;

    private final ClockHand hand;
    private final List<Clockwork> clockworks;
    private final Duration patience;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /** @param patience how long the person is let wait before the clock stands, even if it is not where it should go */
    FastForward(ClockHand hand, List<Clockwork> clockworks, Duration patience) {
        this.hand = hand;
        this.clockworks = clockworks;
        this.patience = patience;
    }

    /** @param count how often the same happened at this moment */
    record Happening(Instant at, String what, int count) {}

    /** @param arrived false when so much happened that the clock stands on the way */
    record Journey(Instant from, Instant to, List<Happening> happenings, boolean arrived) {}

    /** @return empty when the clock is being moved already */
    Optional<Journey> by(Duration duration) {
        return exclusively(() -> journey(hand.now().plus(duration), false));
    }

    /** Moves to the next moment at which something happens, at most 60 days ahead. */
    Optional<Journey> toNextEvent() {
        return exclusively(() -> journey(hand.now().plus(FARTHEST), true));
    }

    private Optional<Journey> exclusively(Supplier<Journey> move) {
        if (!oneAtATime.tryLock()) {
            return Optional.empty();
        }
        try {
            return Optional.of(move.get());
        } finally {
            oneAtATime.unlock();
        }
    }

    private Journey journey(Instant end, boolean untilSomethingHappens) {
        Instant from = hand.now();
        Duration look = !untilSomethingHappens && from.plus(LONG_WAY).isBefore(end) ? LOOK_ON_A_LONG_WAY : LOOK;
        long started = System.nanoTime();
        List<Happening> all = new ArrayList<>();
        boolean arrived = false;
        clockworks.forEach(Clockwork::stop);
        try {
            all.addAll(happen());
            while (!arrived && System.nanoTime() - started < patience.toNanos()) {
                hand.moveTo(nextStop(end, look));
                List<Happening> now = happen();
                all.addAll(now);
                arrived = !hand.now().isBefore(end) || (untilSomethingHappens && !now.isEmpty());
            }
        } finally {
            clockworks.forEach(Clockwork::go);
        }
        LOG.info("the clock was moved from {} to {}: {} kinds of events", from, hand.now(), all.size());
        return new Journey(from, hand.now(), all, arrived);
    }

    private Instant nextStop(Instant end, Duration look) {
        Instant now = hand.now();
        Instant stop = Instant.ofEpochSecond((now.getEpochSecond() / look.toSeconds() + 1) * look.toSeconds());
        for (Clockwork clockwork : clockworks) {
            Optional<Instant> next = clockwork.next();
            if (next.isPresent() && next.get().isAfter(now) && next.get().isBefore(stop)) {
                stop = next.get();
            }
        }
        return stop.isBefore(end) ? stop : end;
    }

    /** Until a whole turn passes in which nothing happened: a step may write a mail, and a mail that is refused starts a case. */
    private List<Happening> happen() {
        Instant at = hand.now();
        Map<String, Integer> counts = new LinkedHashMap<>();
        boolean quiet = false;
        for (int turn = 0; turn < MOST_TURNS && !quiet; turn++) {
            quiet = true;
            for (Clockwork clockwork : clockworks) {
                for (String what : clockwork.turn()) {
                    counts.merge(what, 1, Integer::sum);
                    quiet = false;
                }
            }
        }
        List<Happening> happenings = new ArrayList<>();
        counts.forEach((what, count) -> happenings.add(new Happening(at, what, count)));
        return happenings;
    }
}
