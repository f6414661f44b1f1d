package dk.klyngeflow.contact;

import dk.klyngeflow.contact.AskedInquiry.Channel;
import dk.klyngeflow.contact.AskedInquiry.State;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.AgendaPoints;
import dk.klyngeflow.mail.MailContent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the mails of inquiries say at the moment they are sent; nothing of what was asked is kept with them. */
final class InquiryMail implements MailContent {

    /** Under what goes to people outside, who are no members and to whom a person has written. */
    private static final Map<String, String> FOOTERS = Map.of(
            InquiryMails.RECEIVED, "Du får mailen, fordi du har skrevet til klyngen. Svar på den, eller skriv til",
            InquiryMails.ANSWER, "Du får mailen, fordi du har skrevet til klyngen. Svar på den, eller skriv til",
            InquiryMails.ON_AGENDA, "Du får mailen, fordi du har skrevet til klyngen. Svar på den, eller skriv til",
            InquiryMails.FORWARDED, "Du får mailen, fordi du har skrevet til klyngen. Svar på den, eller skriv til",
            InquiryMails.CLOSED, "Du får mailen, fordi du har skrevet til klyngen. Svar på den, eller skriv til",
            InquiryMails.FORWARD,
                    "Du får mailen, fordi klyngen har sendt en henvendelse videre til dig. Har du spørgsmål til klyngen, så skriv til");

    private static final Set<String> WHILE_DELEGATED = Set.of(InquiryMails.DELEGATE, InquiryMails.DELEGATE_REMINDER);

    private final String purpose;
    private final Parts parts;

    InquiryMail(String purpose, Parts parts) {
        this.purpose = purpose;
        this.parts = parts;
    }

    /** What all of them read. */
    @Component
    record Parts(
            Inquiries inquiries, InquiryTexts texts, InquiryMatter matter, AgendaPoints points, LetterFiles files) {}

    @Override
    public String purpose() {
        return purpose;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        long id = Long.parseLong(model.getOrDefault(InquiryMails.INQUIRY, "0"));
        return parts.inquiries()
                .find(clusterId, id)
                .filter(inquiry -> !WHILE_DELEGATED.contains(purpose)
                        || (inquiry.state() == State.DELEGATED
                                && personId.filter(person -> person.equals(inquiry.delegate()))
                                        .isPresent()))
                .map(inquiry -> said(inquiry, Long.parseLong(model.getOrDefault(InquiryMails.MESSAGE, "0"))));
    }

    private Map<String, Object> said(AskedInquiry inquiry, long messageNo) {
        Map<String, Object> said = new HashMap<>();
        Optional<InquiryMessage> message = parts.inquiries().message(inquiry.clusterId(), messageNo);
        String footer = FOOTERS.get(purpose);
        if (footer != null) {
            said.put("footer", footer);
        }
        said.put(
                "hasFiles",
                purpose.equals(InquiryMails.FORWARD)
                        && !parts.files().toSendOn(inquiry).isEmpty());
        said.put("subject", inquiry.subject());
        said.put("matter", parts.matter().of(inquiry));
        said.put("number", inquiry.inquiryId());
        said.put("asker", inquiry.asker().inWords());
        said.put("askerMail", inquiry.asker().mail());
        said.put("came", CopenhagenTime.dayInWords(inquiry.came()));
        said.put("text", message.map(InquiryMessage::text).orElse(""));
        said.put("author", message.map(parts.texts()::nameOf).orElse("Klyngen"));
        said.put("to", message.map(each -> each.to().name()).orElse(""));
        said.put(
                "isHandedBack",
                message.filter(each -> each.kind() == InquiryMessage.Kind.HANDED_BACK)
                        .isPresent());
        said.put("thread", parts.texts().threadBefore(inquiry, messageNo == 0 ? Long.MAX_VALUE : messageNo));
        said.put("question", parts.texts().question(inquiry));
        // what came by mail is not sent back to an address that may be another's
        said.put("isRepeated", inquiry.channel() == Channel.PAGE);
        said.put("until", inquiry.delegateUntil() == null ? "" : CopenhagenTime.dayInWords(inquiry.delegateUntil()));
        said.put(
                "meeting",
                parts.points()
                        .meetingOf(inquiry.clusterId(), inquiry.caseKey())
                        .filter(meeting -> meeting.startsAt() != null)
                        .map(meeting -> CopenhagenTime.dayInWords(meeting.start()))
                        .orElse(""));
        return said;
    }
}
