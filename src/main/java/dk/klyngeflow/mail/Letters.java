package dk.klyngeflow.mail;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.MailTemplates.Letter;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Writes a mail as it goes over the wire, with what is true at this moment. */
@Component
class Letters {

    private final MailTemplates templates;
    private final MailSettings settings;
    private final Clusters clusters;
    private final People people;
    private final Documents documents;
    private final Links links;
    private final CopenhagenTime time;
    private final BouncedAddresses bounced;
    private final ObjectProvider<MailContent> contents;
    private final String publicUrl;

    Letters(
            MailTemplates templates,
            MailSettings settings,
            Clusters clusters,
            People people,
            Documents documents,
            Links links,
            CopenhagenTime time,
            BouncedAddresses bounced,
            ObjectProvider<MailContent> contents,
            @Value("${klyngeflow.public-url}") String publicUrl) {
        this.templates = templates;
        this.settings = settings;
        this.clusters = clusters;
        this.people = people;
        this.documents = documents;
        this.links = links;
        this.time = time;
        this.bounced = bounced;
        this.contents = contents;
        this.publicUrl = publicUrl;
    }

    sealed interface Written {
        record Ready(MimeMessage message, InternetAddress to) implements Written {}

        /** @param reason Danish */
        record Unreachable(String reason) implements Written {}

        /** @param reason Danish */
        record Needless(String reason) implements Written {}
    }

    Written write(Waiting mail, Session session) throws MessagingException {
        Optional<Person> person = mail.personId().flatMap(people::find);
        String address = mail.address() != null
                ? mail.address()
                : person.map(Person::mail).filter(each -> !each.isEmpty()).orElse(null);
        if (address == null) {
            return new Written.Needless("Modtageren er slettet.");
        }
        if (!Addresses.isValid(address)) {
            return new Written.Unreachable("Adressen er ikke en gyldig mailadresse.");
        }
        if (bounced.isMarked(mail.clusterId(), address)) {
            return new Written.Unreachable("En tidligere mail til adressen er kommet retur.");
        }
        Cluster cluster = clusters.get(mail.clusterId());
        Optional<String> linkUrl = mail.linkId() == null ? Optional.of("") : links.url(mail.clusterId(), mail.linkId());
        if (linkUrl.isEmpty()) {
            return new Written.Needless("Der er ikke længere noget at svare på.");
        }
        Optional<Letter> letter = letter(mail, cluster, nameOf(mail, person), linkUrl.get());
        if (letter.isEmpty()) {
            return new Written.Needless("Der var ikke længere noget at fortælle.");
        }
        InternetAddress to = Addresses.of(address, nameOf(mail, person));
        return new Written.Ready(message(mail, cluster, letter.get(), to, session), to);
    }

    /** The subject of a mail, which is how people know it. */
    String subject(Waiting mail) {
        try {
            return letter(mail, clusters.get(mail.clusterId()), "", "")
                    .map(Letter::subject)
                    .orElse(mail.purpose());
        } catch (RuntimeException e) {
            // what cannot be written must still be something that people can be told about
            return mail.purpose();
        }
    }

    private static String nameOf(Waiting mail, Optional<Person> person) {
        return person.map(Person::name).orElseGet(() -> mail.name() == null ? "" : mail.name());
    }

    private Optional<Letter> letter(Waiting mail, Cluster cluster, String recipientName, String linkUrl) {
        Map<String, Object> model = new HashMap<>(mail.model());
        Optional<MailContent> content = contents.stream()
                .filter(candidate -> candidate.purpose().equals(mail.purpose()))
                .findFirst();
        if (content.isPresent()) {
            Optional<Map<String, Object>> more = content.get().at(mail.clusterId(), mail.personId(), mail.model());
            if (more.isEmpty()) {
                return Optional.empty();
            }
            model.putAll(more.get());
        }
        model.put("clusterName", cluster.name());
        model.put("clusterMail", cluster.mail());
        model.put("recipientName", recipientName);
        model.put("publicUrl", publicUrl);
        model.put("linkUrl", linkUrl);
        // where a member finds what is kept of her; while a cluster is being founded its founder answers for that
        boolean isMember = mail.personId().isPresent() && !mail.purpose().startsWith("founding");
        model.put("rightsUrl", isMember ? publicUrl + "/medlem/" + mail.clusterId() : "");
        return Optional.of(templates.write(mail.purpose(), model));
    }

    private MimeMessage message(Waiting mail, Cluster cluster, Letter letter, InternetAddress to, Session session)
            throws MessagingException {
        MimeMessage message = new FixedIdMessage(session, mail.messageId());
        MimeMessageHelper helper = new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED, "UTF-8");
        String from = settings.from();
        if (from == null) {
            helper.setFrom(Addresses.of(cluster.mail(), cluster.name()));
        } else {
            helper.setFrom(Addresses.of(from, cluster.name()));
            helper.setReplyTo(Addresses.of(cluster.mail(), cluster.name()));
        }
        helper.setTo(to);
        helper.setSubject(letter.subject());
        helper.setSentDate(Date.from(time.now()));
        helper.setText(letter.text(), letter.html());
        // so that no holiday message answers it
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", "da");
        if (mail.answersId() != null) {
            message.setHeader("In-Reply-To", mail.answersId());
            message.setHeader("References", mail.answersId());
        }
        for (String documentId : mail.documentIds()) {
            attach(helper, mail.clusterId(), documentId);
        }
        if (mail.calendar() != null) {
            CalendarParts.add(helper, mail.calendar());
        }
        message.saveChanges();
        return message;
    }

    private void attach(MimeMessageHelper helper, String clusterId, String documentId) throws MessagingException {
        Document document = documents
                .find(clusterId, documentId)
                .orElseThrow(() -> new IllegalStateException("no document " + documentId + " in " + clusterId));
        helper.addAttachment(
                document.fileName(),
                new ByteArrayResource(documents.content(clusterId, documentId)),
                document.mediaType());
    }

    /** The same mail has the same id however often it is sent. */
    private static final class FixedIdMessage extends MimeMessage {

        private final String messageId;

        FixedIdMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
