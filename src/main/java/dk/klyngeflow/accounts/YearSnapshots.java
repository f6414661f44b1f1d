package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.CopenhagenTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The figures of each closed year as they were when it was closed, so that anybody can see that they still are. */
@Repository
public class YearSnapshots {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final YearFigures figures;
    private final CopenhagenTime time;

    YearSnapshots(JdbcClient jdbc, Ledger ledger, YearFigures figures, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.figures = figures;
        this.time = time;
    }

    /** A closed year that reads otherwise than when it was closed. @param sha256 of what it reads now */
    public record Differing(String clusterId, int year, String sha256) {}

    void freeze(String clusterId, int year) {
        String content = content(clusterId, year);
        jdbc.sql("""
                        insert into klyngeflow.year_snapshot (cluster_id, year, content, sha256, frozen_at)
                        values (:cluster, :year, :content, :hash, :at)""")
                .param("cluster", clusterId)
                .param("year", year)
                .param("content", content)
                .param("hash", hash(content))
                .param("at", Timestamp.from(time.now()))
                .update();
    }

    public Optional<String> hashOf(String clusterId, int year) {
        return jdbc.sql("select sha256 from klyngeflow.year_snapshot where cluster_id = :cluster and year = :year")
                .param("cluster", clusterId)
                .param("year", year)
                .query(String.class)
                .optional();
    }

    /** Reckons every closed year again. */
    public List<Differing> differing() {
        record Frozen(String clusterId, int year, String sha256) {}

        List<Differing> differing = new ArrayList<>();
        for (Frozen each : jdbc.sql(
                        "select cluster_id, year, sha256 from klyngeflow.year_snapshot order by cluster_id, year")
                .query((row, number) ->
                        new Frozen(row.getString("cluster_id"), row.getInt("year"), row.getString("sha256")))
                .list()) {
            String now = hash(content(each.clusterId, each.year));
            if (!now.equals(each.sha256)) {
                differing.add(new Differing(each.clusterId, each.year, now));
            }
        }
        return differing;
    }

    /** Whether one closed year reads otherwise than when it was closed; never one that was not closed here. */
    public boolean differs(String clusterId, int year) {
        return hashOf(clusterId, year)
                .filter(frozen -> !frozen.equals(hash(content(clusterId, year))))
                .isPresent();
    }

    /**
     * The figures as they were when the year was closed, in øre; debts and assets as positive amounts.
     *
     * @param byAccount debit minus credit of each account of income and expense
     */
    public record Frozen(Map<String, Long> byAccount, Map<String, Long> assets, Map<String, Long> debts) {}

    /** Empty for a year that was not closed here. */
    public Optional<Frozen> frozen(String clusterId, int year) {
        return jdbc.sql("select content from klyngeflow.year_snapshot where cluster_id = :cluster and year = :year")
                .param("cluster", clusterId)
                .param("year", year)
                .query(String.class)
                .optional()
                .map(content -> new Frozen(
                        figures(content, "(\\d{4}) (-?\\d+)"),
                        figures(content, "asset (\\d{4}) (-?\\d+)"),
                        figures(content, "debt (\\d{4}) (-?\\d+)")));
    }

    private static Map<String, Long> figures(String content, String line) {
        Map<String, Long> figures = new TreeMap<>();
        Pattern pattern = Pattern.compile(line);
        content.lines()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .forEach(found -> figures.put(found.group(1), Long.valueOf(found.group(2))));
        return figures;
    }

    /** Every figure and every voucher of the year, one a line. */
    private String content(String clusterId, int year) {
        StringBuilder text = new StringBuilder("year " + year + "\n");
        YearFigures.Figures of = figures.of(clusterId, year);
        text.append("income ").append(of.income()).append("\nexpenses ").append(of.expenses());
        text.append("\nequity ")
                .append(of.equityStart())
                .append(' ')
                .append(of.equityEnd())
                .append('\n');
        new TreeMap<>(of.byAccount())
                .forEach((account, oere) ->
                        text.append(account).append(' ').append(oere).append('\n'));
        of.assets()
                .forEach((account, oere) -> text.append("asset ")
                        .append(account)
                        .append(' ')
                        .append(oere)
                        .append('\n'));
        of.debts()
                .forEach((account, oere) -> text.append("debt ")
                        .append(account)
                        .append(' ')
                        .append(oere)
                        .append('\n'));
        for (Voucher voucher : ledger.vouchers(clusterId, year)) {
            text.append(voucher.label())
                    .append(' ')
                    .append(voucher.date())
                    .append(' ')
                    .append(voucher.text())
                    .append('\n');
            voucher.lines()
                    .forEach(line -> text.append("  ")
                            .append(line.account())
                            .append(' ')
                            .append(line.debitOere())
                            .append(' ')
                            .append(line.creditOere())
                            .append('\n'));
        }
        return text.toString();
    }

    private static String hash(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
