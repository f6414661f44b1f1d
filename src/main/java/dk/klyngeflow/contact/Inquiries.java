package dk.klyngeflow.contact;

import dk.klyngeflow.contact.AskedInquiry.Asker;
import dk.klyngeflow.contact.AskedInquiry.Channel;
import dk.klyngeflow.contact.AskedInquiry.State;
import dk.klyngeflow.contact.InquiryMessage.Kind;
import dk.klyngeflow.contact.InquiryMessage.To;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was asked of each cluster from outside, and what was said to it. */
@Repository
class Inquiries {

    private static final int MOST_SHOWN = 200;
    private static final Rows<AskedInquiry> ROW = Rows.of(AskedInquiry.class, "inquiry");
    private static final Rows<InquiryMessage> MESSAGE = Rows.of(InquiryMessage.class, "inquiry_message");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    Inquiries(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @return its number */
    long add(String clusterId, Channel channel, Asker asker, String subject) {
        boolean isConfirmed = channel == Channel.MAIL;
        return jdbc.sql("""
                        insert into klyngeflow.inquiry
                          (cluster_id, channel, state, asker_name, asker_organisation, asker_mail, subject, asked_at, received_at)
                        values (:cluster, :channel, :state, :name, :organisation, :mail, :subject, :now, :received)
                        returning inquiry_id""")
                .param("cluster", clusterId)
                .param("channel", channel.name())
                .param("state", (isConfirmed ? State.OPEN : State.UNCONFIRMED).name())
                .param("name", asker.name())
                .param("organisation", asker.organisation())
                .param("mail", asker.mail())
                .param("subject", subject)
                .param("now", now())
                .param("received", isConfirmed ? now() : null)
                .query(Long.class)
                .single();
    }

    /** Empty when it is of another cluster, and when what it said is forgotten. */
    Optional<AskedInquiry> find(String clusterId, long inquiryId) {
        return jdbc.sql("""
                        select * from klyngeflow.inquiry
                        where cluster_id = :cluster and inquiry_id = :id and blanked_at is null""")
                .param("cluster", clusterId)
                .param("id", inquiryId)
                .query(ROW)
                .optional();
    }

    AskedInquiry get(String clusterId, long inquiryId) {
        return find(clusterId, inquiryId)
                .orElseThrow(() -> new IllegalStateException("no inquiry " + inquiryId + " in " + clusterId));
    }

    /** The newest first; without those whose address nobody has confirmed. */
    List<AskedInquiry> of(String clusterId) {
        return jdbc.sql("""
                        select * from klyngeflow.inquiry
                        where cluster_id = :cluster and state <> 'UNCONFIRMED' and blanked_at is null
                        order by inquiry_id desc limit :most""")
                .param("cluster", clusterId)
                .param("most", MOST_SHOWN)
                .query(ROW)
                .list();
    }

    /** Those of one address that are not over, the newest first. */
    List<AskedInquiry> openOf(String clusterId, String mail) {
        return of(clusterId).stream()
                .filter(inquiry ->
                        !inquiry.state().isOver() && inquiry.asker().mail().equalsIgnoreCase(mail))
                .toList();
    }

    /** Those that a member has been asked to answer. */
    List<AskedInquiry> delegatedTo(String clusterId, String personId) {
        return of(clusterId).stream()
                .filter(inquiry -> inquiry.state() == State.DELEGATED && personId.equals(inquiry.delegate()))
                .toList();
    }

    /** @return false when it was confirmed before */
    boolean confirm(String clusterId, long inquiryId) {
        return jdbc.sql("""
                                update klyngeflow.inquiry set state = 'OPEN', received_at = :now, state_since = :now
                                where cluster_id = :cluster and inquiry_id = :id and state = 'UNCONFIRMED'""")
                        .param("now", now())
                        .param("cluster", clusterId)
                        .param("id", inquiryId)
                        .update()
                == 1;
    }

    /** The holder of the row goes on alone: an answer by link and the end of its time do not both count. */
    AskedInquiry lock(String clusterId, long inquiryId) {
        return jdbc.sql("select * from klyngeflow.inquiry where cluster_id = :cluster and inquiry_id = :id for update")
                .param("cluster", clusterId)
                .param("id", inquiryId)
                .query(ROW)
                .single();
    }

    void state(String clusterId, long inquiryId, State state) {
        jdbc.sql("""
                        update klyngeflow.inquiry set state = :state, ended_at = :ended,
                          state_since = case when state = :state then state_since else :now end,
                          delegate = case when :state = 'DELEGATED' then delegate end,
                          delegate_until = case when :state = 'DELEGATED' then delegate_until end
                        where cluster_id = :cluster and inquiry_id = :id""")
                .param("state", state.name())
                .param("ended", state.isOver() ? now() : null)
                .param("now", now())
                .param("cluster", clusterId)
                .param("id", inquiryId)
                .update();
    }

    void delegate(String clusterId, long inquiryId, String personId, Instant until) {
        jdbc.sql("""
                        update klyngeflow.inquiry set delegate = :person, delegate_until = :until
                        where cluster_id = :cluster and inquiry_id = :id""")
                .param("person", personId)
                .param("until", Timestamp.from(until))
                .param("cluster", clusterId)
                .param("id", inquiryId)
                .update();
    }

    void agenda(String clusterId, long inquiryId, String title, @Nullable String meetingId) {
        jdbc.sql("""
                        update klyngeflow.inquiry set agenda_title = :title, agenda_meeting = :meeting
                        where cluster_id = :cluster and inquiry_id = :id""")
                .param("title", title)
                .param("meeting", meetingId)
                .param("cluster", clusterId)
                .param("id", inquiryId)
                .update();
    }

    void closing(String clusterId, long inquiryId, AskedInquiry.Reason reason, boolean isTold) {
        jdbc.sql("""
                        update klyngeflow.inquiry set reason = :reason, is_told = :told
                        where cluster_id = :cluster and inquiry_id = :id""")
                .param("reason", reason.name())
                .param("told", isTold)
                .param("cluster", clusterId)
                .param("id", inquiryId)
                .update();
    }

    /** @return its number */
    long say(AskedInquiry inquiry, Kind kind, String text, @Nullable String byPerson, To to, @Nullable Long letterId) {
        return jdbc.sql("""
                        insert into klyngeflow.inquiry_message
                          (cluster_id, inquiry_id, kind, text, by_person, to_name, to_mail, letter_id, said_at)
                        values (:cluster, :id, :kind, :text, :person, :name, :mail, :letter, :now) returning message_no""")
                .param("cluster", inquiry.clusterId())
                .param("id", inquiry.inquiryId())
                .param("kind", kind.name())
                .param("text", text)
                .param("person", byPerson)
                .param("name", to.name())
                .param("mail", to.mail())
                .param("letter", letterId)
                .param("now", now())
                .query(Long.class)
                .single();
    }

    /** In the order in which it was said. */
    List<InquiryMessage> messages(AskedInquiry inquiry) {
        return jdbc.sql("""
                        select * from klyngeflow.inquiry_message
                        where cluster_id = :cluster and inquiry_id = :id order by message_no""")
                .param("cluster", inquiry.clusterId())
                .param("id", inquiry.inquiryId())
                .query(MESSAGE)
                .list();
    }

    Optional<InquiryMessage> message(String clusterId, long messageNo) {
        return jdbc.sql("select * from klyngeflow.inquiry_message where cluster_id = :cluster and message_no = :no")
                .param("cluster", clusterId)
                .param("no", messageNo)
                .query(MESSAGE)
                .optional();
    }

    /** True when this mail has been taken into an inquiry. */
    boolean has(String clusterId, long letterId) {
        return jdbc.sql(
                                "select count(*) from klyngeflow.inquiry_message where cluster_id = :cluster and letter_id = :letter")
                        .param("cluster", clusterId)
                        .param("letter", letterId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    int forgetUnconfirmed(Instant askedBefore) {
        return jdbc.sql("delete from klyngeflow.inquiry where state = 'UNCONFIRMED' and asked_at < :before")
                .param("before", Timestamp.from(askedBefore))
                .update();
    }

    /** Leaves that something was asked, when, and what became of it. */
    int blank(Instant endedBefore) {
        jdbc.sql("""
                        delete from klyngeflow.inquiry_message m using klyngeflow.inquiry i
                        where i.cluster_id = m.cluster_id and i.inquiry_id = m.inquiry_id and i.ended_at < :before""").param("before", Timestamp.from(endedBefore)).update();
        return jdbc.sql("""
                        update klyngeflow.inquiry
                        set asker_name = '', asker_organisation = '', asker_mail = '', subject = '', agenda_title = '', delegate = null,
                            blanked_at = :now
                        where blanked_at is null and ended_at < :before""")
                .param("now", now())
                .param("before", Timestamp.from(endedBefore))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }
}
