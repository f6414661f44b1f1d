package dk.klyngeflow.foundings;

import dk.klyngeflow.engine.Rows;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What founding assemblies decided. Joins the caller's transaction. */
@Repository
public class FoundingRecords {

    private static final Rows<FoundingRecord> ROW = Rows.of(FoundingRecord.class, "founding_record");

    private final JdbcClient jdbc;

    FoundingRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the place of what was written down before, when another assembly was needed. */
    public void write(FoundingRecord record) {
        jdbc.sql("delete from klyngeflow.founding_record where cluster_id = :cluster")
                .param("cluster", record.clusterId())
                .update();
        jdbc.sql("""
                        insert into klyngeflow.founding_record
                          (cluster_id, came, assembly_chair, minutes_keeper, votes_for, votes_against, is_adopted, amendments,
                           coordinator, chair, treasurer, board, auditor, how_elected, counts, tellers, is_ballot_wanted, minutes,
                           document_id, recorded_at)
                        values (:cluster_id, :came, :assembly_chair, :minutes_keeper, :votes_for, :votes_against,
                           :is_adopted, :amendments, :coordinator, :chair, :treasurer, :board, :auditor, :how_elected,
                           :counts, :tellers, :is_ballot_wanted, :minutes, :document_id, :recorded_at)""").params(ROW.values(record)).update();
    }

    public Optional<FoundingRecord> find(String clusterId) {
        return jdbc.sql("select * from klyngeflow.founding_record where cluster_id = :cluster")
                .param("cluster", clusterId)
                .query(ROW)
                .optional();
    }

    public FoundingRecord get(String clusterId) {
        return find(clusterId)
                .orElseThrow(() -> new IllegalStateException("no record of the founding of " + clusterId));
    }

    public void filed(String clusterId, String documentId) {
        jdbc.sql("update klyngeflow.founding_record set document_id = :document where cluster_id = :cluster")
                .param("document", documentId)
                .param("cluster", clusterId)
                .update();
    }
}
