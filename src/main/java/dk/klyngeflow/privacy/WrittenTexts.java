package dk.klyngeflow.privacy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Every column in which people's words may stand, ours and the engine's. Which those are the database says: one that is added later is not
 * forgotten.
 */
@Repository
class WrittenTexts {

    /** What the law on bookkeeping keeps: vouchers, the books and what was approved, and papers that carry a hash. */
    static final Set<String> VOUCHERS = Set.of(
            "document",
            "document_looked_through",
            "voucher",
            "entry",
            "account",
            "annual_draft",
            "annual_approval",
            "budget",
            "accounting_year",
            "invoice",
            "invoice_event",
            "invoice_approval",
            "invoice_attachment",
            "bank_statement",
            "bank_line",
            "bank_line_part",
            "bank_match",
            "bank_match_line",
            "bank_match_voucher",
            "year_approval",
            "year_snapshot");

    /** A count can be checked only as long as nobody changes what was counted; it goes three months after the election. */
    static final Set<String> BALLOTS = Set.of("ballot", "ballot_candidate", "ballot_count", "ballot_strike_off");

    /** What an assembly decided, and who came, stands as it ended; the database refuses a change. It is forgotten after five years. */
    static final Set<String> ASSEMBLIES = Set.of(
            "evening",
            "evening_item",
            "evening_voter",
            "evening_proxy",
            "evening_amendment",
            "evening_vote",
            "evening_ballot");

    /** The one place of other people's names, and the address to which a whole cluster is written. */
    static final Set<String> OTHERS = Set.of("person", "cluster");

    /** The engine's accounts begin so: hers is deleted, and the others are other people's. */
    private static final String ACCOUNTS = "act_id_";

    /** Of two that became the same word the database takes only the first. */
    private static final Map<String, Set<String>> TAKEN_ONCE =
            Map.of("contact", Set.of("name", "organisation"), "supplier", Set.of("name"));

    /** What in a written JSON stands for a line break is a letter to whoever looks for words. */
    private static final String BREAK = "\\\\[nrt]";

    private static final Pattern SPECIAL = Pattern.compile("[^\\p{L}\\p{N}\\s]");

    private final JdbcClient jdbc;

    WrittenTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param type as a cast names it */
    record Column(String schema, String table, String name, String type) {

        String place() {
            return quoted(schema) + "." + quoted(table);
        }

        String quotedName() {
            return quoted(name);
        }

        private static String quoted(String name) {
            return '"' + name + '"';
        }
    }

    /** By table. */
    Map<String, List<Column>> columns() {
        return jdbc
                .sql("""
                        select c.table_schema, c.table_name, c.column_name, c.udt_name
                        from information_schema.columns c
                        join information_schema.tables t
                          on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                        where c.table_schema not in ('information_schema', 'pg_catalog') and c.is_generated = 'NEVER'
                          and c.table_name not like 'flyway%' and c.udt_name in ('text', 'varchar', 'jsonb', 'json', '_text')
                        order by c.table_schema, c.table_name, c.ordinal_position""")
                .query((row, number) -> new Column(
                        row.getString("table_schema"),
                        row.getString("table_name"),
                        row.getString("column_name"),
                        row.getString("udt_name")))
                .list()
                .stream()
                .filter(column -> !VOUCHERS.contains(column.table())
                        && !BALLOTS.contains(column.table())
                        && !ASSEMBLIES.contains(column.table())
                        && !OTHERS.contains(column.table())
                        && !column.table().startsWith(ACCOUNTS)
                        && !TAKEN_ONCE.getOrDefault(column.table(), Set.of()).contains(column.name()))
                .collect(Collectors.groupingBy(Column::place, TreeMap::new, Collectors.toList()));
    }

    /** Puts something else where these words stand, in every table but those that keep them. @return in how many rows */
    int replace(String words, String instead) {
        return columns().entrySet().stream()
                .mapToInt(table -> replace(table.getKey(), table.getValue(), words, instead))
                .sum();
    }

    private int replace(String table, List<Column> columns, String words, String instead) {
        String set = columns.stream()
                .map(column -> "%1$s = regexp_replace(%1$s::text, :pattern, :instead, 'gi')::%2$s"
                        .formatted(column.quotedName(), column.type()))
                .collect(Collectors.joining(", "));
        String where = columns.stream()
                .map(column -> "%1$s::text ~* :longest and %1$s::text ~* :pattern".formatted(column.quotedName()))
                .collect(Collectors.joining(" or "));
        // each table names its schema: it comes with its name
        return jdbc.sql(String.join(" ", "update", table, "set", set, "where", where))
                .param("longest", longest(words))
                .param("pattern", pattern(words))
                .param("instead", instead)
                .update();
    }

    /** Looked for first: a plain word is found ten times as fast as what may stand around it. */
    private static String longest(String words) {
        return Arrays.stream(words.strip().split("\\s+"))
                .max(Comparator.comparingInt(String::length))
                .map(WrittenTexts::escaped)
                .orElseThrow();
    }

    private static String escaped(String word) {
        return SPECIAL.matcher(word).replaceAll("\\\\$0");
    }

    /** The words as they stand, with any blanks between them, and not within others: for PostgreSQL. */
    static String pattern(String words) {
        String escaped = Arrays.stream(words.strip().split("\\s+"))
                .map(WrittenTexts::escaped)
                .collect(Collectors.joining("(?:\\s|" + BREAK + ")+"));
        boolean isAddress = words.contains("@");
        // an apostrophe within an address is part of it, one around it is not
        String before = isAddress ? "[[:alnum:]._%+&=/-]|[[:alnum:]._%+&=/-]'" : "[[:alnum:]_-]";
        String after = isAddress ? "[[:alnum:]_-]|\\.[[:alnum:]]" : "[[:alnum:]_-]";
        return "(?:(?<!" + before + ")|(?<=" + BREAK + "))" + escaped + "(?!" + after + ")";
    }
}
