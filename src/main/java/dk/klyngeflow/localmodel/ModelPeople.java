package dk.klyngeflow.localmodel;

import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.members.People;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is asked in which round, what each has answered, and what each says of the draft. */
@Repository
class ModelPeople {

    private static final Rows<Voice> VOICE = Rows.of(Voice.class, "model_person", Choices.KEPT);
    private static final Rows<Kept> KEPT = Rows.of(Kept.class, "model_round");
    private static final String THEM = "p.cluster_id = :cluster and p.round_no = :round";

    private final JdbcClient jdbc;

    ModelPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param accepts what she says of the draft that is shown; null while she has said nothing */
    record Voice(
            String personId,
            @Column(isJoined = true) String name,
            @Nullable Instant answeredAt,
            Choices choices,
            String remark,
            @Nullable Instant heardAt,
            @Nullable Boolean accepts,
            String comment) {

        boolean isSilent() {
            return answeredAt == null;
        }
    }

    /** An answer that has been kept. @param left how many have not answered yet */
    record Kept(
            String caseKey,
            Instant closesAt,
            @Column("silent") int left) {}

    /** @return how many were not asked already */
    int addAll(String clusterId, int round, Collection<String> people, Instant now) {
        return jdbc.sql("""
                        insert into klyngeflow.model_person as p (cluster_id, round_no, person_id, asked_at)
                        select :cluster, :round, person, :now from unnest(:people::text[]) as person
                        on conflict (cluster_id, round_no, person_id) do update
                        set left_at = null, asked_at = excluded.asked_at where p.left_at is not null""")
                .param("cluster", clusterId)
                .param("round", round)
                .param("people", people.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** @return false when she is not asked, or no longer */
    boolean remove(String clusterId, int round, String personId, Instant now) {
        return jdbc.sql(
                                "update klyngeflow.model_person p set left_at = :now, answered_at = null, choices = '', remark = '',"
                                        + " heard_at = null, accepts = null, comment = '' where " + THEM
                                        + " and p.person_id = :person and p.left_at is null")
                        .param("cluster", clusterId)
                        .param("round", round)
                        .param("person", personId)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Of everybody who has not left, by name. */
    List<Voice> voices(String clusterId, int round) {
        return jdbc.sql("select p.*, " + People.NAME.replace("p.name", "person.name") + """
                         from klyngeflow.model_person p
                        join klyngeflow.person on person.person_id = p.person_id
                        where p.cluster_id = :cluster and p.round_no = :round and p.left_at is null
                        order by person.name, p.person_id""")
                .param("cluster", clusterId)
                .param("round", round)
                .query(VOICE)
                .list();
    }

    Optional<Voice> voice(String clusterId, int round, String personId) {
        return voices(clusterId, round).stream()
                .filter(voice -> voice.personId().equals(personId))
                .findFirst();
    }

    /** What she answered in an earlier round, while it is kept. */
    Optional<Choices> earlier(String clusterId, int round, String personId) {
        return jdbc.sql("""
                        select choices from klyngeflow.model_person
                        where cluster_id = :cluster and round_no < :round and person_id = :person and answered_at is not null
                        order by round_no desc limit 1""")
                .param("cluster", clusterId)
                .param("round", round)
                .param("person", personId)
                .query(String.class)
                .optional()
                .map(Choices::read);
    }

    /**
     * Keeps an answer in one statement, which is also the guard of the deadline: it locks the round's row while it takes answers, so that
     * closing waits for it or it for closing, and of two last ones exactly one counts down to nobody.
     */
    Optional<Kept> answer(String clusterId, int round, String personId, Choices choices, String remark, Instant now) {
        return jdbc.sql("""
                        with round as (
                            select round_no from klyngeflow.model_round
                            where cluster_id = :cluster and round_no = :round and ended_at is null and closed_at is null
                              and :now < closes_at for update
                        ), before as (
                            select p.answered_at from klyngeflow.model_person p join round using (round_no)
                            where p.cluster_id = :cluster and p.person_id = :person and p.left_at is null for update of p
                        ), said as (
                            update klyngeflow.model_person p set answered_at = :now, choices = :choices, remark = :remark
                            from before
                            where p.cluster_id = :cluster and p.round_no = :round and p.person_id = :person
                        )
                        update klyngeflow.model_round r
                        set silent = r.silent - case when before.answered_at is null then 1 else 0 end
                        from before where r.cluster_id = :cluster and r.round_no = :round
                        returning r.case_key, r.closes_at, r.silent""")
                .param("cluster", clusterId)
                .param("round", round)
                .param("person", personId)
                .param("choices", choices.text())
                .param("remark", remark)
                .param("now", Timestamp.from(now))
                .query(KEPT)
                .optional();
    }

    /** The same for what she says of a draft, and only of the one that is shown now. */
    Optional<Kept> comment(
            String clusterId, int round, int shown, String personId, boolean accepts, String comment, Instant now) {
        return jdbc.sql("""
                        with round as (
                            select round_no from klyngeflow.model_round
                            where cluster_id = :cluster and round_no = :round and shown = :shown and ended_at is null
                              and comments_closed_at is null and :now < comments_close_at for update
                        ), before as (
                            select p.heard_at from klyngeflow.model_person p join round using (round_no)
                            where p.cluster_id = :cluster and p.person_id = :person and p.left_at is null for update of p
                        ), said as (
                            update klyngeflow.model_person p set heard_at = :now, accepts = :accepts, comment = :comment
                            from before
                            where p.cluster_id = :cluster and p.round_no = :round and p.person_id = :person
                        )
                        update klyngeflow.model_round r
                        set unheard = r.unheard - case when before.heard_at is null then 1 else 0 end
                        from before where r.cluster_id = :cluster and r.round_no = :round
                        returning r.case_key, r.comments_close_at as closes_at, r.unheard as silent""")
                .param("cluster", clusterId)
                .param("round", round)
                .param("shown", shown)
                .param("person", personId)
                .param("accepts", accepts)
                .param("comment", comment)
                .param("now", Timestamp.from(now))
                .query(KEPT)
                .optional();
    }

    /** A new draft is shown: nobody has said anything of it yet. */
    void unheard(String clusterId, int round) {
        jdbc.sql("update klyngeflow.model_person p set heard_at = null, accepts = null, comment = '' where " + THEM)
                .param("cluster", clusterId)
                .param("round", round)
                .update();
    }

    void forget(String clusterId, int round) {
        jdbc.sql("delete from klyngeflow.model_person p where " + THEM)
                .param("cluster", clusterId)
                .param("round", round)
                .update();
    }
}
