package dk.klyngeflow.archive;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Forgets;
import dk.klyngeflow.security.SecurityLog;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes closed clusters when their day has come, with every row of every table that names them. Which tables those are the database says:
 * one that is added later is not forgotten. The security log keeps its own time.
 */
@Repository
class ClusterDeletion implements Forgets {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterDeletion.class);
    private static final Set<String> KEPT = Set.of("security_entry", "cluster");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final SecurityLog log;
    private final TransactionTemplate each;

    ClusterDeletion(JdbcClient jdbc, CopenhagenTime time, SecurityLog log, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.time = time;
        this.log = log;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public String what() {
        return "Lukkede klynger med alt, hvad der hører til (fem år efter det sidste regnskabsår)";
    }

    @Override
    public Period after() {
        return Period.ZERO;
    }

    @Override
    public int forget(Instant before) {
        List<String> due =
                jdbc.sql("""
                        select cluster_id from klyngeflow.cluster where delete_from <= :today
                        order by cluster_id for update skip locked""").param("today", time.today()).query(String.class).list();
        due.forEach(cluster -> each.executeWithoutResult(status -> delete(cluster)));
        return due.size();
    }

    private void delete(String clusterId) {
        jdbc.sql("update klyngeflow.cluster set is_going = true where cluster_id = :cluster")
                .param("cluster", clusterId)
                .update();
        List<String> only = onlyHere(clusterId);
        // in one statement: whether what is left still points to something is asked when all of it is gone
        String all = tables().stream()
                .map(table ->
                        "from_" + table + " as (delete from klyngeflow." + table + " where cluster_id = :cluster)")
                .collect(Collectors.joining(", "));
        jdbc.sql("with " + all + " select 1")
                .param("cluster", clusterId)
                .query(Integer.class)
                .single();
        jdbc.sql("delete from klyngeflow.cluster where cluster_id = :cluster")
                .param("cluster", clusterId)
                .update();
        if (!only.isEmpty()) {
            jdbc.sql("""
                            update klyngeflow.person set name = null, mail = null, erased_at = now()
                            where person_id in (:people)""").param("people", only).update();
        }
        log.note(SecurityLog.Kind.CLUSTER_DELETED, "", clusterId, "");
        LOG.info("cluster {} deleted with {} people who were nowhere else", clusterId, only.size());
    }

    private List<String> onlyHere(String clusterId) {
        return jdbc.sql("""
                        select distinct r.person_id from klyngeflow.role_holder r
                        where r.cluster_id = :cluster and not exists (
                          select from klyngeflow.role_holder o
                          where o.person_id = r.person_id and o.cluster_id <> r.cluster_id)""").param("cluster", clusterId).query(String.class).list();
    }

    /** Tables that name a cluster. */
    List<String> tables() {
        return jdbc.sql("""
                        select c.table_name from information_schema.columns c
                        join information_schema.tables t
                          on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                        where c.table_schema = 'klyngeflow' and c.column_name = 'cluster_id'
                        order by c.table_name""").query(String.class).list().stream()
                .filter(table -> !KEPT.contains(table))
                .toList();
    }
}
