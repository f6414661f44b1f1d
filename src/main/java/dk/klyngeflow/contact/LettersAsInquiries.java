package dk.klyngeflow.contact;

import dk.klyngeflow.contact.AskedInquiry.Asker;
import dk.klyngeflow.contact.AskedInquiry.State;
import dk.klyngeflow.inbox.ReceivedLetter;
import dk.klyngeflow.inbox.ReceivedLetters;
import dk.klyngeflow.mail.AddressConfirmations;
import dk.klyngeflow.mail.FailedMails;
import dk.klyngeflow.mail.MailThreads;
import dk.klyngeflow.members.People;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which mails to the cluster are inquiries: what somebody outside has written that answers no mail of ours and has nothing on the side that
 * a secretary should look at first. An answer to what we wrote in an inquiry joins it. All else is read by the secretary, who can say that it is
 * one after all.
 */
@Component
class LettersAsInquiries {

    private static final String BY_MAIL = "inquiry-mail";
    private static final String NO_SUBJECT = "(intet emne)";
    private static final int LONGEST_NAME = 100;

    private final ReceivedLetters letters;
    private final Inquiries inquiries;
    private final InquiryCases cases;
    private final MailThreads threads;
    private final AddressConfirmations limits;
    private final People people;

    LettersAsInquiries(
            ReceivedLetters letters,
            Inquiries inquiries,
            InquiryCases cases,
            MailThreads threads,
            AddressConfirmations limits,
            People people) {
        this.letters = letters;
        this.inquiries = inquiries;
        this.cases = cases;
        this.threads = threads;
        this.limits = limits;
        this.people = people;
    }

    /** @return false when it is no inquiry as far as a program can see */
    boolean take(String clusterId, long letterId) {
        ReceivedLetter letter = letters.find(clusterId, letterId).orElse(null);
        ReceivedLetters.Thread thread = letters.thread(clusterId, letterId).orElse(null);
        if (letter == null || thread == null || !FailedMails.isAddress(letter.sender())) {
            return false;
        }
        Optional<AskedInquiry> known = known(letter, thread);
        if (known.isPresent()) {
            boolean isTaken = thread.isAnswerable() || !known.get().state().isOver();
            if (isTaken) {
                cases.more(known.get(), text(letter), letterId);
            }
            return isTaken;
        }
        if (!thread.isAnswerable()
                || !letter.files().isEmpty()
                || !letter.note().isEmpty()
                || !people.withMail(letter.sender()).isEmpty()
                || threads.isOurs(clusterId, thread.answers())
                || !mayAsk(letter)) {
            return false;
        }
        begin(letter);
        return true;
    }

    /** The secretary has seen that it is one. */
    void take(ReceivedLetter letter) {
        if (!inquiries.has(letter.clusterId(), letter.id())) {
            begin(letter);
        }
    }

    boolean canBeTaken(ReceivedLetter letter) {
        return FailedMails.isAddress(letter.sender());
    }

    private void begin(ReceivedLetter letter) {
        cases.begin(
                letter.clusterId(),
                new Asker(name(letter), "", letter.sender()),
                letter.subject().isBlank() ? NO_SUBJECT : letter.subject(),
                text(letter),
                letter.id());
    }

    /**
     * By what it answers; or the same subject from the same address while it is open. Only from whoever asked: a colleague or a hospital that we
     * wrote to in the case answers us, not the asker.
     */
    private Optional<AskedInquiry> known(ReceivedLetter letter, ReceivedLetters.Thread thread) {
        return threads.caseOf(letter.clusterId(), thread.answers())
                .filter(Inquiry::isKey)
                .flatMap(key -> inquiries.find(letter.clusterId(), Inquiry.inquiryId(key)))
                .filter(inquiry -> inquiry.state() != State.UNCONFIRMED)
                .filter(inquiry -> inquiry.asker().mail().equalsIgnoreCase(letter.sender()))
                .or(() -> inquiries.openOf(letter.clusterId(), letter.sender()).stream()
                        .filter(inquiry -> plain(inquiry.subject()).equalsIgnoreCase(plain(letter.subject())))
                        .findFirst());
    }

    private static String plain(String subject) {
        return subject.replaceAll("(?i)^(\\s*(re|sv|vs|aw|fw|fwd|vb)\\s*:)+", "")
                .strip();
    }

    private boolean mayAsk(ReceivedLetter letter) {
        return !limits.isFull(letter.clusterId(), BY_MAIL)
                && limits.mayAsk(new AddressConfirmations.Asking(
                        letter.clusterId(),
                        BY_MAIL,
                        BY_MAIL,
                        letter.sender(),
                        letter.subject() + "\n" + letter.body()));
    }

    private static String name(ReceivedLetter letter) {
        String name = letter.senderName().isBlank() ? letter.sender() : letter.senderName();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private static String text(ReceivedLetter letter) {
        return letter.body().isBlank() ? "(ingen tekst)" : letter.body();
    }
}
