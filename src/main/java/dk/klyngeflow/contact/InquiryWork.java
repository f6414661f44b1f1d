package dk.klyngeflow.contact;

import dk.klyngeflow.contact.AskedInquiry.State;
import dk.klyngeflow.contact.InquiryMessage.Kind;
import dk.klyngeflow.contact.InquiryTimes.Due;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.gatherings.AgendaPoints;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the case of an inquiry does; each step once, however often it runs. */
@Component
class InquiryWork {

    private static final Logger LOG = LoggerFactory.getLogger(InquiryWork.class);

    private final Inquiries inquiries;
    private final InquiryMails mails;
    private final InquiryTimes times;
    private final AgendaPoints points;
    private final Cases cases;

    InquiryWork(Inquiries inquiries, InquiryMails mails, InquiryTimes times, AgendaPoints points, Cases cases) {
        this.inquiries = inquiries;
        this.mails = mails;
        this.times = times;
        this.points = points;
        this.cases = cases;
    }

    Due acknowledge(String clusterId, long inquiryId) {
        AskedInquiry inquiry = inquiries.get(clusterId, inquiryId);
        long asked = InquiryMails.lastOf(inquiries.messages(inquiry), Kind.ASKED, Kind.MORE);
        mails.toAsker(inquiry, InquiryMails.RECEIVED, asked);
        return times.fromNow(clusterId);
    }

    void answer(String clusterId, long inquiryId, long messageNo) {
        AskedInquiry inquiry = over(clusterId, inquiryId, State.ANSWERED);
        mails.toAsker(inquiry, InquiryMails.ANSWER, messageNo);
    }

    void forward(String clusterId, long inquiryId, long messageNo) {
        AskedInquiry inquiry = over(clusterId, inquiryId, State.FORWARDED);
        inquiries.message(clusterId, messageNo).ifPresent(message -> mails.toOther(inquiry, message));
        mails.toAsker(inquiry, InquiryMails.FORWARDED, messageNo);
    }

    /** Whether the asker is told was decided, and is seen on the case. */
    void close(String clusterId, long inquiryId, long messageNo) {
        AskedInquiry inquiry = over(clusterId, inquiryId, State.CLOSED);
        if (inquiry.told()) {
            mails.toAsker(inquiry, InquiryMails.CLOSED, messageNo);
        }
    }

    private AskedInquiry over(String clusterId, long inquiryId, State state) {
        AskedInquiry before = inquiries.lock(clusterId, inquiryId);
        mails.endLink(before);
        points.withdraw(clusterId, before.caseKey());
        inquiries.state(clusterId, inquiryId, state);
        LOG.info("inquiry {} in {} is over: {}", inquiryId, clusterId, state);
        return inquiries.get(clusterId, inquiryId);
    }

    /** The asker hears that it is taken to a meeting, and of which day when there is one. */
    Instant putOnAgenda(String clusterId, long inquiryId) {
        AskedInquiry inquiry = inquiries.get(clusterId, inquiryId);
        points.add(
                clusterId,
                inquiry.caseKey(),
                inquiry.agenda().title(),
                inquiry.agenda().meeting());
        inquiries.state(clusterId, inquiryId, State.ON_AGENDA);
        Instant discussedBy = times.discussedBy();
        mails.toAsker(inquiry, InquiryMails.ON_AGENDA, 0, discussedBy.toString());
        return discussedBy;
    }

    void askDelegate(String clusterId, long inquiryId) {
        AskedInquiry inquiry = inquiries.get(clusterId, inquiryId);
        inquiries.state(clusterId, inquiryId, State.DELEGATED);
        mails.toDelegate(inquiry, delegate(inquiry), InquiryMails.DELEGATE, round(inquiry));
        LOG.info("inquiry {} in {} is with a colleague", inquiryId, clusterId);
    }

    void remindDelegate(String clusterId, long inquiryId) {
        AskedInquiry inquiry = inquiries.get(clusterId, inquiryId);
        if (inquiry.state() == State.DELEGATED) {
            mails.toDelegate(inquiry, delegate(inquiry), InquiryMails.DELEGATE_REMINDER, round(inquiry));
        }
    }

    /** A new delegation is another matter, also with the same colleague. */
    private String round(AskedInquiry inquiry) {
        return String.valueOf(InquiryMails.lastOf(inquiries.messages(inquiry), Kind.QUESTION));
    }

    private static String delegate(AskedInquiry inquiry) {
        String delegate = inquiry.delegate();
        if (delegate == null) {
            throw new IllegalStateException("inquiry " + inquiry.inquiryId() + " is nobody's");
        }
        return delegate;
    }

    /**
     * The coordinator has it again: a meeting took it up or did not, a colleague could not or was too late, or she took it back.
     *
     * @param escalateAt until now; who has heard that a meeting takes it up waits anew
     */
    Due resume(String clusterId, long inquiryId, Instant escalateAt) {
        AskedInquiry before = inquiries.lock(clusterId, inquiryId);
        if (before.state() == State.DELEGATED) {
            mails.toDelegate(before, delegate(before), InquiryMails.DELEGATE_OVER, round(before));
        }
        mails.endLink(before);
        points.withdraw(clusterId, before.caseKey());
        inquiries.state(clusterId, inquiryId, State.OPEN);
        Due fresh = times.fromNow(clusterId);
        return before.state() == State.ON_AGENDA ? fresh : new Due(fresh.taskDueAt(), escalateAt);
    }

    /** Chair and secretary hear of it, and can take the task; whoever had it keeps it too. */
    void escalate(String clusterId, long inquiryId) {
        AskedInquiry inquiry = inquiries.get(clusterId, inquiryId);
        Set<String> hands = mails.escalate(inquiry);
        hands.addAll(cases.holders(clusterId, inquiry.caseKey()));
        cases.offer(clusterId, inquiry.caseKey(), hands);
        LOG.info("inquiry {} in {} has been silent too long", inquiryId, clusterId);
    }
}
