package dk.klyngeflow.contactbook;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The contact book of each cluster. */
@Repository
public class Contacts {

    /** More nobody keeps; a book that is filled by mistake stays readable. */
    static final int MOST = 2_000;

    private static final Rows<Contact> ROW = Rows.of(Contact.class, "contact");
    private static final Rows<Entry> ENTRY = Rows.of(Entry.class, "contact");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    Contacts(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** What people tell of somebody; see {@link Contact}. */
    public record Entry(ContactKind kind, Contact.Who who, Contact.Reach reach, String note) {}

    public Optional<Contact> find(String clusterId, String contactId) {
        return jdbc.sql("select * from klyngeflow.contact where cluster_id = :cluster and contact_id = :id")
                .param("cluster", clusterId)
                .param("id", contactId)
                .query(ROW)
                .optional();
    }

    /** All of them, by name. */
    public List<Contact> of(String clusterId) {
        return jdbc.sql(
                        "select * from klyngeflow.contact where cluster_id = :cluster order by lower(name), organisation")
                .param("cluster", clusterId)
                .query(ROW)
                .list();
    }

    /** Those who can be written to. */
    public List<Contact> withMail(String clusterId) {
        return of(clusterId).stream()
                .filter(contact -> !contact.mail().isEmpty())
                .toList();
    }

    /** Who is called so and is of that organisation: the same again is no second entry. */
    Optional<Contact> called(String clusterId, Contact.Who who) {
        return jdbc.sql("""
                        select * from klyngeflow.contact
                        where cluster_id = :cluster and lower(name) = lower(:name) and lower(organisation) = lower(:organisation)""")
                .param("cluster", clusterId)
                .param("name", who.name())
                .param("organisation", who.organisation())
                .query(ROW)
                .optional();
    }

    /** @return its id; that of the one who is there already when she is called the same and is of the same organisation */
    @Transactional
    public String add(String clusterId, Entry entry) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into klyngeflow.contact
                          (contact_id, cluster_id, kind, name, role, organisation, phone, mail, note, kept_at)
                        values (:id, :cluster, :kind, :name, :role, :organisation, :phone, :mail, :note, :now)
                        on conflict (cluster_id, lower(name), lower(organisation)) do nothing""")
                .param("id", id)
                .param("cluster", clusterId)
                .params(ENTRY.values(entry))
                .param("now", now())
                .update();
        return called(clusterId, entry.who()).map(Contact::contactId).orElse(id);
    }

    void change(String clusterId, String contactId, Entry entry) {
        jdbc.sql("""
                        update klyngeflow.contact
                        set kind = :kind, name = :name, role = :role, organisation = :organisation, phone = :phone, mail = :mail,
                            note = :note, kept_at = :now
                        where cluster_id = :cluster and contact_id = :id""")
                .param("id", contactId)
                .param("cluster", clusterId)
                .params(ENTRY.values(entry))
                .param("now", now())
                .update();
    }

    /** @return false when she was gone already */
    boolean remove(String clusterId, String contactId) {
        return jdbc.sql("delete from klyngeflow.contact where cluster_id = :cluster and contact_id = :id")
                        .param("cluster", clusterId)
                        .param("id", contactId)
                        .update()
                == 1;
    }

    /** Somebody at this address wrote to the cluster by another way than a mail. */
    @Transactional
    public void wrote(String clusterId, String address) {
        heard(clusterId, address, Contact.Way.IN);
    }

    /** Somebody at this address wrote, or was written to; does nothing when nobody here has it. */
    void heard(String clusterId, String address, Contact.Way way) {
        if (address.isBlank()) {
            return;
        }
        jdbc.sql("""
                        update klyngeflow.contact set last_way = :way, last_at = :now
                        where cluster_id = :cluster and mail <> '' and lower(mail) = :address""")
                .param("cluster", clusterId)
                .param("address", address.strip().toLowerCase(Locale.ROOT))
                .param("way", way.name())
                .param("now", now())
                .update();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from klyngeflow.contact where greatest(kept_at, coalesce(last_at, kept_at)) < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }
}
