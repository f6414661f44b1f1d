package dk.klyngeflow.benchmarks;

import dk.klyngeflow.figuretables.MeasurePeriod;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What one reader may see of a measure: what was released for all, her own practice's row, and the table of those who are named when she is
 * of the cluster's practices. Pages, pictures, papers and JSON are made of this alone.
 */
@Component
class Figures {

    private final FactsOfMeasures facts;
    private final Measures measures;
    private final RawRows raw;

    Figures(FactsOfMeasures facts, Measures measures, RawRows raw) {
        this.facts = facts;
        this.measures = measures;
        this.raw = raw;
    }

    /**
     * Whoever reads.
     *
     * @param provider of the own practice; empty for secretaries, speakers and everybody else without one
     * @param maySeeNames only who works in a practice of the cluster
     */
    record Reader(Optional<String> provider, boolean maySeeNames) {

        static final Reader OUTSIDE = new Reader(Optional.empty(), false);
    }

    /** @param names of the practices in the table, by number */
    record View(
            Measure measure,
            MeasurePeriod period,
            Optional<Spread> released,
            Optional<OwnFigure> own,
            List<NamedTable.Line> table,
            Map<String, String> names) {

        View {
            table = List.copyOf(table);
            names = Map.copyOf(names);
        }

        private static View empty(Measure measure, MeasurePeriod period) {
            return new View(measure, period, Optional.empty(), Optional.empty(), List.of(), Map.of());
        }
    }

    /**
     * One measure as one reader sees it.
     *
     * @param views every period that something can be seen of, the oldest first
     * @param typed the periods whose own row she has typed herself
     */
    record Seen(MeasureFacts facts, List<View> views, Set<String> typed) {

        Seen {
            views = List.copyOf(views);
            typed = Set.copyOf(typed);
        }

        /** Of a period that nothing is known of an empty one. */
        View of(MeasurePeriod period) {
            return views.stream()
                    .filter(view -> view.period().equals(period))
                    .findFirst()
                    .orElseGet(() -> View.empty(facts.measure(), period));
        }
    }

    Seen seen(MeasureFacts facts, Reader reader) {
        return seen(List.of(facts), reader).get(0);
    }

    /** Of several measures of a cluster: one statement more than their facts, and none when there is nothing to ask. */
    List<Seen> seen(List<MeasureFacts> all, Reader reader) {
        if (all.isEmpty()) {
            return List.of();
        }
        Map<String, List<ReleasedSet>> open = new HashMap<>();
        all.forEach(each -> open.put(
                each.measure().measureId(),
                each.served().values().stream().filter(ReleasedSet::isOpen).toList()));
        List<String> ids = all.stream().map(each -> each.measure().measureId()).toList();
        RawRows.Seen rows = raw.seen(all.get(0).clusterId(), ids, reader.provider(), open);
        return all.stream().map(each -> seen(each, reader, rows)).toList();
    }

    private static Seen seen(MeasureFacts facts, Reader reader, RawRows.Seen rows) {
        String id = facts.measure().measureId();
        boolean isRefusing =
                reader.provider().filter(facts.refusing()::contains).isPresent();
        Map<String, PracticeRow> own = isRefusing ? Map.of() : rows.own().getOrDefault(id, Map.of());
        Map<String, ReleasedSet> served = facts.served();
        Map<String, List<FrozenRow>> frozen = rows.frozen().getOrDefault(id, Map.of());
        Set<String> keys = new TreeSet<>(served.keySet());
        keys.addAll(own.keySet());
        List<View> views = keys.stream()
                .map(key -> view(
                        facts,
                        key,
                        reader,
                        Optional.ofNullable(served.get(key)),
                        Optional.ofNullable(own.get(key)),
                        served.containsKey(key)
                                ? frozen.getOrDefault(RawRows.set(served.get(key)), List.of())
                                : List.of()))
                .sorted(Comparator.comparing(view -> view.period().from()))
                .toList();
        return new Seen(facts, views, rows.typed().getOrDefault(id, Set.of()));
    }

    private static View view(
            MeasureFacts facts,
            String period,
            Reader reader,
            Optional<ReleasedSet> set,
            Optional<PracticeRow> own,
            List<FrozenRow> frozen) {
        Measure measure = facts.measure();
        Optional<Spread> released = set.flatMap(each -> each.picture().spread());
        List<NamedTable.Line> table = List.of();
        if (set.isPresent() && set.get().isOpen()) {
            NamedTable named = named(facts, frozen);
            released = named.spread();
            table = reader.maySeeNames() ? named.lines() : List.of();
        }
        Optional<Spread> seen = released;
        return new View(
                measure,
                MeasurePeriod.of(period).orElseThrow(),
                released,
                own.map(row -> OwnFigure.of(measure, row, seen)),
                table,
                table.isEmpty() ? Map.of() : facts.practices());
    }

    private static NamedTable named(MeasureFacts facts, List<FrozenRow> frozen) {
        Set<String> named = facts.saying(MeasureConsents.Kind.NAME, true);
        Set<String> ever = new HashSet<>(named);
        ever.addAll(facts.saying(MeasureConsents.Kind.NAME, false));
        Set<String> members = facts.practices().keySet();
        Set<String> refusing = facts.refusing();
        Set<String> now = new HashSet<>(named);
        now.removeIf(provider -> refusing.contains(provider) || !members.contains(provider));
        return NamedTable.of(facts.measure().kind(), frozen, now, ever);
    }

    /** What was released of one period for everybody, and whether practices are named in it. */
    @Transactional(readOnly = true)
    public Lasting lasting(MeasureFacts of, MeasurePeriod period) {
        ReleasedSet set = of.served().get(period.key());
        return new Lasting(seen(of, Reader.OUTSIDE).of(period), set != null && set.isOpen());
    }

    /** @param isOpen then it changes with what practices say of their names, and must not be kept */
    record Lasting(View view, boolean isOpen) {}

    /** @param name its id, or what it is called @param personId who asks */
    Optional<MeasureFacts> facts(String clusterId, String name, Optional<String> personId) {
        return facts.of(clusterId, name, personId);
    }

    Optional<Measure> measure(String clusterId, String name) {
        return measures.find(clusterId, name);
    }
}
