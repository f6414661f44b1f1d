package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.Rows.Column;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was frozen of one measure and period: read ever after, never reckoned again. */
record ReleasedSet(
        String period,
        int setNo,
        boolean isOpen,
        Picture picture,
        Instant frozenAt,
        @Nullable Instant takenDownAt) {

    /** Of closed mode. @param dots parted by blanks; null when too few practices are large enough */
    record Picture(
            @Nullable String dots,
            @Nullable Long q1,
            @Nullable Long median,
            @Nullable Long q3,
            @Nullable Long rate,
            BigDecimal step,
            @Column("not_shown") int notShown) {

        static final Picture NONE = new Picture(null, null, null, null, null, BigDecimal.ONE, 0);

        static Picture of(Optional<Spread> spread) {
            return spread.map(each -> new Picture(
                            String.join(
                                    " ",
                                    each.dots().stream().map(String::valueOf).toList()),
                            each.q1(),
                            each.median(),
                            each.q3(),
                            each.rate(),
                            each.step(),
                            each.notShown()))
                    .orElse(NONE);
        }

        Optional<Spread> spread() {
            if (dots == null || q1 == null || median == null || q3 == null) {
                return Optional.empty();
            }
            return Optional.of(new Spread(
                    Arrays.stream(dots.split(" ")).map(Long::valueOf).toList(), q1, median, q3, rate, step, notShown));
        }
    }

    boolean isTakenDown() {
        return takenDownAt != null;
    }

    /** Whether anything of the others can be seen of it. */
    boolean isShown() {
        return !isTakenDown() && (isOpen || picture.dots() != null);
    }
}
