package dk.klyngeflow.contact;

import dk.klyngeflow.contact.AskedInquiry.Reason;
import dk.klyngeflow.contact.InquiryMessage.Kind;
import dk.klyngeflow.contact.InquiryMessage.To;
import dk.klyngeflow.contactbook.Contact;
import dk.klyngeflow.contactbook.Contacts;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.gatherings.AgendaPoints;
import dk.klyngeflow.mail.FailedMails;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What becomes of an inquiry: an answer, a colleague, a meeting, somebody else, or nothing. */
@Component
class HandleInquiryContract implements FormContract<HandleInquiryContract.Form> {

    private static final String ANSWER = "ANSWER";
    private static final String DELEGATE = "DELEGATE";
    private static final String MEETING = "MEETING";
    private static final String FORWARD = "FORWARD";
    private static final String CLOSE = "CLOSE";
    private static final String TELL = "TELL";

    private static final Set<String> REASONS =
            Arrays.stream(Reason.values()).map(Enum::name).collect(Collectors.toSet());
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_MAIL = 254;

    private final Inquiries inquiries;
    private final InquiryTimes times;
    private final People people;
    private final AgendaPoints points;
    private final Contacts contacts;

    HandleInquiryContract(
            Inquiries inquiries, InquiryTimes times, People people, AgendaPoints points, Contacts contacts) {
        this.inquiries = inquiries;
        this.times = times;
        this.people = people;
        this.points = points;
        this.contacts = contacts;
    }

    record Form(String decision, String answer, Colleague colleague, OnAgenda agenda, Other other, Closing closing) {

        record Colleague(
                String delegate, String question, @Nullable LocalDate delegateUntil) {}

        record OnAgenda(String meetingId, String agendaTitle) {}

        record Other(String contactId, String forwardName, String forwardMail, String forwardNote) {}

        record Closing(String reason, String tellAsker, String closingText) {}
    }

    @Override
    public String task() {
        return "handleInquiry";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision = fields.choice(
                "decision",
                Set.of(ANSWER, DELEGATE, MEETING, FORWARD, CLOSE),
                "Vælg, hvad der skal ske med henvendelsen.");
        return new Form(
                decision,
                decision.equals(ANSWER) ? fields.requiredParagraphs("answer", "Svaret") : "",
                decision.equals(DELEGATE) ? colleague(fields, answer) : new Form.Colleague("", "", null),
                decision.equals(MEETING) ? agenda(fields, answer) : new Form.OnAgenda("", ""),
                decision.equals(FORWARD) ? other(fields, answer) : new Form.Other("", "", "", ""),
                decision.equals(CLOSE) ? closing(fields) : new Form.Closing("", "", ""));
    }

    private Form.Colleague colleague(FormFields fields, Answer answer) {
        String delegate = fields.required("delegate", "Kollegaen");
        if (!delegate.isEmpty()
                && people.holding(answer.clusterId(), Role.MEMBER).stream()
                        .noneMatch(member -> member.id().equals(delegate))) {
            fields.wrong("Kollegaen er ikke medlem af klyngen længere. Vælg en anden.");
        }
        LocalDate until = fields.dayAhead("delegateUntil", "Fristen");
        if (until == null && !fields.has("delegateUntil")) {
            fields.wrong("Fristen mangler.");
        } else if (until != null
                && (!times.isToCome(until) || until.isAfter(times.today().plusDays(60)))) {
            fields.wrong("Fristen skal ligge fra i dag til om to måneder.");
        }
        return new Form.Colleague(delegate, fields.paragraphs("question", "Beskeden til kollegaen", 2_000), until);
    }

    private Form.OnAgenda agenda(FormFields fields, Answer answer) {
        String meeting = fields.text("meetingId", "Mødet");
        if (!meeting.isEmpty()
                && points.takers(answer.clusterId()).stream()
                        .noneMatch(taker -> taker.meetingId().equals(meeting))) {
            fields.wrong("Dagsordenen til det møde er sendt. Vælg et andet møde, eller det næste, der planlægges.");
        }
        return new Form.OnAgenda(meeting, fields.required("agendaTitle", "Punktet på dagsordenen", LONGEST_TITLE));
    }

