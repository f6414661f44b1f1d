package dk.klyngeflow.keyfigures;

import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterRegister.NewPerson;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A cluster with years behind it, written straight into its tables: each year 6 meetings of 29 people, 40 bills, their vouchers and 900
 * mails; and now 3 bills and a meeting that are not over. Until 2026.
 */
@TestComponent
public class YearsOfCases {

    private static final AtomicInteger OPENED = new AtomicInteger();
    private static final int THIS_YEAR = 2026;
    static final int PEOPLE = 29;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ClusterRegister register;
    private final ChartOfAccounts chart;

    YearsOfCases(JdbcClient jdbc, TransactionTemplate transaction, ClusterRegister register, ChartOfAccounts chart) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.register = register;
        this.chart = chart;
    }

    /** @return its id; {@code -koordinator}, {@code -sekretaer}, {@code -formand}, {@code -revisor} and {@code -m5} are its people */
    public String cluster(int years) {
        String id = "aar-" + OPENED.incrementAndGet();
        List<NewPerson> people = new ArrayList<>(List.of(
                person(id, "koordinator", Post.COORDINATOR, Post.MEMBER),
                person(id, "formand", Post.CHAIR, Post.MEMBER),
                person(id, "sekretaer", Post.SECRETARY),
                person(id, "revisor", Post.AUDITOR)));
        IntStream.range(2, PEOPLE).forEach(each -> people.add(person(id, "m" + each, Post.MEMBER)));
        register.open(
                new Cluster(id, "Klyngen " + id, null, PaymentMode.PLO, id + "@klynge.example", "Midt", null),
                List.of(),
                people);
        chart.open(id);
        for (int year = THIS_YEAR - years + 1; year <= THIS_YEAR; year++) {
            year(id, year);
        }
        transaction.executeWithoutResult(status -> now(id));
        return id;
    }

    private static NewPerson person(String cluster, String name, Post... posts) {
        String id = cluster + "-" + name;
        return new NewPerson(id, "Navn " + name, id + "@praksis.example", List.of(posts), null, id);
    }

    private void year(String cluster, int year) {
        transaction.executeWithoutResult(status -> {
            meetings(cluster, year);
            bills(cluster, year);
            write(cluster, year, """
                    insert into klyngeflow.mail_outbox (cluster_id, purpose, dedupe_hash, message_id, model, document_ids, state, created_at, due_at, blanked_at)
                    select :cluster, 'meeting-invitation', :cluster || :year || '-' || n, :cluster || :year || '-' || n || '@klynge.example', '{}', '{}',
                      case when n % 100 = 0 then 'GIVEN_UP' else 'SENT' end, at, at, at
                    from (select n, make_timestamptz(:year, 1, 1, 8, 0, 0, 'UTC') + n * interval '6 hours' as at from generate_series(1, 900) n) mails""");
        });
    }

    private void meetings(String cluster, int year) {
        write(cluster, year, """
                insert into klyngeflow.meeting (cluster_id, meeting_id, business_key, year, number, title, earliest_day, latest_day, minutes,
                  starts_at, status, uid, created_by, created_at)
                select :cluster, :year || '-' || n, :cluster || '/' || :year || '-0' || n, :year, n, 'Emne ' || n, day, day, 120, day + time '16:30', 'CLOSED',
                  :cluster || :year || '-' || n, 'test', day - 100
                from (select n, make_date(:year, n, 10) as day from generate_series(1, 6) n) days""");
        write(cluster, year, """
                insert into klyngeflow.meeting_event (cluster_id, meeting_id, kind, at)
                select cluster_id, meeting_id, e.kind, starts_at - days * interval '1 day'
                from klyngeflow.meeting, (values ('WISHED', 90), ('DATES_ASKED', 60), ('DATES_REMINDED', 55), ('DATE_CHOSEN', 50), ('AGENDA_APPROVED', 45),
                  ('INVITED', 40), ('REPLIES_REMINDED', 20), ('MEETING_REMINDED', 1), ('HELD', 0), ('MINUTES_SENT', -7), ('CLOSED', -200)) e (kind, days)
                where cluster_id = :cluster and year = :year""");
        write(cluster, year, """
                insert into klyngeflow.meeting_person (cluster_id, meeting_id, person_id, invited_sequence, reply, attended)
                select m.cluster_id, m.meeting_id, r.person_id, 0, case when r.n <= 20 then 'YES' end, r.n <= 15
                from klyngeflow.meeting m, (select person_id, row_number() over (order by person_id) as n from klyngeflow.role_holder
                  where cluster_id = :cluster and post = 'MEMBER') r
                where m.cluster_id = :cluster and m.year = :year""");
        write(cluster, year, """
                insert into klyngeflow.date_poll (cluster_id, poll_id, case_key, title, minutes, minimum, asks_everybody, opened_at, closes_at, closed_at, asked, answered)
                select cluster_id, meeting_id, business_key, title, 120, 1, true, starts_at - interval '60 days', starts_at - interval '50 days',
                  starts_at - interval '50 days', case when :year < 2026 then 28 end, case when :year < 2026 then 21 end
                from klyngeflow.meeting where cluster_id = :cluster and year = :year""");
        write(cluster, year, """
                insert into klyngeflow.date_poll_person (cluster_id, poll_id, person_id, required, asked_at, answered_at)
                select p.cluster_id, p.meeting_id, p.person_id, false, now(), case when p.reply is not null then now() end
                from klyngeflow.meeting_person p join klyngeflow.meeting m using (cluster_id, meeting_id)
                where p.cluster_id = :cluster and m.year = :year and :year = 2026""");
    }

    private void bills(String cluster, int year) {
        write(cluster, year, """
                insert into klyngeflow.invoice (cluster_id, invoice_id, status, source, kind, sender_id, received_at, paid_at)
                select :cluster, 'F' || :year || '-' || lpad(n::text, 4, '0'), 'PAID', 'UPLOAD', 'INVOICE', 'test', at, at + interval '12 days 12 hours'
                from (select n, make_timestamptz(:year, 1, 3, 8, 0, 0, 'UTC') + n * interval '5 days' as at from generate_series(1, 40) n) bills""");
        write(cluster, year, """
                insert into klyngeflow.invoice_event (cluster_id, invoice_id, kind, at)
                select cluster_id, invoice_id, e.kind, received_at from klyngeflow.invoice,
                  (values ('RECEIVED'), ('CODED'), ('APPROVED'), ('POSTED'), ('PAYMENT_FILE'), ('PAID')) e (kind)
                where cluster_id = :cluster and invoice_id like 'F' || :year || '%'""");
        write(cluster, year, """
                insert into klyngeflow.voucher (cluster_id, voucher_id, year, day, text, source_key, posted_by, posted_at)
                select :cluster, :cluster || :year || '-' || n, :year, make_date(:year, 1 + n / 8, 9), 'Bilag', :year || '-' || n, 'test', now()
                from generate_series(1, 40) n""");
        write(cluster, year, """
                insert into klyngeflow.entry (cluster_id, voucher_id, line, year, account, debit_oere, credit_oere)
                select cluster_id, voucher_id, line, year, account, debit, credit from klyngeflow.voucher,
                  (values (1, '2200', 100000, 0), (2, '6800', 0, 100000)) e (line, account, debit, credit)
                where cluster_id = :cluster and year = :year""");
        write(cluster, year, """
                insert into klyngeflow.budget (cluster_id, year, account, oere, set_by, set_at)
                values (:cluster, :year, '2200', 5000000, 'test', now()), (:cluster, :year, '1100', 6000000, 'test', now())""");
    }

    private void now(String cluster) {
        write(cluster, THIS_YEAR, """
                insert into klyngeflow.invoice (cluster_id, invoice_id, status, source, kind, sender_id, received_at)
                select :cluster, 'F' || :year || '-090' || n, case n when 1 then 'CHECK' else 'APPROVAL' end, 'UPLOAD', 'INVOICE', 'test',
                  timestamptz '2026-08-01 08:00Z' + n * interval '1 day'
                from generate_series(1, 3) n""");
        write(cluster, THIS_YEAR, """
                insert into klyngeflow.meeting (cluster_id, meeting_id, business_key, year, number, title, earliest_day, latest_day, minutes,
                  status, uid, created_by, created_at)
                values (:cluster, 'next', :cluster || '/2026-07', :year, 7, '=HYPERLINK("http://x")', date '2026-10-01', date '2026-10-30', 120, 'PLANNING',
                  :cluster || 'next', 'test', timestamptz '2026-07-20 08:00Z')""");
    }

    private void write(String cluster, int year, String sql) {
        jdbc.sql(sql).param("cluster", cluster).param("year", year).update();
    }
}
