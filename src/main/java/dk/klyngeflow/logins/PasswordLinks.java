package dk.klyngeflow.logins;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.security.SecurityLog;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mailed links to choose a password: only the newest of a person works, once, and not for long. Joins the caller's transaction. */
@Repository
class PasswordLinks {

    static final String PURPOSE = "password";

    private static final Rows<PasswordLink> ROW = Rows.of(PasswordLink.class, "password_link");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final Links links;
    private final Outbox outbox;
    private final SecurityLog log;
    private final LoginHolder holders;

    PasswordLinks(
            JdbcClient jdbc, CopenhagenTime time, Links links, Outbox outbox, SecurityLog log, LoginHolder holders) {
        this.jdbc = jdbc;
        this.time = time;
        this.links = links;
        this.outbox = outbox;
        this.log = log;
        this.holders = holders;
    }

    /** Why a link was mailed, and how long it works. */
    enum Kind {
        INVITED("login-invitation", Duration.ofDays(7), "7 dage"),
        FORGOTTEN("password-forgotten", Duration.ofHours(2), "2 timer");

        private final String mail;
        private final Duration works;
        private final String inWords;

        Kind(String mail, Duration works, String inWords) {
            this.mail = mail;
            this.works = works;
            this.inWords = inWords;
        }

        String inWords() {
            return inWords;
        }
    }

    /** @param endedAt when it was used, or another took its place */
    record PasswordLink(
            UUID passwordLinkId,
            String clusterId,
            String personId,
            Kind kind,
            Instant expiresAt,
            @Nullable Instant endedAt) {

        boolean isEnded() {
            return endedAt != null;
        }
    }

    /** Mails a new one, in the place of those before. */
    void send(String clusterId, String personId, Kind kind) {
        endAllOf(personId);
        UUID id = UUID.randomUUID();
        Instant now = time.now();
        Instant until = now.plus(kind.works);
        jdbc.sql("""
                        insert into klyngeflow.password_link
                          (password_link_id, cluster_id, person_id, kind, made_at, expires_at)
                        values (:id, :cluster, :person, :kind, :now, :until)""")
                .param("id", id)
                .param("cluster", clusterId)
                .param("person", personId)
                .param("kind", kind.name())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .update();
        String link = links.of(clusterId, PURPOSE, id.toString(), holders.holder(clusterId, personId));
        Map<String, String> model = Map.of("until", DanishTime.MOMENT.format(until.atZone(CopenhagenTime.ZONE)));
        outbox.enqueue(Mail.of(
                        clusterId,
                        kind.mail,
                        kind.mail + ":" + id + ":" + personId + ":1",
                        holders.recipient(clusterId, personId),
                        model,
                        null)
                .withLink(link));
        log.note(SecurityLog.Kind.PASSWORD_LINK_SENT, personId, clusterId, "");
    }

    Optional<PasswordLink> find(String clusterId, String id) {
        return jdbc.sql("""
                        select password_link_id, cluster_id, person_id, kind, expires_at, ended_at
                        from klyngeflow.password_link where cluster_id = :cluster and password_link_id = :id""")
                .param("cluster", clusterId)
                .param("id", UUID.fromString(id))
                .query(ROW)
                .optional();
    }

    boolean isExpired(PasswordLink link) {
        return !time.now().isBefore(link.expiresAt());
    }

    /** How many were mailed to her since. */
    int sentSince(String personId, Instant since) {
        return jdbc.sql("""
                        select count(*) from klyngeflow.password_link where person_id = :person and made_at > :since""")
                .param("person", personId)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    boolean wasInvited(String personId) {
        return sentSince(personId, Instant.EPOCH) > 0;
    }

    /** None of hers opens anything from now on. */
    void endAllOf(String personId) {
        jdbc.sql("""
                        update klyngeflow.password_link set ended_at = :now
                        where person_id = :person and ended_at is null
                        returning cluster_id, password_link_id""")
                .param("person", personId)
                .param("now", Timestamp.from(time.now()))
                .query((row, number) -> List.of(row.getString("cluster_id"), row.getString("password_link_id")))
                .list()
                .forEach(ended ->
                        links.end(ended.get(0), PURPOSE, ended.get(1), holders.holder(ended.get(0), personId)));
    }

    int forget(Instant before) {
        return jdbc.sql("delete from klyngeflow.password_link where made_at < :before and ended_at is not null")
                .param("before", Timestamp.from(before))
                .update();
    }
}
