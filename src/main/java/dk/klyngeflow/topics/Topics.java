package dk.klyngeflow.topics;

import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The topics of each cluster, and who has voted for which. */
@Repository
class Topics {

    private static final String SELECT = """
            select t.topic_id, t.title, t.text, t.used_at, t.hidden_at is not null as hidden,
                   (select count(distinct v.person_id) from klyngeflow.topic_vote v
                    where v.cluster_id = t.cluster_id and v.topic_id = t.topic_id) as votes
            from klyngeflow.topic t where t.cluster_id = :cluster\s""";
    private static final Rows<Topic> ROW = Rows.of(Topic.class, "topic");
    private static final Rows<Round> ROUND = Rows.of(Round.class, "topic_round");

    private final JdbcClient jdbc;

    Topics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, those with most votes first, those that have been used last. */
    List<Topic> all(String clusterId) {
        return jdbc.sql(SELECT + "order by t.used_at nulls first, votes desc, t.proposed_at, t.topic_id")
                .param("cluster", clusterId)
                .query(ROW)
                .list();
    }

    Optional<Topic> find(String clusterId, String topicId) {
        return jdbc.sql(SELECT + "and t.topic_id = :topic")
                .param("cluster", clusterId)
                .param("topic", topicId)
                .query(ROW)
                .optional();
    }

    /** @return the id of the topic with this title, which may have been there before */
    String propose(String clusterId, String title, String text, String personId, Instant now) {
        jdbc.sql("""
                        insert into klyngeflow.topic (cluster_id, topic_id, title, text, proposed_by, proposed_at)
                        values (:cluster, :topic, :title, :text, :person, :now)
                        on conflict (cluster_id, lower(title)) do nothing""")
                .param("cluster", clusterId)
                .param("topic", UUID.randomUUID().toString())
                .param("title", title)
                .param("text", text)
                .param("person", personId)
                .param("now", Timestamp.from(now))
                .update();
        return jdbc.sql(
                        "select topic_id from klyngeflow.topic where cluster_id = :cluster and lower(title) = lower(:title)")
                .param("cluster", clusterId)
                .param("title", title)
                .query(String.class)
                .single();
    }

