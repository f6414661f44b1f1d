package dk.klyngeflow.calendar;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.ClusterClosed;
import dk.klyngeflow.members.MemberLeft;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.DerivedKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The secret addresses at which calendar programs read people's events. An address is the id of a row and an HMAC of it: whoever reads the
 * database learns none, and the look-up by id alone names no cluster because the code proves its row.
 */
@Repository
public class CalendarFeeds {

    static final String PATH = "/kalender/";

    /** Purpose of the personal link to the page about the address. */
    static final String PAGE = "calendar-feed";

    private static final String PURPOSE = "calendar-feeds";
    private static final int ID_BYTES = 16;
    private static final int HMAC_BYTES = 32;
    private static final int LENGTH = 64;

    private static final Rows<Feed> ROW = Rows.of(Feed.class, "calendar_feed");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final People people;
    private final Links links;
    private final byte[] key;
    private final List<byte[]> accepted;
    private final String publicUrl;

    CalendarFeeds(
            JdbcClient jdbc,
            CopenhagenTime time,
            People people,
            Links links,
            DerivedKeys keys,
            @Value("${klyngeflow.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.time = time;
        this.people = people;
        this.links = links;
        this.key = keys.current(PURPOSE);
        this.accepted = keys.accepted(PURPOSE);
        this.publicUrl = publicUrl;
    }

    record Feed(@Column("feed_id") UUID id, String clusterId, String personId) {}

    /** The address of her feed, made when there is none; the same one until it is revoked. */
    public String url(String clusterId, String personId) {
        jdbc.sql("""
                        insert into klyngeflow.calendar_feed (feed_id, cluster_id, person_id, created_at)
                        values (:id, :cluster, :person, :now)
                        on conflict (cluster_id, person_id) where ended_at is null do nothing""")
                .param("id", UUID.randomUUID())
                .param("cluster", clusterId)
                .param("person", personId)
                .param("now", Timestamp.from(time.now()))
                .update();
        return known(clusterId, personId).orElseThrow();
    }

    /** The address that she has, of the kind that a calendar subscribes to at one click; empty when there is none, or it was revoked. */
    Optional<String> known(String clusterId, String personId) {
        return alive(clusterId, personId)
                .map(id -> publicUrl.replaceFirst("^https?:", "webcal:") + PATH
                        + code(new Feed(id, clusterId, personId)) + ".ics");
    }

    private Optional<UUID> alive(String clusterId, String personId) {
        return jdbc.sql("""
                        select feed_id from klyngeflow.calendar_feed
                        where cluster_id = :cluster and person_id = :person and ended_at is null""")
                .param("cluster", clusterId)
                .param("person", personId)
                .query(UUID.class)
                .optional();
    }

    /** Where she changes or closes the address. A page that nobody can open from the address itself, which many programs know. */
    public String pageUrl(String clusterId, String personId) {
        return links.url(clusterId, links.of(clusterId, PAGE, "", personId)).orElse("");
    }

    /** Of somebody who leaves and has no other post either. */
    @EventListener
    void left(MemberLeft left) {
        if (!people.isOf(left.clusterId(), left.personId())) {
            revoke(left.clusterId(), left.personId());
        }
    }

    @EventListener
    void closed(ClusterClosed closed) {
        jdbc.sql("""
                        update klyngeflow.calendar_feed set ended_at = :now
                        where cluster_id = :cluster and ended_at is null""")
                .param("now", Timestamp.from(time.now()))
                .param("cluster", closed.clusterId())
                .update();
    }

    /** Ends the addresses of people who have no post left, whichever they had. */
    int revokeThoseOfLeavers() {
        return jdbc.sql("""
                        update klyngeflow.calendar_feed f set ended_at = :now
                        where ended_at is null and not exists (
                          select from klyngeflow.role_holder r
                          where r.cluster_id = f.cluster_id and r.person_id = f.person_id
                            and (r.until_day is null or r.until_day > :today))""")
                .param("now", Timestamp.from(time.now()))
                .param("today", time.today())
                .update();
    }

    /** Forgets addresses that ended before that moment. */
    int forget(Instant endedBefore) {
        return jdbc.sql("delete from klyngeflow.calendar_feed where ended_at < :before")
                .param("before", Timestamp.from(endedBefore))
                .update();
    }

    /** The address gets nobody anywhere from now on; {@link #url} makes another one. */
    public void revoke(String clusterId, String personId) {
        jdbc.sql("""
                        update klyngeflow.calendar_feed set ended_at = :now
                        where cluster_id = :cluster and person_id = :person and ended_at is null""")
                .param("cluster", clusterId)
                .param("person", personId)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** Empty for every code that is not ours, revoked, or of somebody who has left. */
    Optional<Feed> open(String code) {
        if (code.length() != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(code));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        UUID id = new UUID(bytes.getLong(), bytes.getLong());
        byte[] sent = new byte[HMAC_BYTES];
        bytes.get(sent);
        return jdbc.sql(
                        "select feed_id, cluster_id, person_id from klyngeflow.calendar_feed where feed_id = :id and ended_at is null")
                .param("id", id)
                .query(ROW)
                .optional()
                .filter(feed -> fits(sent, feed))
                .filter(feed -> people.isOf(feed.clusterId(), feed.personId()));
    }

    private String code(Feed feed) {
        byte[] bytes = ByteBuffer.allocate(ID_BYTES + HMAC_BYTES)
                .putLong(feed.id().getMostSignificantBits())
                .putLong(feed.id().getLeastSignificantBits())
                .put(hmac(key, feed))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private boolean fits(byte[] sent, Feed feed) {
        boolean fits = false;
        for (byte[] each : accepted) {
            fits |= MessageDigest.isEqual(hmac(each, feed), sent);
        }
        return fits;
    }

    private static byte[] hmac(byte[] key, Feed feed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String row = feed.id() + "\n" + feed.clusterId() + "\n" + feed.personId();
            return mac.doFinal(row.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
