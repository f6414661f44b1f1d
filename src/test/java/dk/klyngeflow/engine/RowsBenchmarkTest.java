package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What it costs to read rows by name instead of by hand, both in turn over the same answer of the database. */
@KlyngeflowTest
@Tag("bench")
class RowsBenchmarkTest {

    private static final Logger LOG = LoggerFactory.getLogger(RowsBenchmarkTest.class);
    private static final int ROUNDS = 60;

    private static final String SELECT = """
            select 'klynge' as cluster_id, 'm' || n as meeting_id, n as sequence, n * 1000::bigint as oere, n % 2 = 0 as is_own,
                   now() as starts_at, case when n % 3 = 0 then now() end as ends_at, date '2026-11-03' as day,
                   'HELD' as status, 'mødelokale' as place, 'sukker og fedt' as title, 'tekst' as text
            from generate_series(1, 5000) as s(n)""";

    @Autowired
    private JdbcClient jdbc;

    enum Status {
        PLANNED,
        HELD
    }

    record Plan(String place, String title, String text) {}

    record Row(
            String clusterId,
            String meetingId,
            int sequence,
            long oere,
            boolean isOwn,
            Instant startsAt,
            @Nullable Instant endsAt,
            LocalDate day,
            Status status,
            Plan plan) {}

    private static final Rows<Row> BY_NAME = Rows.of(Row.class, "nothing");

    private static final RowMapper<Row> BY_HAND = (row, number) -> {
        Timestamp endsAt = row.getTimestamp("ends_at");
        return new Row(
                row.getString("cluster_id"),
                row.getString("meeting_id"),
                row.getInt("sequence"),
                row.getLong("oere"),
                row.getBoolean("is_own"),
                row.getTimestamp("starts_at").toInstant(),
                endsAt == null ? null : endsAt.toInstant(),
                row.getObject("day", LocalDate.class),
                Status.valueOf(row.getString("status")),
                new Plan(row.getString("place"), row.getString("title"), row.getString("text")));
    };

    @Test
    void byNameIsAboutAsFastAsByHand() {
        List<Long> byName = new ArrayList<>();
        List<Long> byHand = new ArrayList<>();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            byHand.add(nanos(BY_HAND));
            byName.add(nanos(BY_NAME));
        }

        double hand = median(byHand);
        double name = median(byName);
        LOG.info("5,000 rows of 12 columns: by hand {} ms, by name {} ms, {} x", hand, name, name / hand);
        assertThat(name / hand).isLessThan(1.5);
    }

    private long nanos(RowMapper<Row> mapper) {
        long before = System.nanoTime();
        assertThat(jdbc.sql(SELECT).query(mapper).list()).hasSize(5000);
        return System.nanoTime() - before;
    }

    /** Of the second half, in milliseconds: the first warms up. */
    private static double median(List<Long> nanos) {
        LongStream late = nanos.stream().skip(ROUNDS).mapToLong(Long::longValue).sorted();
        return late.skip(ROUNDS / 2).findFirst().orElseThrow() / 1e6;
    }
}
