package dk.klyngeflow.assemblies;

import dk.klyngeflow.assemblies.EveningBallot.State;
import dk.klyngeflow.engine.Rows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of votes by link: which was opened about what, and how it ended; nothing of who has voted. */
@Repository
class EveningBallots {

    private static final Rows<EveningBallot> ROW = Rows.of(EveningBallot.class, "evening_ballot");
    private static final String ONE = " where cluster_id = :cluster and evening_id = :evening ";

    private final JdbcClient jdbc;

    EveningBallots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An evening that has a vote open. */
    record Place(String clusterId, String eveningId) {}

    /** In the order in which they were opened. */
    List<EveningBallot> of(Evening evening) {
        return one("select * from klyngeflow.evening_ballot" + ONE + "order by ballot_no", evening)
                .query(ROW)
                .list();
    }

    Optional<EveningBallot> open(Evening evening) {
        return of(evening).stream().filter(EveningBallot::isOpen).findFirst();
    }

    void insert(Evening evening, EveningBallot ballot) {
        Map<String, @Nullable Object> values = ROW.values(ballot);
        values.put("cluster_id", evening.clusterId());
        values.put("evening_id", evening.eveningId());
        jdbc.sql("insert into klyngeflow.evening_ballot (" + String.join(", ", values.keySet()) + ") values (:"
                        + String.join(", :", values.keySet()) + ")")
                .params(values)
                .update();
    }

    /** @param protocol null where nothing was counted */
    void end(Evening evening, EveningBallot ballot, State state, EveningBallot.@Nullable Protocol protocol) {
        one(
                        "update klyngeflow.evening_ballot set state = :state, protocol_id = :id, protocol_hash = :hash"
                                + ONE + "and ballot_no = :no",
                        evening)
                .param("state", state.name())
                .param("id", protocol == null ? null : protocol.id())
                .param("hash", protocol == null ? null : protocol.hash())
                .param("no", ballot.ballotNo())
                .update();
    }

    /** Wherever a vote is open. */
    List<Place> places() {
        return jdbc.sql("select cluster_id, evening_id from klyngeflow.evening_ballot where state = 'OPEN'")
                .query((row, number) -> new Place(row.getString("cluster_id"), row.getString("evening_id")))
                .list();
    }

    private JdbcClient.StatementSpec one(String sql, Evening evening) {
        return jdbc.sql(sql).param("cluster", evening.clusterId()).param("evening", evening.eveningId());
    }
}
