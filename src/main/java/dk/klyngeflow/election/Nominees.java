package dk.klyngeflow.election;

import dk.klyngeflow.election.Nominee.State;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is on the roll of an election, who has answered whom she wants, and who stands. */
@Repository
class Nominees {

    private static final Rows<Nominee> ROW = Rows.of(Nominee.class, "nominee");
    private static final String ONE = " where cluster_id = :cluster and election_id = :election";

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    Nominees(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    Set<String> roll(Election election) {
        return about("select person_id from klyngeflow.election_roll" + ONE, election)
                .query(String.class)
                .set();
    }

    /** Struck off: not asked in a later vote of it either. */
    void offRoll(Election election, String personId) {
        about("delete from klyngeflow.election_roll" + ONE + " and person_id = :person", election)
                .param("person", personId)
                .update();
    }

    /** On the roll, and silent when asked for candidates; whoever stands because a colleague named her has answered too. */
    Set<String> silent(Election election) {
        return about(
                        "select person_id from klyngeflow.election_roll" + ONE + """
                         and answer is null and person_id not in
                        (select person_id from klyngeflow.nominee""" + ONE + " and state = 'STANDING')",
                        election)
                .query(String.class)
                .set();
    }

    /** SELF, OTHER or NONE; empty before she has answered. */
    Optional<String> answerOf(Election election, String personId) {
        return about("select answer from klyngeflow.election_roll" + ONE + " and person_id = :person", election)
                .param("person", personId)
                .query((row, number) -> Optional.ofNullable(row.getString("answer")))
                .optional()
                .flatMap(answer -> answer);
    }

    void answered(Election election, String personId, String answer) {
        about("update klyngeflow.election_roll set answer = :answer" + ONE + " and person_id = :person", election)
                .param("answer", answer)
                .param("person", personId)
                .update();
    }

    /** In the order in which they were named. */
    List<Nominee> all(Election election) {
        return about("select * from klyngeflow.nominee" + ONE + " order by named_at, person_id", election)
                .query(ROW)
                .list();
    }

    List<Nominee> in(Election election, State... states) {
        List<State> wanted = List.of(states);
        return all(election).stream()
                .filter(each -> wanted.contains(each.state()))
                .toList();
    }

    /** Stands, or has stood in an earlier vote of it: she decides nothing about how it goes. */
    boolean hasStood(Election election, String personId) {
        return find(election, personId)
                .filter(nominee ->
                        !nominee.is(State.NAMED) && !nominee.is(State.DECLINED) && !nominee.is(State.WITHDRAWN))
                .isPresent();
    }

    Optional<Nominee> find(Election election, String personId) {
        return all(election).stream()
                .filter(each -> each.personId().equals(personId))
                .findFirst();
    }

    /** A colleague names her; nothing changes when she has been named before. @return whether she is now to be asked */
    boolean name(Election election, String personId) {
        return about("""
                        insert into klyngeflow.nominee (cluster_id, election_id, person_id, state, named_at)
                        values (:cluster, :election, :person, 'NAMED', :now)
                        on conflict (cluster_id, election_id, person_id) do update set state = 'NAMED'
                        where nominee.state in ('LOST', 'WITHDRAWN')""", election)
                        .param("person", personId)
                        .param("now", Timestamp.from(time.now()))
                        .update()
                == 1;
    }

    void stand(Election election, String personId, String text) {
        about("""
                        insert into klyngeflow.nominee (cluster_id, election_id, person_id, text, state, named_at)
                        values (:cluster, :election, :person, :text, 'STANDING', :now)
                        on conflict (cluster_id, election_id, person_id) do update set state = 'STANDING', text = :text""", election)
                .param("person", personId)
                .param("text", text)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    void state(Election election, Collection<String> people, State state) {
        about("update klyngeflow.nominee set state = :state" + ONE + " and person_id = any(:people)", election)
                .param("state", state.name())
                .param("people", people.toArray(String[]::new))
                .update();
    }

    private JdbcClient.StatementSpec about(String sql, Election election) {
        return jdbc.sql(sql).param("cluster", election.clusterId()).param("election", election.electionId());
    }
}
