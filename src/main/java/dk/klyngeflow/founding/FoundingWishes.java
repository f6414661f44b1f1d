package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Wishes from the open page. One mail goes to the address and says nothing that was typed; only when whoever reads it says so there is a
 * cluster to found. What nobody confirms is gone after two days.
 */
@Repository
class FoundingWishes {

    static final String PURPOSE = "founding-start";
    static final String CONFIRM_MAIL = "founding-confirm";
    static final Duration WORKS = Duration.ofDays(2);

    /** Whose mails are sent before there is a cluster. */
    private static final String PLATFORM = "klyngeflow";

    private static final Logger LOG = LoggerFactory.getLogger(FoundingWishes.class);
    private static final int MOST_A_DAY_OF_AN_ADDRESS = 3;
    private static final int MOST_A_DAY = 100;
    private static final Duration SAME = Duration.ofMinutes(20);
    private static final Rows<FoundingWish> ROW = Rows.of(FoundingWish.class, "founding_wish");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final FoundingStarts starts;
    private final Links links;
    private final Outbox outbox;

    FoundingWishes(JdbcClient jdbc, CopenhagenTime time, FoundingStarts starts, Links links, Outbox outbox) {
        this.jdbc = jdbc;
        this.time = time;
        this.starts = starts;
        this.links = links;
        this.outbox = outbox;
    }

    /** True when so many want a cluster today that no more are taken. */
    boolean isFull() {
        return jdbc.sql("select count(*) from klyngeflow.founding_wish where asked_at > :since")
                        .param("since", Timestamp.from(time.now().minus(Duration.ofDays(1))))
                        .query(Integer.class)
                        .single()
                >= MOST_A_DAY;
    }

    /** Mails the link, unless the address has had enough of them; whoever asks is told the same either way. */
    @Transactional
    public void ask(FoundingWish.Wanted wanted, FoundingWish.Founder founder) {
        // two clicks at once are one wish
        jdbc.sql("select pg_advisory_xact_lock(hashtext('founding' || lower(:mail)))")
                .param("mail", founder.mail())
                .query(row -> {});
        boolean isSame = sent(founder.mail(), wanted.clusterName(), SAME) > 0;
        if (isSame || sent(founder.mail(), "", Duration.ofDays(1)) >= MOST_A_DAY_OF_AN_ADDRESS) {
            return;
        }
        FoundingWish wish = new FoundingWish(UUID.randomUUID(), wanted, founder, time.now(), null);
        jdbc.sql("""
                        insert into klyngeflow.founding_wish
                          (wish_id, cluster_name, region_name, provider_number, practice_name, patients, name, mail, asked_at)
                        values (:wish_id, :cluster_name, :region_name, :provider_number, :practice_name, :patients, :name,
                          :mail, :asked_at)""").params(ROW.values(wish)).update();
        String id = wish.wishId().toString();
        outbox.enqueue(Mail.of(
                        PLATFORM,
                        CONFIRM_MAIL,
                        CONFIRM_MAIL + ":" + id + ":1",
                        Recipient.address(founder.mail(), ""),
                        Map.of(),
                        null)
                .withLink(links.of(PLATFORM, PURPOSE, id, "guest:" + id)));
        LOG.info("founding wish {} waits for its address to be confirmed", id);
    }

    private int sent(String mail, String clusterName, Duration within) {
        return jdbc.sql("""
                        select count(*) from klyngeflow.founding_wish
                        where lower(mail) = lower(:mail) and (:name = '' or cluster_name = :name) and asked_at > :since""")
                .param("mail", mail)
                .param("name", clusterName)
                .param("since", Timestamp.from(time.now().minus(within)))
                .query(Integer.class)
                .single();
    }

    Optional<FoundingWish> find(String id) {
        return jdbc.sql("select * from klyngeflow.founding_wish where wish_id = :id")
                .param("id", UUID.fromString(id))
                .query(ROW)
                .optional();
    }

    boolean isOver(FoundingWish wish) {
        return wish.clusterId() != null || time.now().isAfter(wish.askedAt().plus(WORKS));
    }

    /** The address is hers: the cluster begins to be founded. A second time changes nothing. */
    @Transactional
    public void confirm(FoundingWish asked) {
        FoundingWish wish = jdbc.sql("select * from klyngeflow.founding_wish where wish_id = :id for update")
                .param("id", asked.wishId())
                .query(ROW)
                .single();
        if (isOver(wish)) {
            return;
        }
        String cluster = starts.begin(wish.wanted(), wish.founder());
        jdbc.sql("update klyngeflow.founding_wish set cluster_id = :cluster where wish_id = :id")
                .param("cluster", cluster)
                .param("id", wish.wishId())
                .update();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from klyngeflow.founding_wish where asked_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
