package dk.klyngeflow.inbox;

import static java.util.stream.Collectors.joining;

import dk.klyngeflow.calendar.CalendarAnswer;
import dk.klyngeflow.calendar.CalendarAnswers;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.Inspection;
import dk.klyngeflow.inbox.MailRead.CalendarFile;
import dk.klyngeflow.inbox.MailRead.DeliveryReport;
import dk.klyngeflow.inbox.MailRead.MailFile;
import dk.klyngeflow.inbox.MailRead.Nature;
import dk.klyngeflow.inbox.MailRead.Verdict;
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

    private static final Pattern QUOTED_LINE = Pattern.compile("(?m)^\\s*>");

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
        List<Cluster> addressed = mail.head().recipients().stream()
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
                ? bounces
                        .clusterOf(mail.head().references())
                        .or(() -> bounces.clusterOf(mail.content().quoted()))
                        .flatMap(clusters::find)
                        .stream()
                        .toList()
                : addressed;
    }

    /** The cluster with this address, also with something behind a plus. */
    private Optional<Cluster> at(String address) {
        String plain = plain(address);
        return clusters.all().stream()
                .filter(cluster -> plain(cluster.mail()).equals(plain))
                .findFirst()
                .or(() -> clusters.closed().stream()
                        .filter(cluster -> plain(cluster.mail()).equals(plain))
                        .findFirst()
                        .flatMap(cluster -> clusters.find(cluster.id())));
    }

    private static String plain(String address) {
        return address.strip().toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
    }

    Meaning of(MailRead mail, Cluster cluster) {
        if (!mail.head().messageId().isEmpty() && isOurs(List.of(mail.head().messageId()))) {
            return new Meaning.Nothing();
        }
        if (clusters.closed(cluster.id()).isPresent()) {
            return new Meaning.ToNobody(mail.nature() == Nature.WRITTEN
                    && mail.answerable()
                    && mail.report() == null
                    && !isFrom(mail, cluster));
        }
        DeliveryReport report = mail.report();
        boolean isAboutOurs = report != null && isOurs(report.originals());
        if (report != null && report.verdict() == Verdict.HARMLESS) {
            return hasMore(mail) ? toRead(mail) : new Meaning.Nothing();
        }
        if (report != null && report.verdict() == Verdict.FAILED) {
            return isAboutOurs ? new Meaning.CameBack(report, files(mail)) : toRead(mail);
        }
        List<CalendarAnswer> replies = replies(mail);
        if (!replies.isEmpty()) {
            return new Meaning.Replies(replies, filesBesidesReplies(mail));
        }
        List<MailFile> invoices = mail.content().files().stream()
                .filter(file -> mayBeInvoice(file, mail.nature()))
                .toList();
        if (!invoices.isEmpty()) {
            return new Meaning.WithInvoices(
                    invoices,
                    files(mail).stream()
                            .filter(file -> !invoices.contains(file))
                            .toList());
        }
        return isAboutOurs || hasMore(mail) || isForPeople(mail, cluster) ? toRead(mail) : new Meaning.Nothing();
    }

    private Meaning.ToRead toRead(MailRead mail) {
        String besides = mail.content().calendars().stream()
                .map(calendar -> answers.describe(calendar.text(), calendar.method()))
                .distinct()
                .collect(joining("\n"));
        return new Meaning.ToRead(files(mail), besides);
    }

    /** With something to look at besides words; a picture in the text of a newsletter is none. */
    private static boolean hasMore(MailRead mail) {
        return !mail.content().calendars().isEmpty()
                || !mail.notes().isEmpty()
                || mail.content().files().stream().anyMatch(file -> !file.embedded() || mail.nature() != Nature.LIST);
    }

    /** Whether somebody should read what it says. */
    private boolean isForPeople(MailRead mail, Cluster cluster) {
        if (isFrom(mail, cluster)) {
            return false;
        }
        if (isOurs(mail.content().quoted())) {
            return true;
        }
        return switch (mail.nature()) {
            case WRITTEN -> true;
            // its own words are nothing new, but what it sends back may be the only sign that something did not arrive
            case ANSWERED_BY_ITSELF -> quotes(mail, cluster);
            // group mailboxes mark every letter as a mailing list's
            case LIST ->
                isOurs(mail.head().references())
                        || mail.head().lists().stream()
                                .anyMatch(list -> plain(list).equals(plain(cluster.mail())));
            // the programs by which suppliers answer their customers mark what their people write as made by a program
            case AUTOMATIC -> isOurs(mail.head().references());
        };
    }

    private boolean quotes(MailRead mail, Cluster cluster) {
        String text = mail.content().text().toLowerCase(Locale.ROOT);
        return QUOTED_LINE.matcher(text).find()
                || text.contains(cluster.mail().toLowerCase(Locale.ROOT))
                || (settings.from() != null && text.contains(settings.from().toLowerCase(Locale.ROOT)));
    }

    private boolean isOurs(List<String> messageIds) {
        return bounces.clusterOf(messageIds).isPresent();
    }

    private boolean isFrom(MailRead mail, Cluster cluster) {
        return mail.head().sender().equalsIgnoreCase(cluster.mail())
                || mail.head().sender().equalsIgnoreCase(String.valueOf(settings.from()));
    }

    /** Its files and its calendars, each once: programs send a calendar as a text and as a file. */
    static List<MailFile> files(MailRead mail) {
        List<MailFile> files = new ArrayList<>(mail.content().files());
        mail.content().calendars().stream()
                .map(calendar -> calendar.text().strip())
                .distinct()
                .forEach(text ->
                        files.add(new MailFile("invitation.ics", text.getBytes(StandardCharsets.UTF_8), false)));
        return files;
    }

    /** The calendars that are no answer stay; those that are one have had their effect. */
    private List<MailFile> filesBesidesReplies(MailRead mail) {
        List<MailFile> files = new ArrayList<>(mail.content().files());
        mail.content().calendars().stream()
                .filter(calendar -> answers.read(
                                calendar.text(), calendar.method(), mail.head().sender())
                        .isEmpty())
                .map(calendar -> calendar.text().strip())
                .distinct()
                .forEach(text ->
                        files.add(new MailFile("invitation.ics", text.getBytes(StandardCharsets.UTF_8), false)));
        return files;
    }

    /** Outlook and Google send the same answer twice in one mail, as a text and as a file. */
    private List<CalendarAnswer> replies(MailRead mail) {
        Map<String, CalendarAnswer> found = new LinkedHashMap<>();
        for (CalendarFile calendar : mail.content().calendars()) {
            answers.read(calendar.text(), calendar.method(), mail.head().sender())
                    .ifPresent(answer -> found.putIfAbsent(answer.uid() + " " + answer.attendee(), answer));
        }
        return List.copyOf(found.values());
    }

    /** Suppliers' programs send invoices like newsletters; the PDF of a mailing list or of an answering machine is none, an e-invoice always is one. */
    private boolean mayBeInvoice(MailFile file, Nature nature) {
        Inspection.Kind kind = documents.inspect(file.content(), file.name()).kind();
        if (kind == Inspection.Kind.PDF) {
            return nature != Nature.LIST && nature != Nature.ANSWERED_BY_ITSELF;
        }
        String head = new String(file.content(), 0, Math.min(HEAD, file.content().length), StandardCharsets.ISO_8859_1)
                .replace("\0", "");
        return kind == Inspection.Kind.XML && INVOICE_ROOT.matcher(head).find();
    }
}
