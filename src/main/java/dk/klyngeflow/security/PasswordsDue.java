package dk.klyngeflow.security;

import dk.klyngeflow.engine.CopenhagenTime;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people who have no password of their own choice: those here are no longer than they must. Joins the caller's transaction. */
@Repository
class PasswordsDue {

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    PasswordsDue(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    enum Reason {
        /** She has none yet that anybody knows. */
        NONE,
        /** An administrator has set one and knows it. */
        GIVEN
    }

    void note(String personId, Reason reason) {
        jdbc.sql("""
                        insert into klyngeflow.password_due (person_id, reason, since) values (:person, :reason, :now)
                        on conflict (person_id) do update set reason = excluded.reason, since = excluded.since""")
                .param("person", personId)
                .param("reason", reason.name())
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    void chosen(String personId) {
        jdbc.sql("delete from klyngeflow.password_due where person_id = :person")
                .param("person", personId)
                .update();
    }

    boolean mustChoose(String personId) {
        return of(personId).filter(Reason.GIVEN::equals).isPresent();
    }

    Optional<Reason> of(String personId) {
        return jdbc.sql("select reason from klyngeflow.password_due where person_id = :person")
                .param("person", personId)
                .query((row, number) -> Reason.valueOf(row.getString("reason")))
                .optional();
    }
}
