package dk.klyngeflow.contact;

import dk.klyngeflow.contact.InquiryMessage.Kind;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.People;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What was said in an inquiry, as one text for people to read. */
@Component
class InquiryTexts {

    private final Inquiries inquiries;
    private final People people;

    InquiryTexts(Inquiries inquiries, People people) {
        this.inquiries = inquiries;
        this.people = people;
    }

    /** All of it, with who said it and when; what was asked alone, when that is all. */
    String thread(AskedInquiry inquiry) {
        return text(inquiry, inquiries.messages(inquiry));
    }

    /** Without what colleagues have written to each other. */
    String threadForOthers(AskedInquiry inquiry) {
        return threadBefore(inquiry, Long.MAX_VALUE);
    }

    /** The same, up to that message and without it. */
    String threadBefore(AskedInquiry inquiry, long messageNo) {
        return text(
                inquiry,
                inquiries.messages(inquiry).stream()
                        .filter(message -> message.kind().isKnownToAsker() && message.messageNo() < messageNo)
                        .filter(message -> message.kind() != Kind.FORWARD)
                        .toList());
    }

    private String text(AskedInquiry inquiry, List<InquiryMessage> messages) {
        if (messages.size() == 1) {
            return messages.get(0).text();
        }
        return messages.stream()
                .map(message -> CopenhagenTime.inWords(message.saidAt()) + ", " + who(inquiry, message) + ":\n"
                        + (message.text().isEmpty() ? "(ingen besked)" : message.text()))
                .collect(Collectors.joining("\n\n"));
    }

    private String who(AskedInquiry inquiry, InquiryMessage message) {
        String name = nameOf(message);
        return switch (message.kind()) {
            case ASKED, MORE -> inquiry.asker().name() + " skrev";
            case ANSWER -> name + " svarede";
            case FORWARD -> name + " sendte den videre til " + message.to().name();
            case CLOSING -> name + " lukkede den";
            case QUESTION -> name + " bad en kollega svare";
            case HANDED_BACK -> name + " gav den tilbage";
        };
    }

    /** Who wrote it for the cluster. */
    String nameOf(InquiryMessage message) {
        return message.byPerson() == null ? "Klyngen" : people.nameOf(message.byPerson());
    }

    /** What the coordinator wrote to the colleague who has it now; empty when nothing. */
    String question(AskedInquiry inquiry) {
        String question = "";
        for (InquiryMessage message : inquiries.messages(inquiry)) {
            if (message.kind() == Kind.QUESTION) {
                question = message.text();
            } else if (message.kind() == Kind.HANDED_BACK) {
                question = "";
            }
        }
        return question;
    }
}
