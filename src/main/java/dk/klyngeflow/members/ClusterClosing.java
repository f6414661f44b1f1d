package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.Identities;
import dk.klyngeflow.security.SecurityLog;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What closing a cluster does to its people. Joins the caller's transaction. */
@Repository
public class ClusterClosing {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterClosing.class);

    private final JdbcClient jdbc;
    private final Clusters clusters;
    private final People people;
    private final Posts posts;
    private final Identities identities;
    private final SecurityLog log;
    private final CopenhagenTime time;
    private final ApplicationEventPublisher events;

    ClusterClosing(
            JdbcClient jdbc,
            Clusters clusters,
            People people,
            Posts posts,
            Identities identities,
            SecurityLog log,
            CopenhagenTime time,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clusters = clusters;
        this.people = people;
        this.posts = posts;
        this.identities = identities;
        this.log = log;
        this.time = time;
        this.events = events;
    }

    /** Who comes second waits here, and then sees what the first has done. @return false when there is no such cluster, or it is closed */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(String clusterId) {
        boolean isOpen = jdbc.sql("""
                        select cluster_id from klyngeflow.cluster
                        where cluster_id = :cluster and closed_at is null for update""")
                .param("cluster", clusterId)
                .query(String.class)
                .optional()
                .isPresent();
        clusters.forget(clusterId);
        return isOpen;
    }

    /** Those who hold a post here and none anywhere else: their log-ins end with the cluster. */
    public List<Person> onlyHere(String clusterId) {
        return people.of(clusterId).stream()
                .filter(person -> !people.isElsewhere(clusterId, person.id()))
                .filter(person -> !identities.isAdministrator(person.id()))
                .toList();
    }

    /** Ends all posts, log-ins and rights; whoever hears of {@link ClusterClosed} ends the rest. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(String clusterId, List<String> confirmed, LocalDate deleteFrom, String by) {
        List<Person> onlyHere = onlyHere(clusterId);
        jdbc.sql("""
                        update klyngeflow.cluster
                        set closed_at = :now, closed_by = :by, confirmed = :confirmed, delete_from = :deleteFrom
                        where cluster_id = :cluster and closed_at is null""")
                .param("now", Timestamp.from(time.now()))
                .param("by", by)
                .param("confirmed", String.join("\n", confirmed))
                .param("deleteFrom", deleteFrom)
                .param("cluster", clusterId)
                .update();
        posts.endAll(clusterId);
        onlyHere.forEach(person -> identities.deleteUser(person.id()));
        identities.deleteCluster(clusterId);
        events.publishEvent(new ClusterClosed(clusterId));
        log.note(SecurityLog.Kind.CLUSTER_CLOSED, "", clusterId, "");
        LOG.info("cluster {} closed by {}, to be deleted from {}", clusterId, by, deleteFrom);
    }

    /** Addresses of people who were in a closed cluster only, and whom nobody writes to any longer. @return how many were blanked */
    public int forgetAddresses(Instant closedBefore) {
        return jdbc.sql("""
                        update klyngeflow.person p set mail = ''
                        where p.mail <> '' and exists (
                            select from klyngeflow.role_holder r join klyngeflow.cluster c on c.cluster_id = r.cluster_id
                            where r.person_id = p.person_id and c.closed_at < :before)
                          and not exists (
                            select from klyngeflow.role_holder r join klyngeflow.cluster c on c.cluster_id = r.cluster_id
                            where r.person_id = p.person_id and (c.closed_at is null or c.closed_at >= :before))""").param("before", Timestamp.from(closedBefore)).update();
    }
}
