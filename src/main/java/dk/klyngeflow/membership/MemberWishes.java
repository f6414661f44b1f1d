package dk.klyngeflow.membership;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.membership.MemberWish.Typed;
import dk.klyngeflow.privacy.Erasure;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What people ask for. Whoever is not in the cluster says first, by a mailed link, that the address is hers; the rest begins at once. */
@Repository
class MemberWishes {

    static final String CONFIRM = "membership-confirm";
    static final Duration WORKS = Duration.ofDays(2);

    private static final Logger LOG = LoggerFactory.getLogger(MemberWishes.class);
    private static final int MOST_A_DAY_OF_AN_ADDRESS = 3;
    private static final int MOST_A_DAY_OF_A_CLUSTER = 40;
    private static final Duration SAME = Duration.ofMinutes(20);
    private static final Rows<MemberWish> ROW = Rows.of(MemberWish.class, "membership_request");
    private static final Rows<Typed> TYPED = Rows.of(Typed.class, "membership_request");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final Cases cases;
    private final MembershipTimes times;
    private final Links links;
    private final Outbox outbox;
    private final Erasure erasure;

    MemberWishes(
            JdbcClient jdbc,
            CopenhagenTime time,
            Cases cases,
            MembershipTimes times,
            Links links,
            Outbox outbox,
            Erasure erasure) {
        this.jdbc = jdbc;
        this.time = time;
        this.cases = cases;
        this.times = times;
        this.links = links;
        this.outbox = outbox;
        this.erasure = erasure;
    }

    Optional<MemberWish> find(String clusterId, long id) {
        return jdbc.sql("select * from klyngeflow.membership_request where cluster_id = :cluster and request_id = :id")
                .param("cluster", clusterId)
                .param("id", id)
                .query(ROW)
                .optional();
    }

    MemberWish get(String clusterId, long id) {
        return find(clusterId, id)
                .orElseThrow(() -> new IllegalStateException("no request " + id + " in " + clusterId));
    }

    /** What waits for an answer. */
    List<MemberWish> open(String clusterId) {
        return jdbc.sql("""
                        select * from klyngeflow.membership_request
                        where cluster_id = :cluster and confirmed_at is not null and settled_at is null
                        order by request_id""").param("cluster", clusterId).query(ROW).list();
    }

    boolean isFull(String clusterId) {
        return sent(clusterId, "", Duration.ofDays(1)) >= MOST_A_DAY_OF_A_CLUSTER;
    }

    private int sent(String clusterId, String mail, Duration within) {
        return jdbc.sql("""
                        select count(*) from klyngeflow.membership_request
                        where cluster_id = :cluster and kind = 'JOIN' and (:mail = '' or lower(mail) = lower(:mail)) and asked_at > :since""")
                .param("cluster", clusterId)
                .param("mail", mail)
                .param("since", Timestamp.from(time.now().minus(within)))
                .query(Integer.class)
                .single();
    }

    /** Two partners may share a mailbox. */
    private boolean isAskedJustNow(String clusterId, Typed typed) {
        return jdbc.sql("""
                        select exists (select from klyngeflow.membership_request
                          where cluster_id = :cluster and kind = 'JOIN' and asked_at > :since and lower(mail) = lower(:mail)
                            and lower(name) = lower(:name) and provider_number = :number)""")
                .param("cluster", clusterId)
                .param("since", Timestamp.from(time.now().minus(SAME)))
                .param("mail", typed.mail())
                .param("name", typed.name())
                .param("number", typed.providerNumber())
                .query(Boolean.class)
                .single();
    }

    /** From the open page: mails one link, unless the address has had enough of them; whoever asks is told the same either way. */
    @Transactional
    public void ask(String clusterId, Typed typed) {
        // two clicks at once are one wish
        lock(clusterId, typed.mail());
        if (isAskedJustNow(clusterId, typed)
                || sent(clusterId, typed.mail(), Duration.ofDays(1)) >= MOST_A_DAY_OF_AN_ADDRESS) {
            return;
        }
        long id = add(clusterId, WishKind.JOIN, null, typed);
        outbox.enqueue(
                Mail.of(clusterId, CONFIRM, CONFIRM + ":" + id, Recipient.address(typed.mail(), ""), Map.of(), null)
                        .withLink(links.of(clusterId, CONFIRM, String.valueOf(id), "guest:" + id)));
        LOG.info("request {} of {} waits for its address to be confirmed", id, clusterId);
    }

