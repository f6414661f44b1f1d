package dk.klyngeflow.assemblies;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of evenings: items, roll, amendments and votes. The database lets nothing be written when an evening has ended. */
@Repository
class Evenings {

    private static final Rows<Evening> ROW = Rows.of(Evening.class, "evening");
    private static final Rows<EveningItem> ITEM = Rows.of(EveningItem.class, "evening_item");
    private static final Rows<Voter> VOTER = Rows.of(Voter.class, "evening_voter");
    private static final Rows<Amendment> AMENDMENT = Rows.of(Amendment.class, "evening_amendment");
    private static final Rows<Vote> VOTE = Rows.of(Vote.class, "evening_vote");
    private static final String ONE = " where cluster_id = :cluster and evening_id = :evening ";

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    Evenings(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Again changes its title only. */
    void announce(String clusterId, String eveningId, String title, int statutesVersion, boolean isSecond) {
        jdbc.sql("""
                        insert into klyngeflow.evening (cluster_id, evening_id, title, statutes_version, is_second)
                        values (:cluster, :evening, :title, :statutes, :second)
                        on conflict (cluster_id, evening_id) do update set title = excluded.title""")
                .param("cluster", clusterId)
                .param("evening", eveningId)
                .param("title", title)
                .param("statutes", statutesVersion)
                .param("second", isSecond)
                .update();
    }

    Optional<Evening> find(String clusterId, String eveningId) {
        return one("select * from klyngeflow.evening" + ONE, clusterId, eveningId)
                .query(ROW)
                .optional();
    }

    /** Those of all clusters that have not ended. */
    List<Evening> ahead() {
        return jdbc.sql("select * from klyngeflow.evening where ended_at is null order by cluster_id, evening_id")
                .query(ROW)
                .list();
    }

    /** Nobody else writes to it until the transaction ends. */
    Optional<Evening> lock(String clusterId, String eveningId) {
        return one("select * from klyngeflow.evening" + ONE + "for no key update", clusterId, eveningId)
                .query(ROW)
                .optional();
    }

    /** Those on the roll; who was on it and is no longer, goes with her proxies. */
    void roll(Evening evening, Collection<String> people) {
        String[] ids = people.toArray(String[]::new);
        one(
                        "delete from klyngeflow.evening_proxy" + ONE
                                + "and not (principal = any(:people) and holder = any(:people))",
                        evening)
                .param("people", ids)
                .update();
        one("delete from klyngeflow.evening_voter" + ONE + "and person_id <> all(:people)", evening)
                .param("people", ids)
                .update();
        one(
                        "insert into klyngeflow.evening_voter (cluster_id, evening_id, person_id)"
                                + " select :cluster, :evening, person from unnest(:people) as person on conflict do nothing",
                        evening)
                .param("people", ids)
                .update();
    }

    void open(Evening evening, List<AgendaItem> items) {
        for (int at = 0; at < items.size(); at++) {
            AgendaItem item = items.get(at);
            jdbc.sql("""
                            insert into klyngeflow.evening_item (cluster_id, evening_id, number, key, kind, title, text,
                              before_text, after_text, candidates, seats)
                            values (:cluster, :evening, :number, :key, :kind, :title, :text, :before, :after, :candidates, :seats)""")
                    .param("cluster", evening.clusterId())
                    .param("evening", evening.eveningId())
                    .param("number", at + 1)
                    .param("key", item.key())
                    .param("kind", item.kind().name())
                    .param("title", item.title())
                    .param("text", item.text())
                    .param("before", item.before())
                    .param("after", item.after())
                    .param("candidates", String.join(" ", item.candidates()))
                    .param("seats", item.seats())
                    .update();
        }
        one("update klyngeflow.evening set opened_at = :now" + ONE, evening)
                .param("now", now())
                .update();
    }

    void officers(Evening evening, String chairedBy, String keptBy) {
        one("update klyngeflow.evening set chaired_by = :chair, kept_by = :keeper" + ONE, evening)
                .param("chair", chairedBy)
                .param("keeper", keptBy)
                .update();
    }

    void end(Evening evening, String by) {
        one("update klyngeflow.evening set ended_at = :now, ended_by = :by" + ONE, evening)
                .param("now", now())
                .param("by", by)
                .update();
    }

    List<EveningItem> items(Evening evening) {
        return one("select * from klyngeflow.evening_item" + ONE + "order by number", evening)
                .query(ITEM)
                .list();
    }

    List<Voter> voters(Evening evening) {
        return one("select * from klyngeflow.evening_voter" + ONE + "order by person_id", evening)
                .query(VOTER)
                .list();
    }

    void checkIn(Evening evening, String personId, String by) {
        one(
                        "update klyngeflow.evening_voter set checked_in_at = coalesce(checked_in_at, :now), left_at = null,"
                                + " checked_in_by = :by" + ONE + "and person_id = :person",
                        evening)
                .param("now", now())
                .param("by", by)
                .param("person", personId)
                .update();
    }

    void left(Evening evening, String personId) {
        one(
                        "update klyngeflow.evening_voter set left_at = :now" + ONE
                                + "and person_id = :person and checked_in_at is not null",
                        evening)
                .param("now", now())
                .param("person", personId)
                .update();
    }

    /** It was a mistake: she was never there. */
    void notThere(Evening evening, String personId) {
        one(
                        "update klyngeflow.evening_voter set checked_in_at = null, left_at = null, checked_in_by = null"
                                + ONE + "and person_id = :person",
                        evening)
                .param("person", personId)
                .update();
    }

    List<Amendment> amendments(Evening evening) {
        return one("select * from klyngeflow.evening_amendment" + ONE + "order by item, number", evening)
                .query(AMENDMENT)
                .list();
    }

    void amend(Evening evening, int item, String text) {
        one(
                        "insert into klyngeflow.evening_amendment (cluster_id, evening_id, item, number, text, moved_at)"
                                + " select :cluster, :evening, :item, coalesce(max(number), 0) + 1, :text, :now"
                                + " from klyngeflow.evening_amendment" + ONE + "and item = :item",
                        evening)
                .param("item", item)
                .param("text", text)
                .param("now", now())
                .update();
    }

    /** Those that stand, in the order in which they were put. */
    List<Vote> votes(Evening evening) {
        return one("select * from klyngeflow.evening_vote" + ONE + "and replaced_at is null order by vote_no", evening)
                .query(VOTE)
                .list();
    }

    /** How many were ever recorded: what a page has seen. */
    int recorded(Evening evening) {
        return one("select count(*) from klyngeflow.evening_vote" + ONE, evening)
                .query(Integer.class)
                .single();
    }

    /** In the place of what stood there. */
    void record(Evening evening, Vote vote) {
        one(
                        "update klyngeflow.evening_vote set replaced_at = :now" + ONE
                                + "and item = :item and amendment = :amendment and replaced_at is null",
                        evening)
                .param("now", now())
                .param("item", vote.of().item())
                .param("amendment", vote.of().amendment())
                .update();
        Map<String, @Nullable Object> values = VOTE.values(vote);
        values.put("cluster_id", evening.clusterId());
        values.put("evening_id", evening.eveningId());
        jdbc.sql("insert into klyngeflow.evening_vote (" + String.join(", ", values.keySet()) + ") values (:"
                        + String.join(", :", values.keySet()) + ")")
                .params(values)
                .update();
    }

    /** With all that belongs to them. */
    int forget(Instant before) {
        return jdbc.sql("delete from klyngeflow.evening where coalesce(ended_at, announced_at) < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private JdbcClient.StatementSpec one(String sql, Evening evening) {
        return one(sql, evening.clusterId(), evening.eveningId());
    }

    private JdbcClient.StatementSpec one(String sql, String clusterId, String eveningId) {
        return jdbc.sql(sql).param("cluster", clusterId).param("evening", eveningId);
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }
}
