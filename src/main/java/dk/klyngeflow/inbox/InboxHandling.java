package dk.klyngeflow.inbox;

import static java.util.stream.Collectors.joining;

import dk.klyngeflow.calendar.CalendarAnswer;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.CprNumbers;
import dk.klyngeflow.inbox.InboxMessages.Outcome;
import dk.klyngeflow.inbox.InvitationReplies.Taken;
import dk.klyngeflow.inbox.MailRead.DeliveryReport;
import dk.klyngeflow.inbox.MailRead.MailFile;
import dk.klyngeflow.mail.Bounces;
import dk.klyngeflow.members.Cluster;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles one mail in one transaction: that it was handled and all that follows from it stand together or not at all. Whoever comes to the
 * same mail again only learns to which folder it goes.
 */
@Component
class InboxHandling {

    private static final int LONGEST_COMMENT = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(InboxHandling.class);
    private static final String KEPT_BY = "inbox";
    private static final int SECONDS = 120;

    private final MailReader reader;
    private final Meanings meanings;
    private final InboxMessages messages;
    private final ReceivedLetters letters;
    private final Documents documents;
    private final List<FileCleaner> cleaners;
    private final List<InvitationReplies> invitations;
    private final Bounces bounces;
    private final ClosedAddress closed;
    private final CopenhagenTime time;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate ownTransaction;

    InboxHandling(
            MailReader reader,
            Meanings meanings,
            InboxMessages messages,
            ReceivedLetters letters,
            Documents documents,
            List<FileCleaner> cleaners,
            List<InvitationReplies> invitations,
            Bounces bounces,
            ClosedAddress closed,
            CopenhagenTime time,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.reader = reader;
        this.meanings = meanings;
        this.messages = messages;
        this.letters = letters;
        this.documents = documents;
        this.cleaners = cleaners;
        this.invitations = invitations;
        this.bounces = bounces;
        this.closed = closed;
        this.time = time;
        this.events = events;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        ownTransaction.setTimeout(SECONDS);
    }

    /** @param outcome of the first time it was handled */
    record Handled(String clusterId, String key, Outcome outcome) {}

    /**
     * @param plainly as a letter to read, because it could not be handled as what it is
     * @return one for each of our clusters that it is for; empty when there is none: nothing follows from it
     */
    List<Handled> handle(Mailbox.Raw raw, boolean plainly) {
        MailRead mail = reader.read(raw.content(), raw.missing());
        String key = MailKey.of(mail, raw);
        return meanings.clusters(mail).stream()
                .map(cluster -> handle(cluster, mail, key, plainly))
                .toList();
    }

    private Handled handle(Cluster cluster, MailRead mail, String key, boolean plainly) {
        boolean isToBeRead = plainly && !closed.isClosed(cluster.id());
        Meaning meaning = isToBeRead ? new Meaning.ToRead(Meanings.files(mail), "") : meanings.of(mail, cluster);
        return Objects.requireNonNull(ownTransaction.execute(status -> {
            Outcome outcome = outcome(meaning);
            if (messages.begin(cluster.id(), key, outcome, time.now())) {
                act(cluster.id(), mail, meaning);
                LOG.info("a mail to {} was handled as {}", cluster.id(), outcome);
            }
            return new Handled(
                    cluster.id(), key, messages.outcome(cluster.id(), key).orElse(outcome));
        }));
    }

    void moved(Handled handled) {
        ownTransaction.executeWithoutResult(status -> messages.moved(handled.clusterId(), handled.key(), time.now()));
    }

    private static Outcome outcome(Meaning meaning) {
        if (meaning instanceof Meaning.Replies) {
            return Outcome.REPLY;
        }
        if (meaning instanceof Meaning.CameBack) {
            return Outcome.BOUNCE;
        }
        if (meaning instanceof Meaning.WithInvoices) {
            return Outcome.DOCUMENTS;
        }
        return meaning instanceof Meaning.ToRead ? Outcome.LETTER : Outcome.SKIPPED;
    }

    private void act(String clusterId, MailRead mail, Meaning meaning) {
        if (meaning instanceof Meaning.Replies replies) {
            replies.answers().forEach(answer -> reply(clusterId, mail, answer));
            besides(clusterId, mail, replies.files());
        } else if (meaning instanceof Meaning.CameBack back) {
            cameBack(back.report());
            besides(clusterId, mail, back.files());
        } else if (meaning instanceof Meaning.WithInvoices with) {
            withInvoices(clusterId, mail, with);
        } else if (meaning instanceof Meaning.ToRead read) {
            String text = Stream.of(read.besides(), mail.content().text())
                    .filter(each -> !each.isEmpty())
                    .collect(joining("\n\n"));
            toRead(clusterId, mail.withText(text), read.files());
        } else if (meaning instanceof Meaning.ToNobody nobody && nobody.isToBeTold()) {
            closed.tell(clusterId, mail.head().sender(), mail.head().senderName());
        }
    }

