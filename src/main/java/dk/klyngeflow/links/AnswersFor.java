package dk.klyngeflow.links;

import dk.klyngeflow.engine.CopenhagenTime;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people of the cluster's staff have answered for those who phoned. The same question is asked and checked as by the link, and what
 * the link's holder answers herself afterwards counts instead.
 */
@Component
public class AnswersFor {

    private final JdbcClient jdbc;
    private final Links links;
    private final LinkPages pages;
    private final CopenhagenTime time;
    private final ApplicationEventPublisher events;

    AnswersFor(JdbcClient jdbc, Links links, LinkPages pages, CopenhagenTime time, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.links = links;
        this.pages = pages;
        this.time = time;
        this.events = events;
    }

    /**
     * Who is asked about something, by person, with the id of her link; empty when nobody can answer any longer, or when nobody may answer
     * this for another.
     */
    public Map<String, String> asked(String clusterId, String purpose, String subject) {
        Map<String, String> asked = new LinkedHashMap<>();
        List<Link> alive = links.alive(clusterId, purpose, subject);
        boolean isOpen = alive.stream()
                .findFirst()
                .flatMap(this::show)
                .filter(shown -> shown.button() != null)
                .isPresent();
        if (isOpen) {
            alive.forEach(link -> asked.put(link.holder(), link.id().toString()));
        }
        return asked;
    }

    /** For whom somebody has answered, and who did; who has answered herself since is left out. */
    public Map<String, String> by(String clusterId, String purpose, String subject) {
        Map<String, String> by = new LinkedHashMap<>();
        jdbc.sql("""
                        select l.holder, a.by_person from klyngeflow.answered_for a join klyngeflow.link l on l.link_id = a.link_id
                        where l.cluster_id = :cluster and l.purpose = :purpose and l.subject = :subject and a.own_at is null
                        order by a.answered_at""")
                .param("cluster", clusterId)
                .param("purpose", purpose)
                .param("subject", subject)
                .query(row -> {
                    by.put(row.getString("holder"), row.getString("by_person"));
                });
        return by;
    }

    /** What stands as her answer at the moment, as in {@code Kommer du? Ja, jeg kommer}; what may be left out is not told. */
    public List<String> said(String clusterId, String linkId) {
        return links.alive(clusterId, linkId).flatMap(this::show).stream()
                .flatMap(shown -> shown.blocks().stream())
                .filter(Block.Choice.class::isInstance)
                .map(Block.Choice.class::cast)
                .filter(choice -> choice.required() && !choice.chosen().isEmpty())
                .map(choice -> choice.label()
                        + (choice.label().endsWith("?") ? " " : ": ")
                        + choice.options().stream()
                                .filter(option -> choice.chosen().contains(option.value()))
                                .map(Block.Choice.Option::label)
                                .collect(Collectors.joining(", ")))
                .toList();
    }

    /** Nothing where nobody may answer for another. */
    Optional<Shown> show(Link link) {
        return pages.mayBeAnsweredFor(link) ? pages.show(link) : Optional.empty();
    }

    Done answer(Link link, String byPerson, Map<String, List<String>> sent) {
        return pages.answer(link, byPerson, sent, () -> note(link, byPerson));
    }

    private void note(Link link, String byPerson) {
        jdbc.sql("""
                        insert into klyngeflow.answered_for (cluster_id, link_id, by_person, answered_at)
                        values (:cluster, :link, :by, :now)
                        on conflict (link_id)
                        do update set by_person = excluded.by_person, answered_at = excluded.answered_at, own_at = null""")
                .param("cluster", link.clusterId())
                .param("link", link.id())
                .param("by", byPerson)
                .param("now", now())
                .update();
        events.publishEvent(new AnsweredFor(
                link.clusterId(),
                link.purpose(),
                link.subject(),
                link.holder(),
                link.id().toString(),
                byPerson));
    }

    /** Who has answered for her, while she has not answered herself since. */
    Optional<String> whoAnswered(Link link) {
        return jdbc.sql(
                        "select by_person from klyngeflow.answered_for where cluster_id = :cluster and link_id = :link and own_at is null")
                .param("cluster", link.clusterId())
                .param("link", link.id())
                .query(String.class)
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }
}
