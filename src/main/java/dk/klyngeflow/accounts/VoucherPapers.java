package dk.klyngeflow.accounts;

import dk.klyngeflow.documents.FiledPapers;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The file that each voucher was posted from. */
@Repository
@Order(1)
class VoucherPapers implements FiledPapers {

    private final JdbcClient jdbc;

    VoucherPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FiledPaper> papers(String clusterId) {
        return jdbc.sql("""
                        select document_id, year, number, day, text from klyngeflow.voucher
                        where cluster_id = :cluster and document_id is not null order by year, number""")
                .param("cluster", clusterId)
                .query((row, line) -> new FiledPaper(
                        row.getString("document_id"),
                        Shelf.VOUCHERS,
                        row.getObject("day", LocalDate.class),
                        "Bilag " + row.getInt("year") + "-" + row.getLong("number") + " " + row.getString("text")))
                .list();
    }
}
