package dk.klyngeflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.benchmarks.Attacker.Attack;
import dk.klyngeflow.benchmarks.Attacker.Rules;
import dk.klyngeflow.benchmarks.Attacker.Seen;
import dk.klyngeflow.benchmarks.NamedTable.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Five hundred clusters, and nothing to be found in any; each mistake that somebody might make in the rules is found. */
class AttackerTest {

    private static final MeasureKind KIND = MeasureKind.PROPORTION;
    private static final int CLUSTERS = 500;

    @Test
    void findsNothing() {
        Map<Attack, Integer> nothing =
                Stream.of(Attack.values()).collect(Collectors.toMap(attack -> attack, attack -> 0));
        for (int seed = 2026; seed < 2036; seed++) {
            Attacker attacker = new Attacker(new Released(), seed);
            assertThat(attacker.attack(CLUSTERS))
                    .as("seed %s: %s", seed, attacker.told())
                    .isEqualTo(nothing);
        }
    }

    /** Every way of finding out is used: an attack that can find nothing would be for show. */
    @Test
    void everyAttackFindsSomethingInSomeMutant() {
        Set<Attack> finding = new TreeSet<>();
        for (Mutant mutant : Mutant.values()) {
            new Attacker(mutant.rules, 2026).attack(CLUSTERS).forEach((attack, count) -> {
                if (count > 0) {
                    finding.add(attack);
                }
            });
        }
        assertThat(finding).containsExactlyInAnyOrder(Attack.values());
    }

    @ParameterizedTest
    @EnumSource
    void everyMutantIsCaught(Mutant mutant) {
        Map<Attack, Integer> found = new Attacker(mutant.rules, 2026).attack(CLUSTERS);
        assertThat(found.get(mutant.attack)).as(found.toString()).isPositive();
    }

    /** The application's own rules. */
    private static class Released implements Rules {

        @Override
        public Seen closed(List<PracticeRow> rows) {
            return Seen.of(Spread.of(KIND, rows), List.of());
        }

        @Override
        public Seen open(List<FrozenRow> rows, Set<String> named, Set<String> everNamed) {
            NamedTable table = NamedTable.of(KIND, rows, named, everNamed);
            return Seen.of(table.spread(), table.lines());
        }

        @Override
        public boolean mayFollow(List<PracticeRow> older, List<PracticeRow> newer) {
            return Republication.of(KIND, older, newer) != Republication.TOO_FEW_CHANGED;
        }

        static boolean isOk(PracticeRow row) {
            return RowState.of(KIND, row) == RowState.OK;
        }

        static Seen of(List<PracticeRow> shown, int notShown, List<Line> lines) {
            List<Double> dots = new ArrayList<>();
            shown.forEach(
                    row -> dots.add((double) Spread.rounded(KIND, row.num(), row.den(), java.math.BigDecimal.ONE)));
            Collections.sort(dots);
            return new Seen(
                    dots,
                    Attacker.quartile(dots, 1),
                    Attacker.quartile(dots, 2),
                    Attacker.quartile(dots, 3),
                    null,
                    notShown,
                    lines,
                    List.of());
        }
    }

