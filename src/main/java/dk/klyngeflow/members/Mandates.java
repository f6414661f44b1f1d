package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.OpenTasks;
import dk.klyngeflow.engine.TaskRouting;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import dk.klyngeflow.security.SecurityLog;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who does which duty in a cluster. Coordinators delegate, so this is data and never a constant in a model. */
@Repository
public class Mandates implements TaskRouting {

    private final JdbcClient jdbc;
    private final Clusters clusters;
    private final Duties duties;
    private final People people;
    private final CopenhagenTime time;
    private final OpenTasks openTasks;
    private final SecurityLog log;

    Mandates(
            JdbcClient jdbc,
            Clusters clusters,
            Duties duties,
            People people,
            CopenhagenTime time,
            OpenTasks openTasks,
            SecurityLog log) {
        this.jdbc = jdbc;
        this.clusters = clusters;
        this.duties = duties;
        this.people = people;
        this.time = time;
        this.openTasks = openTasks;
        this.log = log;
    }

    /** The ids of those who have the duty today, whether by role or because it was moved to them. */
    public Set<String> holders(String clusterId, String duty) {
        return movedTo(clusterId, duty).map(Set::of).orElseGet(() -> byDefault(clusterId, duties.get(duty)));
    }

    /** To whom the coordinator has moved the duty; empty when it is with its role. */
    public Optional<String> movedTo(String clusterId, String duty) {
        return jdbc.sql("""
                        select person_id from klyngeflow.mandate
                        where cluster_id = :cluster and duty = :duty and taken_back_at is null""")
                .param("cluster", clusterId)
                .param("duty", duty)
                .query(String.class)
                .optional();
    }

    /** Whom a duty can be moved to: the secretaries and the board. */
    public List<Person> mayReceive(String clusterId) {
        LinkedHashSet<Person> all = new LinkedHashSet<>(people.holding(clusterId, Role.SECRETARY));
        all.addAll(people.holding(clusterId, Role.BOARD));
        return List.copyOf(all);
    }

    /**
     * Moves a duty to the secretary or to one member of the board, and the open tasks with it. The caller has checked who may.
     *
     * @throws Refused when the duty stays where it is or the person cannot have it
     */
    @Transactional
    public void change(String clusterId, Duty duty, String personId, String by) {
        if (!duty.canBeMoved()) {
            throw Refused.badRequest("Denne opgave kan ikke overdrages.");
        }
        if (mayReceive(clusterId).stream().noneMatch(person -> person.id().equals(personId))) {
            throw Refused.badRequest("Opgaven kan kun overdrages til sekretæren eller et medlem af bestyrelsen.");
        }
        end(clusterId, duty, by);
        jdbc.sql("""
                        insert into klyngeflow.mandate (cluster_id, duty, person_id, given_by, given_at)
                        values (:cluster, :duty, :person, :by, :now)""")
                .param("cluster", clusterId)
                .param("duty", duty.id())
                .param("person", personId)
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
        openTasks.route(clusterId, duty.id()::equals);
        log.note(SecurityLog.Kind.MANDATE_MOVED, personId, clusterId, duty.danish());
    }

    /** Gives the duty back to the role that has it by default, and the open tasks with it. */
    @Transactional
    public void takeBack(String clusterId, Duty duty, String by) {
        Optional<String> from = movedTo(clusterId, duty.id());
        end(clusterId, duty, by);
        openTasks.route(clusterId, duty.id()::equals);
        from.ifPresent(person -> log.note(SecurityLog.Kind.MANDATE_TAKEN_BACK, person, clusterId, duty.danish()));
    }

    /** What lay elsewhere because nobody held the role comes to the first who do; and what is a post's first of all, to who has got it. */
    void tasksFollow(String clusterId, List<HeldPost> begun) {
        Set<Post> posts = begun.stream().map(HeldPost::post).collect(Collectors.toSet());
        Set<Role> filled = posts.stream()
                .map(Post::role)
                .filter(role -> people.holding(clusterId, role).stream()
                        .allMatch(holder -> begun.stream()
                                .anyMatch(held -> held.post().role() == role
                                        && held.personId().equals(holder.id()))))
                .collect(Collectors.toSet());
        Set<String> theirs = duties.all().stream()
                .filter(duty -> filled.contains(duty.role()) || posts.contains(duty.first()))
                .map(Duty::id)
                .collect(Collectors.toSet());
        if (!theirs.isEmpty()) {
            openTasks.route(
                    clusterId,
                    duty -> theirs.contains(duty) && movedTo(clusterId, duty).isEmpty());
        }
    }