    private void lock(String clusterId, String who) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('membership' || :cluster || lower(:who)))")
                .param("cluster", clusterId)
                .param("who", who)
                .query(row -> {});
    }

    boolean isOver(MemberWish wish) {
        return wish.confirmedAt() != null || time.now().isAfter(wish.askedAt().plus(WORKS));
    }

    /** The address is hers. A second time changes nothing. */
    @Transactional
    public void confirm(MemberWish asked) {
        MemberWish wish = jdbc.sql("select * from klyngeflow.membership_request where request_id = :id for update")
                .param("id", asked.requestId())
                .query(ROW)
                .single();
        if (!isOver(wish)) {
            begin(wish.clusterId(), wish.requestId());
        }
    }

    /** Somebody of the cluster asks by her own link. @return false when she has asked for the same and waits for the answer */
    @Transactional
    public boolean askByLink(String clusterId, WishKind kind, String personId, Typed typed) {
        lock(clusterId, personId);
        boolean isAsked =
                open(clusterId).stream().anyMatch(wish -> personId.equals(wish.personId()) && wish.kind() == kind);
        if (!isAsked) {
            begin(clusterId, add(clusterId, kind, personId, typed));
        }
        return !isAsked;
    }

    private long add(String clusterId, WishKind kind, @Nullable String personId, Typed typed) {
        return jdbc.sql("""
                        insert into klyngeflow.membership_request (cluster_id, kind, person_id, name, mail, provider_number,
                          practice_name, patients, message, from_day, asked_at)
                        values (:cluster, :kind, :person, :name, :mail, :provider_number, :practice_name, :patients,
                          :message, :from_day, :now) returning request_id""")
                .params(TYPED.values(typed))
                .param("cluster", clusterId)
                .param("kind", kind.name())
                .param("person", personId)
                .param("now", Timestamp.from(time.now()))
                .query(Long.class)
                .single();
    }

    private void begin(String clusterId, long id) {
        Instant answerBy = times.answerBy();
        jdbc.sql("""
                        update klyngeflow.membership_request set confirmed_at = :now, answer_by = :by where request_id = :id""")
                .param("now", Timestamp.from(time.now()))
                .param("by", Timestamp.from(answerBy))
                .param("id", id)
                .update();
        Map<String, Object> variables = new HashMap<>();
        variables.put(MembershipRequestVariables.REQUEST_ID.name(), id);
        variables.put(
                MembershipRequestVariables.CASE_LABEL.name(),
                "nr. " + id + " af " + DanishTime.DAY_WITHOUT_YEAR.format(time.today()));
        variables.put(MembershipRequestVariables.TASK_DUE_AT.name(), answerBy.toString());
        variables.put(
                MembershipRequestVariables.ESCALATE_AT.name(),
                times.escalateAt().toString());
        variables.put(
                MembershipRequestVariables.ERASE_AT.name(), times.eraseAt().toString());
        cases.start(MembershipRequest.KEY, clusterId, MembershipRequest.businessKey(clusterId, id), variables);
    }

    /** What was said to it. The first one counts. @return as the process takes it */
    Map<String, Object> settle(String clusterId, long id, boolean isAccepted, String reason) {
        MemberWish wish = get(clusterId, id);
        jdbc.sql("""
                        update klyngeflow.membership_request set settled_at = :now, is_accepted = :accepted, reason = :reason
                        where cluster_id = :cluster and request_id = :id and settled_at is null""")
                .param("now", Timestamp.from(time.now()))
                .param("accepted", isAccepted)
                .param("reason", reason)
                .param("cluster", clusterId)
                .param("id", id)
                .update();
        return Map.of(
                MembershipRequestVariables.IS_ACCEPTED.name(),
                isAccepted,
                MembershipRequestVariables.MUST_ERASE.name(),
                isAccepted && wish.kind() == WishKind.ERASE,
                MembershipRequestVariables.ERASE_AT.name(),
                times.eraseAt().toString());
    }

    /** She has been told that it happens: when something is in the way again, the case stops and somebody sees it. */
    void erase(String clusterId, long id) {
        String person = get(clusterId, id).personId();
        if (person == null) {
            throw new IllegalStateException("request " + id + " of " + clusterId + " names nobody to erase");
        }
        if (!erasure.erase(person)) {
            erasure.objectionTo(person).ifPresent(why -> {
                throw new IllegalStateException(
                        "request " + id + " of " + clusterId + ": the person is not erased. " + why);
            });
        }
    }

    int forget(Instant before, boolean isConfirmed) {
        return jdbc.sql("""
                        delete from klyngeflow.membership_request
                        where (:confirmed and settled_at < :before) or (not :confirmed and confirmed_at is null and asked_at < :before)""")
                .param("confirmed", isConfirmed)
                .param("before", Timestamp.from(before))
                .update();
    }
}
