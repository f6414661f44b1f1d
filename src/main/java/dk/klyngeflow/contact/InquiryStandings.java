package dk.klyngeflow.contact;

import dk.klyngeflow.pages.CasesUnderWay;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Inquiries that have not been answered, by their number alone: who wrote and about what stands on their own page. */
@Repository
@Order(9)
class InquiryStandings implements CasesUnderWay {

    private final JdbcClient jdbc;

    InquiryStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> processes() {
        return Set.of(Inquiry.KEY);
    }

    @Override
    public List<Standing> in(@Nullable String clusterId) {
        return jdbc.sql("""
                        select cluster_id, inquiry_id, state, coalesce(state_since, received_at, asked_at) as since
                        from klyngeflow.inquiry
                        where state in ('OPEN', 'DELEGATED', 'ON_AGENDA')""" + (clusterId == null ? "" : " and cluster_id = :cluster"))
                .param("cluster", clusterId)
                .query((row, number) -> {
                    String cluster = row.getString("cluster_id");
                    String id = row.getString("inquiry_id");
                    return new Standing(
                            cluster,
                            "Henvendelse",
                            "nr. " + id,
                            "/henvendelser/" + cluster + "#nr-" + id,
                            AskedInquiry.State.valueOf(row.getString("state")).danish(),
                            row.getTimestamp("since").toInstant());
                })
                .list();
    }
}
