package dk.klyngeflow.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.ProcessStory;
import dk.klyngeflow.contact.InquiryCases.Written;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.mail.WrittenMails;
import dk.klyngeflow.members.PaymentMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which the stories of inquiries are told. Every story has a cluster of its own; it is Monday 7 September 2026. */
@TestComponent
public class InquiryStory extends ProcessStory {

    static final String ASKER = "anne@forening.example";

    private final InquiryCases cases;
    private final Inquiries inquiries;
    private final List<LinkPage> pages;
    private final Answers answers;
    private final WrittenMails mails;
    private final Meetings meetings;
    private final MeetingEvents events;
    private final TransactionTemplate transaction;
    private String key = "";

    InquiryStory(
            World world,
            InquiryCases cases,
            Inquiries inquiries,
            List<LinkPage> pages,
            Answers answers,
            WrittenMails mails,
            Meetings meetings,
            MeetingEvents events,
            TransactionTemplate transaction) {
        super(world);
        this.cases = cases;
        this.inquiries = inquiries;
        this.pages = pages;
        this.answers = answers;
        this.mails = mails;
        this.meetings = meetings;
        this.events = events;
        this.transaction = transaction;
    }

    public void somebodyWrites() {
        clock.reset();
        open("kontakt", PaymentMode.PLO);
        somebodyWrites(ASKER);
    }

    void somebodyWrites(String mail) {
        cases.ask(cluster, new Written("Anne Lind", "Astmaforeningen", mail, "Nyt forløb", "Må vi komme og fortælle?"));
    }

    long number() {
        return jdbc.sql("select max(inquiry_id) from klyngeflow.inquiry where cluster_id = ?")
                .param(cluster)
                .query(Long.class)
                .single();
    }

    public String key() {
        return key;
    }

    /** Whoever reads the mail confirms it. */
    public void sheConfirms() {
        sends("inquiry-confirm", "guest:" + number(), Map.of("send", List.of("ja")));
        key = Inquiry.businessKey(cluster, number());
    }

    Optional<Shown> sees(String purpose, String holder) {
        return page(purpose).show(new Held(cluster, String.valueOf(number()), holder));
    }

    Shown isOver(String purpose, String holder) {
        return page(purpose).over(new Held(cluster, String.valueOf(number()), holder));
    }

    Done sends(String purpose, String holder, Map<String, List<String>> sent) {
        Done done = transaction.execute(
                status -> page(purpose).answer(new Held(cluster, String.valueOf(number()), holder), sent));
        dueJobsRun();
        return done;
    }

    private LinkPage page(String purpose) {
        return pages.stream()
                .filter(page -> page.purpose().equals(purpose))
                .findFirst()
                .orElseThrow();
    }

    public void theCoordinator(String decision, String... fieldsAndValues) {
        does("handleInquiry", decision, fieldsAndValues);
    }

    void does(String task, String decision, String... fieldsAndValues) {
        Map<String, Object> sent = new HashMap<>(Map.of("decision", decision));
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            sent.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        answers.give(cluster, key, task, person("koordinator"), sent);
        dueJobsRun();
    }

    String colleague() {
        return person("medlem");
    }

    AskedInquiry inquiry() {
        return inquiries.get(cluster, number());
    }

    AskedInquiry.State state() {
        return inquiry().state();
    }

    List<InquiryMessage> said() {
        return inquiries.messages(inquiry());
    }

    /** The newest of a purpose to whoever has this address or id. */
    String mail(String purpose, String recipient) {
        String to = recipient.contains("@") ? "Anne Lind" : recipient;
        List<String> all = mails.texts(cluster, purpose, to);
        assertThat(all).as(purpose + " to " + recipient).isNotEmpty();
        return all.get(all.size() - 1);
    }

    /** The newest of a purpose as a mail program shows it. */
    String page(String purpose, String recipient) {
        List<String> all = mails.pages(cluster, purpose, recipient.contains("@") ? "Anne Lind" : recipient);
        assertThat(all).as(purpose + " to " + recipient).isNotEmpty();
        return all.get(all.size() - 1);
    }

    List<String> mailed(String purpose) {
        return jdbc.sql("""
                        select coalesce(recipient_address, recipient_person) from klyngeflow.mail_outbox
                        where cluster_id = ? and purpose = ? order by mail_id""").params(cluster, purpose).query(String.class).list();
    }

    boolean isOpen() {
        return instances
                        .createProcessInstanceQuery()
                        .tenantIdIn(cluster)
                        .processInstanceBusinessKey(key)
                        .count()
                > 0;
    }

    // meetings

    Meeting aMeetingIsArranged(String title) {
        LocalDate day = LocalDate.of(2026, 10, 1);
        Meeting meeting = meetings.add(
                cluster, title, day, day.plusDays(30), 120, title + cluster + "@test", person("koordinator"));
        meetings.fixDate(cluster, meeting.meetingId(), clock.instant().plus(Duration.ofDays(30)));
        meetings.status(cluster, meeting.meetingId(), MeetingStatus.ARRANGING);
        return meetings.get(cluster, meeting.meetingId());
    }

    void hasADraft(Meeting meeting, String agenda) {
        meetings.agenda(cluster, meeting.meetingId(), agenda, null);
    }

    String agenda(Meeting meeting) {
        return meetings.get(cluster, meeting.meetingId()).agenda();
    }

    Meeting meeting(Meeting meeting) {
        return meetings.get(cluster, meeting.meetingId());
    }

    void isHeld(Meeting meeting) {
        transaction.executeWithoutResult(
                status -> events.add(cluster, meeting.meetingId(), MeetingEvents.Kind.HELD, null, ""));
        dueJobsRun();
    }

    void isCancelled(Meeting meeting) {
        transaction.executeWithoutResult(status -> {
            meetings.cancel(cluster, meeting.meetingId(), "Ingen kan");
            events.add(cluster, meeting.meetingId(), MeetingEvents.Kind.CANCELLED, null, "");
        });
        dueJobsRun();
    }
}
