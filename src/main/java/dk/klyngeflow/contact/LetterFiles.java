package dk.klyngeflow.contact;

import dk.klyngeflow.inbox.ReceivedLetters;
import java.util.List;
import org.springframework.stereotype.Component;

/** The files that came with the mails of an inquiry. */
@Component
class LetterFiles {

    private final Inquiries inquiries;
    private final ReceivedLetters letters;

    LetterFiles(Inquiries inquiries, ReceivedLetters letters) {
        this.inquiries = inquiries;
        this.letters = letters;
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
}