    /** Somebody can no longer have what was moved to her; it goes back to its role. */
    void lapse(String clusterId, String personId, String by) {
        if (mayReceive(clusterId).stream().anyMatch(person -> person.id().equals(personId))) {
            return;
        }
        List<String> hers = jdbc.sql("""
                        update klyngeflow.mandate set taken_back_by = :by, taken_back_at = :now
                        where cluster_id = :cluster and person_id = :person and taken_back_at is null
                        returning duty""")
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .param("cluster", clusterId)
                .param("person", personId)
                .query(String.class)
                .list();
        if (hers.isEmpty()) {
            return;
        }
        openTasks.route(clusterId, hers::contains);
        hers.forEach(duty -> {
            log.note(
                    SecurityLog.Kind.MANDATE_TAKEN_BACK,
                    personId,
                    clusterId,
                    duties.get(duty).danish());
        });
    }

    /** Ids of the duties that are moved away from their roles, with whom each has been moved to. */
    Map<String, String> moved(String clusterId) {
        Map<String, String> moved = new HashMap<>();
        jdbc.sql("""
                        select duty, person_id from klyngeflow.mandate
                        where cluster_id = :cluster and taken_back_at is null""").param("cluster", clusterId).query(row -> {
            moved.put(row.getString("duty"), row.getString("person_id"));
        });
        return moved;
    }

    private void end(String clusterId, Duty duty, String by) {
        jdbc.sql("""
                        update klyngeflow.mandate set taken_back_by = :by, taken_back_at = :now
                        where cluster_id = :cluster and duty = :duty and taken_back_at is null""")
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .param("cluster", clusterId)
                .param("duty", duty.id())
                .update();
    }

    @Override
    public Optional<String> place(String clusterId) {
        return clusters.find(clusterId).map(Cluster::name);
    }

    @Override
    public Route route(String clusterId, String duty, Set<String> excluded) {
        Optional<String> moved = movedTo(clusterId, duty).filter(person -> !excluded.contains(person));
        if (moved.isPresent()) {
            return new Route(Set.of(), Set.of(moved.get()));
        }
        Duty known = duties.get(duty);
        if (known.isAdministrators()) {
            return new Route(Set.of(Role.ADMINISTRATORS), Set.of());
        }
        Post first = known.first();
        if (first != null) {
            Set<String> asked = without(ids(people.holding(clusterId, first)), excluded);
            if (!asked.isEmpty()) {
                return new Route(Set.of(), asked);
            }
        }
        return toRole(clusterId, known.role(), excluded)
                .or(() -> escalation(known.role()).stream()
                        .flatMap(role -> toRole(clusterId, role, excluded).stream())
                        .findFirst())
                // nobody in the cluster may have it: it must not hang unseen
                .orElseGet(() -> new Route(Set.of(Role.ADMINISTRATORS), Set.of()));
    }

    private Optional<Route> toRole(String clusterId, Role role, Set<String> excluded) {
        Set<String> holders = ids(people.holding(clusterId, role));
        Set<String> eligible = without(holders, excluded);
        if (eligible.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                eligible.size() == holders.size()
                        ? new Route(Set.of(role.group(clusterId)), Set.of())
                        : new Route(Set.of(), eligible));
    }

    /** An approval goes upwards when those who should give it may not; only when nobody is above does it go down again. */
    private static List<Role> escalation(Role from) {
        return switch (from) {
            case COORDINATOR -> List.of(Role.BOARD, Role.AUDITOR);
            case BOARD -> List.of(Role.AUDITOR, Role.COORDINATOR);
            default -> List.of(Role.COORDINATOR, Role.BOARD, Role.AUDITOR);
        };
    }

    private Set<String> byDefault(String clusterId, Duty duty) {
        if (duty.isAdministrators()) {
            return Set.of();
        }
        Post first = duty.first();
        if (first != null) {
            Set<String> asked = ids(people.holding(clusterId, first));
            if (!asked.isEmpty()) {
                return asked;
            }
        }
        return ids(people.holding(clusterId, duty.role()));
    }

    private static Set<String> ids(List<Person> holders) {
        return holders.stream().map(Person::id).collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> ids, Set<String> excluded) {
        return ids.stream().filter(id -> !excluded.contains(id)).collect(Collectors.toSet());
    }
}