    int proposedSince(String clusterId, String personId, Instant since) {
        return jdbc.sql("""
                        select count(*) from klyngeflow.topic
                        where cluster_id = :cluster and proposed_by = :person and proposed_at >= :since""")
                .param("cluster", clusterId)
                .param("person", personId)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    void use(String clusterId, String topicId, String meetingId, Instant now) {
        jdbc.sql("""
                        update klyngeflow.topic set used_meeting = :meeting, used_at = :now
                        where cluster_id = :cluster and topic_id = :topic""")
                .param("cluster", clusterId)
                .param("topic", topicId)
                .param("meeting", meetingId)
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean hide(String clusterId, String topicId, Instant now) {
        return jdbc.sql("""
                                update klyngeflow.topic set hidden_at = coalesce(hidden_at, :now)
                                where cluster_id = :cluster and topic_id = :topic""")
                        .param("cluster", clusterId)
                        .param("topic", topicId)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Puts it forward anew, whether it was hidden or has been used. */
    boolean reopen(String clusterId, String topicId) {
        return jdbc.sql("""
                                update klyngeflow.topic set hidden_at = null, used_at = null, used_meeting = null
                                where cluster_id = :cluster and topic_id = :topic""").param("cluster", clusterId).param("topic", topicId).update() == 1;
    }

    void openRound(String clusterId, String caseKey, Instant now, Instant closesAt) {
        jdbc.sql("""
                        insert into klyngeflow.topic_round (cluster_id, case_key, opened_at, closes_at)
                        values (:cluster, :case, :now, :closes)
                        on conflict (cluster_id, case_key) do update set closes_at = excluded.closes_at""")
                .param("cluster", clusterId)
                .param("case", caseKey)
                .param("now", Timestamp.from(now))
                .param("closes", Timestamp.from(closesAt))
                .update();
    }

    /** The cases for which votes are taken. */
    List<String> openRounds(String clusterId, Instant now) {
        return jdbc.sql("""
                        select case_key from klyngeflow.topic_round
                        where cluster_id = :cluster and closes_at > :now order by case_key""")
                .param("cluster", clusterId)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list();
    }

    void closeRound(String clusterId, String caseKey, Instant now) {
        jdbc.sql("""
                        update klyngeflow.topic_round set closes_at = :now
                        where cluster_id = :cluster and case_key = :case and closes_at > :now""")
                .param("now", Timestamp.from(now))
                .param("cluster", clusterId)
                .param("case", caseKey)
                .update();
    }

    /** Makes the topic of a meeting free for another. */
    void giveBack(String clusterId, String meetingId) {
        jdbc.sql("""
                        update klyngeflow.topic set used_at = null, used_meeting = null
                        where cluster_id = :cluster and used_meeting = :meeting""").param("cluster", clusterId).param("meeting", meetingId).update();
    }

    /** When a round opened and closes; as long as this transaction lasts, nobody changes that. */
    Optional<Round> round(String clusterId, String caseKey) {
        return jdbc.sql("""
                        select opened_at, closes_at from klyngeflow.topic_round
                        where cluster_id = :cluster and case_key = :case""")
                .param("cluster", clusterId)
                .param("case", caseKey)
                .query(ROUND)
                .optional();
    }

    record Round(Instant openedAt, Instant closesAt) {}

    Set<String> votesOf(String clusterId, String caseKey, String personId) {
        return new TreeSet<>(jdbc.sql("""
                        select topic_id from klyngeflow.topic_vote
                        where cluster_id = :cluster and case_key = :case and person_id = :person""")
                .param("cluster", clusterId)
                .param("case", caseKey)
                .param("person", personId)
                .query(String.class)
                .list());
    }

    /**
     * Replaces her votes in this round.
     *
     * @return false when the round has closed, or there is none; then nothing has changed
     */
    boolean vote(String clusterId, String caseKey, String personId, Collection<String> topicIds, Instant now) {
        boolean open = jdbc.sql("""
                        select 1 from klyngeflow.topic_round
                        where cluster_id = :cluster and case_key = :case and closes_at > :now for share""")
                .param("cluster", clusterId)
                .param("case", caseKey)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!open) {
            return false;
        }
        jdbc.sql("""
                        delete from klyngeflow.topic_vote
                        where cluster_id = :cluster and case_key = :case and person_id = :person""")
                .param("cluster", clusterId)
                .param("case", caseKey)
                .param("person", personId)
                .update();
        for (String topicId : new TreeSet<>(topicIds)) {
            jdbc.sql("""
                            insert into klyngeflow.topic_vote (cluster_id, case_key, person_id, topic_id, voted_at)
                            select :cluster, :case, :person, topic_id, :now from klyngeflow.topic
                            where cluster_id = :cluster and topic_id = :topic
                            on conflict do nothing""")
                    .param("cluster", clusterId)
                    .param("case", caseKey)
                    .param("person", personId)
                    .param("topic", topicId)
                    .param("now", Timestamp.from(now))
                    .update();
        }
        return true;
    }

    void forgetVotesOf(String clusterId, String personId) {
        jdbc.sql("delete from klyngeflow.topic_vote where cluster_id = :cluster and person_id = :person")
                .param("cluster", clusterId)
                .param("person", personId)
                .update();
    }

    /** Who voted for what is forgotten some time after the round, in all clusters; the topics stay. */
    int forgetVotes(Instant closedBefore) {
        return jdbc.sql("""
                        delete from klyngeflow.topic_vote v using klyngeflow.topic_round r
                        where r.cluster_id = v.cluster_id and r.case_key = v.case_key and r.closes_at < :before""").param("before", Timestamp.from(closedBefore)).update();
    }
}
