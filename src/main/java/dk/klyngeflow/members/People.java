package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.TransactionMemory;
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
public class People {

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
