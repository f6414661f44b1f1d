package dk.klyngeflow.benchmarks;

import dk.klyngeflow.members.Practices;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What one reader may see of a measure: what was released for all, her own practice's row, and the table of those who are named when she is
 * of the cluster's practices. Pages, pictures, papers and JSON are made of this alone.
 */
@Component
class Figures {

    private final Measures measures;
    private final RawRows raw;
    private final ReleasedSets sets;
    private final MeasureConsents consents;
    private final Freezing freezing;
    private final Practices practices;

    Figures(
            Measures measures,
            RawRows raw,
            ReleasedSets sets,
            MeasureConsents consents,
            Freezing freezing,
            Practices practices) {
        this.measures = measures;
        this.raw = raw;
        this.sets = sets;
        this.consents = consents;
        this.freezing = freezing;
        this.practices = practices;
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
    }

    /** Every period that something can be seen of, the oldest first. */
    @Transactional(readOnly = true)
    public List<View> all(String clusterId, Measure measure, Reader reader) {
        Map<String, ReleasedSet> served = served(clusterId, measure);
        Map<String, PracticeRow> own = own(clusterId, measure, reader);
        Set<String> keys = new TreeSet<>(served.keySet());
        keys.addAll(own.keySet());
        return keys.stream()
                .map(key -> view(clusterId, measure, period(key), reader, served, own))
                .sorted(Comparator.comparing(view -> view.period().from()))
                .toList();
    }

    @Transactional(readOnly = true)
    public View of(String clusterId, Measure measure, MeasurePeriod period, Reader reader) {
        return view(clusterId, measure, period, reader, served(clusterId, measure), own(clusterId, measure, reader));
    }

    /** What was released of one period for everybody, and whether practices are named in it. */
    @Transactional(readOnly = true)
    public Lasting lasting(String clusterId, Measure measure, MeasurePeriod period) {
        ReleasedSet set = served(clusterId, measure).get(period.key());
        return new Lasting(of(clusterId, measure, period, Reader.OUTSIDE), set != null && set.isOpen());
    }

    /** @param isOpen then it changes with what practices say of their names, and must not be kept */
    record Lasting(View view, boolean isOpen) {}

    private View view(
            String clusterId,
            Measure measure,
            MeasurePeriod period,
            Reader reader,
            Map<String, ReleasedSet> served,
            Map<String, PracticeRow> own) {
        Optional<ReleasedSet> set = Optional.ofNullable(served.get(period.key()));
        Optional<Spread> released = set.flatMap(each -> each.picture().spread());
        List<NamedTable.Line> table = List.of();
        if (set.isPresent() && set.get().isOpen()) {
            NamedTable named = named(clusterId, measure, set.get());
            released = named.spread();
            table = reader.maySeeNames() ? named.lines() : List.of();
        }
        Optional<Spread> seen = released;
        return new View(
                measure,
                period,
                released,
                Optional.ofNullable(own.get(period.key())).map(row -> OwnFigure.of(measure, row, seen)),
                table,
                table.isEmpty() ? Map.of() : practices.ofToday(clusterId));
    }

    private NamedTable named(String clusterId, Measure measure, ReleasedSet set) {
        String id = measure.measureId();
        Set<String> named = consents.saying(clusterId, id, MeasureConsents.Kind.NAME, true);
        Set<String> withdrawn = consents.saying(clusterId, id, MeasureConsents.Kind.NAME, false);
        Set<String> ever = new HashSet<>(named);
        ever.addAll(withdrawn);
        Set<String> members = practices.ofToday(clusterId).keySet();
        Set<String> refusing = freezing.refusing(clusterId, id);
        Set<String> now = new HashSet<>(named);
        now.removeIf(provider -> refusing.contains(provider) || !members.contains(provider));
        return NamedTable.of(measure.kind(), raw.frozen(clusterId, id, set.period(), set.setNo()), now, ever);
    }

    /** By period the newest that is seen; of one that was taken down nothing. */
    private Map<String, ReleasedSet> served(String clusterId, Measure measure) {
        Map<String, ReleasedSet> served = new TreeMap<>();
        sets.of(clusterId, measure.measureId()).forEach(set -> served.put(set.period(), set));
        served.values().removeIf(ReleasedSet::isTakenDown);
        return served;
    }

    private Map<String, PracticeRow> own(String clusterId, Measure measure, Reader reader) {
        return reader.provider()
                .filter(provider ->
                        !freezing.refusing(clusterId, measure.measureId()).contains(provider))
                .map(provider -> raw.own(clusterId, measure.measureId(), provider))
                .orElse(Map.of());
    }

    private static MeasurePeriod period(String key) {
        return MeasurePeriod.of(key).orElseThrow();
    }

    Optional<Measure> measure(String clusterId, String name) {
        return measures.find(clusterId, name);
    }
}
