package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Column;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the members have answered about invoices, each answer bound to the content it was given for. */
@Repository
class MembersVotes {

    private static final String ONE = "where cluster_id = :cluster and invoice_id = :id and content_hash = :hash";

    private static final Rows<MembersVote> VOTE = Rows.of(MembersVote.class, "members_vote");
    private static final Rows<Untold> UNTOLD = Rows.of(Untold.class, "members_vote");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    MembersVotes(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @return false when the members have been asked about this content already; then nothing is written */
    boolean open(Invoice invoice, Collection<String> asked, String by, Instant closesAt) {
        boolean fresh = jdbc.sql("""
                                insert into klyngeflow.members_vote
                                  (cluster_id, invoice_id, content_hash, opened_by, opened_at, closes_at)
                                values (:cluster, :id, :hash, :by, :now, :closes) on conflict do nothing""")
                        .param("cluster", invoice.clusterId())
                        .param("id", invoice.id())
                        .param("hash", invoice.contentHash())
                        .param("by", by)
                        .param("now", now())
                        .param("closes", Timestamp.from(closesAt))
                        .update()
                == 1;
        if (fresh) {
            asked.forEach(person -> jdbc.sql("""
                            insert into klyngeflow.members_vote_person (cluster_id, invoice_id, content_hash, person_id)
                            values (:cluster, :id, :hash, :person)""")
                    .param("cluster", invoice.clusterId())
                    .param("id", invoice.id())
                    .param("hash", invoice.contentHash())
                    .param("person", person)
                    .update());
        }
        return fresh;
    }

    /** About the invoice as it is now; what was asked before a change counts no longer. */
    Optional<MembersVote> of(Invoice invoice) {
        return jdbc.sql("""
                        select v.closes_at, :now < v.closes_at and count(p.answer) < count(p.person_id) as is_open, count(p.person_id) as asked,
                               count(*) filter (where p.answer = 'YES') as yes, count(*) filter (where p.answer = 'NO') as no
                        from klyngeflow.members_vote v
                        left join klyngeflow.members_vote_person p using (cluster_id, invoice_id, content_hash)
                        where v.cluster_id = :cluster and v.invoice_id = :id and v.content_hash = :hash
                        group by v.closes_at""")
                .param("now", now())
                .param("cluster", invoice.clusterId())
                .param("id", invoice.id())
                .param("hash", invoice.contentHash())
                .query(VOTE)
                .optional();
    }

    /** YES, NO, or empty before she answers; nothing at all for whoever was not asked. */
    Optional<String> answerOf(Invoice invoice, String personId) {
        return jdbc.sql("select coalesce(answer, '') from klyngeflow.members_vote_person " + ONE
                        + " and person_id = :person")
                .param("cluster", invoice.clusterId())
                .param("id", invoice.id())
                .param("hash", invoice.contentHash())
                .param("person", personId)
                .query(String.class)
                .optional();
    }

    /** Nobody waits for her in a question that still takes answers; what she has answered counts. */
    void forgetSilent(String clusterId, String personId) {
        jdbc.sql("""
                        delete from klyngeflow.members_vote_person p using klyngeflow.members_vote v
                        where p.cluster_id = :cluster and p.person_id = :person and p.answer is null
                          and v.cluster_id = p.cluster_id and v.invoice_id = p.invoice_id
                          and v.content_hash = p.content_hash and v.closes_at > :now""")
                .param("cluster", clusterId)
                .param("person", personId)
                .param("now", now())
                .update();
    }

    /** @return false when it is too late, or she was not asked about this content */
    boolean answer(Invoice invoice, String personId, String answer) {
        return jdbc.sql("update klyngeflow.members_vote_person set answer = :answer, answered_at = :now " + ONE
                                + " and person_id = :person and exists (select from klyngeflow.members_vote v"
                                + " where v.cluster_id = :cluster and v.invoice_id = :id and v.content_hash = :hash"
                                + " and v.closes_at > :now)")
                        .param("cluster", invoice.clusterId())
                        .param("id", invoice.id())
                        .param("hash", invoice.contentHash())
                        .param("person", personId)
                        .param("answer", answer)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** A question whose result has not been told. */
    record Untold(
            String clusterId,
            String invoiceId,
            String contentHash,
            Instant openedAt,
            Instant closesAt,
            @Column(isJoined = true) boolean isReminded) {}

    /** Of all clusters. */
    List<Untold> untold() {
        return jdbc.sql("""
                        select cluster_id, invoice_id, content_hash, opened_at, closes_at, reminded_at is not null as is_reminded
                        from klyngeflow.members_vote where told_at is null order by closes_at""").query(UNTOLD).list();
    }

    /** @return false when another node was first */
    boolean reminded(Untold vote) {
        return about("update klyngeflow.members_vote set reminded_at = :now " + ONE + " and reminded_at is null", vote)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** @return false when another node was first */
    boolean told(Untold vote) {
        return about("update klyngeflow.members_vote set told_at = :now " + ONE + " and told_at is null", vote)
                        .param("now", now())
                        .update()
                == 1;
    }

    Set<String> asked(Untold vote) {
        return about("select person_id from klyngeflow.members_vote_person " + ONE, vote)
                .query(String.class)
                .set();
    }

    Set<String> silent(Untold vote) {
        return about("select person_id from klyngeflow.members_vote_person " + ONE + " and answer is null", vote)
                .query(String.class)
                .set();
    }

    private JdbcClient.StatementSpec about(String sql, Untold vote) {
        return jdbc.sql(sql)
                .param("cluster", vote.clusterId())
                .param("id", vote.invoiceId())
                .param("hash", vote.contentHash());
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }
}
