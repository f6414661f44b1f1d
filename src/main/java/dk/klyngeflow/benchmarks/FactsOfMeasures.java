package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.gatherings.MeetingStatus;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what the pages of measures are made of in one statement, however many periods and practices there are. It looks into tables of
 * other rooms, since a page that asks each of them is several times slower.
 */
@Repository
class FactsOfMeasures {

    /** What stands beside the sets is read with the first of each measure alone. */
    private static final String FACTS = """
            select m.measure_id, m.title, m.kind, m.direction, m.numerator, m.denominator, m.why, m.source, m.target, m.target_source,
              m.target_on, s.period, s.set_no, s.is_open, s.dots, s.q1, s.median, s.q3, s.rate, s.step, s.not_shown, s.frozen_at,
              s.taken_down_at,
              case when coalesce(s.n, 1) = 1 then (
                select r.provider_number from klyngeflow.role_holder r
                where r.cluster_id = :cluster and r.person_id = :person and r.post = 'MEMBER' and r.provider_number is not null
                  and r.from_day <= :today and (r.until_day is null or r.until_day > :today) limit 1) end as own_provider,
              case when coalesce(s.n, 1) = 1 then (
                select array_agg(array[p.provider_number, p.name]) from klyngeflow.practice p
                where p.cluster_id = :cluster and (p.from_day is null or p.from_day <= :today)
                  and (p.until_day is null or p.until_day > :today)) end as practices,
              case when coalesce(s.n, 1) = 1 then (
                select array_agg(array[c.provider_number, c.kind, c.accepts::text]) from klyngeflow.measure_consent c
                where c.cluster_id = :cluster and c.measure_id = m.measure_id) end as said,
              case when coalesce(s.n, 1) = 1 then (
                select array_agg(array[d.provider_number]) from (
                  select distinct on (provider_number) provider_number, accepts from klyngeflow.data_consent
                  where cluster_id = :cluster order by provider_number, answered_at desc) d
                where not d.accepts) end as kept_back,
              case when coalesce(s.n, 1) = 1 then (
                select array_agg(array[l.meeting_id, l.period, (extract(epoch from g.starts_at) * 1000)::bigint::text, g.status,
                    (extract(epoch from l.added_at) * 1000000)::bigint::text] order by l.added_at, l.meeting_id, l.period)
                from klyngeflow.meeting_measure l
                join klyngeflow.meeting g on g.cluster_id = l.cluster_id and g.meeting_id = l.meeting_id
                where l.cluster_id = :cluster and l.measure_id = m.measure_id) end as looks,
              case when coalesce(s.n, 1) = 1 then (
                select array_agg(array[t.provider_number, t.kind, t.note, i.due_day::text] order by t.kind, t.provider_number)
                from klyngeflow.measure_note t
                left join klyngeflow.action_item i on i.cluster_id = t.cluster_id and i.item_id = t.item_id
                where t.cluster_id = :cluster and t.measure_id = m.measure_id) end as notes
            from klyngeflow.measure m
            left join (select r.*, row_number() over (partition by measure_id order by period, set_no) as n
                       from klyngeflow.released_set r where r.cluster_id = :cluster) s on s.measure_id = m.measure_id
            where m.cluster_id = :cluster and %s
            order by m.title, m.measure_id, s.n""";

    private static final String NOBODY = "";
    private static final Rows<Measure> MEASURE = Rows.of(Measure.class, "measure");
    private static final Rows<ReleasedSet> SET = Rows.of(ReleasedSet.class, "released_set");

    private final JdbcClient jdbc;
    private final Measures measures;
    private final CopenhagenTime time;

    FactsOfMeasures(JdbcClient jdbc, Measures measures, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.measures = measures;
        this.time = time;
    }

    /** @param name its id, or what it is called @param personId who asks; empty for nobody */
    Optional<MeasureFacts> of(String clusterId, String name, Optional<String> personId) {
        return byId(clusterId, name, personId)
                .or(() ->
                        measures.find(clusterId, name).flatMap(found -> byId(clusterId, found.measureId(), personId)));
    }

