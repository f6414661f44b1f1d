package dk.klyngeflow.year;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.security.Refused;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The items of every cluster's years, and what was changed in them by hand. */
@Repository
class YearPlan {

    private static final Rows<YearItem> ROW = Rows.of(YearItem.class, "year_item");
    private static final Rows<Change> CHANGE = Rows.of(Change.class, "year_change");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    YearPlan(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** What somebody has done to an item. */
    enum What {
        MOVED("Flyttet"),
        DONE("Sat som gjort"),
        DROPPED("Udgår");

        private final String danish;

        What(String danish) {
            this.danish = danish;
        }

        public String danish() {
            return danish;
        }
    }

    record Change(
            int year,
            String itemId,
            What what,
            LocalDate fromDay,
            LocalDate toDay,
            String reason,
            String changedBy,
            Instant changedAt) {}

    /** What is planned already stays as it is. */
    void add(YearItem item) {
        Map<String, @Nullable Object> values = ROW.values(item);
        jdbc.sql("insert into klyngeflow.year_item (" + String.join(", ", values.keySet()) + ") values ("
                        + values.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "))
                        + ") on conflict do nothing")
                .params(values)
                .update();
    }

    /** In the order of their days. */
    List<YearItem> of(String clusterId, int year) {
        return jdbc.sql("""
                        select * from klyngeflow.year_item where cluster_id = :cluster and year = :year
                        order by due_on, item_id""")
                .param("cluster", clusterId)
                .param("year", year)
                .query(ROW)
                .list();
    }

    Optional<YearItem> find(String clusterId, int year, String itemId) {
        return of(clusterId, year).stream()
                .filter(item -> item.itemId().equals(itemId))
                .findFirst();
    }

    YearItem get(String clusterId, int year, String itemId) {
        return find(clusterId, year, itemId)
                .orElseThrow(() -> new IllegalStateException("no item " + itemId + " in " + year + " of " + clusterId));
    }

    /** True while one of the kind has not begun, in whichever year. */
    boolean hasAhead(String clusterId, YearKind kind) {
        return jdbc.sql("""
                        select exists (select from klyngeflow.year_item where cluster_id = :cluster and kind = :kind
                          and started_at is null and done_on is null and not is_dropped)""")
                .param("cluster", clusterId)
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    /** When one of the kind was last done. */
    Optional<LocalDate> lastDone(String clusterId, YearKind kind) {
        return jdbc.sql("""
                        select done_on from klyngeflow.year_item
                        where cluster_id = :cluster and kind = :kind and done_on is not null
                        order by done_on desc limit 1""")
                .param("cluster", clusterId)
                .param("kind", kind.name())
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    /** Ids of what the items of all years have become. */
    List<String> references(String clusterId) {
        return jdbc.sql(
                        "select reference from klyngeflow.year_item where cluster_id = :cluster and reference is not null")
                .param("cluster", clusterId)
                .query(String.class)
                .list();
    }

    /** Takes out what has neither begun nor been changed by hand, so that it can be planned anew. */
    void clear(String clusterId, int year, YearKind kind) {
        jdbc.sql("""
                        delete from klyngeflow.year_item i where cluster_id = :cluster and year = :year and kind = :kind
                          and started_at is null and done_on is null and not is_dropped
                          and not exists (select from klyngeflow.year_change c where c.cluster_id = i.cluster_id
                            and c.year = i.year and c.item_id = i.item_id)""")
                .param("cluster", clusterId)
                .param("year", year)
                .param("kind", kind.name())
                .update();
    }

    /** Puts what has not begun on other days. */
    void layAnew(YearItem item, YearItem.Days days, String note) {
        jdbc.sql("""
                        update klyngeflow.year_item set starts_on = :starts, due_on = :due, planned_on = null, note = :note,
                          sequence = sequence + 1
                        where cluster_id = :cluster and year = :year and item_id = :item""")
                .param("starts", days.startsOn())
                .param("due", days.dueOn())
                .param("note", note)
                .param("cluster", item.clusterId())
                .param("year", item.year())
                .param("item", item.itemId())
                .update();
    }

    /** Puts it where a called assembly wants it, or back. @param plannedOn null when it is where the plan has it */
    void follow(YearItem item, YearItem.Days days, @Nullable LocalDate plannedOn) {
        jdbc.sql("""
                        update klyngeflow.year_item set starts_on = :starts, due_on = :due, planned_on = :planned, sequence = sequence + 1
                        where cluster_id = :cluster and year = :year and item_id = :item""")
                .param("starts", days.startsOn())
                .param("due", days.dueOn())
                .param("planned", plannedOn)
                .param("cluster", item.clusterId())
                .param("year", item.year())
                .param("item", item.itemId())
                .update();
    }

    /** It came to nothing, as its own room knows. */
    void lapsed(YearItem item, String note) {
        jdbc.sql("""
                        update klyngeflow.year_item set is_dropped = true, note = :note, sequence = sequence + 1
                        where cluster_id = :cluster and year = :year and item_id = :item""")
                .param("note", note)
                .param("cluster", item.clusterId())
                .param("year", item.year())
                .param("item", item.itemId())
                .update();
    }

    void started(YearItem item, @Nullable String reference) {
        jdbc.sql("""
                        update klyngeflow.year_item set started_at = :now, reference = :reference
                        where cluster_id = :cluster and year = :year and item_id = :item""")
                .param("now", Timestamp.from(time.now()))
                .param("reference", reference)
                .param("cluster", item.clusterId())
                .param("year", item.year())
                .param("item", item.itemId())
                .update();
    }

    void done(YearItem item, LocalDate day, @Nullable String by) {
        jdbc.sql("""
                        update klyngeflow.year_item set done_on = :day, done_by = :by
                        where cluster_id = :cluster and year = :year and item_id = :item and done_on is null""")
                .param("day", day)
                .param("by", by)
                .param("cluster", item.clusterId())
                .param("year", item.year())
                .param("item", item.itemId())
                .update();
    }

    void document(YearItem item, String documentId) {
        jdbc.sql("""
                        update klyngeflow.year_item set document_id = :document
                        where cluster_id = :cluster and year = :year and item_id = :item""")
                .param("document", documentId)
                .param("cluster", item.clusterId())
                .param("year", item.year())
                .param("item", item.itemId())
                .update();
    }

    /** Locked until the end of the transaction. @throws Refused when there is none */
    YearItem lock(String clusterId, int year, String itemId) {
        return jdbc.sql("""
                        select * from klyngeflow.year_item
                        where cluster_id = :cluster and year = :year and item_id = :item for update""")
                .param("cluster", clusterId)
                .param("year", year)
                .param("item", itemId)
                .query(ROW)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    /** @param to what becomes of it @param by a person's id */
    void change(YearItem item, What what, YearItem.Days to, String reason, String by) {
        jdbc.sql("""
                        insert into klyngeflow.year_change
                          (cluster_id, year, item_id, what, from_day, to_day, reason, changed_by, changed_at)
                        values (:cluster, :year, :item, :what, :from, :to, :reason, :by, :now)""")
                .param("cluster", item.clusterId())
                .param("year", item.year())
                .param("item", item.itemId())
                .param("what", what.name())
                .param("from", item.dueOn())
                .param("to", to.dueOn())
                .param("reason", reason)
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
        jdbc.sql("""
                        update klyngeflow.year_item set starts_on = :starts, due_on = :due, planned_on = null, sequence = sequence + 1,
                          is_dropped = is_dropped or :dropped
                        where cluster_id = :cluster and year = :year and item_id = :item""")
                .param("starts", to.startsOn())
                .param("due", to.dueOn())
                .param("dropped", what == What.DROPPED)
                .param("cluster", item.clusterId())
                .param("year", item.year())
                .param("item", item.itemId())
                .update();
    }

    /** What was changed by hand in a year, the newest first. */
    List<Change> changes(String clusterId, int year) {
        return jdbc.sql("""
                        select * from klyngeflow.year_change where cluster_id = :cluster and year = :year
                        order by change_id desc""")
                .param("cluster", clusterId)
                .param("year", year)
                .query(CHANGE)
                .list();
    }
}
