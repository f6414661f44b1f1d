package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.Commitments;
import dk.klyngeflow.engine.CopenhagenTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is under way through approval, in the year in which it will be posted: this one. A credit note counts for nothing until it is
 * approved and posted. And what meetings and bookings of the year will cost, as far as somebody knows.
 */
@Repository
class InvoiceCommitments implements Commitments {

    private static final String COMMITTED = """
            select 'COMMITTED' as what, account, sum(greatest(amount_oere, 0)) as number from klyngeflow.invoice
            where cluster_id = :cluster and status = 'APPROVAL' and account is not null
            group by account""";

    /** A bill is of a booking when the supplier is the same and it names the meeting, or has the price that was agreed. */
    private static final String TO_COME = """

            union all
            select 'AGREED', accounts.number, sum(b.price_oere)
            from (values ('ROOM', '2100'), ('CATERING', '2200'), ('SPEAKER', '2300')) as accounts (kind, number)
            join klyngeflow.booking b on b.kind = accounts.kind
            where b.cluster_id = :cluster and b.status = 'CONFIRMED' and b.price_oere > 0
              and extract(year from b.starts_at at time zone 'Europe/Copenhagen') = :year and not exists (
                select from klyngeflow.invoice i
                where i.cluster_id = b.cluster_id and lower(i.supplier_name) = lower(b.supplier_name)
                  and i.status not in ('REJECTED', 'WITHDRAWN', 'DISCARDED')
                  and (i.meeting like '%' || split_part(b.case_key, '/', 2) || '%' or i.payable_minor in (b.price_oere, (
                    select sum(t.price_oere) from klyngeflow.booking t
                    where t.cluster_id = b.cluster_id and t.case_key = b.case_key and t.status = 'CONFIRMED'
                      and t.supplier_name = b.supplier_name))))
            group by accounts.number
            union all
            select 'TO_COME', accounts.number, count(*)
            from (values ('ROOM', '2100'), ('CATERING', '2200'), ('SPEAKER', '2300')) as accounts (kind, number)
            join klyngeflow.meeting m on case accounts.kind when 'ROOM' then m.wants_room when 'CATERING' then m.wants_catering
              else m.wants_speaker end
            where m.cluster_id = :cluster and m.year = :year and m.status in ('PLANNING', 'DATING', 'ARRANGING', 'INVITED')
              and not exists (select from klyngeflow.booking b where b.cluster_id = m.cluster_id and b.case_key = m.business_key
                and b.kind = accounts.kind and b.status = 'CONFIRMED')
            group by accounts.number
            union all
            select 'HELD', '', count(*) from klyngeflow.meeting
            where cluster_id = :cluster and year in (:year, :year - 1) and status in ('HELD', 'MINUTED', 'CLOSED')""";

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    InvoiceCommitments(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Override
    public Map<String, Long> committed(String clusterId, int year) {
        if (year != time.today().getYear()) {
            return Map.of();
        }
        return jdbc
                .sql(COMMITTED)
                .param("cluster", clusterId)
                .query((row, number) -> Map.entry(row.getString("account"), row.getLong("number")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Expected expected(String clusterId, int year) {
        if (year != time.today().getYear()) {
            return Expected.NOTHING;
        }
        Map<String, Map<String, Long>> found = new HashMap<>(
                Map.of("COMMITTED", new HashMap<>(), "AGREED", new HashMap<>(), "TO_COME", new HashMap<>()));
        AtomicInteger held = new AtomicInteger();
        jdbc.sql(COMMITTED + TO_COME)
                .param("cluster", clusterId)
                .param("year", year)
                .query(row -> {
                    Map<String, Long> of = found.get(row.getString("what"));
                    if (of == null) {
                        held.set(row.getInt("number"));
                    } else {
                        of.put(row.getString("account"), row.getLong("number"));
                    }
                });
        return new Expected(
                found.getOrDefault("COMMITTED", Map.of()),
                found.getOrDefault("AGREED", Map.of()),
                found.getOrDefault("TO_COME", Map.of()),
                held.get());
    }
}
