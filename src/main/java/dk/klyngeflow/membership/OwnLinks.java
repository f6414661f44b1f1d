package dk.klyngeflow.membership;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Mails their own link to those who are in the cluster or were; once an hour at most. Only the newest opens anything. */
@Repository
class OwnLinks {

    static final String PURPOSE = "membership-page";

    /** Of somebody who holds no post any longer: a link of hers as a person would be dead. */
    static final String GUEST = "guest:";

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final Links links;
    private final Outbox outbox;

    OwnLinks(JdbcClient jdbc, CopenhagenTime time, Links links, Outbox outbox) {
        this.jdbc = jdbc;
        this.time = time;
        this.links = links;
        this.outbox = outbox;
    }

    private record Known(String personId, boolean isOf) {}

    /** Nothing when nobody of the cluster has the address; two who share a mailbox get one each. */
    @Transactional
    public void mail(String clusterId, String address) {
        String hour = time.now().toString().substring(0, 13);
        known(clusterId, address).forEach(known -> {
            String holder = known.isOf() ? known.personId() : GUEST + known.personId();
            boolean isNew = outbox.enqueue(Mail.of(
                            clusterId,
                            PURPOSE,
                            PURPOSE + ":" + known.personId() + ":" + hour,
                            Recipient.person(known.personId()),
                            Map.of(),
                            null)
                    .withLink(links.of(clusterId, PURPOSE, "", holder)));
            if (isNew) {
                links.renew(clusterId, PURPOSE, "", holder);
            }
        });
    }

    private List<Known> known(String clusterId, String address) {
        return jdbc.sql("""
                        select p.person_id, bool_or(r.from_day <= :today and (r.until_day is null or r.until_day > :today)) as is_of
                        from klyngeflow.person p join klyngeflow.role_holder r on r.person_id = p.person_id
                        where r.cluster_id = :cluster and lower(p.mail) = lower(:mail) and p.erased_at is null
                        group by p.person_id order by p.person_id""")
                .param("cluster", clusterId)
                .param("mail", address)
                .param("today", time.today())
                .query((row, number) -> new Known(row.getString("person_id"), row.getBoolean("is_of")))
                .list();
    }
}
