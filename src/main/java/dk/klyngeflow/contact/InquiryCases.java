package dk.klyngeflow.contact;

import dk.klyngeflow.contact.AskedInquiry.Asker;
import dk.klyngeflow.contact.AskedInquiry.Channel;
import dk.klyngeflow.contact.AskedInquiry.State;
import dk.klyngeflow.contact.InquiryMessage.Kind;
import dk.klyngeflow.contact.InquiryMessage.To;
import dk.klyngeflow.contactbook.Contacts;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.PointDiscussed;
import dk.klyngeflow.mail.AddressConfirmations;
import dk.klyngeflow.members.MemberLeft;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins the case of an inquiry, and tells it what happens outside: more from the asker, a colleague's answer, a meeting. */
@Component
public class InquiryCases {

    /** Of the link by which an address is confirmed, and of the mail that brings it. */
    static final String CONFIRM = "inquiry-confirm";

    private static final Logger LOG = LoggerFactory.getLogger(InquiryCases.class);

    private final Inquiries inquiries;
    private final InquiryMails mails;
    private final AddressConfirmations confirmations;
    private final Cases cases;
    private final CopenhagenTime time;
    private final Contacts contacts;

    InquiryCases(
            Inquiries inquiries,
            InquiryMails mails,
            AddressConfirmations confirmations,
            Cases cases,
            CopenhagenTime time,
            Contacts contacts) {
        this.contacts = contacts;
        this.inquiries = inquiries;
        this.mails = mails;
        this.confirmations = confirmations;
        this.cases = cases;
        this.time = time;
    }

    /** What somebody outside says. @param organisation may be empty */
    public record Written(String name, String organisation, String mail, String subject, String text) {

        private Asker asker() {
            return new Asker(name, organisation, mail);
        }
    }

    /** True when so many have written to the cluster today that no more are taken. */
    boolean isFull(String clusterId) {
        return confirmations.isFull(clusterId, CONFIRM);
    }

    /** Somebody has typed it on the open page: nothing reaches the cluster before the address is confirmed. */
    @Transactional
    public void ask(String clusterId, Written written) {
        AddressConfirmations.Asking asking = new AddressConfirmations.Asking(
                clusterId, CONFIRM, CONFIRM, written.mail(), written.subject() + "\n" + written.text());
        if (!confirmations.mayAsk(asking)) {
            return;
        }
        long id = keep(clusterId, written);
        confirmations.mail(asking, String.valueOf(id));
        LOG.info("inquiry {} in {} waits for its address to be confirmed", id, clusterId);
    }

    private long keep(String clusterId, Written written) {
        long id = inquiries.add(clusterId, Channel.PAGE, written.asker(), written.subject());
        inquiries.say(inquiries.get(clusterId, id), Kind.ASKED, written.text(), null, To.ASKER, null);
        return id;
    }

    /** The same from somebody whose address is known to be hers; @return the key of its case */
    @Transactional
    public String arrives(String clusterId, Written written) {
        AskedInquiry inquiry = inquiries.get(clusterId, keep(clusterId, written));
        inquiries.confirm(clusterId, inquiry.inquiryId());
        begin(inquiry);
        return inquiry.caseKey();
    }

    boolean isToBeConfirmed(AskedInquiry inquiry) {
        return inquiry.state() == State.UNCONFIRMED && !confirmations.isOver(inquiry.askedAt());
    }

    /** The address is the asker's: the case begins. A second time changes nothing. */
    @Transactional
    public void confirm(AskedInquiry inquiry) {
        if (isToBeConfirmed(inquiry) && inquiries.confirm(inquiry.clusterId(), inquiry.inquiryId())) {
            begin(inquiry);
        }
    }

    /** A mail has come that asks something; @return the inquiry */
    AskedInquiry begin(String clusterId, Asker asker, String subject, String text, long letterId) {
        long id = inquiries.add(clusterId, Channel.MAIL, asker, subject);
        AskedInquiry inquiry = inquiries.get(clusterId, id);
        inquiries.say(inquiry, Kind.ASKED, text, null, To.ASKER, letterId);
        begin(inquiry);
        return inquiry;
    }