    /** Rules with one mistake each, and the attack that must find it. */
    enum Mutant {
        FLOOR_OF_FIVE(Attack.FLOOR, new Released() {
            @Override
            public Seen closed(List<PracticeRow> rows) {
                List<PracticeRow> large = rows.stream().filter(Released::isOk).toList();
                return large.size() == 5 ? of(large, 0, List.of()) : super.closed(rows);
            }
        }),
        NO_EXTRA_CELL(Attack.OWN_AND_TOTAL_KNOWN, new Uncovered(0)),
        ONE_EXTRA_CELL(Attack.OWN_AND_TOTAL_KNOWN, new Uncovered(1)),
        NO_EXTRA_CELL_AND_THE_RULES(Attack.RULES_KNOWN, new Uncovered(0)),
        ONE_CHANGE_LET_THROUGH(Attack.REPEATED, new Released() {
            @Override
            public boolean mayFollow(List<PracticeRow> older, List<PracticeRow> newer) {
                return true;
            }
        }),
        NO_DOMINANCE_TEST(Attack.DOMINANCE, new Released() {
            @Override
            public Seen closed(List<PracticeRow> rows) {
                Seen seen = super.closed(rows);
                List<PracticeRow> large = rows.stream().filter(Released::isOk).toList();
                long num = large.stream().mapToLong(PracticeRow::num).sum();
                long den = large.stream().mapToLong(PracticeRow::den).sum();
                return seen.dots() == null
                        ? seen
                        : new Seen(
                                seen.dots(),
                                seen.q1(),
                                seen.median(),
                                seen.q3(),
                                (double) Spread.rounded(KIND, num, den, java.math.BigDecimal.ONE),
                                seen.notShown(),
                                seen.lines(),
                                seen.labels());
            }
        }),
        SMALL_ONES_AMONG_THE_DOTS(Attack.SMALL_ONES_SHOW, new Released() {
            @Override
            public Seen closed(List<PracticeRow> rows) {
                List<PracticeRow> all = rows.stream()
                        .filter(row -> row.numerator() != null && row.den() > 0)
                        .toList();
                return all.size() < 6 ? super.closed(rows) : of(all, 0, List.of());
            }
        }),
        MEDIAN_OF_THE_RAW_FIGURES(Attack.FINER_THAN_A_PERCENT, new Released() {
            @Override
            public Seen closed(List<PracticeRow> rows) {
                Seen seen = super.closed(rows);
                List<Double> raw = rows.stream()
                        .filter(Released::isOk)
                        .map(row -> 100.0 * row.num() / row.den())
                        .sorted()
                        .toList();
                return seen.dots() == null
                        ? seen
                        : new Seen(
                                seen.dots(),
                                seen.q1(),
                                raw.get(raw.size() / 2),
                                seen.q3(),
                                seen.rate(),
                                seen.notShown(),
                                seen.lines(),
                                seen.labels());
            }
        }),
        THE_UNNAMED_LEFT_OVER(Attack.LEFT_OVER, new Released() {
            @Override
            public Seen open(List<FrozenRow> rows, Set<String> named, Set<String> everNamed) {
                Seen seen = super.open(rows, named, everNamed);
                List<PracticeRow> all = rows.stream().map(FrozenRow::row).toList();
                return Seen.of(Spread.of(KIND, all), seen.lines());
            }
        }),
        DOTS_OF_HIDDEN_ROWS(Attack.LEFT_OVER, new Released() {
            @Override
            public Seen open(List<FrozenRow> rows, Set<String> named, Set<String> everNamed) {
                Seen seen = super.open(rows, named, everNamed);
                List<PracticeRow> inTable = rows.stream()
                        .map(FrozenRow::row)
                        .filter(row -> seen.lines().stream()
                                .anyMatch(line -> line.provider().equals(row.provider())))
                        .toList();
                return seen.lines().isEmpty() ? seen : Seen.of(Spread.of(KIND, inTable), seen.lines());
            }
        }),
        A_LABEL_KEPT_FROM_SET_TO_SET(Attack.LINKED_OVER_TIME, new Labelled()),
        A_LABEL_TELLS_WHO(Attack.WHO_IS_WHICH_DOT, new Labelled());

        private final Attack attack;
        private final Rules rules;

        Mutant(Attack attack, Rules rules) {
            this.attack = attack;
            this.rules = rules;
        }
    }

    /** Hides fewer beside a small one. */
    private static final class Uncovered extends Released {

        private final int covers;

        private Uncovered(int covers) {
            this.covers = covers;
        }

        @Override
        public Seen open(List<FrozenRow> rows, Set<String> named, Set<String> everNamed) {
            Seen seen = super.open(rows, named, everNamed);
            List<Line> lines = new ArrayList<>();
            int hidden = 0;
            for (Line line : seen.lines()) {
                PracticeRow row = rows.stream()
                        .map(FrozenRow::row)
                        .filter(each -> each.provider().equals(line.provider()))
                        .findFirst()
                        .orElseThrow();
                boolean isSmall = RowState.of(KIND, row).isHiddenFromPeers();
                boolean isCover = line.isHidden() && !isSmall && hidden++ < covers;
                lines.add(
                        isSmall || isCover || !line.isHidden()
                                ? line
                                : new Line(line.provider(), row.numerator(), row.denominator(), null, false));
            }
            return Seen.of(Optional.empty(), lines);
        }
    }

    /** Dots with a letter that belongs to a practice. */
    private static final class Labelled extends Released {

        @Override
        public Seen closed(List<PracticeRow> rows) {
            Seen seen = super.closed(rows);
            List<String> labels = rows.stream()
                    .filter(Released::isOk)
                    .sorted(java.util.Comparator.comparing(
                            row -> Spread.rounded(KIND, row.num(), row.den(), java.math.BigDecimal.ONE)))
                    .map(PracticeRow::provider)
                    .toList();
            return new Seen(
                    seen.dots(),
                    seen.q1(),
                    seen.median(),
                    seen.q3(),
                    seen.rate(),
                    seen.notShown(),
                    seen.lines(),
                    labels);
        }
    }
}
