package dk.klyngeflow.contact;

import dk.klyngeflow.documents.KeptBack;
import dk.klyngeflow.inbox.ReceivedLetters;
import dk.klyngeflow.members.Practices;
import java.util.List;
import org.springframework.stereotype.Component;

/** The files that came with the mails of an inquiry, and which of them may go on to others. */
@Component
class LetterFiles {

    private final Inquiries inquiries;
    private final ReceivedLetters letters;
    private final KeptBack keptBack;
    private final Practices practices;

    LetterFiles(Inquiries inquiries, ReceivedLetters letters, KeptBack keptBack, Practices practices) {
        this.inquiries = inquiries;
        this.letters = letters;
        this.keptBack = keptBack;
        this.practices = practices;
    }

    /** As the forms fetch them. */
    record File(String documentId, String title) {}

    List<File> of(AskedInquiry inquiry) {
        return inquiries.messages(inquiry).stream()
                .map(InquiryMessage::letterId)
                .filter(letter -> letter != null)
                .flatMap(letter -> letters.find(inquiry.clusterId(), letter).stream())
                .flatMap(letter -> letter.files().stream())
                .map(file -> new File(file.id(), file.fileName()))
                .toList();
    }

    /** Without those that would show the figures of single practices, which stay with the secretary. */
    List<File> toSendOn(AskedInquiry inquiry) {
        List<File> files = of(inquiry);
        if (files.isEmpty()) {
            return files;
        }
        List<String> known = practices.providerNumbers(inquiry.clusterId());
        return files.stream()
                .filter(file -> keptBack.look(inquiry.clusterId(), file.documentId(), known)
                        .isEmpty())
                .toList();
    }
}
