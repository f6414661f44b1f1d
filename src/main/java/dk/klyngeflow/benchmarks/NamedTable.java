package dk.klyngeflow.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster sees that has agreed to show its practices by name (rules R8 to R10): the rows of those whose accept stands now, small
 * ones hidden among others; and a picture of the rest only when it gives none of them away. Everything here is a function of the frozen
 * rows and of who is named; whoever withdraws the name is gone from the next reading.
 *
 * @param spread empty when fewer than six practices may be in it
 */
record NamedTable(List<Line> lines, Optional<Spread> spread) {

    private static final int COVERS = 2;
    private static final long LARGEST_SMALL = 4;

    NamedTable {
        lines = List.copyOf(lines);
    }

    /**
     * @param numerator null when hidden
     * @param denominator null when it is small itself, or unknown
     * @param percent null when hidden, or of too few
     */
    record Line(
            String provider,
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable Long percent,
            boolean isHidden) {}

    /**
     * @param named whose accept to be named stands now
     * @param everNamed who has ever said yes: what they showed is remembered
     */
    static NamedTable of(MeasureKind kind, List<FrozenRow> rows, Set<String> named, Set<String> everNamed) {
        Set<String> counting = counting(kind, rows, named, everNamed);
        Set<String> hidden = hidden(kind, rows, counting);
        boolean isTooBare = rows.stream().anyMatch(each -> state(kind, each).isHiddenFromPeers())
                && hidden.stream()
                                .filter(provider -> isCover(kind, provider, rows))
                                .count()
                        < COVERS;
        if (counting.isEmpty() || isTooBare) {
            return new NamedTable(List.of(), closed(kind, rows, everNamed));
        }
        List<Line> lines = rows.stream()
                .filter(each -> counting.contains(each.row().provider()))
                .filter(each -> state(kind, each) != RowState.ABSENT)
                .map(each -> line(kind, each.row(), hidden.contains(each.row().provider())))
                .sorted(Comparator.comparing(Line::provider))
                .toList();
        return new NamedTable(lines, spread(kind, rows, counting, hidden, everNamed));
    }

    /**
     * A name given after the freeze counts only when nobody can be found by taking the named from a picture that was seen before: then
     * none is left, or six and more.
     */
    private static Set<String> counting(
            MeasureKind kind, List<FrozenRow> rows, Set<String> named, Set<String> everNamed) {
        Set<String> late = providers(rows, each -> named.contains(each.row().provider()));
        Set<String> hidden = hidden(kind, rows, late);
        long notSeen = rows.stream()
                .filter(each -> state(kind, each) == RowState.OK)
                .filter(each -> !late.contains(each.row().provider())
                        || hidden.contains(each.row().provider()))
                .count();
        long neverNamed = rows.stream()
                .filter(each -> state(kind, each) == RowState.OK)
                .filter(each -> !everNamed.contains(each.row().provider()))
                .count();
        return isNoneOrMany(notSeen) && isNoneOrMany(neverNamed)
                ? late
                : providers(
                        rows,
                        each -> each.wasNamed() && named.contains(each.row().provider()));
    }

    private static boolean isNoneOrMany(long count) {
        return count == 0 || count >= Spread.LEAST;
    }

    /** Small ones, and exactly two others beside them, drawn whatever the small ones are. */
    private static Set<String> hidden(MeasureKind kind, List<FrozenRow> rows, Set<String> named) {
        boolean isAnySmall = rows.stream().anyMatch(each -> state(kind, each).isHiddenFromPeers());
        Set<String> hidden = new HashSet<>();
        if (isAnySmall) {
            rows.stream()
                    .filter(each -> named.contains(each.row().provider()))
                    .filter(each -> state(kind, each).isHiddenFromPeers())
                    .forEach(each -> hidden.add(each.row().provider()));
            rows.stream()
                    .filter(each -> named.contains(each.row().provider()))
                    .filter(each -> isCover(kind, each.row()))
                    .sorted(Comparator.comparing(FrozenRow::order))
                    .limit(COVERS)
                    .forEach(each -> hidden.add(each.row().provider()));
        }
        return hidden;
    }