    private Form.Other other(FormFields fields, Answer answer) {
        String contact = fields.text("contactId", "Kontakten");
        String name = fields.text("forwardName", "Modtagerens navn", LONGEST_NAME);
        String mail = fields.text("forwardMail", "Modtagerens mailadresse", LONGEST_MAIL);
        if (contact.isEmpty()) {
            if (name.isEmpty()) {
                fields.wrong("Skriv, hvem der skal have den.");
            }
            if (!FailedMails.isAddress(mail)) {
                fields.wrong("Skriv modtagerens mailadresse som navn@sted.dk.");
            }
        } else if (withMail(answer, contact).isEmpty()) {
            fields.wrong("Den valgte står ikke længere i kontaktbogen med en mailadresse. Vælg en anden.");
        }
        return new Form.Other(contact, name, mail, fields.paragraphs("forwardNote", "Beskeden", 2_000));
    }

    private Optional<Contact> withMail(Answer answer, String contact) {
        return contacts.find(answer.clusterId(), contact)
                .filter(found -> !found.mail().isEmpty());
    }

    private static Form.Closing closing(FormFields fields) {
        String reason = fields.choice("reason", REASONS, "Vælg, hvorfor henvendelsen lukkes.");
        String tell = fields.choice("tellAsker", Set.of(TELL, "SILENT"), "Vælg, om den, der skrev, skal have besked.");
        return new Form.Closing(
                reason, tell, tell.equals(TELL) ? fields.requiredParagraphs("closingText", "Beskeden") : "");
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        AskedInquiry inquiry = inquiries.get(answer.clusterId(), InquiryVariables.INQUIRY_ID.in(answer.known()));
        String by = answer.personId();
        String decision = InquiryVariables.INQUIRY_DECISION.name();
        String message = InquiryVariables.MESSAGE_NO.name();
        return switch (form.decision()) {
            case ANSWER ->
                Map.of(
                        decision,
                        ANSWER,
                        message,
                        inquiries.say(inquiry, Kind.ANSWER, form.answer(), by, To.ASKER, null));
            case DELEGATE -> {
                Instant until = InquiryTimes.delegateUntil(
                        Objects.requireNonNull(form.colleague().delegateUntil()));
                inquiries.delegate(
                        inquiry.clusterId(),
                        inquiry.inquiryId(),
                        form.colleague().delegate(),
                        until);
                inquiries.say(inquiry, Kind.QUESTION, form.colleague().question(), by, To.ASKER, null);
                yield Map.of(
                        decision,
                        DELEGATE,
                        InquiryVariables.DELEGATE_UNTIL.name(),
                        until.toString(),
                        InquiryVariables.DELEGATE_REMIND_AT.name(),
                        times.remindDelegateAt(until).toString());
            }
            case MEETING -> {
                inquiries.agenda(
                        inquiry.clusterId(),
                        inquiry.inquiryId(),
                        form.agenda().agendaTitle(),
                        form.agenda().meetingId().isEmpty()
                                ? null
                                : form.agenda().meetingId());
                yield Map.of(decision, MEETING);
            }
            case FORWARD ->
                Map.of(
                        decision,
                        FORWARD,
                        message,
                        inquiries.say(
                                inquiry, Kind.FORWARD, form.other().forwardNote(), by, to(form.other(), answer), null));
            default -> {
                inquiries.closing(
                        inquiry.clusterId(),
                        inquiry.inquiryId(),
                        Reason.valueOf(form.closing().reason()),
                        form.closing().tellAsker().equals(TELL));
                yield Map.of(
                        decision,
                        CLOSE,
                        message,
                        inquiries.say(inquiry, Kind.CLOSING, form.closing().closingText(), by, To.ASKER, null));
            }
        };
    }

    private To to(Form.Other other, Answer answer) {
        return withMail(answer, other.contactId())
                .map(contact -> new To(contact.inWords(), contact.mail()))
                .orElseGet(() -> new To(other.forwardName(), other.forwardMail()));
    }
}
