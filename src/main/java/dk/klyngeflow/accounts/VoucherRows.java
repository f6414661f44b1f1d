package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads vouchers with their lines in one query. */
final class VoucherRows {

    static final String SELECT = """
            select v.*, r.voucher_id as reversed_by, e.account, e.debit_oere, e.credit_oere, e.text as line_text
            from klyngeflow.voucher v
            join klyngeflow.entry e on e.cluster_id = v.cluster_id and e.voucher_id = v.voucher_id
            left join klyngeflow.voucher r on r.cluster_id = v.cluster_id and r.reverses = v.voucher_id
            """;

    static final String ORDER = " order by v.year, v.number, e.line";

    private static final Rows<Voucher> VOUCHER = Rows.of(Voucher.class, "voucher");
    private static final Rows<Line> LINE = Rows.of(Line.class, "entry");

    private VoucherRows() {}

    static List<Voucher> read(ResultSet rows) throws SQLException {
        Map<String, Voucher> vouchers = new LinkedHashMap<>();
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        while (rows.next()) {
            String id = rows.getString("voucher_id");
            if (!vouchers.containsKey(id)) {
                vouchers.put(id, VOUCHER.mapRow(rows, 0));
            }
            lines.computeIfAbsent(id, unused -> new ArrayList<>()).add(LINE.mapRow(rows, 0));
        }
        return vouchers.values().stream()
                .map(voucher -> voucher.with(lines.getOrDefault(voucher.id(), List.of())))
                .toList();
    }
}
