package dk.klyngeflow.security;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.CprNumbers;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Column;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who did what to the doors of the platform, from where and when. Nothing that somebody typed is written here: in the field for the user
 * name people type their password, too. Joins the caller's transaction: what is taken back was not done.
 */
@Repository
public class SecurityLog {

    private static final Rows<Entry> ROW = Rows.of(Entry.class, "security_entry");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final CurrentPerson person;

    SecurityLog(JdbcClient jdbc, CopenhagenTime time, CurrentPerson person) {
        this.jdbc = jdbc;
        this.time = time;
        this.person = person;
    }

    /** What happened; Danish as people read it. */
    public enum Kind {
        LOGGED_IN("Log-in"),
        LOGIN_FAILED("Forkert log-in"),
        LOCKED_OUT("Spærret for en tid"),
        LOGGED_OUT("Log-ud"),
        PASSWORD_CHANGED("Adgangskode skiftet"),
        PASSWORD_CHOSEN("Adgangskode valgt med et link"),
        PASSWORD_GIVEN("Adgangskode givet af en anden"),
        PASSWORD_LINK_SENT("Link til adgangskode sendt"),
        ADDRESS_CHANGED("Mailadresse ændret"),
        ADDRESS_CONFIRMED("Mailadresse bekræftet"),
        POST_GIVEN("Post givet"),
        POST_ENDED("Post afsluttet"),
        ADMINISTRATOR_ADDED("Gjort til administrator"),
        ADMINISTRATOR_REMOVED("Ikke længere administrator"),
        MANDATE_MOVED("Opgave overdraget"),
        MANDATE_TAKEN_BACK("Overdragelse taget tilbage"),
        SETTING_CHANGED("Indstilling ændret"),
        CLUSTER_OPENED("Klynge oprettet"),
        CLUSTER_CLOSED("Klynge lukket"),
        CLUSTER_DELETED("Lukket klynge slettet"),
        PERSON_ERASED("Personoplysninger slettet"),
        EXPORTED("Udtræk hentet");

        private final String danish;

        Kind(String danish) {
            this.danish = danish;
        }

        public String danish() {
            return danish;
        }
    }

    /**
     * @param who id of the person who did it; empty when nobody was logged in
     * @param about id of the person it was done to; empty when to nobody
     * @param clusterId empty when it is about the platform
     * @param detail a word of our own, such as the key of a setting or the name of a post; never what somebody typed
     * @param address from where
     */
    public record Entry(
            @Column("security_entry_id") long id,
            Instant at,
            Kind kind,
            String who,
            String about,
            String clusterId,
            String detail,
            String address) {}

    /**
     * What of it is asked for.
     *
     * @param person id of somebody who did it or whom it was done to; empty for everybody
     * @param before only what is older than the entry of this number; null for the newest
     */
    public record Wanted(
            @Nullable Kind kind,
            String person,
            Instant from,
            Instant until,
            @Nullable Long before,
            int most) {}

    /** Something that the person who is logged in did to the platform or to herself. */
    public void note(Kind kind) {
        note(kind, "", "", "");
    }

    /** Something that the person who is logged in did, or nobody when nobody is. */
    public void note(Kind kind, String about, String clusterId, String detail) {
        write(new Entry(0, time.now(), kind, person.id().orElse(""), about, clusterId, detail, address()));
    }

    /** At the log-in itself, where nobody is logged in yet or any longer, and no page of ours is under way that would know the address. */
    void noteBy(Kind kind, String who, String address) {
        write(new Entry(0, time.now(), kind, who, "", "", "", address));
    }

    private void write(Entry entry) {
        jdbc.sql("""
                        insert into klyngeflow.security_entry (at, kind, who, about, cluster_id, detail, address)
                        values (:at, :kind, :who, :about, :cluster, :detail, :address)""")
                .param("at", Timestamp.from(entry.at()))
                .param("kind", entry.kind().name())
                .param("who", clean(entry.who(), 64))
                .param("about", clean(entry.about(), 64))
                .param("cluster", entry.clusterId())
                .param("detail", clean(entry.detail(), 200))
                .param("address", clean(entry.address(), 60))
                .update();
    }

    private static String clean(String text, int longest) {
        String masked = CprNumbers.masked(text);
        return masked.length() > longest ? masked.substring(0, longest) : masked;
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? String.valueOf(request.getRequest().getRemoteAddr())
                : "";
    }

    /** The newest first. */
    public List<Entry> find(Wanted wanted) {
        return jdbc.sql("""
                        select security_entry_id, at, kind, who, about, cluster_id, detail, address
                        from klyngeflow.security_entry
                        where at >= :from and at < :until
                          and (:kind = '' or kind = :kind)
                          and (:person = '' or who = :person or about = :person)
                          and (:before = 0 or security_entry_id < :before)
                        order by security_entry_id desc limit :most""")
                .params(Map.of(
                        "from", Timestamp.from(wanted.from()),
                        "until", Timestamp.from(wanted.until()),
                        "kind", wanted.kind() == null ? "" : wanted.kind().name(),
                        "person", wanted.person(),
                        "before", wanted.before() == null ? 0 : wanted.before(),
                        "most", wanted.most()))
                .query(ROW)
                .list();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from klyngeflow.security_entry where at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