    private static boolean isCover(MeasureKind kind, String provider, List<FrozenRow> rows) {
        return rows.stream().anyMatch(each -> each.row().provider().equals(provider) && isCover(kind, each.row()));
    }

    private static boolean isCover(MeasureKind kind, PracticeRow row) {
        RowState state = RowState.of(kind, row);
        return (state == RowState.OK || state == RowState.FEW)
                && row.num() > LARGEST_SMALL
                && (kind == MeasureKind.RATE_PER_1000 || row.den() - row.num() > LARGEST_SMALL);
    }

    private static Line line(MeasureKind kind, PracticeRow row, boolean isHidden) {
        boolean isOfFew = RowState.of(kind, row) == RowState.FEW;
        boolean isSize = row.denominator() != null
                && row.den() > 0
                && !(kind == MeasureKind.PROPORTION && RowState.isSmallCount(row.den()));
        return new Line(
                row.provider(),
                isHidden ? null : row.numerator(),
                isHidden && !isSize ? null : row.denominator(),
                isHidden || isOfFew ? null : Spread.rounded(kind, row.num(), row.den(), BigDecimal.ONE),
                isHidden);
    }

    /** Of the rows the table shows; of the others only when there are six of them, so that none is left over. */
    private static Optional<Spread> spread(
            MeasureKind kind, List<FrozenRow> rows, Set<String> named, Set<String> hidden, Set<String> everNamed) {
        List<PracticeRow> shown = new ArrayList<>();
        List<PracticeRow> unnamed = new ArrayList<>();
        for (FrozenRow each : rows) {
            if (state(kind, each) == RowState.OK) {
                String provider = each.row().provider();
                if (named.contains(provider) && !hidden.contains(provider)) {
                    shown.add(each.row());
                } else if (!named.contains(provider) && !everNamed.contains(provider)) {
                    unnamed.add(each.row());
                }
            }
        }
        List<PracticeRow> all = new ArrayList<>(shown);
        if (unnamed.size() >= Spread.LEAST) {
            all.addAll(unnamed);
        }
        long withFigures = rows.stream()
                .filter(each -> state(kind, each) != RowState.ABSENT)
                .count();
        return Spread.of(kind, all, (int) withFigures - all.size());
    }

    /** The picture without names: never one from which those who once were named leave a few others. */
    private static Optional<Spread> closed(MeasureKind kind, List<FrozenRow> rows, Set<String> everNamed) {
        Set<String> remembered = providers(
                rows, each -> each.wasNamed() || everNamed.contains(each.row().provider()));
        List<PracticeRow> all = rows.stream().map(FrozenRow::row).toList();
        long neverNamed = rows.stream()
                .filter(each -> state(kind, each) == RowState.OK)
                .filter(each -> !remembered.contains(each.row().provider()))
                .count();
        boolean couldNeverShow =
                hidden(kind, rows, all.stream().map(PracticeRow::provider).collect(Collectors.toSet())).stream()
                                .filter(provider -> isCover(kind, provider, rows))
                                .count()
                        < COVERS;
        boolean isAnySmall = rows.stream().anyMatch(each -> state(kind, each).isHiddenFromPeers());
        // those who were hidden beside a small one would be left, too
        boolean leavesNobody = neverNamed >= Spread.LEAST || neverNamed == 0 && !isAnySmall;
        return leavesNobody || remembered.isEmpty() || isAnySmall && couldNeverShow
                ? Spread.of(kind, all)
                : Optional.empty();
    }

    private static Set<String> providers(List<FrozenRow> rows, Predicate<FrozenRow> of) {
        return rows.stream().filter(of).map(each -> each.row().provider()).collect(Collectors.toSet());
    }

    private static RowState state(MeasureKind kind, FrozenRow each) {
        return RowState.of(kind, each.row());
    }
}
