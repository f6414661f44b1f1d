package dk.klyngeflow.links;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.members.ClusterClosed;
import dk.klyngeflow.members.MemberLeft;
import dk.klyngeflow.members.People;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All personal links. What a link opens is told by its row, never by what the caller says; the one look-up that names no cluster is that
 * of a token, which proves its row by itself.
 */
@Repository
public class Links {

    /** The one page that all links open. */
    static final String PATH = "/svar";

    private static final String COLUMNS =
            "link_id, cluster_id, purpose, subject, holder, version, ended_at is not null as ended";
    private static final String OPENED = """
            select l.link_id, l.cluster_id, l.purpose, l.subject, l.holder, l.version, l.ended_at is not null as ended,
                   c.name as cluster_name, p.name as holder_name, a.by_person, b.name as by_name,
                   exists (select 1 from klyngeflow.role_holder r
                           where r.cluster_id = l.cluster_id and r.person_id = l.holder
                             and r.from_day <= :today and (r.until_day is null or r.until_day > :today)) as is_of
            from klyngeflow.link l
            join klyngeflow.cluster c on c.cluster_id = l.cluster_id
            left join klyngeflow.person p on p.person_id = l.holder
            left join klyngeflow.answered_for a on a.link_id = l.link_id and a.own_at is null
            left join klyngeflow.person b on b.person_id = a.by_person
            where l.link_id = :id and not l.holder_left""";
    private static final Rows<Link> ROW = Rows.of(Link.class, "link");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final People people;
    private final Tokens tokens;
    private final String publicUrl;

