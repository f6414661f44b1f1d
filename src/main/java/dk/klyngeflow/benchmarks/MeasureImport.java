package dk.klyngeflow.benchmarks;

import dk.klyngeflow.dataorders.DataOrders;
import dk.klyngeflow.dataorders.DataSettings;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.figuretables.CellText;
import dk.klyngeflow.figuretables.MeasurePeriod;
import dk.klyngeflow.figuretables.MeasureTables;
import dk.klyngeflow.figuretables.TableHeadings;
import dk.klyngeflow.figuretables.TableProblem;
import dk.klyngeflow.figuretables.TableReading;
import dk.klyngeflow.figuretables.TableReading.Asked;
import dk.klyngeflow.figuretables.TableReading.Compared;
import dk.klyngeflow.figuretables.TableReading.ReadRow;
import dk.klyngeflow.figuretables.TableReading.SetAside;
import dk.klyngeflow.figuretables.TableRefused;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Practices;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a table of practices' figures: looked at first, and then all of it or nothing. The file itself is not kept. */
@Component
class MeasureImport {

    private static final int LONGEST_TITLE = 120;
    private static final Logger LOG = LoggerFactory.getLogger(MeasureImport.class);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Measures measures;
    private final FactsOfMeasures facts;
    private final DataOrders orders;
    private final RawRows raw;
    private final ReleasedSets sets;
    private final Freezing freezing;
    private final Practices practices;
    private final Meetings meetings;
    private final MeetingMeasures placed;
    private final ClusterSettings settings;
    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    MeasureImport(
            Measures measures,
            FactsOfMeasures facts,
            DataOrders orders,
            RawRows raw,
            ReleasedSets sets,
            Freezing freezing,
            Practices practices,
            Meetings meetings,
            MeetingMeasures placed,
            ClusterSettings settings,
            JdbcClient jdbc,
            CopenhagenTime time) {
        this.measures = measures;
        this.facts = facts;
        this.orders = orders;
        this.raw = raw;
        this.sets = sets;
        this.freezing = freezing;
        this.practices = practices;
        this.meetings = meetings;
        this.placed = placed;
        this.settings = settings;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @param measures by what the table calls them */
    private record Read(TableReading table, Map<String, Measure> measures) {}

    /** @throws TableRefused with everything that is wrong; nothing is stored */
    @Transactional(readOnly = true)
    public MeasurePreview preview(String clusterId, byte[] content, Asked asked) {
        return preview(clusterId, read(clusterId, content, asked));
    }

    /** @param meetingId until the data deadline of that meeting rows are only collected; may be empty */
    @Transactional
    public MeasurePreview commit(String clusterId, byte[] content, Asked asked, String meetingId, String by) {
        jdbc.sql("select cluster_id from klyngeflow.cluster where cluster_id = :cluster for update")
                .param("cluster", clusterId)
                .query(String.class)
                .single();
        // a meeting that is not there has no deadline, and what waits for one would be published at once
        if (!meetingId.isEmpty()
                && (meetingId.indexOf('\0') >= 0
                        || meetings.find(clusterId, meetingId).isEmpty())) {
            throw TableRefused.of("Mødet findes ikke i klyngen.");
        }
        Read read = read(clusterId, content, asked);
        MeasurePreview preview = preview(clusterId, read);
        measures.adopt(clusterId, read.measures().values(), by);
        Map<MeasuredPeriod, List<PracticeRow>> stored = new LinkedHashMap<>();
        for (ReadRow row : read.table().rows()) {
            stored.computeIfAbsent(
                            new MeasuredPeriod(
                                    measure(read, row.measure()).measureId(),
                                    row.period().key()),
                            each -> new ArrayList<>())
                    .add(practiceRow(row));
        }
        store(clusterId, stored, content, meetingId, by);
        // a line of the region for a measure that none of ours has a row of is of no use here
        read.table().compared().stream()
                .forEach(each -> read.measures().entrySet().stream()
                        .filter(used -> TableHeadings.plain(used.getKey()).equals(TableHeadings.plain(each.measure())))
                        .findFirst()
                        .ifPresent(used -> compare(clusterId, used.getValue(), each)));
        List<MeasuredPeriod> all = stored.keySet().stream()
                .sorted(Comparator.comparing(MeasuredPeriod::period))
                .toList();
        if (!meetingId.isEmpty()) {
            all.forEach(at -> placed.add(clusterId, meetingId, at.measureId(), at.period()));
        }
        publish(clusterId, all, meetingId);
        return preview;
    }

    private void store(
            String clusterId,
            Map<MeasuredPeriod, List<PracticeRow>> stored,
            byte[] content,
            String meetingId,
            String by) {
        Map<MeasuredPeriod, RawRows.Newest> newest = raw.newest(clusterId, stored.keySet());
        Map<MeasuredPeriod, List<PracticeRow>> changed = new LinkedHashMap<>();
        stored.forEach((at, rows) -> {
            Set<PracticeRow> known =
                    Set.copyOf(newest.getOrDefault(at, RawRows.Newest.NOTHING).rows());
            List<PracticeRow> news =
                    rows.stream().filter(row -> !known.contains(row)).toList();
            if (!news.isEmpty()) {
                changed.put(at, news);
            }
        });
        if (changed.isEmpty()) {
            return;
        }
        int number = number(clusterId, content, meetingId, by);
        raw.add(clusterId, number, changed);
        LOG.info("figures {} of cluster {} are taken", number, clusterId);
    }

    /** One row that a practice brings itself; whether it is published is decided as of every other. */
    @Transactional
    public void type(
            String clusterId, Measure measure, MeasurePeriod period, PracticeRow row, String meetingId, String by) {
        String content = row.provider() + "|" + row.numerator() + "|" + row.denominator();
        int number = number(clusterId, content.getBytes(StandardCharsets.UTF_8), meetingId, by);
        jdbc.sql("""
                        update klyngeflow.measure_import set of_provider = :provider
                        where cluster_id = :cluster and import_no = :number""")
                .param("provider", row.provider())
                .param("cluster", clusterId)
                .param("number", number)
                .update();
        MeasuredPeriod at = new MeasuredPeriod(measure.measureId(), period.key());
        raw.add(clusterId, number, Map.of(at, List.of(row)));
        publish(clusterId, List.of(at), meetingId);
    }

    /** The practices of the cluster that have no row yet, and have not said no. */
    List<String> missing(MeasureFacts facts, String period) {
        MeasuredPeriod at = new MeasuredPeriod(facts.measure().measureId(), period);
        Set<String> there =
                raw.newest(facts.clusterId(), List.of(at)).getOrDefault(at, RawRows.Newest.NOTHING).rows().stream()
                        .filter(row -> row.denominator() != null || row.isHidden())
                        .map(PracticeRow::provider)
                        .collect(Collectors.toSet());
        Set<String> refusing = facts.refusing();
        return facts.practices().keySet().stream()
                .filter(provider -> !there.contains(provider) && !refusing.contains(provider))
                .sorted()
                .toList();
    }

    /** A measure that practices bring their own rows for; until the deadline of the meeting they are collected. */
    @Transactional
    public void ask(String clusterId, Measure measure, MeasurePeriod period, Meeting meeting, String by) {
        measures.adopt(clusterId, measure, by);
        placed.add(clusterId, meeting.meetingId(), measure.measureId(), period.key());
        deadline(clusterId, meeting.meetingId())
                .filter(due -> due.isAfter(time.now()))
                .ifPresent(due ->
                        sets.waitUntil(clusterId, List.of(new MeasuredPeriod(measure.measureId(), period.key())), due));
    }

    private int number(String clusterId, byte[] content, String meetingId, String by) {
        return jdbc.sql("""
                        insert into klyngeflow.measure_import (cluster_id, import_no, file_hash, meeting_id, imported_by, imported_at)
                        select :cluster, coalesce(max(import_no), 0) + 1, :hash, :meeting, :by, :now
                        from klyngeflow.measure_import where cluster_id = :cluster
                        returning import_no""")
                .param("cluster", clusterId)
                .param("hash", hash(content))
                .param("meeting", meetingId.isEmpty() ? null : meetingId)
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .query(Integer.class)
                .single();
    }

    private void compare(String clusterId, Measure measure, Compared compared) {
        jdbc.sql("""
                        insert into klyngeflow.measure_comparator (cluster_id, measure_id, period, name, numerator, denominator)
                        values (:cluster, :measure, :period, :name, :numerator, :denominator)
                        on conflict (cluster_id, measure_id, period, name) do update
                        set numerator = excluded.numerator, denominator = excluded.denominator""")
                .param("cluster", clusterId)
                .param("measure", measure.measureId())
                .param("period", compared.period().key())
                .param("name", compared.name())
                .param("numerator", compared.numerator())
                .param("denominator", compared.denominator())
                .update();
    }

    /** Until the data deadline of the meeting nothing is published: rows that come late must not be found by comparing. */
    private void publish(String clusterId, List<MeasuredPeriod> all, String meetingId) {
        deadline(clusterId, meetingId)
                .filter(due -> due.isAfter(time.now()))
                .ifPresent(due -> sets.waitUntil(clusterId, all, due));
        freezing.freeze(clusterId, all);
    }

    private Optional<Instant> deadline(String clusterId, String meetingId) {
        return Optional.of(meetingId)
                .filter(id -> !id.isEmpty())
                .flatMap(id -> meetings.find(clusterId, id))
                .filter(meeting -> meeting.startsAt() != null)
                .map(Meeting::day)
                .map(day ->
                        CopenhagenTime.at(day.minusDays(settings.get(clusterId, DataSettings.NEEDED_DAYS)), MORNING));
    }

    private Read read(String clusterId, byte[] content, Asked asked) {
        List<MeasureFacts> own = facts.of(clusterId);
        List<Measure> known = own.stream().map(MeasureFacts::measure).toList();
        List<Measure> catalogue = measures.catalogue();
        Map<String, Set<String>> refusing =
                own.stream().collect(Collectors.toMap(each -> each.measure().measureId(), MeasureFacts::refusing));
        // of a measure that the cluster has not had yet nobody has said anything by itself
        Set<String> refusingAll = orders.refusing(clusterId);
        Map<String, Measure> plain = new LinkedHashMap<>();
        Map<String, Measure> names = new LinkedHashMap<>();
        Function<String, Measure> called = name -> names.computeIfAbsent(
                name, each -> plain.computeIfAbsent(TableHeadings.plain(each), one -> known(known, catalogue, each)));
        TableReading table = MeasureTables.read(
                content,
                asked,
                practices.ofToday(clusterId).keySet(),
                measure -> called.apply(measure).isRate());
        Map<String, Measure> used = new LinkedHashMap<>();
        List<ReadRow> rows = new ArrayList<>();
        List<SetAside> aside = new ArrayList<>(table.setAside());
        List<TableProblem> problems = new ArrayList<>();
        Map<List<String>, Integer> lines = new LinkedHashMap<>();
        for (ReadRow row : table.rows()) {
            Measure measure = used.computeIfAbsent(row.measure(), called);
            if (measure.title().length() > LONGEST_TITLE
                    || CellText.objectionTo(measure.title()).isPresent()) {
                problems.add(new TableProblem(
                        row.line(),
                        "måling",
                        "",
                        "navnet på en måling må højst være " + LONGEST_TITLE
                                + " tegn og uden særlige tegn. Skriv det kortere."));
                continue;
            }
            // one measure under two of its names
            Integer first = lines.putIfAbsent(
                    List.of(row.provider(), measure.measureId(), row.period().key()), row.line());
            if (first != null) {
                problems.add(new TableProblem(
                        row.line(),
                        "måling",
                        row.provider(),
                        "samme praksis, måling og periode står også i linje " + first + ". Slet den ene."));
                continue;
            }
            boolean isRefused =
                    refusing.getOrDefault(measure.measureId(), refusingAll).contains(row.provider());
            if (isRefused) {
                aside.add(new SetAside(
                        row.line(),
                        row.provider(),
                        "Praksis " + row.provider() + " har sagt nej til data. Tallene gemmes ikke."));
            } else {
                rows.add(row);
            }
        }
        if (!problems.isEmpty()) {
            throw new TableRefused(problems);
        }
        return new Read(new TableReading(rows, aside, table.skipped(), table.compared()), used);
    }

    private static Measure known(List<Measure> own, List<Measure> catalogue, String name) {
        return Measures.called(own, name)
                .or(() -> Measures.called(catalogue, name))
                .orElseGet(() -> Measure.unknown(name));
    }

    private MeasurePreview preview(String clusterId, Read read) {
        Set<String> known =
                measures.of(clusterId).stream().map(Measure::measureId).collect(Collectors.toSet());
        measures.catalogue().forEach(each -> known.add(each.measureId()));
        List<MeasurePreview.Row> rows = read.table().rows().stream()
                .map(row -> row(row, measure(read, row.measure())))
                .toList();
        List<MeasurePreview.Named> named = read.measures().values().stream()
                .distinct()
                .map(each ->
                        new MeasurePreview.Named(each.measureId(), each.title(), !known.contains(each.measureId())))
                .toList();
        return new MeasurePreview(
                rows,
                count(rows, MeasurePreview.Row::provider),
                count(rows, MeasurePreview.Row::period),
                count(rows, MeasurePreview.Row::measure),
                read.table().setAside(),
                read.table().skipped(),
                List.of(),
                named);
    }

    private static int count(List<MeasurePreview.Row> rows, Function<MeasurePreview.Row, String> of) {
        return (int) rows.stream().map(of).distinct().count();
    }

    private static MeasurePreview.Row row(ReadRow row, Measure measure) {
        return new MeasurePreview.Row(
                row.line(),
                row.provider(),
                measure.title(),
                row.period().key(),
                row.numerator(),
                row.denominator(),
                RowState.of(measure.kind(), practiceRow(row)));
    }

    private static PracticeRow practiceRow(ReadRow row) {
        return new PracticeRow(row.provider(), row.numerator(), row.denominator(), row.isHidden());
    }

    private static Measure measure(Read read, String name) {
        Measure measure = read.measures().get(name);
        if (measure == null) {
            throw new IllegalStateException("no measure was read as " + name);
        }
        return measure;
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
