package dk.klyngeflow.bookings;

import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Each cluster's directory of venues, caterers and speakers, in the order in which they are asked. */
@Repository
public class Suppliers {

    private static final String COLUMNS =
            "s.cluster_id, s.supplier_id, s.kind, s.name, s.contact, s.mail, s.phone, s.cvr, s.address,"
                    + " s.price_guide, s.note, s.capacity, s.is_own, s.is_active, s.rank ";
    private static final Rows<Supplier> ROW = Rows.of(Supplier.class, "supplier");
    private static final Rows<Entry> ENTRY = Rows.of(Entry.class, "supplier");

    private final JdbcClient jdbc;

    Suppliers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What people tell of a supplier; see {@link Supplier}. */
    public record Entry(
            BookingKind kind,
            String name,
            Reach reach,
            Terms terms,
            @Column("is_own") boolean own,
            @Column("is_active") boolean active) {}

    /** Where it is and how it is asked. */
    public record Reach(String contact, String mail, String phone, String cvr, String address) {

        public static Reach by(String mail, String phone) {
            return new Reach("", mail, phone, "", "");
        }
    }

    /** What it offers. */
    public record Terms(
            String priceGuide, String note, @Nullable Integer capacity) {

        public static final Terms UNKNOWN = new Terms("", "", null);
    }

    public Optional<Supplier> find(String clusterId, String supplierId) {
        return jdbc.sql("select " + COLUMNS + """
                        from klyngeflow.supplier s where s.cluster_id = :cluster and s.supplier_id = :id""")
                .param("cluster", clusterId)
                .param("id", supplierId)
                .query(ROW)
                .optional();
    }

    /** All of them by kind, in the order in which they are asked. */
    public List<Supplier> of(String clusterId) {
        return jdbc.sql("select " + COLUMNS + """
                        from klyngeflow.supplier s where s.cluster_id = :cluster
                        order by s.kind, s.rank, s.name""")
                .param("cluster", clusterId)
                .query(ROW)
                .list();
    }

    /** The active ones of a kind. */
    public List<Supplier> of(String clusterId, BookingKind kind) {
        return of(clusterId).stream()
                .filter(supplier -> supplier.kind() == kind && supplier.active())
                .toList();
    }

    boolean isNamed(String clusterId, BookingKind kind, String name, @Nullable String exceptId) {
        return jdbc.sql("""
                        select count(*) from klyngeflow.supplier
                        where cluster_id = :cluster and kind = :kind and lower(name) = lower(:name)
                          and supplier_id is distinct from :except""")
                        .param("cluster", clusterId)
                        .param("kind", kind.name())
                        .param("name", name)
                        .param("except", exceptId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Adds one at the end of its list. @return its id */
    @Transactional
    public String add(String clusterId, Entry entry) {
        String id = UUID.randomUUID().toString();
        bound(jdbc.sql("""
                        insert into klyngeflow.supplier
                            (cluster_id, supplier_id, kind, name, contact, mail, phone, cvr, address,
                             price_guide, note, capacity, is_own, is_active, rank)
                        select :cluster, :id, :kind, :name, :contact, :mail, :phone, :cvr, :address,
                               :price_guide, :note, :capacity, :is_own, :is_active, coalesce(max(rank), 0) + 1
                        from klyngeflow.supplier where cluster_id = :cluster and kind = :kind"""), clusterId, id, entry).update();
        return id;
    }

    /** Changes one; what has been booked already stays as it was. */
    @Transactional
    public void change(String clusterId, String supplierId, Entry entry) {
        bound(jdbc.sql("""
                        update klyngeflow.supplier
                        set name = :name, contact = :contact, mail = :mail, phone = :phone, cvr = :cvr,
                            address = :address, price_guide = :price_guide, note = :note, capacity = :capacity,
                            is_own = :is_own, is_active = :is_active
                        where cluster_id = :cluster and supplier_id = :id and kind = :kind"""), clusterId, supplierId, entry).update();
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec statement, String clusterId, String id, Entry entry) {
        return statement.param("cluster", clusterId).param("id", id).params(ENTRY.values(entry));
    }

    /** Lets a supplier change places with the one that is asked before it; does nothing for the first. */
    @Transactional
    public void moveUp(String clusterId, String supplierId) {
        jdbc.sql("""
                        with it as (
                            select cluster_id, kind, rank from klyngeflow.supplier
                            where cluster_id = :cluster and supplier_id = :id),
                        before as (
                            select s.supplier_id, s.rank from klyngeflow.supplier s, it
                            where s.cluster_id = it.cluster_id and s.kind = it.kind and s.rank < it.rank
                            order by s.rank desc limit 1)
                        update klyngeflow.supplier s
                        set rank = case when s.supplier_id = :id then before.rank else it.rank end
                        from it, before
                        where s.cluster_id = :cluster and s.supplier_id in (:id, before.supplier_id)""").param("cluster", clusterId).param("id", supplierId).update();
    }

    /**
     * Who can be asked for this: those with room for the guests whom this meeting has not asked for that time yet.
     *
     * @param chosenId is asked first
     */
    List<Supplier> toAsk(
            String clusterId,
            String caseKey,
            BookingKind kind,
            Instant start,
            Instant end,
            @Nullable Integer people,
            @Nullable String chosenId) {
        return jdbc.sql("select " + COLUMNS + """
                        from klyngeflow.supplier s
                        where s.cluster_id = :cluster and s.kind = :kind and s.is_active
                          and (s.capacity is null or :people::integer is null or s.capacity >= :people::integer)
                          and not exists (
                              select 1 from klyngeflow.booking b
                              where b.cluster_id = s.cluster_id and b.supplier_id = s.supplier_id
                                and b.case_key = :case and b.starts_at = :start and b.ends_at = :end)
                        order by s.supplier_id is distinct from :chosen, s.rank, s.name""")
                .param("cluster", clusterId)
                .param("kind", kind.name())
                .param("people", people)
                .param("case", caseKey)
                .param("start", java.sql.Timestamp.from(start))
                .param("end", java.sql.Timestamp.from(end))
                .param("chosen", chosenId)
                .query(ROW)
                .list();
    }
}
