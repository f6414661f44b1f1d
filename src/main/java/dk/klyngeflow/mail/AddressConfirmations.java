package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.Links;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever types an address on an open page gets one mail with a link there, which says nothing that was typed; only whoever reads it can go
 * on. No address gets many of them, no page of a cluster sends many in a day, and the same typed twice at once is one.
 */
@Repository
public class AddressConfirmations {

    /** So long the link works, and what was typed is kept. */
    public static final Duration WORKS = Duration.ofDays(2);

    private static final int MOST_A_DAY_OF_AN_ADDRESS = 3;
    private static final int MOST_A_DAY = 100;
    private static final Duration SAME = Duration.ofMinutes(20);

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final Links links;
    private final Outbox outbox;

    AddressConfirmations(JdbcClient jdbc, CopenhagenTime time, Links links, Outbox outbox) {
        this.jdbc = jdbc;
        this.time = time;
        this.links = links;
        this.outbox = outbox;
    }

    /**
     * One wish typed on an open page.
     *
     * @param linkPurpose of the link page that asks for the confirmation
     * @param mailPurpose of the mail that brings the link
     * @param address    where the link goes
     * @param matter     what tells two wishes of one address apart
     */
    public record Asking(String clusterId, String linkPurpose, String mailPurpose, String address, String matter) {}

    /** True when so many have asked there today that no more are taken. */
    public boolean isFull(String clusterId, String linkPurpose) {
        return count(clusterId, linkPurpose, "", "", Duration.ofDays(1)) >= MOST_A_DAY;
    }

    /**
     * Counts it, unless the address has had enough or has just asked the same; whoever asks is told the same either way. Two clicks at once
     * are one: the second waits until the first is in.
     *
     * @return false when nothing is to be kept or mailed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean mayAsk(Asking asking) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:what))")
                .param("what", asking.linkPurpose() + asking.address().toLowerCase(Locale.ROOT))
                .query(row -> {});
        String address = hash(asking.address().toLowerCase(Locale.ROOT));
        String matter = hash(asking.matter());
        if (count(asking.clusterId(), asking.linkPurpose(), address, matter, SAME) > 0
                || count(asking.clusterId(), asking.linkPurpose(), address, "", Duration.ofDays(1))
                        >= MOST_A_DAY_OF_AN_ADDRESS) {
            return false;
        }
        jdbc.sql("""
                        insert into klyngeflow.open_asking (cluster_id, purpose, address_hash, matter_hash, asked_at)
                        values (:cluster, :purpose, :address, :matter, :now)""")
                .param("cluster", asking.clusterId())
                .param("purpose", asking.linkPurpose())
                .param("address", address)
                .param("matter", matter)
                .param("now", Timestamp.from(time.now()))
                .update();
        return true;
    }

    /** @param id of what was kept meanwhile; the link's subject */
    public void mail(Asking asking, String id) {
        outbox.enqueue(Mail.of(
                        asking.clusterId(),
                        asking.mailPurpose(),
                        asking.mailPurpose() + ":" + id + ":1",
                        Recipient.address(asking.address(), ""),
                        Map.of(),
                        null)
                .withLink(links.of(asking.clusterId(), asking.linkPurpose(), id, "guest:" + id)));
    }

    /** True when the link is too old to confirm anything. */
    public boolean isOver(Instant askedAt) {
        return time.now().isAfter(askedAt.plus(WORKS));
    }

    private int count(String clusterId, String purpose, String address, String matter, Duration within) {
        return jdbc.sql("""
                        select count(*) from klyngeflow.open_asking
                        where cluster_id = :cluster and purpose = :purpose and asked_at > :since
                          and (:address = '' or address_hash = :address) and (:matter = '' or matter_hash = :matter)""")
                .param("cluster", clusterId)
                .param("purpose", purpose)
                .param("address", address)
                .param("matter", matter)
                .param("since", Timestamp.from(time.now().minus(within)))
                .query(Integer.class)
                .single();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from klyngeflow.open_asking where asked_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