    private Optional<MeasureFacts> byId(String clusterId, String measureId, Optional<String> personId) {
        return read("m.measure_id = :only", clusterId, measureId, personId).stream()
                .findFirst();
    }

    /** Of each measure that is looked at at the meeting. */
    List<MeasureFacts> at(String clusterId, String meetingId, Optional<String> personId) {
        return read(
                "m.measure_id in (select measure_id from klyngeflow.meeting_measure where cluster_id = :cluster and meeting_id = :only)",
                clusterId,
                meetingId,
                personId);
    }

    /** Of the measures with these ids. */
    List<MeasureFacts> of(String clusterId, Collection<String> measureIds) {
        return read(
                "m.measure_id = any(string_to_array(:only, ' '))",
                clusterId,
                String.join(" ", measureIds),
                Optional.empty());
    }

    /** Of every measure of the cluster, by title. */
    List<MeasureFacts> of(String clusterId) {
        return read("'' = :only", clusterId, NOBODY, Optional.empty());
    }

    private List<MeasureFacts> read(String which, String clusterId, String only, Optional<String> personId) {
        Map<String, MeasureFacts> first = new LinkedHashMap<>();
        Map<String, List<ReleasedSet>> sets = new LinkedHashMap<>();
        jdbc.sql(FACTS.formatted(which))
                .param("cluster", clusterId)
                .param("only", only)
                .param("person", personId.orElse(NOBODY))
                .param("today", time.today())
                .query(row -> {
                    String id = row.getString("measure_id");
                    if (!first.containsKey(id)) {
                        first.put(id, first(clusterId, row));
                    }
                    List<ReleasedSet> hers = sets.computeIfAbsent(id, each -> new ArrayList<>());
                    if (row.getString("period") != null) {
                        hers.add(SET.mapRow(row, 0));
                    }
                });
        return first.values().stream()
                .map(facts -> new MeasureFacts(
                        clusterId,
                        facts.measure(),
                        facts.provider(),
                        facts.practices(),
                        facts.answers(),
                        sets.getOrDefault(facts.measure().measureId(), List.of()),
                        facts.looks(),
                        facts.notes()))
                .toList();
    }

    private static MeasureFacts first(String clusterId, ResultSet row) throws SQLException {
        return new MeasureFacts(
                clusterId,
                MEASURE.mapRow(row, 0),
                Optional.ofNullable(row.getString("own_provider")),
                lines(row, "practices", line -> line).stream()
                        .collect(Collectors.toMap(line -> text(line[0]), line -> text(line[1]))),
                new MeasureFacts.Answers(
                        lines(
                                row,
                                "said",
                                line -> new MeasureFacts.Said(
                                        text(line[0]),
                                        MeasureConsents.Kind.valueOf(text(line[1])),
                                        "true".equals(line[2]))),
                        lines(row, "kept_back", line -> text(line[0])).stream().collect(Collectors.toSet())),
                List.of(),
                lines(
                        row,
                        "looks",
                        line -> new MeasureFacts.Look(
                                text(line[0]),
                                text(line[1]),
                                line[2] == null ? null : Instant.ofEpochMilli(Long.parseLong(line[2])),
                                MeetingStatus.valueOf(text(line[3])),
                                Long.parseLong(text(line[4])))),
                lines(
                        row,
                        "notes",
                        line -> new MeasureFacts.Noted(
                                text(line[0]),
                                FigureNotes.Kind.valueOf(text(line[1])),
                                text(line[2]),
                                line[3] == null ? null : LocalDate.parse(line[3]))));
    }

    private static <T> List<T> lines(ResultSet row, String column, Function<@Nullable String[], T> of)
            throws SQLException {
        Array found = row.getArray(column);
        return found == null
                ? List.of()
                : Arrays.stream((@Nullable String[][]) found.getArray()).map(of).toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
