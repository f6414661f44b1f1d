package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.TransactionMemory;
import dk.klyngeflow.security.OwnPeople;
import dk.klyngeflow.security.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People and the posts they hold. The one place of names and addresses. */
@Repository
public class People implements OwnPeople {

    public static final String UNKNOWN = "Ukendt";

    /** In a query that calls the table of people {@code p}: the name to show. */
    public static final String NAME = "coalesce(p.name, '" + UNKNOWN + "') as name";

    /** Likewise her mail address; empty when she has been erased. */
    public static final String MAIL = "coalesce(p.mail, '') as mail";

    private static final String COLUMNS = "p.person_id, " + NAME + ", " + MAIL;
    private static final Rows<Person> ROW = Rows.of(Person.class, "person");

    private record Held(Post post, Person person) {}

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final TransactionMemory<String, List<Held>> memory = new TransactionMemory<>();

    People(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Override
    public boolean knows(String personId) {
        return find(personId).isPresent();
    }

    public Optional<Person> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from klyngeflow.person p where p.person_id = :id")
                .param("id", id)
                .query(ROW)
                .optional();
    }

    /** The name to show; "Ukendt" when she has been erased or never was here. */
    public String nameOf(String id) {
        return find(id).map(Person::name).orElse(UNKNOWN);
    }

    /** The names to show of several, by id, as {@link #nameOf} of each. */
    public Map<String, String> namesOf(Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        ids.forEach(id -> names.put(id, UNKNOWN));
        if (!names.isEmpty()) {
            jdbc.sql("select " + COLUMNS + " from klyngeflow.person p where p.person_id in (:ids)")
                    .param("ids", names.keySet())
                    .query(ROW)
                    .list()
                    .forEach(person -> names.put(person.id(), person.name()));
        }
        return names;
    }

    /** Somebody in one of the clusters where she holds a post. */
    public record Found(String personId, String clusterId) {}

    /** Who has this address and holds a post somewhere today; several who share a mailbox are all found. */
    public List<Found> withMail(String mail) {
        return jdbc.sql("""
                        select p.person_id, min(r.cluster_id) as cluster_id
                        from klyngeflow.person p join klyngeflow.role_holder r on r.person_id = p.person_id
                        join klyngeflow.cluster c on c.cluster_id = r.cluster_id and not c.in_founding
                        where lower(p.mail) = lower(:mail) and p.erased_at is null
                          and r.from_day <= :today and (r.until_day is null or r.until_day > :today)
                        group by p.person_id order by p.person_id""")
                .param("mail", mail)
                .param("today", time.today())
                .query((row, number) -> new Found(row.getString("person_id"), row.getString("cluster_id")))
                .list();
    }

    /** One of the clusters where she holds a post today, always the same one; empty when she holds none. */
    public Optional<String> clusterOf(String personId) {
        return jdbc.sql("""
                        select min(cluster_id) from klyngeflow.role_holder join klyngeflow.cluster using (cluster_id)
                        where not in_founding and person_id = :person and from_day <= :today and (until_day is null or until_day > :today)""")
                .param("person", personId)
                .param("today", time.today())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /** Everybody who holds a post in the cluster today, as member or otherwise, by name. */
    public List<Person> of(String clusterId) {
        return holding(clusterId, List.of(Post.values()));
    }

    /** Who holds the role today, by name. */
    public List<Person> holding(String clusterId, Role role) {
        return holding(
                clusterId,
                Arrays.stream(Post.values()).filter(post -> post.role() == role).toList());
    }

    /** Who holds the post today. */
    public List<Person> holding(String clusterId, Post post) {
        return holding(clusterId, List.of(post));
    }

    private List<Person> holding(String clusterId, List<Post> posts) {
        return memory.get(clusterId, () -> held(clusterId)).stream()
                .filter(held -> posts.contains(held.post()))
                .map(Held::person)
                .distinct()
                .toList();
    }

    /** All posts of a cluster, by name: few rows, and who asks for one mostly asks for more. */
    private List<Held> held(String clusterId) {
        return jdbc.sql("select " + COLUMNS + """
                        , r.post from klyngeflow.person p
                        join klyngeflow.role_holder r on r.person_id = p.person_id
                        where r.cluster_id = :cluster
                          and r.from_day <= :today and (r.until_day is null or r.until_day > :today)
                        order by p.name, p.person_id""")
                .param("cluster", clusterId)
                .param("today", time.today())
                .query((row, number) ->
                        new Held(Post.valueOf(row.getString("post")), Objects.requireNonNull(ROW.mapRow(row, number))))
                .list();
    }

    /** A post was given or taken in this transaction. */
    void forget(String clusterId) {
        memory.forget(clusterId);
    }

    /** The id of somebody who is called so and written to there; case makes no difference. */
    Optional<String> called(String name, String mail) {
        return jdbc.sql("""
                        select person_id from klyngeflow.person
                        where lower(name) = lower(:name) and lower(mail) = lower(:mail) and erased_at is null
                        order by person_id limit 1""")
                .param("name", name)
                .param("mail", mail)
                .query(String.class)
                .optional();
    }

    void add(String id, String name, String mail) {
        jdbc.sql("""
                        insert into klyngeflow.person (person_id, name, mail) values (:id, :name, :mail)
                        on conflict (person_id) do nothing""").param("id", id).param("name", name).param("mail", mail).update();
    }

    /** As {@link #add}, each of them. */
    void addAll(List<ClusterRegister.NewPerson> newcomers) {
        jdbc.sql("""
                        insert into klyngeflow.person (person_id, name, mail)
                        select * from unnest(:ids::text[], :names::text[], :mails::text[])
                        on conflict (person_id) do nothing""")
                .param(
                        "ids",
                        newcomers.stream().map(ClusterRegister.NewPerson::id).toArray(String[]::new))
                .param(
                        "names",
                        newcomers.stream().map(ClusterRegister.NewPerson::name).toArray(String[]::new))
                .param(
                        "mails",
                        newcomers.stream().map(ClusterRegister.NewPerson::mail).toArray(String[]::new))
                .update();
    }

    void correct(String id, String name, String mail) {
        jdbc.sql("update klyngeflow.person set name = :name, mail = :mail where person_id = :id and erased_at is null")
                .param("name", name)
                .param("mail", mail)
                .param("id", id)
                .update();
    }

    /** True when she holds a post in another cluster, or will. */
    boolean isElsewhere(String clusterId, String personId) {
        return jdbc.sql("""
                        select count(*) from klyngeflow.role_holder r
                        where r.cluster_id <> :cluster and r.person_id = :person
                          and (r.until_day is null or r.until_day > :today)""")
                        .param("cluster", clusterId)
                        .param("person", personId)
                        .param("today", time.today())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** True when she holds any post in the cluster today. */
    public boolean isOf(String clusterId, String personId) {
        return jdbc.sql("""
                        select count(*) from klyngeflow.role_holder r
                        where r.cluster_id = :cluster and r.person_id = :person
                          and r.from_day <= :today and (r.until_day is null or r.until_day > :today)""")
                        .param("cluster", clusterId)
                        .param("person", personId)
                        .param("today", time.today())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
