package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.Identities;
import dk.klyngeflow.security.Refused;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a cluster: its row, tenant and groups, practices, people and posts, all in one transaction, in which whoever hears of
 * {@link ClusterOpened} gives the rest.
 */
@Repository
public class ClusterRegister {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterRegister.class);

    private final JdbcClient jdbc;
    private final Clusters clusters;
    private final Identities identities;
    private final CopenhagenTime time;
    private final ApplicationEventPublisher events;

    ClusterRegister(
            JdbcClient jdbc,
            Clusters clusters,
            Identities identities,
            CopenhagenTime time,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clusters = clusters;
        this.identities = identities;
        this.time = time;
        this.events = events;
    }

    /**
     * @param patients group 1 patients; null when not known
     */
    public record NewPractice(
            String providerNumber, String name, @Nullable Integer patients) {}

    /**
     * @param id of the person and engine user; somebody who is known already keeps her name and password
     * @param providerNumber of her practice; null for those who belong to none
     * @param password null when an administrator gives one later, or she logs in elsewhere
     */
    public record NewPerson(
            String id,
            String name,
            String mail,
            List<Post> posts,
            @Nullable String providerNumber,
            @Nullable String password) {}

    /** @throws Refused when there is such a cluster already */
    @Transactional
    public void open(Cluster cluster, List<NewPractice> practices, List<NewPerson> people) {
        if (clusters.find(cluster.id()).isPresent()) {
            throw Refused.conflict("Der er allerede en klynge med id " + cluster.id() + ".", Map.of());
        }
        jdbc.sql("""
                        insert into klyngeflow.cluster
                          (cluster_id, name, cvr, payment_mode, mail, region_name, iban, created_at)
                        values (:id, :name, :cvr, :mode, :mail, :region, :iban, :now)""")
                .param("id", cluster.id())
                .param("name", cluster.name())
                .param("cvr", cluster.cvr())
                .param("mode", cluster.paymentMode().name())
                .param("mail", cluster.mail())
                .param("region", cluster.regionName())
                .param("iban", cluster.iban())
                .param("now", Timestamp.from(time.now()))
                .update();
        identities.createCluster(cluster.id(), cluster.name());
        practices.forEach(practice -> insert(cluster.id(), practice));
        people.forEach(person -> add(cluster.id(), person));
        events.publishEvent(new ClusterOpened(cluster.id()));
        LOG.info("cluster {} opened with {} people", cluster.id(), people.size());
    }

    /** Adds a person with her posts to a cluster that is open; from today. */
    @Transactional
    public void add(String clusterId, NewPerson person) {
        jdbc.sql("""
                        insert into klyngeflow.person (person_id, name, mail) values (:id, :name, :mail)
                        on conflict (person_id) do nothing""")
                .param("id", person.id())
                .param("name", person.name())
                .param("mail", person.mail())
                .update();
        identities.createUser(person.id(), person.name(), person.mail(), person.password());
        person.posts().forEach(post -> give(clusterId, person.id(), post, person.providerNumber(), time.today()));
        if (person.posts().contains(Post.MEMBER)) {
            events.publishEvent(new MemberJoined(clusterId, person.id()));
        }
    }

    /** Ends a post today; the role goes with it unless another post gives the same. */
    @Transactional
    public void end(String clusterId, String personId, Post post) {
        jdbc.sql("""
                        update klyngeflow.role_holder set until_day = :today
                        where cluster_id = :cluster and person_id = :person and post = :post and until_day is null""")
                .param("today", time.today())
                .param("cluster", clusterId)
                .param("person", personId)
                .param("post", post.name())
                .update();
        List<String> left = jdbc.sql("""
                        select post from klyngeflow.role_holder
                        where cluster_id = :cluster and person_id = :person and until_day is null""")
                .param("cluster", clusterId)
                .param("person", personId)
                .query(String.class)
                .list();
        if (left.stream().map(Post::valueOf).noneMatch(other -> other.role() == post.role())) {
            identities.take(personId, clusterId, post.role());
        }
        events.publishEvent(new PostEnded(clusterId, personId, post, time.today()));
        if (post == Post.MEMBER) {
            events.publishEvent(new MemberLeft(clusterId, personId));
        }
    }

    private void give(String clusterId, String personId, Post post, @Nullable String providerNumber, LocalDate from) {
        jdbc.sql("""
                        insert into klyngeflow.role_holder (cluster_id, person_id, post, provider_number, from_day)
                        values (:cluster, :person, :post, :provider, :from)
                        on conflict do nothing""")
                .param("cluster", clusterId)
                .param("person", personId)
                .param("post", post.name())
                .param("provider", providerNumber)
                .param("from", from)
                .update();
        identities.give(personId, clusterId, post.role());
        events.publishEvent(new PostGiven(clusterId, personId, post, from));
    }

    private void insert(String clusterId, NewPractice practice) {
        jdbc.sql("""
                        insert into klyngeflow.practice (cluster_id, provider_number, name, patients, from_day)
                        values (:cluster, :number, :name, :patients, :from)""")
                .param("cluster", clusterId)
                .param("number", practice.providerNumber())
                .param("name", practice.name())
                .param("patients", practice.patients())
                .param("from", time.today())
                .update();
    }
}
