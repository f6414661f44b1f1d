package dk.klyngeflow.benchmarks;

import dk.klyngeflow.dataorders.DataSettings;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.figuretables.MeasurePeriod;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.security.DerivedKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Freezes what everybody may see of a measure and period: once, and anew only when nobody can be found by comparing the two. */
@Component
class Freezing {

    private static final Logger LOG = LoggerFactory.getLogger(Freezing.class);
    private static final String PURPOSE = "benchmarks-draw";

    private final Measures measures;
    private final FactsOfMeasures factsOf;
    private final RawRows raw;
    private final ReleasedSets sets;
    private final ClusterSettings settings;
    private final DerivedKeys keys;
    private final CopenhagenTime time;

    Freezing(
            Measures measures,
            FactsOfMeasures factsOf,
            RawRows raw,
            ReleasedSets sets,
            ClusterSettings settings,
            DerivedKeys keys,
            CopenhagenTime time) {
        this.measures = measures;
        this.factsOf = factsOf;
        this.raw = raw;
        this.sets = sets;
        this.settings = settings;
        this.keys = keys;
        this.time = time;
    }

    /** Freezes, unless rows are still collected; nothing happens when what has been seen must stand. */
    @Transactional
    public void freeze(String clusterId, Collection<MeasuredPeriod> all) {
        Set<String> ids = all.stream().map(MeasuredPeriod::measureId).collect(Collectors.toCollection(TreeSet::new));
        measures.lock(clusterId, ids);
        List<MeasuredPeriod> now = sets.waitNoLonger(clusterId, all);
        Map<MeasuredPeriod, RawRows.Newest> newest = raw.newest(clusterId, now);
        List<MeasureFacts> facts = now.isEmpty() ? List.of() : factsOf.of(clusterId, ids);
        Round round = new Round(clusterId, settings.get(clusterId, DataSettings.OPEN));
        for (MeasureFacts each : facts) {
            Before before = before(each, now);
            now.stream()
                    .filter(at -> at.measureId().equals(each.measure().measureId()))
                    .forEach(at -> freeze(round, each, at, newest.getOrDefault(at, RawRows.Newest.NOTHING), before));
        }
        if (!round.sets.isEmpty()) {
            sets.add(clusterId, round.sets);
            raw.freeze(clusterId, round.rows, round.numbers);
        }
    }

    /** What is frozen at once. */
    private static final class Round {
        private final String clusterId;
        private final boolean isOpen;
        private final List<ReleasedSets.New> sets = new ArrayList<>();
        private final Map<MeasuredPeriod, List<FrozenRow>> rows = new LinkedHashMap<>();
        private final Map<MeasuredPeriod, Integer> numbers = new LinkedHashMap<>();

        private Round(String clusterId, boolean isOpen) {
            this.clusterId = clusterId;
            this.isOpen = isOpen;
        }
    }

    /** The sets of a measure, the new ones as they come, and by {@link RawRows#set} the rows of those that can be compared with. */
    private record Before(List<ReleasedSet> sets, Map<String, List<FrozenRow>> rows) {}

    private Before before(MeasureFacts facts, List<MeasuredPeriod> now) {
        String id = facts.measure().measureId();
        List<ReleasedSet> beside = facts.sets().stream()
                .filter(set -> set.isShown()
                        && now.stream()
                                .anyMatch(at -> at.measureId().equals(id) && overlaps(set.period(), at.period())))
                .toList();
        Map<String, List<FrozenRow>> rows =
                new HashMap<>(raw.seen(facts.clusterId(), List.of(id), Optional.empty(), Map.of(id, beside))
                        .frozen()
                        .getOrDefault(id, Map.of()));
        return new Before(new ArrayList<>(facts.sets()), rows);
    }

    private void freeze(Round round, MeasureFacts facts, MeasuredPeriod at, RawRows.Newest newest, Before before) {
        Measure measure = facts.measure();
        Set<String> refusing = facts.refusing();
        List<PracticeRow> rows = newest.rows().stream()
                .filter(row -> facts.practices().containsKey(row.provider()) && !refusing.contains(row.provider()))
                .sorted(Comparator.comparing(PracticeRow::provider))
                .toList();
        if (!mayBeShown(measure, at.period(), rows, before)) {
            LOG.info("the set of {} {} of cluster {} stands", at.measureId(), at.period(), round.clusterId);
            return;
        }
        boolean isOpen = round.isOpen
                && before.sets().stream()
                        .noneMatch(set -> set.isShown() && !set.isOpen() && overlaps(set.period(), at.period()));
        int setNo = 1
                + before.sets().stream()
                        .filter(set -> set.period().equals(at.period()))
                        .mapToInt(ReleasedSet::setNo)
                        .max()
                        .orElse(0);
        ReleasedSet set = new ReleasedSet(
                at.period(), setNo, isOpen, ReleasedSet.Picture.of(Spread.of(measure.kind(), rows)), time.now(), null);
        List<FrozenRow> drawn = drawn(facts, at.period(), rows);
        before.sets().add(set);
        before.rows().put(RawRows.set(set), drawn);
        round.sets.add(new ReleasedSets.New(at.measureId(), set, newest.fileHash()));
        round.rows.put(at, drawn);
        round.numbers.put(at, setNo);
        LOG.info("set {} of {} {} of cluster {} is frozen", setNo, at.measureId(), at.period(), round.clusterId);
    }

    private static boolean mayBeShown(Measure measure, String period, List<PracticeRow> rows, Before before) {
        for (ReleasedSet set : before.sets()) {
            boolean isSame = set.period().equals(period);
            if (isSame && set.isTakenDown()) {
                return false;
            }
            if (set.isShown() && overlaps(set.period(), period)) {
                List<PracticeRow> seen = before.rows().getOrDefault(RawRows.set(set), List.of()).stream()
                        .map(FrozenRow::row)
                        .toList();
                if (seen.isEmpty()) {
                    // its rows are forgotten, so nobody can say how many differ
                    return false;
                }
                Republication change = Republication.of(measure.kind(), seen, rows);
                if (change == Republication.TOO_FEW_CHANGED || isSame && change == Republication.UNCHANGED) {
                    return false;
                }
            }
        }
        return !rows.isEmpty();
    }

    private static boolean overlaps(String one, String other) {
        return MeasurePeriod.of(one)
                .orElseThrow()
                .overlaps(MeasurePeriod.of(other).orElseThrow());
    }

    private List<FrozenRow> drawn(MeasureFacts facts, String period, List<PracticeRow> rows) {
        Set<String> named = facts.saying(MeasureConsents.Kind.NAME, true);
        byte[] key = keys.current(PURPOSE);
        return rows.stream()
                .map(row -> new FrozenRow(
                        row,
                        order(
                                key,
                                facts.clusterId() + "|" + facts.measure().measureId() + "|" + period + "|"
                                        + row.provider()),
                        named.contains(row.provider())))
                .toList();
    }

    private static String order(byte[] key, String of) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(of.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
