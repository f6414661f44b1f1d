package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.founding.SupportEntry.Kind;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Support and networks per region, as the administrators keep them. */
@Repository
class SupportLists {

    private static final Rows<SupportEntry> ROW = Rows.of(SupportEntry.class, "support_entry");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    SupportLists(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** What is one's heading of the page, and its lines. */
    record Section(Kind kind, List<SupportEntry> entries) {

        public String heading() {
            return kind.danish();
        }
    }

    /** Without courses and meetings that are over. */
    List<SupportEntry> of(String region) {
        return jdbc.sql("""
                        select * from klyngeflow.support_entry
                        where lower(region_name) = lower(:region) and (day is null or day >= :today)
                        order by day nulls last, what""")
                .param("region", region)
                .param("today", time.today())
                .query(ROW)
                .list();
    }

    /** All kinds, also those of which nothing is known. */
    List<Section> sections(String region) {
        List<SupportEntry> all = of(region);
        return Arrays.stream(Kind.values())
                .map(kind -> new Section(
                        kind, all.stream().filter(entry -> entry.kind() == kind).toList()))
                .toList();
    }

    List<String> lines(String region) {
        List<String> lines = new ArrayList<>();
        sections(region)
                .forEach(section ->
                        section.entries().forEach(entry -> lines.add(section.heading() + ": " + entry.inWords())));
        return lines;
    }

    /** Says of what nothing is known; empty when something is of everything. */
    String unknown(String region) {
        String missing = sections(region).stream()
                .filter(section -> section.entries().isEmpty())
                .map(section -> section.heading()
                        .toLowerCase(Locale.ROOT)
                        .replace("kiap", "KiAP")
                        .replace("plo", "PLO"))
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? "" : "Endnu ikke kendt her for " + region + ": " + missing + ".";
    }

    void add(String region, Kind kind, String what, String how, @Nullable LocalDate day, String by) {
        jdbc.sql("""
                        insert into klyngeflow.support_entry (region_name, kind, what, how, day, kept_by, kept_at)
                        values (:region, :kind, :what, :how, :day, :by, :now)""")
                .param("region", region)
                .param("kind", kind.name())
                .param("what", what)
                .param("how", how)
                .param("day", day)
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    void remove(long id) {
        jdbc.sql("delete from klyngeflow.support_entry where support_entry_id = :id")
                .param("id", id)
                .update();
    }
}