    private void withInvoices(String clusterId, MailRead plain, Meaning.WithInvoices with) {
        MailRead mail = plain.withNotes(cprNumbersIn(with.files()));
        List<String> invoices = keep(clusterId, with.invoices());
        List<String> all = new ArrayList<>(invoices);
        all.addAll(keep(clusterId, with.files()));
        long letter = letters.keep(clusterId, mail, all);
        letters.handOn(clusterId, letter, invoices);
        // whoever checks the invoice is shown nothing of what came with it
        if (!onTheSide(with.files()).isEmpty() || !mail.notes().isEmpty()) {
            events.publishEvent(new LetterReceived(clusterId, letter));
        }
    }

    /** What came with something that needs nobody is read by a person all the same. */
    private void besides(String clusterId, MailRead mail, List<MailFile> files) {
        if (!onTheSide(files).isEmpty()) {
            toRead(clusterId, mail, files);
        }
    }

    /** Without the pictures in the text, such as the server's own. */
    private static List<MailFile> onTheSide(List<MailFile> files) {
        return files.stream().filter(file -> !file.embedded()).toList();
    }

    private void toRead(String clusterId, MailRead mail, List<MailFile> files) {
        long letter = letters.keep(clusterId, mail.withNotes(cprNumbersIn(files)), keep(clusterId, files));
        events.publishEvent(new LetterReceived(clusterId, letter));
    }

    private void reply(String clusterId, MailRead mail, CalendarAnswer answer) {
        CalendarReply reply = new CalendarReply(
                clusterId,
                answer.uid(),
                answer.sequence(),
                mail.head().sender(),
                answer.attendee(),
                answer.answer(),
                answer.proposed() == null ? null : answer.proposed().start(),
                Masked.text(answer.comment(), LONGEST_COMMENT));
        Set<Taken> taken = EnumSet.noneOf(Taken.class);
        invitations.forEach(each -> taken.add(each.take(reply)));
        // what a supplier wrote has been handed on with the booking
        String comment = taken.contains(Taken.HANDED_ON) ? "" : answer.comment();
        String forPeople = Stream.of(notCounted(reply, taken), proposal(answer), comment)
                .filter(text -> !text.isEmpty())
                .collect(joining("\n\n"));
        if (!forPeople.isEmpty()) {
            toRead(clusterId, mail.withText(forPeople), List.of());
        }
    }

    /** Empty when it counts. */
    private static String notCounted(CalendarReply reply, Set<Taken> taken) {
        if (taken.contains(Taken.SETTLED) || taken.contains(Taken.HANDED_ON)) {
            return "";
        }
        String said = switch (reply.answer()) {
            case "ACCEPTED" -> "ja";
            case "DECLINED" -> "nej";
            case "TENTATIVE" -> "måske";
            default -> "et andet tidspunkt";
        };
        String why = taken.contains(Taken.UNCLEAR)
                ? "Vi kan ikke se på adresserne, hvem det er fra."
                : "Vi kender ikke den aftale, der svares på.";
        return "Et svar fra en kalender er ikke talt med. " + why + " Svaret er „" + said + "“ for "
                + (reply.attendee().isEmpty() ? "en, hvis adresse ikke står i det," : reply.attendee())
                + ", og mailen siger, at den er fra " + (reply.sender().isEmpty() ? "ingen" : reply.sender()) + "."
                + " Spørg den, det gælder, og ret svaret, hvis det er rigtigt.";
    }

    /** Whether the time is changed is for people to decide; empty when none is proposed. */
    private static String proposal(CalendarAnswer answer) {
        if (!answer.answer().equals("COUNTER")) {
            return "";
        }
        return answer.proposed() == null
                ? "Afsenderen foreslår et andet tidspunkt. Se hvilket i mailen i postkassen."
                : "Afsenderen foreslår et andet tidspunkt: " + answer.proposed().danish() + ".";
    }

    private void cameBack(DeliveryReport report) {
        Undeliverable why = report.why();
        bounces.bounced(report.originals(), why.danish(), why == Undeliverable.NO_SUCH_ADDRESS)
                .ifPresent(bounced -> events.publishEvent(
                        new AddressBounced(bounced.clusterId(), bounced.address(), bounced.messageId(), why.danish())));
    }

    /** PlainText are masked when they are kept; a PDF stays as it came, so that whoever reads the mail is told. */
    private List<String> cprNumbersIn(List<MailFile> files) {
        return files.stream()
                .flatMap(file -> documents
                        .warningOfCprNumber(file.content())
                        .map(warning -> "„" + Masked.line(file.name(), 100) + "“: " + warning)
                        .stream())
                .toList();
    }

    private List<String> keep(String clusterId, List<MailFile> files) {
        return files.stream()
                .map(file -> documents
                        .store(clusterId, Masked.line(file.name(), 200), cleaned(file), KEPT_BY)
                        .id())
                .toList();
    }

    private byte[] cleaned(MailFile file) {
        byte[] content = file.content();
        for (FileCleaner cleaner : cleaners) {
            content = cleaner.clean(content, file.name());
        }
        if (file.name().toLowerCase(Locale.ROOT).matches(".*\\.(txt|csv|html?|ics|eml|vcf)")) {
            String text = PlainText.decode(content, "");
            String masked = CprNumbers.masked(text);
            return masked.equals(text) ? content : masked.getBytes(StandardCharsets.UTF_8);
        }
        return content;
    }
}
