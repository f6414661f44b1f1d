package dk.klyngeflow.polls;

import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The polls and their dates. */
@Repository
class Polls {

    private static final String OPEN =
            "cluster_id = :cluster and poll_id = :poll and :now < closes_at and closed_at is null";

    static final Rows<Poll.Option> OPTION = Rows.of(Poll.Option.class, "date_poll_option");
    private static final Rows<Poll> ROW = Rows.of(Poll.class, "date_poll");
    private static final Rows<Key> KEY = Rows.of(Key.class, "date_poll");
    private static final Rows<Kept> KEPT = Rows.of(Kept.class, "date_poll");

    private final JdbcClient jdbc;

    Polls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Key(String clusterId, String pollId) {}

    /**
     * An answer that has been kept.
     *
     * @param silent how many have not answered yet
     */
    record Kept(String caseKey, Instant closesAt, int silent) {}

    String add(NewPoll poll, boolean everybody, Instant now) {
        String id = jdbc.sql("""
                        insert into klyngeflow.date_poll
                            (cluster_id, poll_id, case_key, title, text, minutes, minimum, asks_everybody, opened_at, closes_at)
                        values (:cluster, nextval('klyngeflow.date_poll_number')::text, :case, :title, :text, :minutes,
                                :minimum, :everybody, :now, :closes)
                        returning poll_id""")
                .param("cluster", poll.clusterId())
                .param("case", poll.caseKey())
                .param("title", poll.matter().title())
                .param("text", poll.matter().text())
                .param("minutes", poll.matter().minutes())
                .param("minimum", poll.matter().minimum())
                .param("everybody", everybody)
                .param("now", Timestamp.from(now))
                .param("closes", Timestamp.from(poll.closesAt()))
                .query(String.class)
                .single();
        jdbc.sql("""
                        insert into klyngeflow.date_poll_option (cluster_id, poll_id, option_no, starts_at)
                        select :cluster, :poll, number, start from unnest(:starts) with ordinality as x (start, number)""")
                .param("cluster", poll.clusterId())
                .param("poll", id)
                .param("starts", poll.starts().stream().map(Timestamp::from).toArray(Timestamp[]::new))
                .update();
        return id;
    }

    Optional<Poll> find(String clusterId, String pollId) {
        List<Poll.Option> options = jdbc.sql("""
                        select option_no, starts_at from klyngeflow.date_poll_option
                        where cluster_id = :cluster and poll_id = :poll order by option_no""")
                .param("cluster", clusterId)
                .param("poll", pollId)
                .query(OPTION)
                .list();
        return jdbc.sql("select * from klyngeflow.date_poll where cluster_id = :cluster and poll_id = :poll")
                .param("cluster", clusterId)
                .param("poll", pollId)
                .query(ROW)
                .optional()
                .map(poll -> poll.with(options));
    }

    /** The poll of a case that was opened last. */
    Optional<String> newest(String clusterId, String caseKey) {
        return jdbc.sql("""
                        select poll_id from klyngeflow.date_poll where cluster_id = :cluster and case_key = :case
                        order by opened_at desc, poll_id::bigint desc limit 1""")
                .param("cluster", clusterId)
                .param("case", caseKey)
                .query(String.class)
                .optional();
    }

