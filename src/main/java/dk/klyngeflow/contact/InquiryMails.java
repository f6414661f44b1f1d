package dk.klyngeflow.contact;

import dk.klyngeflow.contact.InquiryMessage.Kind;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.inbox.ReceivedLetters;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.MailThreads;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every mail of an inquiry: to the one who asked, to whoever it is sent on to, and between colleagues. What they say is read when they are sent. */
@Component
class InquiryMails {

    static final String RECEIVED = "inquiry-received";
    static final String ANSWER = "inquiry-answer";
    static final String ON_AGENDA = "inquiry-on-agenda";
    static final String FORWARDED = "inquiry-forwarded";
    static final String FORWARD = "inquiry-forward";
    static final String CLOSED = "inquiry-closed";
    static final String DELEGATE = "inquiry-delegate";
    static final String DELEGATE_REMINDER = "inquiry-delegate-reminder";
    static final String DELEGATE_OVER = "inquiry-delegate-over";
    static final String DELEGATE_ANSWERED = "inquiry-delegate-answered";
    static final String MORE = "inquiry-more";
    static final String OPEN = "inquiry-open";

    static final String INQUIRY = "inquiryId";
    static final String MESSAGE = "messageNo";

    private final Inquiries inquiries;
    private final ReceivedLetters letters;
    private final MailThreads threads;
    private final Outbox outbox;
    private final Links links;
    private final Cases cases;
    private final People people;
    private final LetterFiles files;

    InquiryMails(
            Inquiries inquiries,
            ReceivedLetters letters,
            MailThreads threads,
            Outbox outbox,
            Links links,
            Cases cases,
            People people,
            LetterFiles files) {
        this.files = files;
        this.inquiries = inquiries;
        this.letters = letters;
        this.threads = threads;
        this.outbox = outbox;
        this.links = links;
        this.cases = cases;
        this.people = people;
    }

    /** To the one who asked, as an answer to what she wrote last, so that her program shows both together. */
    void toAsker(AskedInquiry inquiry, String purpose, long messageNo) {
        toAsker(inquiry, purpose, messageNo, String.valueOf(messageNo));
    }

    /** @param round tells two of a kind apart */
    void toAsker(AskedInquiry inquiry, String purpose, long messageNo, String round) {
        outbox.enqueue(Mail.of(
                        inquiry.clusterId(),
                        purpose,
                        purpose + ":" + inquiry.caseKey() + ":" + round,
                        Recipient.address(
                                inquiry.asker().mail(), inquiry.asker().name()),
                        model(inquiry, messageNo),
                        inquiry.caseKey())
                .answering(lastHeard(inquiry)));
    }

    private String lastHeard(AskedInquiry inquiry) {
        String heard = "";
        for (InquiryMessage message : inquiries.messages(inquiry)) {
            if (message.kind().isByAsker() && message.letterId() != null) {
                heard = letters.thread(inquiry.clusterId(), message.letterId())
                        .map(ReceivedLetters.Thread::messageId)
                        .orElse(heard);
            }
        }
        return heard.isEmpty()
                ? threads.newestTo(
                        inquiry.clusterId(), inquiry.caseKey(), inquiry.asker().mail())
                : heard;
    }

    /** What was asked, with the files that came with it, to whoever is to answer it instead. */
    void toOther(AskedInquiry inquiry, InquiryMessage message) {
        outbox.enqueue(Mail.of(
                        inquiry.clusterId(),
                        FORWARD,
                        FORWARD + ":" + inquiry.caseKey() + ":" + message.messageNo(),
                        Recipient.address(message.to().mail(), message.to().name()),
                        model(inquiry, message.messageNo()),
                        inquiry.caseKey())
                .withDocuments(files.toSendOn(inquiry).stream()
                        .map(LetterFiles.File::documentId)
                        .toList()));
    }

    /** @param round tells two of a kind apart */
    void toDelegate(AskedInquiry inquiry, String personId, String purpose, String round) {
        Mail mail = Mail.of(
                inquiry.clusterId(),
                purpose,
                purpose + ":" + inquiry.caseKey() + ":" + personId + ":" + round,
                Recipient.person(personId),
                model(inquiry, 0),
                inquiry.caseKey());
        outbox.enqueue(
                purpose.equals(DELEGATE_OVER)
                        ? mail
                        : mail.withLink(links.of(
                                inquiry.clusterId(), DELEGATE, String.valueOf(inquiry.inquiryId()), personId)));
    }

    void endLink(AskedInquiry inquiry) {
        links.endAll(inquiry.clusterId(), DELEGATE, String.valueOf(inquiry.inquiryId()));
    }

    /** Whoever has the case now hears what has happened to it, and the coordinator when nobody has. */
    void toHolders(AskedInquiry inquiry, String purpose, long messageNo) {
        Set<String> holders = cases.holders(inquiry.clusterId(), inquiry.caseKey());
        if (holders.isEmpty()) {
            people.holding(inquiry.clusterId(), Role.COORDINATOR).forEach(person -> holders.add(person.id()));
        }
        holders.forEach(person -> toStaff(inquiry, person, purpose, messageNo));
    }

    /** Once for each time that somebody waits too long, whoever has been told of it before; @return who they are */
    Set<String> escalate(AskedInquiry inquiry) {
        Set<String> told = new LinkedHashSet<>();
        List<Person> chair = people.holding(inquiry.clusterId(), Post.CHAIR);
        (chair.isEmpty() ? people.holding(inquiry.clusterId(), Role.BOARD) : chair)
                .forEach(person -> told.add(person.id()));
        people.holding(inquiry.clusterId(), Role.SECRETARY).forEach(person -> told.add(person.id()));
        long last = inquiries.messages(inquiry).stream()
                .filter(message -> message.kind().isByAsker())
                .mapToLong(InquiryMessage::messageNo)
                .max()
                .orElse(0);
        told.forEach(person -> toStaff(inquiry, person, OPEN, last));
        return told;
    }

    private void toStaff(AskedInquiry inquiry, String person, String purpose, long messageNo) {
        outbox.enqueue(Mail.of(
                inquiry.clusterId(),
                purpose,
                purpose + ":" + inquiry.caseKey() + ":" + person + ":" + messageNo,
                Recipient.person(person),
                model(inquiry, messageNo),
                inquiry.caseKey()));
    }

    private static Map<String, String> model(AskedInquiry inquiry, long messageNo) {
        return Map.of(INQUIRY, String.valueOf(inquiry.inquiryId()), MESSAGE, String.valueOf(messageNo));
    }

    /** What was asked last; 0 when nothing was. */
    static long lastOf(List<InquiryMessage> messages, Kind... kinds) {
        return messages.stream()
                .filter(message -> Set.of(kinds).contains(message.kind()))
                .mapToLong(InquiryMessage::messageNo)
                .max()
                .orElse(0);
    }
}