    Links(
            JdbcClient jdbc,
            CopenhagenTime time,
            People people,
            Tokens tokens,
            @Value("${klyngeflow.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.time = time;
        this.people = people;
        this.tokens = tokens;
        this.publicUrl = publicUrl;
    }

    /**
     * The link of this holder to this matter, made when there is none; the same one as long as it lives. Joins the caller's transaction.
     *
     * @param purpose of the {@link LinkPage} that it opens
     * @param subject id of what is asked about; may be empty
     * @param holder a person's id, or {@code supplier:<id>} or {@code guest:<id>} for whoever is of no cluster
     * @return its id, for {@code Mail.withLink}
     */
    public String of(String clusterId, String purpose, String subject, String holder) {
        return ofAll(clusterId, purpose, subject, List.of(holder)).apply(holder);
    }

    /** The same for several holders at once; their links' ids by holder. */
    public UnaryOperator<String> ofAll(String clusterId, String purpose, String subject, Collection<String> holders) {
        Map<String, String> links = new HashMap<>();
        String[] wanted = holders.stream().distinct().toArray(String[]::new);
        jdbc.sql("""
                        insert into klyngeflow.link (link_id, cluster_id, purpose, subject, holder, created_at)
                        select gen_random_uuid(), :cluster, :purpose, :subject, holder, :now from unnest(:holders) as holder
                        on conflict (cluster_id, purpose, subject, holder) where ended_at is null do nothing
                        returning holder, link_id""")
                .param("cluster", clusterId)
                .param("purpose", purpose)
                .param("subject", subject)
                .param("holders", wanted)
                .param("now", now())
                .query(row -> {
                    links.put(row.getString("holder"), row.getString("link_id"));
                });
        if (links.size() < wanted.length) {
            jdbc.sql("""
                            select holder, link_id from klyngeflow.link
                            where cluster_id = :cluster and purpose = :purpose and subject = :subject
                              and holder = any(:holders) and ended_at is null""")
                    .param("cluster", clusterId)
                    .param("purpose", purpose)
                    .param("subject", subject)
                    .param("holders", wanted)
                    .query(row -> {
                        links.put(row.getString("holder"), row.getString("link_id"));
                    });
        }
        if (links.size() < wanted.length) {
            throw new IllegalStateException("a link for " + purpose + " ended while it was made");
        }
        return holder -> Objects.requireNonNull(links.get(holder), "no link was asked for " + purpose);
    }

    /** Gives the link a new address: whoever has the earlier one, in a forwarded mail for instance, gets nowhere with it. */
    public void renew(String clusterId, String purpose, String subject, String holder) {
        jdbc.sql("""
                        update klyngeflow.link set version = version + 1
                        where cluster_id = :cluster and purpose = :purpose and subject = :subject and holder = :holder
                          and ended_at is null""")
                .param("cluster", clusterId)
                .param("purpose", purpose)
                .param("subject", subject)
                .param("holder", holder)
                .update();
    }

    /** As {@link #renew(String, String, String, String)}, of a link that is known by its id. */
    public void renew(String clusterId, String linkId) {
        jdbc.sql("""
                        update klyngeflow.link set version = version + 1
                        where cluster_id = :cluster and link_id = :link and ended_at is null""")
                .param("cluster", clusterId)
                .param("link", UUID.fromString(linkId))
                .update();
    }

    public void end(String clusterId, String purpose, String subject, String holder) {
        jdbc.sql("""
                        update klyngeflow.link set ended_at = :now
                        where cluster_id = :cluster and purpose = :purpose and subject = :subject and holder = :holder
                          and ended_at is null""")
                .param("cluster", clusterId)
                .param("purpose", purpose)
                .param("subject", subject)
                .param("holder", holder)
                .param("now", now())
                .update();
    }

    /** The matter is closed for good: nobody's link to it opens any longer. */
    public void endAll(String clusterId, String purpose, String subject) {
        endAll(clusterId, purpose, List.of(subject));
    }

    /** The same of several matters, in one statement. */
    public void endAll(String clusterId, String purpose, Collection<String> subjects) {
        jdbc.sql("""
                        update klyngeflow.link set ended_at = :now
                        where cluster_id = :cluster and purpose = :purpose and subject = any(:subjects) and ended_at is null""")
                .param("cluster", clusterId)
                .param("purpose", purpose)
                .param("subjects", subjects.toArray(String[]::new))
                .param("now", now())
                .update();
    }

    /** Somebody has left. Links of people without a post are dead anyhow; this also keeps them dead should she come back. */
    public void endAllOf(String clusterId, String holder) {
        jdbc.sql("""
                        update klyngeflow.link set ended_at = coalesce(ended_at, :now), holder_left = true
                        where cluster_id = :cluster and holder = :holder and not holder_left""")
                .param("cluster", clusterId)
                .param("holder", holder)
                .param("now", now())
                .update();
    }

    @EventListener
    void closed(ClusterClosed closed) {
        jdbc.sql("""
                        update klyngeflow.link set ended_at = coalesce(ended_at, :now), holder_left = true
                        where cluster_id = :cluster and not holder_left""").param("cluster", closed.clusterId()).param("now", now()).update();
    }

    /** As a member she was asked; that she may still hold another post makes no difference. */
    @EventListener
    public void left(MemberLeft left) {
        endAllOf(left.clusterId(), left.personId());
    }

    /** What somebody is asked at the moment, the newest first. */
    public List<Held> heldBy(String clusterId, String purpose, String holder) {
        return jdbc
                .sql("select " + COLUMNS + """
                         from klyngeflow.link
                        where cluster_id = :cluster and purpose = :purpose and holder = :holder and ended_at is null
                        order by created_at desc, link_id""")
                .param("cluster", clusterId)
                .param("purpose", purpose)
                .param("holder", holder)
                .query(ROW)
                .list()
                .stream()
                .map(link -> new Held(link.clusterId(), link.subject(), link.holder()))
                .toList();
    }

    /** The address to put into a mail, with the token where no server log sees it; empty when the link is dead. */
    public Optional<String> url(String clusterId, String linkId) {
        return alive(clusterId, linkId).map(link -> publicUrl + PATH + "#" + tokens.of(link));
    }

    /** The same of the link that this holder has to this matter now; empty when there is none. */
    public Optional<String> url(String clusterId, String purpose, String subject, String holder) {
        return alive(clusterId, purpose, subject, holder)
                .filter(this::isStillHers)
                .map(link -> publicUrl + PATH + "#" + tokens.of(link));
    }

    /**
     * The link that a code opens, also one that takes no answers any longer; empty for every code that is not ours, altered, outdated or
     * somebody's who has left.
     */
    Optional<Link> open(String code) {
        return find(code).map(Found::link);
    }

    /** The same, with what its page says around the question: all in one statement. */
    Optional<Found> find(String code) {
        Tokens.Sent sent = Tokens.Sent.read(code);
        Optional<Found> found = jdbc.sql(OPENED)
                .param("id", sent.linkId())
                .param("today", time.today())
                .query((row, number) -> new Found(
                        Objects.requireNonNull(ROW.mapRow(row, number)),
                        row.getString("cluster_name"),
                        Optional.ofNullable(row.getString("holder_name")).orElse(People.UNKNOWN),
                        row.getString("by_person"),
                        Optional.ofNullable(row.getString("by_name")).orElse(People.UNKNOWN),
                        row.getBoolean("is_of")))
                .optional();
        // a code without a row is computed all the same, so that nobody learns from the time it takes
        boolean genuine = tokens.fits(sent, found.map(Found::link).orElse(Tokens.NOBODYS));
        return found.filter(one -> genuine && (one.link().isOfOutsider() || one.isOfCluster()));
    }

    /**
     * @param byPerson who has answered for her, while she has not answered herself since
     * @param isOfCluster whether the holder has a post today
     */
    record Found(
            Link link,
            String clusterName,
            String holderName,
            @Nullable String byPerson,
            String byName,
            boolean isOfCluster) {}

    /** Nobody ends it until the transaction is over. @return false when somebody has */
    boolean hold(Link link) {
        return jdbc.sql("""
                        select 1 from klyngeflow.link
                        where cluster_id = :cluster and link_id = :id and ended_at is null for share""")
                .param("cluster", link.clusterId())
                .param("id", link.id())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The same for the holder herself: her own word counts from now on, whoever may have answered for her. */
    boolean holdForHerself(Link link) {
        return jdbc.sql("""
                        with held as (
                            select link_id from klyngeflow.link
                            where cluster_id = :cluster and link_id = :id and ended_at is null for no key update
                        ), own as (
                            update klyngeflow.answered_for a set own_at = :now from held
                            where a.link_id = held.link_id and a.own_at is null
                        )
                        select 1 from held""")
                .param("cluster", link.clusterId())
                .param("id", link.id())
                .param("now", now())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private boolean isStillHers(Link link) {
        return link.isOfOutsider() || people.isOf(link.clusterId(), link.holder());
    }

    private Optional<Link> alive(String clusterId, String purpose, String subject, String holder) {
        return jdbc.sql("select " + COLUMNS + """
                         from klyngeflow.link
                        where cluster_id = :cluster and purpose = :purpose and subject = :subject and holder = :holder
                          and ended_at is null""")
                .param("cluster", clusterId)
                .param("purpose", purpose)
                .param("subject", subject)
                .param("holder", holder)
                .query(ROW)
                .optional();
    }

    /** Everybody who is asked about one thing and is still of the cluster. */
    List<Link> alive(String clusterId, String purpose, String subject) {
        return jdbc
                .sql("select " + COLUMNS + """
                         from klyngeflow.link
                        where cluster_id = :cluster and purpose = :purpose and subject = :subject and ended_at is null
                        order by created_at, link_id""")
                .param("cluster", clusterId)
                .param("purpose", purpose)
                .param("subject", subject)
                .query(ROW)
                .list()
                .stream()
                .filter(this::isStillHers)
                .toList();
    }

    Optional<Link> alive(String clusterId, String linkId) {
        return jdbc.sql("select " + COLUMNS
                        + " from klyngeflow.link where cluster_id = :cluster and link_id = :id and ended_at is null")
                .param("cluster", clusterId)
                .param("id", UUID.fromString(linkId))
                .query(ROW)
                .optional()
                .filter(this::isStillHers);
    }

    /**
     * Ends what nobody needs any longer: links of people who have no post left, and those made so long ago that their matter is over.
     * Nobody's answer is lost: such a link opens nothing, or the newest mail has another.
     */
    int endOutdated(Instant madeBefore) {
        return jdbc.sql("""
                        update klyngeflow.link set ended_at = :now, holder_left = created_at >= :before
                        where ended_at is null
                          and (created_at < :before
                               or (holder not like :suppliers and holder not like :guests and not exists (
                                     select from klyngeflow.role_holder r
                                     where r.cluster_id = link.cluster_id and r.person_id = link.holder
                                       and (r.until_day is null or r.until_day > :today))))""")
                .param("now", now())
                .param("before", Timestamp.from(madeBefore))
                .param("suppliers", Link.SUPPLIER + "%")
                .param("guests", Link.GUEST + "%")
                .param("today", time.today())
                .update();
    }

    /** Ended links say only who was asked about what; they go with the outbox's metadata. */
    int forget(Instant endedBefore) {
        return jdbc.sql("delete from klyngeflow.link where ended_at < :before")
                .param("before", Timestamp.from(endedBefore))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }
}
