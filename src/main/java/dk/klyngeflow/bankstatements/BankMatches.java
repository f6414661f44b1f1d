package dk.klyngeflow.bankstatements;

import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each line is in the ledger. */
@Repository
class BankMatches {

    private static final Rows<BankMatch> ROW = Rows.of(BankMatch.class, "bank_match");

    private final JdbcClient jdbc;

    BankMatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param voucherId of what was posted for it, if anything */
    void add(
            String clusterId,
            String matchId,
            Proposal proposal,
            @Nullable String voucherId,
            @Nullable String by,
            Instant at) {
        jdbc.sql("""
                        insert into klyngeflow.bank_match (cluster_id, match_id, rule, reason, account, voucher_id, matched_by, matched_at)
                        values (:cluster, :id, :rule, :reason, :account, :voucher, :by, :at)""")
                .param("cluster", clusterId)
                .param("id", matchId)
                .param("rule", proposal.rule())
                .param("reason", proposal.reason())
                .param("account", voucherId == null ? null : proposal.account())
                .param("voucher", voucherId)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
        proposal.lines()
                .forEach(line -> jdbc.sql("""
                        insert into klyngeflow.bank_match_line (cluster_id, match_id, line_id) values (:cluster, :id, :line)""")
                        .param("cluster", clusterId)
                        .param("id", matchId)
                        .param("line", line.id())
                        .update());
        proposal.takes().forEach(take -> take(clusterId, matchId, take.voucherId(), take.oere()));
    }

    void take(String clusterId, String matchId, String voucherId, long oere) {
        jdbc.sql("""
                        insert into klyngeflow.bank_match_voucher (cluster_id, match_id, voucher_id, oere)
                        values (:cluster, :id, :voucher, :oere)""")
                .param("cluster", clusterId)
                .param("id", matchId)
                .param("voucher", voucherId)
                .param("oere", oere)
                .update();
    }

    Optional<BankMatch> find(String clusterId, String matchId) {
        return jdbc.sql("select * from klyngeflow.bank_match where cluster_id = :cluster and match_id = :id")
                .param("cluster", clusterId)
                .param("id", matchId)
                .query(ROW)
                .optional();
    }

    /** By their ids. */
    Map<String, BankMatch> all(String clusterId) {
        Map<String, BankMatch> all = new LinkedHashMap<>();
        jdbc.sql("select * from klyngeflow.bank_match where cluster_id = :cluster")
                .param("cluster", clusterId)
                .query(ROW)
                .list()
                .forEach(match -> all.put(match.id(), match));
        return all;
    }

    List<String> linesOf(String clusterId, String matchId) {
        return jdbc.sql("select line_id from klyngeflow.bank_match_line where cluster_id = :cluster and match_id = :id")
                .param("cluster", clusterId)
                .param("id", matchId)
                .query(String.class)
                .list();
    }

    /** The labels of the vouchers behind each match. */
    Map<String, String> labels(String clusterId) {
        Map<String, String> labels = new HashMap<>();
        jdbc.sql("""
                        select m.match_id, string_agg(v.year || '-' || v.number, ', ' order by v.year, v.number) as labels
                        from klyngeflow.bank_match_voucher m
                        join klyngeflow.voucher v on v.cluster_id = m.cluster_id and v.voucher_id = m.voucher_id
                        where m.cluster_id = :cluster group by m.match_id""").param("cluster", clusterId).query(row -> {
            labels.put(row.getString("match_id"), row.getString("labels"));
        });
        return labels;
    }

    /** How much of each voucher is explained by lines until a day, in øre. */
    Map<String, Long> taken(String clusterId, LocalDate until) {
        Map<String, Long> taken = new HashMap<>();
        jdbc.sql("""
                        select v.voucher_id, sum(v.oere) as oere from klyngeflow.bank_match_voucher v
                        where v.cluster_id = :cluster and exists (
                          select 1 from klyngeflow.bank_match_line ml
                          join klyngeflow.bank_line l on l.cluster_id = ml.cluster_id and l.line_id = ml.line_id
                          where ml.cluster_id = v.cluster_id and ml.match_id = v.match_id and l.day <= :until)
                        group by v.voucher_id""").param("cluster", clusterId).param("until", until).query(row -> {
            taken.put(row.getString("voucher_id"), row.getLong("oere"));
        });
        return taken;
    }

    void remove(String clusterId, String matchId) {
        jdbc.sql("delete from klyngeflow.bank_match where cluster_id = :cluster and match_id = :id")
                .param("cluster", clusterId)
                .param("id", matchId)
                .update();
    }
}
