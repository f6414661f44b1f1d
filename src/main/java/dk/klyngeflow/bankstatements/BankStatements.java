package dk.klyngeflow.bankstatements;

import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The statements of each cluster and their lines. */
@Repository
class BankStatements {

    private static final Rows<BankStatement> STATEMENT = Rows.of(BankStatement.class, "bank_statement");
    private static final Rows<BankLine> LINE = Rows.of(BankLine.class, "bank_line");
    private static final String LINES = """
            select l.*, m.match_id, coalesce((select string_agg(p.reference, E'\\n' order by p.part)
              from klyngeflow.bank_line_part p
              where p.cluster_id = l.cluster_id and p.line_id = l.line_id and p.reference <> ''), '') as references
            from klyngeflow.bank_line l
            left join klyngeflow.bank_match_line m on m.cluster_id = l.cluster_id and m.line_id = l.line_id
            where l.cluster_id = :cluster\s""";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    BankStatements(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Into whose books, against which account, by whom. */
    record Into(String clusterId, String ledgerAccount, String uploadId, String by, Instant at) {}

    /** One reading or matching per cluster at a time, until the transaction ends. */
    void lock(String clusterId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('klyngeflow.bank/' || :cluster, 0))")
                .param("cluster", clusterId)
                .query(row -> {});
    }

    /** @param fresh the lines that were not known, with the number each is of its fingerprint */
    void keep(Into into, String profile, ReadFile.Statement read, Map<ReadFile.Line, Integer> fresh) {
        String statementId = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into klyngeflow.bank_statement (cluster_id, statement_id, upload_id, ledger_account, profile,
                          account, from_day, to_day, opening_oere, closing_oere, read_by, read_at)
                        values (:cluster, :id, :upload, :ledger, :profile, :account, :from, :to, :opening, :closing, :by, :at)""")
                .param("cluster", into.clusterId)
                .param("id", statementId)
                .param("upload", into.uploadId)
                .param("ledger", into.ledgerAccount)
                .param("profile", profile)
                .param("account", OwnAccount.compact(read.account()))
                .param("from", read.from())
                .param("to", read.to())
                .param("opening", read.openingOere())
                .param("closing", read.closingOere())
                .param("by", into.by)
                .param("at", Timestamp.from(into.at))
                .update();
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> parts = new ArrayList<>();
        for (Map.Entry<ReadFile.Line, Integer> each : fresh.entrySet()) {
            ReadFile.Line line = each.getKey();
            String id = UUID.randomUUID().toString();
            rows.add(new Object[] {
                into.clusterId,
                id,
                statementId,
                into.ledgerAccount,
                line.line(),
                line.day(),
                line.valueDay(),
                line.amountOere(),
                line.balanceOere(),
                line.text(),
                each.getValue()
            });
            for (int part = 0; part < line.parts().size(); part++) {
                ReadFile.Part one = line.parts().get(part);
                parts.add(new Object[] {into.clusterId, id, part + 1, one.reference(), one.amountOere(), one.text()});
            }
        }
        template.batchUpdate("""
                insert into klyngeflow.bank_line (cluster_id, line_id, statement_id, ledger_account, line, day, value_day,
                  amount_oere, balance_oere, text, occurrence) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
        template.batchUpdate("""
                insert into klyngeflow.bank_line_part (cluster_id, line_id, part, reference, amount_oere, text)
                values (?, ?, ?, ?, ?, ?)""", parts);
    }

    List<BankStatement> all(String clusterId) {
        return jdbc.sql("""
                        select * from klyngeflow.bank_statement where cluster_id = :cluster
                        order by to_day desc, read_at desc, statement_id""").param("cluster", clusterId).query(STATEMENT).list();
    }

    /** In the order in which the bank's balances follow each other. */
    List<BankLine> lines(String clusterId, String ledgerAccount) {
        return DaysInOrder.of(jdbc.sql(LINES + "and l.ledger_account = :account order by l.day, l.seq")
                .param("cluster", clusterId)
                .param("account", ledgerAccount)
                .query(LINE)
                .list());
    }

    /** What came with one file. */
    List<BankLine> linesOf(String clusterId, String uploadId) {
        return jdbc.sql(LINES + """
                        and l.statement_id in (select s.statement_id from klyngeflow.bank_statement s
                          where s.cluster_id = :cluster and s.upload_id = :upload) order by l.day, l.seq""")
                .param("cluster", clusterId)
                .param("upload", uploadId)
                .query(LINE)
                .list();
    }

    Optional<BankLine> find(String clusterId, String lineId) {
        return jdbc.sql(LINES + "and l.line_id = :line")
                .param("cluster", clusterId)
                .param("line", lineId)
                .query(LINE)
                .optional();
    }

    /** Whole accounting years at a time. */
    int forget(int lastYear) {
        jdbc.sql("""
                        delete from klyngeflow.bank_match m where exists (
                          select 1 from klyngeflow.bank_match_line ml
                          join klyngeflow.bank_line l on l.cluster_id = ml.cluster_id and l.line_id = ml.line_id
                          where ml.cluster_id = m.cluster_id and ml.match_id = m.match_id
                            and extract(year from l.day) <= :year)""").param("year", lastYear).update();
        int lines = jdbc.sql("delete from klyngeflow.bank_line where extract(year from day) <= :year")
                .param("year", lastYear)
                .update();
        jdbc.sql("""
                        delete from klyngeflow.bank_statement s where extract(year from to_day) <= :year
                          and not exists (select 1 from klyngeflow.bank_line l
                            where l.cluster_id = s.cluster_id and l.statement_id = s.statement_id)""").param("year", lastYear).update();
        return lines;
    }
}
