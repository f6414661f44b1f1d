package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.Identities;
import dk.klyngeflow.security.Refused;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** Who has done what nobody in particular has. */
    static final String KLYNGEFLOW = "klyngeflow";

    private final JdbcClient jdbc;
    private final NewIds newIds;
    private final Clusters clusters;
    private final Practices practices;
    private final People people;
    private final Posts posts;
    private final Identities identities;
    private final CopenhagenTime time;
    private final ApplicationEventPublisher events;

    ClusterRegister(
            JdbcClient jdbc,
            NewIds newIds,
            Clusters clusters,
            Practices practices,
            People people,
            Posts posts,
            Identities identities,
            CopenhagenTime time,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.newIds = newIds;
        this.clusters = clusters;
        this.practices = practices;
        this.people = people;
        this.posts = posts;
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
            @Nullable String password) {

        private Identities.NewUser user() {
            return new Identities.NewUser(id, name, mail, password);
        }
    }

    /** A cluster to be: mails go out in its name, but it is on no list, and nobody can log in to it. */
    @Transactional
    public void found(Cluster cluster) {
        write(cluster, true);
        LOG.info("cluster {} is being founded", cluster.id());
    }

    /** Somebody who may be asked by link about a cluster in founding. @return her id; the one she had when she is known already */
    @Transactional
    public String expect(String clusterId, String name, String mail) {
        String id = people.called(name, mail).orElseGet(newIds::next);
        people.add(id, name, mail);
        posts.expect(clusterId, id);
        return id;
    }

    /** The founder and who were asked are written to no more. Whoever is nobody anywhere else is forgotten. */
    @Transactional
    public void forget(String clusterId, Collection<String> personIds) {
        if (clusters.isInFounding(clusterId)) {
            posts.expectNobody(clusterId);
            jdbc.sql("update klyngeflow.cluster set mail = 'ingen@klyngeflow.example' where cluster_id = :id")
                    .param("id", clusterId)
                    .update();
            clusters.forget(clusterId);
        }
        personIds.forEach(person -> jdbc.sql("""
                        update klyngeflow.person set name = null, mail = null, erased_at = :now
                        where person_id = :person and erased_at is null
                          and not exists (select from klyngeflow.role_holder r where r.person_id = :person)""")
                .param("person", person)
                .param("now", Timestamp.from(time.now()))
                .update());
    }

    /** @throws Refused when there is such a cluster already, unless it is the one that was being founded */
    @Transactional
    public void open(Cluster cluster, List<NewPractice> newPractices, List<NewPerson> newcomers) {
        boolean wasInFounding = clusters.isInFounding(cluster.id());
        if (wasInFounding) {
            posts.expectNobody(cluster.id());
        } else if (clusters.find(cluster.id()).isPresent()) {
            throw Refused.conflict("Der er allerede en klynge med id " + cluster.id() + ".", Map.of());
        }
        write(cluster, false);
        identities.createCluster(cluster.id(), cluster.name());
        practices.addAll(cluster.id(), newPractices, time.today(), KLYNGEFLOW);
        people.addAll(newcomers);
        identities.createUsers(newcomers.stream().map(NewPerson::user).toList());
        give(cluster.id(), newcomers);
        posts.begin(cluster.id(), time.today(), wasInFounding);
        events.publishEvent(new ClusterOpened(cluster.id()));
        LOG.info("cluster {} opened with {} people", cluster.id(), newcomers.size());
    }

    private record NewPost(
            String personId, Post post, @Nullable String providerNumber) {}

    private void give(String clusterId, List<NewPerson> newcomers) {
        Collection<NewPost> given = newcomers.stream()
                .flatMap(person ->
                        person.posts().stream().map(post -> new NewPost(person.id(), post, person.providerNumber())))
                // of the same post given twice the first counts
                .collect(Collectors.toMap(
                        each -> List.of(each.personId(), each.post()),
                        each -> each,
                        (first, again) -> first,
                        LinkedHashMap::new))
                .values();
        people.forget(clusterId);
        jdbc.sql("""
                        insert into klyngeflow.role_holder (cluster_id, person_id, post, provider_number, from_day)
                        select :cluster, person, post, provider, :from
                        from unnest(:people::text[], :posts::text[], :providers::text[])
                          with ordinality as new (person, post, provider, place)
                        order by place""")
                .param("cluster", clusterId)
                .param("from", time.today())
                .param("people", given.stream().map(NewPost::personId).toArray(String[]::new))
                .param("posts", given.stream().map(each -> each.post().name()).toArray(String[]::new))
                .param("providers", given.stream().map(NewPost::providerNumber).toArray(String[]::new))
                .update();
        given.forEach(
                each -> events.publishEvent(new PostGiven(clusterId, each.personId(), each.post(), time.today())));
    }

    private void write(Cluster cluster, boolean inFounding) {
        jdbc.sql("""
                        insert into klyngeflow.cluster
                          (cluster_id, name, cvr, payment_mode, mail, region_name, iban, created_at, in_founding)
                        values (:id, :name, :cvr, :mode, :mail, :region, :iban, :now, :founding)
                        on conflict (cluster_id) do update
                          set name = excluded.name, cvr = excluded.cvr, payment_mode = excluded.payment_mode,
                              mail = excluded.mail, region_name = excluded.region_name, iban = excluded.iban,
                              in_founding = excluded.in_founding
                          where cluster.in_founding""")
                .param("id", cluster.id())
                .param("name", cluster.name())
                .param("cvr", cluster.cvr())
                .param("mode", cluster.paymentMode().name())
                .param("mail", cluster.mail())
                .param("region", cluster.regionName())
                .param("iban", cluster.iban())
                .param("now", Timestamp.from(time.now()))
                .param("founding", inFounding)
                .update();
        clusters.forget(cluster.id());
    }

    /** Adds a person with her posts to a cluster that is open; from today. */
    @Transactional
    public void add(String clusterId, NewPerson person) {
        people.add(person.id(), person.name(), person.mail());
        identities.createUsers(List.of(person.user()));
        person.posts().forEach(post -> posts.give(clusterId, person.id(), post, person.providerNumber(), time.today()));
    }

    /** Ends a post today; the role goes with it unless another post gives the same. */
    @Transactional
    public void end(String clusterId, String personId, Post post) {
        posts.end(clusterId, personId, post, time.today());
    }
}
