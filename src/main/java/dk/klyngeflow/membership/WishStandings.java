package dk.klyngeflow.membership;

import dk.klyngeflow.pages.CasesUnderWay;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests to join, leave and be corrected that nobody has settled; of whom they are is told to nobody here. */
@Repository
@Order(10)
class WishStandings implements CasesUnderWay {

    private final JdbcClient jdbc;

    WishStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> processes() {
        return Set.of(MembershipRequest.KEY);
    }

    @Override
    public List<Standing> in(@Nullable String clusterId) {
        return jdbc.sql("""
                        select cluster_id, request_id, confirmed_at from klyngeflow.membership_request
                        where confirmed_at is not null and settled_at is null""" + (clusterId == null ? "" : " and cluster_id = :cluster"))
                .param("cluster", clusterId)
                .query((row, number) -> new Standing(
                        row.getString("cluster_id"),
                        "Medlemskab",
                        "ønske nr. " + row.getLong("request_id"),
                        "/folk/" + row.getString("cluster_id"),
                        "Venter på svar",
                        row.getTimestamp("confirmed_at").toInstant()))
                .list();
    }
}
