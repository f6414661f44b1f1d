package dk.klyngeflow.benchmarks;

import dk.klyngeflow.dataorders.DataOrders;
import dk.klyngeflow.dataorders.DataSettings;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Practices;
import dk.klyngeflow.security.DerivedKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final RawRows raw;
    private final ReleasedSets sets;
    private final MeasureConsents consents;
    private final DataOrders orders;
    private final Practices practices;
    private final ClusterSettings settings;
    private final DerivedKeys keys;
    private final CopenhagenTime time;

    Freezing(
            Measures measures,
            RawRows raw,
            ReleasedSets sets,
            MeasureConsents consents,
            DataOrders orders,
            Practices practices,
            ClusterSettings settings,
            DerivedKeys keys,
            CopenhagenTime time) {
        this.measures = measures;
        this.raw = raw;
        this.sets = sets;
        this.consents = consents;
        this.orders = orders;
        this.practices = practices;
        this.settings = settings;
        this.keys = keys;
        this.time = time;
    }

    /** The practices whose accept to data does not stand: they are not read, not frozen, and do not see their own. */
    Set<String> refusing(String clusterId, String measureId) {
        Set<String> refusing = new HashSet<>(orders.refusing(clusterId));
        refusing.removeAll(consents.saying(clusterId, measureId, MeasureConsents.Kind.DATA, true));
        refusing.addAll(consents.saying(clusterId, measureId, MeasureConsents.Kind.DATA, false));
        return refusing;
    }

    /** Freezes, unless rows are still collected; nothing happens when what has been seen must stand. */
    @Transactional
    public void freeze(String clusterId, String measureId, String period) {
        measures.lock(clusterId, measureId);
        Optional<Instant> due = sets.due(clusterId, measureId, period);
        if (due.filter(time.now()::isBefore).isPresent()) {
            return;
        }
        sets.waitNoLonger(clusterId, measureId, period);
        Measure measure = measures.find(clusterId, measureId).orElseThrow();
        List<PracticeRow> rows = rows(clusterId, measureId, period);
        List<ReleasedSet> before = sets.of(clusterId, measureId);
        if (!mayBeShown(clusterId, measure, period, rows, before)) {
            LOG.info("the set of {} {} of cluster {} stands", measureId, period, clusterId);
            return;
        }
        boolean isOpen = settings.get(clusterId, DataSettings.OPEN)
                && before.stream().noneMatch(set -> set.isShown() && !set.isOpen() && overlaps(set.period(), period));
        int setNo = 1
                + before.stream()
                        .filter(set -> set.period().equals(period))
                        .mapToInt(ReleasedSet::setNo)
                        .max()
                        .orElse(0);
        ReleasedSet set = new ReleasedSet(
                period, setNo, isOpen, ReleasedSet.Picture.of(Spread.of(measure.kind(), rows)), time.now(), null);
        sets.add(
                clusterId,
                measureId,
                set,
                raw.newestHash(clusterId, measureId, period).orElseThrow());
        raw.freeze(clusterId, measureId, period, setNo, drawn(clusterId, measureId, period, rows));
        LOG.info("set {} of {} {} of cluster {} is frozen", setNo, measureId, period, clusterId);
    }

    private List<PracticeRow> rows(String clusterId, String measureId, String period) {
        Set<String> members = practices.ofToday(clusterId).keySet();
        Set<String> refusing = refusing(clusterId, measureId);
        return raw.newest(clusterId, measureId, period).stream()
                .filter(row -> members.contains(row.provider()) && !refusing.contains(row.provider()))
                .toList();
    }

    private boolean mayBeShown(
            String clusterId, Measure measure, String period, List<PracticeRow> rows, List<ReleasedSet> before) {
        for (ReleasedSet set : before) {
            boolean isSame = set.period().equals(period);
            if (isSame && set.isTakenDown()) {
                return false;
            }
            if (set.isShown() && overlaps(set.period(), period)) {
                List<PracticeRow> seen = raw.frozen(clusterId, measure.measureId(), set.period(), set.setNo()).stream()
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

    private List<FrozenRow> drawn(String clusterId, String measureId, String period, List<PracticeRow> rows) {
        Set<String> named = consents.saying(clusterId, measureId, MeasureConsents.Kind.NAME, true);
        byte[] key = keys.current(PURPOSE);
        return rows.stream()
                .map(row -> new FrozenRow(
                        row,
                        order(key, clusterId + "|" + measureId + "|" + period + "|" + row.provider()),
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