    private void begin(AskedInquiry inquiry) {
        contacts.wrote(inquiry.clusterId(), inquiry.asker().mail());
        cases.start(
                Inquiry.KEY,
                inquiry.clusterId(),
                inquiry.caseKey(),
                Map.of(
                        InquiryVariables.INQUIRY_ID.name(),
                        inquiry.inquiryId(),
                        InquiryVariables.CASE_LABEL.name(),
                        "nr. " + inquiry.inquiryId() + " af " + DanishTime.DAY_WITHOUT_YEAR.format(time.today())));
        LOG.info("inquiry {} in {} has come", inquiry.inquiryId(), inquiry.clusterId());
    }

    /** The asker writes again: it joins what she asked, and takes up again what was over or waits for a meeting. */
    void more(AskedInquiry asked, String text, long letterId) {
        AskedInquiry inquiry = inquiries.lock(asked.clusterId(), asked.inquiryId());
        long messageNo = inquiries.say(inquiry, Kind.MORE, text, null, To.ASKER, letterId);
        if (inquiry.state().isOver()) {
            inquiries.state(inquiry.clusterId(), inquiry.inquiryId(), State.OPEN);
            begin(inquiry);
            return;
        }
        mails.toHolders(inquiry, InquiryMails.MORE, messageNo);
        if (inquiry.state() == State.ON_AGENDA) {
            cases.tell(Inquiry.TAKEN_UP_AGAIN, inquiry.clusterId(), inquiry.caseKey(), Map.of());
        }
    }

    /** The coordinator does not wait for the meeting; @return false when it waits for none */
    @Transactional
    public boolean takeUpAgain(String clusterId, long inquiryId) {
        return cases.tell(Inquiry.TAKEN_UP_AGAIN, clusterId, Inquiry.businessKey(clusterId, inquiryId), Map.of());
    }

    @EventListener
    void discussed(PointDiscussed discussed) {
        if (Inquiry.isKey(discussed.caseKey())) {
            cases.tell(Inquiry.DISCUSSED, discussed.clusterId(), discussed.caseKey(), Map.of());
        }
    }

    /**
     * The member who was asked has answered, or hands it back.
     *
     * @param text null when she cannot, or has left
     * @throws FormRefused when it is not hers any longer
     */
    void answered(String clusterId, long inquiryId, String personId, @Nullable String text, String remark) {
        AskedInquiry inquiry = inquiries.lock(clusterId, inquiryId);
        if (inquiry.state() != State.DELEGATED || !personId.equals(inquiry.delegate())) {
            throw new FormRefused("Henvendelsen er ikke hos dig længere, så svaret er ikke sendt.");
        }
        Kind kind = text == null ? Kind.HANDED_BACK : Kind.ANSWER;
        long messageNo = inquiries.say(inquiry, kind, text == null ? remark : text, personId, To.ASKER, null);
        mails.toHolders(inquiry, InquiryMails.DELEGATE_ANSWERED, messageNo);
        // a second click finds it with nobody
        inquiries.state(clusterId, inquiryId, State.OPEN);
        boolean isTaken = cases.tell(
                Inquiry.DELEGATE_ANSWERED,
                clusterId,
                inquiry.caseKey(),
                Map.of(
                        InquiryVariables.IS_ANSWERED_BY_DELEGATE.name(),
                        text != null,
                        InquiryVariables.MESSAGE_NO.name(),
                        messageNo));
        if (!isTaken) {
            throw new FormRefused("Sagen er ved at blive ændret. Vent et øjeblik, og prøv igen.");
        }
        LOG.info("a colleague has dealt with inquiry {} in {}", inquiryId, clusterId);
    }

    /** Nobody waits for somebody who is gone. */
    @EventListener
    void left(MemberLeft left) {
        inquiries
                .delegatedTo(left.clusterId(), left.personId())
                .forEach(inquiry -> answered(
                        left.clusterId(),
                        inquiry.inquiryId(),
                        left.personId(),
                        null,
                        "Kollegaen er ikke længere i klyngen."));
    }
}
