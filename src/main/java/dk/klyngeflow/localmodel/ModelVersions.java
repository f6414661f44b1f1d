package dk.klyngeflow.localmodel;

import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has been agreed on, version by version. */
@Repository
class ModelVersions {

    private static final Rows<ModelVersion> ROW = Rows.of(ModelVersion.class, "local_model", Choices.KEPT);

    private final JdbcClient jdbc;

    ModelVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first; what was given up before its day is left out. */
    List<ModelVersion> all(String clusterId) {
        return jdbc.sql("""
                        select * from klyngeflow.local_model where cluster_id = :cluster and withdrawn_at is null
                        order by version desc""").param("cluster", clusterId).query(ROW).list();
    }

    Optional<ModelVersion> ofRound(String clusterId, int round) {
        return all(clusterId).stream().filter(each -> each.roundNo() == round).findFirst();
    }

    /** The one that is obeyed now. */
    Optional<ModelVersion> inForce(String clusterId) {
        return all(clusterId).stream().filter(each -> each.inForceAt() != null).findFirst();
    }

    int next(String clusterId) {
        return jdbc.sql("select coalesce(max(version), 0) + 1 from klyngeflow.local_model where cluster_id = :cluster")
                .param("cluster", clusterId)
                .query(Integer.class)
                .single();
    }

    void add(ModelVersion version, String by) {
        jdbc.sql("""
                        insert into klyngeflow.local_model
                            (cluster_id, version, round_no, choices, note, adopted_on, adopted_by, effective_from, document_id)
                        values (:cluster, :version, :round, :choices, :note, :adopted, :by, :from, :document)""")
                .param("cluster", version.clusterId())
                .param("version", version.version())
                .param("round", version.roundNo())
                .param("choices", version.choices().text())
                .param("note", version.note())
                .param("adopted", version.adoptedOn())
                .param("by", by)
                .param("from", version.effectiveFrom())
                .param("document", version.documentId())
                .update();
    }

    void inForce(String clusterId, int version, Instant now) {
        jdbc.sql("""
                        update klyngeflow.local_model set in_force_at = :now
                        where cluster_id = :cluster and version = :version and in_force_at is null""")
                .param("cluster", clusterId)
                .param("version", version)
                .param("now", Timestamp.from(now))
                .update();
    }

    void withdraw(String clusterId, int round, Instant now) {
        jdbc.sql("""
                        update klyngeflow.local_model set withdrawn_at = :now
                        where cluster_id = :cluster and round_no = :round and in_force_at is null""")
                .param("cluster", clusterId)
                .param("round", round)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** True when its model has been in force since that day or before, and no round has begun since. */
    boolean isDueForReview(String clusterId, LocalDate since) {
        return jdbc.sql("""
                        select exists (
                            select from klyngeflow.local_model m
                            where m.cluster_id = :cluster and m.in_force_at is not null and m.effective_from <= :since
                              and not exists (select from klyngeflow.local_model n
                                              where n.cluster_id = m.cluster_id and n.in_force_at is not null
                                                and n.version > m.version)
                              and not exists (select from klyngeflow.model_round r
                                              where r.cluster_id = m.cluster_id
                                                and (r.ended_at is null or r.opened_at::date > :since)))""")
                .param("cluster", clusterId)
                .param("since", since)
                .query(Boolean.class)
                .single();
    }
}
