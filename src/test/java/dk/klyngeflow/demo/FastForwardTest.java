package dk.klyngeflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.demo.FastForward.Happening;
import dk.klyngeflow.demo.FastForward.Journey;
import dk.klyngeflow.engine.Clockwork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FastForwardTest {

    private static final Instant START = Instant.parse("2026-11-23T07:10:00Z");

    private final Hand hand = new Hand();
    private final Diary diary = new Diary();
    private final FastForward forward = new FastForward(hand, List.of(diary), Duration.ofSeconds(30));

    @Test
    void everythingHappensInItsOrderAndAtItsTime() {
        diary.at(START.plus(Duration.ofHours(30)), "second");
        diary.at(START.plus(Duration.ofMinutes(7)), "first");
        diary.at(START.plus(Duration.ofDays(8)), "later");

        Journey journey = forward.by(Duration.ofDays(7)).orElseThrow();

        assertThat(journey.happenings())
                .containsExactly(
                        new Happening(START.plus(Duration.ofMinutes(7)), "first", 1),
                        new Happening(START.plus(Duration.ofHours(30)), "second", 1));
        assertThat(journey.arrived()).isTrue();
        assertThat(hand.now()).isEqualTo(START.plus(Duration.ofDays(7)));
    }

    @Test
    void whatFollowsFromAnEventHappensAtTheSameMoment() {
        Instant due = START.plus(Duration.ofHours(1));
        diary.at(due, "mail", "refused", "task");

        assertThat(forward.by(Duration.ofDays(1)).orElseThrow().happenings())
                .extracting(Happening::at)
                .containsExactly(due, due, due);
    }

    @Test
    void whatOnlyLooksAtTheClockIsLetLookEveryHalfHour() {
        diary.unannounced(Instant.parse("2026-11-24T06:30:00Z"), "reminder");

        assertThat(forward.toNextEvent().orElseThrow().happenings())
                .containsExactly(new Happening(Instant.parse("2026-11-24T06:30:00Z"), "reminder", 1));
    }

    @Test
    void whoeverGoesAYearIsThereInSixStopsADayAndNothingIsPassedBy() {
        diary.at(START.plus(Duration.ofDays(200)).plusSeconds(7), "timer");
        diary.unannounced(Instant.parse("2026-11-24T06:30:00Z"), "reminder");

        Journey year = forward.by(Duration.ofDays(365)).orElseThrow();

        assertThat(year.happenings())
                .containsExactly(
                        new Happening(Instant.parse("2026-11-24T08:00:00Z"), "reminder", 1),
                        new Happening(START.plus(Duration.ofDays(200)).plusSeconds(7), "timer", 1));
        assertThat(year.to()).isEqualTo(START.plus(Duration.ofDays(365)));
        assertThat(hand.stops).isLessThan(365 * 6 + 3);
    }

    @Test
    void stopsAtTheNextEventAndSaysWhenThereIsNone() {
        diary.at(START.plus(Duration.ofDays(2)), "first");
        diary.at(START.plus(Duration.ofDays(3)), "second");

        assertThat(forward.toNextEvent().orElseThrow().to()).isEqualTo(START.plus(Duration.ofDays(2)));
        assertThat(forward.toNextEvent().orElseThrow().to()).isEqualTo(START.plus(Duration.ofDays(3)));
        Journey quiet = forward.toNextEvent().orElseThrow();
        assertThat(quiet.happenings()).isEmpty();
        assertThat(quiet.to()).isEqualTo(START.plus(Duration.ofDays(63)));
    }

    @Test
    void isBoundedWhenSomethingNeverComesToRest() {
        FastForward impatient = new FastForward(
                hand,
                List.of(new Diary() {
                    @Override
                    public List<String> turn() {
                        return List.of("again");
                    }
                }),
                Duration.ofMillis(1));

        Journey journey = impatient.by(Duration.ofDays(365)).orElseThrow();

        assertThat(journey.arrived()).isFalse();
    }

    @Test
    void nothingGoesByItselfMeanwhileAndASecondPressMovesNothing() {
        Clockwork presses = new Diary() {
            private boolean pressed;

            @Override
            public List<String> turn() {
                if (!pressed) {
                    pressed = true;
                    Thread second = new Thread(() -> second(forwardOfThis()));
                    second.start();
                    join(second);
                }
                return List.of();
            }
        };
        FastForward both = new FastForward(hand, List.of(diary, presses), Duration.ofSeconds(30));
        pressed = both;

        both.by(Duration.ofHours(1));

        assertThat(answerOfSecond).isEmpty();
        assertThat(diary.goings).containsExactly("stop", "go");
        assertThat(hand.now()).isEqualTo(START.plus(Duration.ofHours(1)));
    }

    private FastForward pressed = forward;
    private Optional<Journey> answerOfSecond = Optional.of(new Journey(START, START, List.of(), true));

    private FastForward forwardOfThis() {
        return pressed;
    }

    private void second(FastForward same) {
        answerOfSecond = same.by(Duration.ofDays(1));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Hand implements ClockHand {

        private Instant now = START;
        private int stops;

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void moveTo(Instant moment) {
            assertThat(moment).isAfter(now);
            stops++;
            now = moment;
        }
    }

    /** One entry a turn, so that what is due at one moment takes several. */
    private class Diary implements Clockwork {

        private final TreeMap<Instant, List<String>> entries = new TreeMap<>();
        private final TreeMap<Instant, String> unannounced = new TreeMap<>();
        private final List<String> goings = new ArrayList<>();

        void at(Instant when, String... what) {
            entries.put(when, new ArrayList<>(List.of(what)));
        }

        void unannounced(Instant when, String what) {
            unannounced.put(when, what);
        }

        @Override
        public void stop() {
            goings.add("stop");
        }

        @Override
        public void go() {
            goings.add("go");
        }

        @Override
        public Optional<Instant> next() {
            return Optional.ofNullable(entries.higherKey(hand.now()));
        }

        @Override
        public List<String> turn() {
            var seen = unannounced.headMap(hand.now(), true).pollFirstEntry();
            if (seen != null) {
                return List.of(seen.getValue());
            }
            var due = entries.floorEntry(hand.now());
            if (due == null) {
                return List.of();
            }
            String what = due.getValue().remove(0);
            if (due.getValue().isEmpty()) {
                entries.remove(due.getKey());
            }
            return List.of(what);
        }
    }
}
