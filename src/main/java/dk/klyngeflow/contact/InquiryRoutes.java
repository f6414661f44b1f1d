package dk.klyngeflow.contact;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the forms show of an inquiry, and whom it can go to. */
@RestController
class InquiryRoutes {

    private static final String CLOSING =
            "Tak for henvendelsen. Klyngen har set på den, og der sker ikke mere i sagen hos os.";

    private final CurrentPerson person;
    private final Inquiries inquiries;
    private final InquiryTexts texts;
    private final InquiryMatter matter;
    private final InquiryTimes times;
    private final LetterFiles files;
    private final InquiryChoices choices;
    private final Cases cases;

    InquiryRoutes(
            CurrentPerson person,
            Inquiries inquiries,
            InquiryTexts texts,
            InquiryMatter matter,
            InquiryTimes times,
            LetterFiles files,
            InquiryChoices choices,
            Cases cases) {
        this.cases = cases;
        this.person = person;
        this.inquiries = inquiries;
        this.texts = texts;
        this.matter = matter;
        this.times = times;
        this.files = files;
        this.choices = choices;
    }

    /** @param delegate who has it now and until when; empty when nobody */
    record Shown(
            Asked asked,
            String text,
            List<LetterFiles.File> files,
            Proposed proposed,
            String delegate,
            InquiryChoices.To to) {}

    /** Who asked what, as she or her mail says. */
    record Asked(String from, String mail, String subject, Instant cameAt) {}

    /** What stands in the fields when the form opens. */
    record Proposed(String agendaTitle, String delegateUntil, String closingText) {}

    @GetMapping("/api/clusters/{cluster}/inquiries/{id}")
    Shown inquiry(@PathVariable String cluster, @PathVariable String id) {
        person.require(cluster, Role.SECRETARY, Role.COORDINATOR, Role.BOARD);
        if (!id.matches("[0-9]{1,18}")) {
            throw Refused.notFound();
        }
        return inquiries
                .find(cluster, Long.parseLong(id))
                .filter(inquiry -> inquiry.state() != AskedInquiry.State.UNCONFIRMED)
                .map(this::shown)
                .orElseThrow(Refused::notFound);
    }

    private Shown shown(AskedInquiry inquiry) {
        String about = matter.of(inquiry);
        return new Shown(
                new Asked(
                        inquiry.asker().inWords(),
                        inquiry.asker().mail()
                                + (inquiry.channel() == AskedInquiry.Channel.PAGE
                                        ? " (bekræftet)"
                                        : " (som mailen siger)"),
                        inquiry.subject(),
                        inquiry.came()),
                texts.thread(inquiry),
                files.of(inquiry),
                new Proposed(
                        "Henvendelse udefra" + (about.isEmpty() ? "" : ": " + about),
                        times.usualDelegateDay(inquiry.clusterId()).toString(),
                        CLOSING),
                inquiry.delegate() == null || inquiry.delegateUntil() == null
                        ? ""
                        : choices.nameOf(inquiry.delegate()) + ", senest "
                                + CopenhagenTime.dayInWords(inquiry.delegateUntil()),
                choices.of(inquiry.clusterId(), mayForward(inquiry)));
    }

    /** The board reads an inquiry; to whom it can go in the contact book it sees when the task has come to it. */
    private boolean mayForward(AskedInquiry inquiry) {
        return person.isAdministrator()
                || person.hasRole(inquiry.clusterId(), Role.COORDINATOR, Role.SECRETARY)
                || cases.holders(inquiry.clusterId(), inquiry.caseKey()).contains(person.requireId());
    }
}
