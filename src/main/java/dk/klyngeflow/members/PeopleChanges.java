package dk.klyngeflow.members;

import dk.klyngeflow.engine.AgainOnConflict;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.PeopleListPlan.Step;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Changes a cluster's people, one editor at a time. What a change does is found out by making it and taking it back, so that what is said
 * before it and what happens afterwards are the same code.
 */
@Repository
class PeopleChanges {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleChanges.class);

    private final JdbcClient jdbc;
    private final ChangesOfPeople changes;
    private final Effects effects;
    private final AgainOnConflict again;
    private final CopenhagenTime time;
    private final ApplicationEventPublisher events;

    PeopleChanges(
            JdbcClient jdbc,
            ChangesOfPeople changes,
            Effects effects,
            AgainOnConflict again,
            CopenhagenTime time,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.effects = effects;
        this.again = again;
        this.time = time;
        this.events = events;
    }

    /**
     * @param what each change as a Danish sentence
     * @param effects Danish sentences, as it would be today
     * @param isLater true when something of it happens on a day to come
     */
    record Said(List<String> what, List<String> effects, boolean isLater) {}

    /** Somebody else has changed the people of the cluster since this editor looked. */
    static final class Outdated extends RuntimeException {}

    /** One confirmed change. */
    record Done(String kind, String personId, String providerNumber, LocalDate day, String by, Timestamp at) {}

    /** The state that an editor sees. */
    int version(String clusterId) {
        return jdbc.sql("select coalesce(max(number), 0) from klyngeflow.people_change where cluster_id = :cluster")
                .param("cluster", clusterId)
                .query(Integer.class)
                .single();
    }

    List<Done> latest(String clusterId) {
        return jdbc.sql("""
                        select kind, person_id, provider_number, day, changed_by, changed_at
                        from klyngeflow.people_change where cluster_id = :cluster order by number desc limit 15""")
                .param("cluster", clusterId)
                .query((row, number) -> new Done(
                        row.getString("kind"),
                        row.getString("person_id") == null ? "" : row.getString("person_id"),
                        row.getString("provider_number") == null ? "" : row.getString("provider_number"),
                        row.getObject("day", LocalDate.class),
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at")))
                .list();
    }

    /**
     * What would happen; nothing does.
     *
     * @throws FormRefused when it cannot be done, with what to do instead
     */
    Said said(String clusterId, List<Change> wanted, String by) {
        LocalDate today = time.today();
        boolean isLater = wanted.stream().anyMatch(change -> change.from().isAfter(today));
        List<String> what = again.takenBack(() -> carryOut(clusterId, wanted, by));
        List<Change> now = isLater
                ? wanted.stream()
                        .map(change -> change.from().isAfter(today) ? change.on(today) : change)
                        .toList()
                : wanted;
        try {
            return new Said(
                    what, again.takenBack(() -> effects.of(clusterId, () -> carryOut(clusterId, now, by))), isLater);
        } catch (FormRefused notToday) {
            // it is about something that is only to come
            return new Said(what, List.of("Virkningen kan først gøres op, når dagen kommer."), true);
        }
    }

    /** What would be refused of a list, each with its line; nothing is done. */
    List<String> objections(String clusterId, List<Step> steps, String by) {
        return again.takenBack(() -> {
            lock(clusterId);
            List<String> objections = new ArrayList<>();
            for (Step step : steps) {
                try {
                    changes.carryOut(clusterId, step.change(), by);
                } catch (FormRefused refused) {
                    String where = step.line() == 0 ? "" : "Linje " + step.line() + ": ";
                    refused.messages().forEach(message -> objections.add(where + message));
                }
            }
            return objections;
        });
    }

    /**
     * Makes the changes, all or none.
     *
     * @param version of the state on which the editor has decided
     * @param key of the page on which she confirmed; the same again changes nothing
     * @return what was done, as Danish sentences
     * @throws Outdated when the state is another by now
     */
    List<String> make(String clusterId, List<Change> wanted, int version, String key, String by) {
        return again.call(() -> {
            lock(clusterId);
            if (isMade(clusterId, key)) {
                return List.of("Det er gjort.");
            }
            if (version(clusterId) != version) {
                throw new Outdated();
            }
            List<String> done = carryOut(clusterId, wanted, by);
            write(clusterId, wanted, version, key, by);
            events.publishEvent(new PeopleChanged(clusterId));
            LOG.info("{} changes of the people of {} by {}", wanted.size(), clusterId, by);
            return done;
        });
    }

    private void lock(String clusterId) {
        jdbc.sql("select cluster_id from klyngeflow.cluster where cluster_id = :cluster for no key update")
                .param("cluster", clusterId)
                .query(String.class)
                .single();
    }

    private boolean isMade(String clusterId, String key) {
        return jdbc.sql("""
                        select count(*) from klyngeflow.people_change
                        where cluster_id = :cluster and request_key = :key || '/1'""")
                        .param("cluster", clusterId)
                        .param("key", key)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private List<String> carryOut(String clusterId, List<Change> wanted, String by) {
        lock(clusterId);
        try {
            List<String> done = wanted.stream()
                    .map(change -> changes.carryOut(clusterId, change, by))
                    .toList();
            // so that the database objects here, where it can be said in Danish, and not when the transaction ends
            jdbc.sql("set constraints klyngeflow.role_holder_coordinator_always immediate")
                    .update();
            jdbc.sql("set constraints klyngeflow.role_holder_coordinator_always deferred")
                    .update();
            return done;
        } catch (DataIntegrityViolationException refused) {
            throw new FormRefused(
                    "Det passer ikke med de datoer, der står i forvejen: klyngen skal hver dag have præcis én"
                            + " koordinator, og ingen kan have samme post to gange. Vælg en anden dag.");
        }
    }

    private void write(String clusterId, List<Change> wanted, int version, String key, String by) {
        int number = version;
        for (Change change : wanted) {
            number++;
            jdbc.sql("""
                            insert into klyngeflow.people_change (cluster_id, number, request_key, kind, person_id,
                              provider_number, post, day, changed_by, changed_at)
                            values (:cluster, :number, :key, :kind, :person, :provider, :post, :day, :by, :now)""")
                    .param("cluster", clusterId)
                    .param("number", number)
                    .param("key", key + "/" + (number - version))
                    .param("kind", change.kind().name())
                    .param("person", change.personId().isEmpty() ? null : change.personId())
                    .param(
                            "provider",
                            change.place().providerNumber().isEmpty()
                                    ? null
                                    : change.place().providerNumber())
                    .param("post", change.post() == null ? null : change.post().name())
                    .param("day", change.from())
                    .param("by", by)
                    .param("now", Timestamp.from(time.now()))
                    .update();
        }
    }
}
