package dk.klyngeflow.bills;

import dk.klyngeflow.members.Unfinished;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bills that nobody has paid or turned away, and what suppliers owe. */
@Repository
@Order(1)
class UnpaidBills implements Unfinished {

    private final JdbcClient jdbc;

    UnpaidBills(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Matter> in(String clusterId) {
        List<Matter> found = new ArrayList<>();
        for (InvoiceStatus status : InvoiceStatus.values()) {
            if (status.isOpen() || status == InvoiceStatus.CREDIT) {
                int count = count(clusterId, status);
                if (count > 0) {
                    found.add(matter(status, count));
                }
            }
        }
        return found;
    }

    private static Matter matter(InvoiceStatus status, int count) {
        if (status == InvoiceStatus.CREDIT) {
            return new Matter(
                    false,
                    (count == 1 ? "1 kreditnota er" : count + " kreditnotaer er")
                            + " ikke brugt. Klyngen giver afkald på pengene, eller de er betalt tilbage.");
        }
        return new Matter(
                true,
                (count == 1 ? "1 regning er ikke færdig: " : count + " regninger er ikke færdige: ") + status.danish()
                        + ". Betal, afvis eller læg til side på siden Bilag.");
    }

    private int count(String clusterId, InvoiceStatus status) {
        return jdbc.sql("select count(*) from klyngeflow.invoice where cluster_id = :cluster and status = :status")
                .param("cluster", clusterId)
                .param("status", status.name())
                .query(Integer.class)
                .single();
    }
}
