package dk.klyngeflow.logins;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.FailedMails;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.AddressChanged;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.Passwords;
import dk.klyngeflow.security.SecurityLog;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A changed mail address is told to the old one and confirmed from the new one; until then nobody gets a password by it. */
@Repository
class AddressChanges {

    static final String PURPOSE = "mail-address";

    private static final Duration NOT_AGAIN = Duration.ofMinutes(20);

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final People people;
    private final Links links;
    private final Outbox outbox;
    private final Passwords passwords;
    private final PasswordLinks passwordLinks;
    private final SecurityLog log;

    AddressChanges(
            JdbcClient jdbc,
            CopenhagenTime time,
            People people,
            Links links,
            Outbox outbox,
            Passwords passwords,
            PasswordLinks passwordLinks,
            SecurityLog log) {
        this.jdbc = jdbc;
        this.time = time;
        this.people = people;
        this.links = links;
        this.outbox = outbox;
        this.passwords = passwords;
        this.passwordLinks = passwordLinks;
        this.log = log;
    }

    @EventListener
    void changed(AddressChanged changed) {
        String person = changed.personId();
        log.note(SecurityLog.Kind.ADDRESS_CHANGED, person, "", "");
        if (!passwords.areKeptHere()) {
            return;
        }
        // what lies in the old mailbox is no longer hers alone
        passwordLinks.endAllOf(person);
        people.clusterOf(person).ifPresent(cluster -> {
            if (FailedMails.isAddress(changed.old())) {
                outbox.enqueue(Mail.of(
                        cluster,
                        "address-changed",
                        "address-changed:" + UUID.randomUUID() + ":" + person + ":1",
                        Recipient.address(changed.old(), people.nameOf(person)),
                        Map.of(),
                        null));
            }
            ask(cluster, person, Duration.ZERO);
            if (passwords.hasNone(person)) {
                passwordLinks.send(cluster, person, PasswordLinks.Kind.INVITED);
            }
        });
    }

    /** Mails her once more, but not twice within minutes. */
    void ask(String clusterId, String personId) {
        ask(clusterId, personId, NOT_AGAIN);
    }

    private void ask(String clusterId, String personId, Duration notAgain) {
        Instant now = time.now();
        boolean justAsked = jdbc.sql("""
                        select count(*) from klyngeflow.address_change
                        where person_id = :person and ended_at is null and changed_at > :since""")
                        .param("person", personId)
                        .param("since", Timestamp.from(now.minus(notAgain)))
                        .query(Integer.class)
                        .single()
                > 0;
        if (justAsked) {
            return;
        }
        end(personId);
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into klyngeflow.address_change (address_change_id, cluster_id, person_id, changed_at)
                        values (:id, :cluster, :person, :now)""")
                .param("id", id)
                .param("cluster", clusterId)
                .param("person", personId)
                .param("now", Timestamp.from(now))
                .update();
        outbox.enqueue(Mail.of(
                        clusterId,
                        "address-confirm",
                        "address-confirm:" + id + ":" + personId + ":1",
                        Recipient.person(personId),
                        Map.of(),
                        null)
                .withLink(links.of(clusterId, PURPOSE, id.toString(), personId)));
    }

    boolean isUnconfirmed(String personId) {
        return jdbc.sql("""
                        select count(*) from klyngeflow.address_change where person_id = :person and ended_at is null""").param("person", personId).query(Integer.class).single() > 0;
    }

    /** She has got a mail there. */
    void confirm(String personId) {
        if (end(personId)) {
            log.note(SecurityLog.Kind.ADDRESS_CONFIRMED, personId, "", "");
        }
    }

    private boolean end(String personId) {
        List<List<String>> ended = jdbc.sql("""
                        update klyngeflow.address_change set ended_at = :now where person_id = :person and ended_at is null
                        returning cluster_id, address_change_id""")
                .param("person", personId)
                .param("now", Timestamp.from(time.now()))
                .query((row, number) -> List.of(row.getString("cluster_id"), row.getString("address_change_id")))
                .list();
        ended.forEach(each -> links.end(each.get(0), PURPOSE, each.get(1), personId));
        return !ended.isEmpty();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from klyngeflow.address_change where ended_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