    /** A later end. @return false when the poll takes no answers any longer */
    boolean prolong(String clusterId, String pollId, Instant closes, Instant now) {
        return jdbc.sql("update klyngeflow.date_poll set closes_at = :closes where " + OPEN
                                + " and closes_at < :closes")
                        .param("cluster", clusterId)
                        .param("poll", pollId)
                        .param("closes", Timestamp.from(closes))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /**
     * Keeps an answer in one statement, which is also the guard of the deadline: it locks the poll's row while it takes answers, so that
     * closing waits for it or it for closing, and of two last ones exactly one counts down to nobody.
     */
    Optional<Kept> answer(
            String clusterId, String pollId, String personId, Map<Integer, DateAnswer> answers, Instant now) {
        Map<Integer, DateAnswer> ordered = new TreeMap<>(answers);
        return jdbc.sql("""
                        with poll as (
                            select poll_id from klyngeflow.date_poll where %s for update
                        ), fits as (
                            select poll.poll_id from poll
                            where :numbers::integer[] = (select array_agg(o.option_no order by o.option_no)
                                from klyngeflow.date_poll_option o
                                where o.cluster_id = :cluster and o.poll_id = poll.poll_id)
                        ), before as (
                            select p.poll_id, p.answered_at from klyngeflow.date_poll_person p join fits using (poll_id)
                            where p.cluster_id = :cluster and p.person_id = :person and p.left_at is null
                            for update of p
                        ), voter as (
                            update klyngeflow.date_poll_person p set answered_at = :now from before
                            where p.cluster_id = :cluster and p.poll_id = before.poll_id and p.person_id = :person
                        ), given as (
                            insert into klyngeflow.date_poll_answer (cluster_id, poll_id, person_id, option_no, answer)
                            select :cluster, before.poll_id, :person, said.option_no, said.answer
                            from before, unnest(:numbers::integer[], :answers::text[]) as said (option_no, answer)
                            on conflict (cluster_id, poll_id, person_id, option_no) do update set answer = excluded.answer
                        )
                        update klyngeflow.date_poll d
                        set silent = d.silent - case when before.answered_at is null then 1 else 0 end
                        from before where d.cluster_id = :cluster and d.poll_id = before.poll_id
                        returning d.case_key, d.closes_at, d.silent""".formatted(OPEN))
                .param("cluster", clusterId)
                .param("poll", pollId)
                .param("now", Timestamp.from(now))
                .param("person", personId)
                .param("numbers", ordered.keySet().stream().map(String::valueOf).toArray(String[]::new))
                .param("answers", ordered.values().stream().map(Enum::name).toArray(String[]::new))
                .query(KEPT)
                .optional();
    }

    /** @return the number of the reminder; empty when the poll takes no answers any longer */
    Optional<Integer> nextReminder(String clusterId, String pollId, Instant now) {
        return jdbc.sql("update klyngeflow.date_poll set reminders = reminders + 1 where " + OPEN
                        + " returning reminders")
                .param("cluster", clusterId)
                .param("poll", pollId)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .optional();
    }

    void close(String clusterId, String pollId, Instant now) {
        jdbc.sql("""
                        update klyngeflow.date_poll set closed_at = :now
                        where cluster_id = :cluster and poll_id = :poll and closed_at is null""")
                .param("cluster", clusterId)
                .param("poll", pollId)
                .param("now", Timestamp.from(now))
                .update();
    }

    void closeAll(String clusterId, String caseKey, Instant now) {
        jdbc.sql("""
                        update klyngeflow.date_poll set closed_at = :now
                        where cluster_id = :cluster and case_key = :case and closed_at is null""")
                .param("cluster", clusterId)
                .param("case", caseKey)
                .param("now", Timestamp.from(now))
                .update();
    }

    void choose(String clusterId, String pollId, int option, Instant now) {
        jdbc.sql("""
                        update klyngeflow.date_poll set chosen_option = :option, closed_at = coalesce(closed_at, :now)
                        where cluster_id = :cluster and poll_id = :poll""")
                .param("cluster", clusterId)
                .param("poll", pollId)
                .param("option", option)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Holds the poll until the end of the transaction. @return false when it takes no answers any longer */
    boolean lockOpen(String clusterId, String pollId, Instant now) {
        return jdbc.sql("select poll_id from klyngeflow.date_poll where " + OPEN + " for update")
                .param("cluster", clusterId)
                .param("poll", pollId)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .optional()
                .isPresent();
    }

    void lock(String clusterId, String pollId) {
        jdbc.sql("select poll_id from klyngeflow.date_poll where cluster_id = :cluster and poll_id = :poll for update")
                .param("cluster", clusterId)
                .param("poll", pollId)
                .query(String.class)
                .optional();
    }

    /** Counts the silent anew; the caller holds the poll. */
    void recount(String clusterId, String pollId) {
        jdbc.sql("""
                        update klyngeflow.date_poll set silent = (
                            select count(*) from klyngeflow.date_poll_person p
                            where p.cluster_id = :cluster and p.poll_id = :poll and p.left_at is null and p.answered_at is null)
                        where cluster_id = :cluster and poll_id = :poll""").param("cluster", clusterId).param("poll", pollId).update();
    }

    List<String> openForEverybody(String clusterId, Instant now) {
        return jdbc.sql("""
                        select poll_id from klyngeflow.date_poll
                        where cluster_id = :cluster and asks_everybody and :now < closes_at and closed_at is null
                        order by poll_id""")
                .param("cluster", clusterId)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list();
    }

    Optional<String> openOf(String clusterId, String caseKey, Instant now) {
        return jdbc.sql("""
                        select poll_id from klyngeflow.date_poll
                        where cluster_id = :cluster and case_key = :case and :now < closes_at and closed_at is null
                        order by opened_at desc limit 1""")
                .param("cluster", clusterId)
                .param("case", caseKey)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .optional();
    }

    /** Polls that she is asked in and of which no date has been chosen yet. */
    List<String> undecidedOf(String clusterId, String personId) {
        return jdbc.sql("""
                        select d.poll_id from klyngeflow.date_poll d
                        join klyngeflow.date_poll_person p on p.cluster_id = d.cluster_id and p.poll_id = d.poll_id
                        where d.cluster_id = :cluster and p.person_id = :person and p.left_at is null
                          and d.chosen_option is null
                        order by d.poll_id""")
                .param("cluster", clusterId)
                .param("person", personId)
                .query(String.class)
                .list();
    }

    /** Across all clusters, for the nightly cleaning. */
    List<Key> lastDateBefore(Instant before) {
        return jdbc.sql("""
                        select d.cluster_id, d.poll_id from klyngeflow.date_poll d
                        where exists (select from klyngeflow.date_poll_person p
                                      where p.cluster_id = d.cluster_id and p.poll_id = d.poll_id)
                          and not exists (select from klyngeflow.date_poll_option o
                                          where o.cluster_id = d.cluster_id and o.poll_id = d.poll_id and o.starts_at >= :before)
                        """).param("before", Timestamp.from(before)).query(KEY).list();
    }
}
