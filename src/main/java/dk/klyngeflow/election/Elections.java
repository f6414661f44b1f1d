package dk.klyngeflow.election;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.members.Post;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The elections of every cluster. */
@Repository
class Elections {

    private static final Rows<Election> ROW = Rows.of(Election.class, "election");
    private static final String ONE = " where cluster_id = :cluster and election_id = :election";

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    Elections(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Opens one, with its roll. */
    Election add(
            String clusterId, Election.Matter matter, Collection<String> roll, Collection<String> leaving, String by) {
        lockCluster(clusterId);
        int number = jdbc.sql(
                        "select coalesce(max(number), 0) + 1 from klyngeflow.election where cluster_id = :cluster")
                .param("cluster", clusterId)
                .query(Integer.class)
                .single();
        String id = Election.ID + number;
        jdbc.sql("""
                        insert into klyngeflow.election (cluster_id, election_id, number, post, seats, takes_office,
                          statutes_version, status, started_by, opened_at)
                        values (:cluster, :election, :number, :post, :seats, :takes, :statutes, :status, :by, :now)""")
                .param("cluster", clusterId)
                .param("election", id)
                .param("number", number)
                .param("post", matter.post().name())
                .param("seats", matter.seats())
                .param("takes", matter.takesOffice())
                .param("statutes", matter.statutesVersion())
                .param("status", ElectionStatus.NOMINATING.name())
                .param("by", by)
                .param("now", now())
                .update();
        insert("election_roll", clusterId, id, roll);
        insert("election_leaving", clusterId, id, leaving);
        return get(clusterId, id);
    }

    /** Nobody else opens one there until the transaction ends. */
    void lockCluster(String clusterId) {
        jdbc.sql("select cluster_id from klyngeflow.cluster where cluster_id = :cluster for no key update")
                .param("cluster", clusterId)
                .query(String.class)
                .single();
    }

    private void insert(String table, String clusterId, String id, Collection<String> people) {
        jdbc.sql(
                        "insert into klyngeflow." + table
                                + " (cluster_id, election_id, person_id) select :cluster, :election, person from unnest(:people) as person")
                .param("cluster", clusterId)
                .param("election", id)
                .param("people", people.toArray(String[]::new))
                .update();
    }

    Optional<Election> find(String clusterId, String electionId) {
        return jdbc.sql("select * from klyngeflow.election" + ONE)
                .param("cluster", clusterId)
                .param("election", electionId)
                .query(ROW)
                .optional();
    }

    Election get(String clusterId, String electionId) {
        return find(clusterId, electionId)
                .orElseThrow(() -> new IllegalStateException("no election " + electionId + " in " + clusterId));
    }

    /** Nobody else changes it until the transaction ends. */
    Election lock(String clusterId, String electionId) {
        return jdbc.sql("select * from klyngeflow.election" + ONE + " for no key update")
                .param("cluster", clusterId)
                .param("election", electionId)
                .query(ROW)
                .single();
    }

    /** The newest first. */
    List<Election> all(String clusterId) {
        return jdbc.sql("select * from klyngeflow.election where cluster_id = :cluster order by number desc")
                .param("cluster", clusterId)
                .query(ROW)
                .list();
    }

    /** True while somebody is being elected to this post. */
    boolean isUnderWay(String clusterId, Post post) {
        return all(clusterId).stream()
                .anyMatch(election -> election.matter().post() == post
                        && !election.course().status().isOver());
    }

    /** On that day or later, however it ended. */
    boolean hasBegunSince(String clusterId, Post post, LocalDate day) {
        return all(clusterId).stream()
                .anyMatch(election -> election.matter().post() == post
                        && !CopenhagenTime.dayOf(election.course().openedAt()).isBefore(day));
    }

    void nominating(Election election, Instant closesAt, int rounds) {
        statement(election, "status = 'NOMINATING', nominations_close_at = :closes, nomination_rounds = :rounds")
                .param("closes", Timestamp.from(closesAt))
                .param("rounds", rounds)
                .update();
    }

    void accepting(Election election, Instant closesAt) {
        status(election, ElectionStatus.ACCEPTING);
        statement(election, "acceptances_close_at = :closes")
                .param("closes", Timestamp.from(closesAt))
                .update();
    }

    void acclaiming(Election election, Instant at) {
        statement(election, "status = 'ACCLAMATION', acclamation_at = :at, written_vote_asked = false")
                .param("at", Timestamp.from(at))
                .update();
    }

    void writtenVoteAsked(Election election) {
        statement(election, "written_vote_asked = true").update();
    }

    void voting(Election election, int round, boolean isAtMeeting) {
        statement(election, "status = 'VOTING', ballot_round = :round, at_meeting = :meeting")
                .param("round", round)
                .param("meeting", isAtMeeting)
                .update();
    }

    void status(Election election, ElectionStatus status) {
        statement(
                        election,
                        "status = :status, status_since = case when status = :status then status_since else :now end")
                .param("status", status.name())
                .param("now", now())
                .update();
    }

    void end(Election election, ElectionStatus status, String reason) {
        statement(election, "status = :status, reason = :reason, ended_at = coalesce(ended_at, :now)")
                .param("status", status.name())
                .param("reason", reason)
                .param("now", now())
                .update();
    }

    void protocol(Election election, String documentId) {
        statement(election, "protocol_id = :document")
                .param("document", documentId)
                .update();
    }

    /** From which day, and until the ordinary assembly of which year. */
    void term(Election election, LocalDate takesOffice, int electedUntil) {
        statement(election, "takes_office = :day, elected_until = :until")
                .param("day", takesOffice)
                .param("until", electedUntil)
                .update();
    }

    private JdbcClient.StatementSpec statement(Election election, String change) {
        return jdbc.sql("update klyngeflow.election set " + change + ONE)
                .param("cluster", election.clusterId())
                .param("election", election.electionId());
    }

    List<String> leaving(Election election) {
        return jdbc.sql("select person_id from klyngeflow.election_leaving" + ONE + " order by person_id")
                .param("cluster", election.clusterId())
                .param("election", election.electionId())
                .query(String.class)
                .list();
    }

    /** Who stood on the roll and who stood for election and was not elected, some time after it; the election itself stays. */
    int forget(Instant endedBefore) {
        int gone = 0;
        for (String table : List.of("election_roll", "nominee", "election_leaving", "election_strike_off")) {
            gone += jdbc.sql(
                            "delete from klyngeflow." + table + " t using klyngeflow.election e"
                                    + " where e.cluster_id = t.cluster_id and e.election_id = t.election_id and e.ended_at < :before")
                    .param("before", Timestamp.from(endedBefore))
                    .update();
        }
        return gone;
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }
}
