package dk.klyngeflow.inbox;

import dk.klyngeflow.calendar.CalendarAnswer;
import dk.klyngeflow.calendar.CalendarAnswers;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.Inspection;
import dk.klyngeflow.inbox.MailRead.CalendarFile;
import dk.klyngeflow.inbox.MailRead.DeliveryReport;
import dk.klyngeflow.inbox.MailRead.MailFile;
import dk.klyngeflow.inbox.MailRead.Nature;
import dk.klyngeflow.mail.Bounces;
import dk.klyngeflow.mail.MailSettings;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds out whose a mail is and what it means. Changes nothing. */
@Component
class Meanings {

    private static final int HEAD = 8 * 1024;
    private static final Pattern INVOICE_ROOT =
            Pattern.compile("<(?:[\\w.-]+:)?(Invoice|CreditNote|StandardBusinessDocument)[\\s>]");

    private final Clusters clusters;
    private final Bounces bounces;
    private final CalendarAnswers answers;
    private final Documents documents;
    private final MailSettings settings;

    Meanings(Clusters clusters, Bounces bounces, CalendarAnswers answers, Documents documents, MailSettings settings) {
        this.clusters = clusters;
        this.bounces = bounces;
        this.answers = answers;
        this.documents = documents;
        this.settings = settings;
    }

    /** All whose address it was sent to; empty when the mail is for none of our clusters as far as anybody can see. */
    List<Cluster> clusters(MailRead mail) {
        DeliveryReport report = mail.report();
        Optional<Cluster> returned = Optional.ofNullable(report)
                .flatMap(each -> bounces.clusterOf(each.originals()))
                .flatMap(clusters::find);
        if (returned.isPresent()) {
            return List.of(returned.get());
        }
        List<Cluster> addressed = mail.recipients().stream()
                .flatMap(address -> at(address).stream())
                .distinct()
                .toList();
        // an answer is for the one who has invited, whoever else can read it
        Optional<Cluster> inviting = replies(mail).stream()
                .flatMap(reply -> at(reply.organizer()).stream())
                .findFirst();
        if (inviting.isPresent() && (addressed.isEmpty() || addressed.contains(inviting.get()))) {
            return List.of(inviting.get());
        }
        return addressed.isEmpty()
                ? bounces.clusterOf(mail.references()).flatMap(clusters::find).stream()
                        .toList()
                : addressed;
    }

    /** The cluster with this address, also with something behind a plus. */
    private Optional<Cluster> at(String address) {
        String plain = plain(address);
        return clusters.all().stream()
                .filter(cluster -> plain(cluster.mail()).equals(plain))
                .findFirst();
    }

    private static String plain(String address) {
        return address.strip().toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
    }

    Meaning of(MailRead mail, Cluster cluster) {
        if (isOurs(mail, cluster)) {
            return new Meaning.Nothing();
        }
        DeliveryReport report = mail.report();
        if (report != null) {
            if (!report.failed()) {
                return new Meaning.Nothing();
            }
            return bounces.clusterOf(report.originals()).isPresent()
                    ? new Meaning.CameBack(report)
                    : new Meaning.ToRead(mail.files());
        }
        List<CalendarAnswer> replies = replies(mail);
        if (!replies.isEmpty()) {
            return new Meaning.Replies(replies);
        }
        if (mail.nature() == Nature.ANSWERED_BY_ITSELF) {
            return new Meaning.Nothing();
        }
        List<MailFile> invoices = new ArrayList<>();
        List<MailFile> others = new ArrayList<>();
        for (MailFile file : mail.files()) {
            (mayBeInvoice(file, mail.nature()) ? invoices : others).add(file);
        }
        if (!invoices.isEmpty()) {
            return new Meaning.WithInvoices(invoices, others);
        }
        if (mail.nature() != Nature.WRITTEN && !isForPeople(mail, cluster)) {
            return new Meaning.Nothing();
        }
        mail.calendars()
                .forEach(calendar -> others.add(
                        new MailFile("invitation.ics", calendar.text().getBytes(StandardCharsets.UTF_8))));
        return new Meaning.ToRead(others);
    }

    /**
     * Group mailboxes mark every letter as a mailing list's, and the programs by which suppliers answer their customers mark what their
     * people write as made by a program.
     */
    private boolean isForPeople(MailRead mail, Cluster cluster) {
        boolean isOwnGroup = mail.nature() == Nature.LIST
                && mail.lists().stream().anyMatch(list -> plain(list).equals(plain(cluster.mail())));
        return isOwnGroup || bounces.clusterOf(mail.references()).isPresent();
    }

    private boolean isOurs(MailRead mail, Cluster cluster) {
        return mail.sender().equalsIgnoreCase(cluster.mail())
                || mail.sender().equalsIgnoreCase(String.valueOf(settings.from()))
                || (!mail.messageId().isEmpty()
                        && bounces.clusterOf(List.of(mail.messageId())).isPresent());
    }

    /** Outlook and Google send the same answer twice in one mail, as a text and as a file. */
    private List<CalendarAnswer> replies(MailRead mail) {
        Map<String, CalendarAnswer> found = new LinkedHashMap<>();
        for (CalendarFile calendar : mail.calendars()) {
            answers.read(calendar.text(), calendar.method(), mail.sender())
                    .ifPresent(answer -> found.putIfAbsent(answer.uid() + " " + answer.attendee(), answer));
        }
        return List.copyOf(found.values());
    }

    /** Suppliers' programs send invoices like newsletters; a mailing list's PDF is none, an e-invoice always is one. */
    private boolean mayBeInvoice(MailFile file, Nature nature) {
        Inspection.Kind kind = documents.inspect(file.content(), file.name()).kind();
        if (kind == Inspection.Kind.PDF) {
            return nature != Nature.LIST;
        }
        String head = new String(file.content(), 0, Math.min(HEAD, file.content().length), StandardCharsets.ISO_8859_1)
                .replace("\0", "");
        return kind == Inspection.Kind.XML && INVOICE_ROOT.matcher(head).find();
    }
}
