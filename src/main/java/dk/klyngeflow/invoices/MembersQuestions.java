package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.ApprovalLevel;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceEvents;
import dk.klyngeflow.bills.InvoiceStatus;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.MemberLeft;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks all members by link whether the cluster shall pay a very large sum; whose own money it is has no vote. */
@Component
class MembersQuestions {

    /** Of the links, and of the mail that carries them. */
    static final String PURPOSE = "members-decision";

    static final String INVOICE_ID = "invoiceId";

    private static final LocalTime CLOSES = LocalTime.of(20, 0);
    private static final int MOST_DAYS = 60;

    private final Invoices invoices;
    private final MembersVotes votes;
    private final InvoiceEvents events;
    private final People people;
    private final Links links;
    private final Outbox outbox;
    private final CopenhagenTime time;
    private final Stakes stakes;

    MembersQuestions(
            Invoices invoices,
            MembersVotes votes,
            InvoiceEvents events,
            People people,
            Links links,
            Outbox outbox,
            CopenhagenTime time,
            Stakes stakes) {
        this.invoices = invoices;
        this.votes = votes;
        this.events = events;
        this.people = people;
        this.links = links;
        this.outbox = outbox;
        this.time = time;
        this.stakes = stakes;
    }

    /** True while the members' word is needed and has not been asked for. */
    boolean canAsk(Invoice invoice) {
        return invoice.status() == InvoiceStatus.APPROVAL
                && invoice.approvalLevel() == ApprovalLevel.MEMBERS.number()
                && votes.of(invoice).isEmpty();
    }

    /**
     * @param lastDay the last day on which answers are taken
     * @throws FormRefused when it cannot be asked, or not until then
     */
    @Transactional
    public void ask(String clusterId, String invoiceId, @Nullable LocalDate lastDay, String by) {
        if (lastDay == null
                || lastDay.isBefore(time.today())
                || lastDay.isAfter(time.today().plusDays(MOST_DAYS))
                || !CopenhagenTime.at(lastDay, CLOSES).isAfter(time.now())) {
            throw new FormRefused("Vælg en sidste dag inden for de næste " + MOST_DAYS + " dage.");
        }
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        if (!canAsk(invoice)) {
            throw new FormRefused("Medlemmerne kan ikke spørges om bilaget nu, eller de er spurgt allerede.");
        }
        Instant closesAt = CopenhagenTime.at(lastDay, CLOSES);
        Set<String> own = stakes.in(invoice).payees();
        List<String> asked = people.holding(clusterId, Role.MEMBER).stream()
                .map(Person::id)
                .filter(person -> !own.contains(person))
                .toList();
        if (!votes.open(invoice, asked, by, closesAt)) {
            return;
        }
        for (String person : asked) {
            outbox.enqueue(Mail.of(
                            clusterId,
                            PURPOSE,
                            PURPOSE + ":" + invoice.businessKey() + ":" + person + ":" + invoice.contentHash(),
                            Recipient.person(person),
                            Map.of(INVOICE_ID, invoiceId),
                            invoice.businessKey())
                    .withLink(links.of(clusterId, PURPOSE, invoiceId, person)));
        }
        events.add(
                invoice,
                InvoiceEvents.Kind.MEMBERS_ASKED,
                by,
                asked.size() + " medlemmer. Svar inden " + CopenhagenTime.inWords(closesAt) + ".");
    }

    @EventListener
    void left(MemberLeft left) {
        votes.forgetSilent(left.clusterId(), left.personId());
    }

    /** @return a Danish sentence when the members were asked and have not said yes */
    Optional<String> objection(String clusterId, String invoiceId) {
        return votes.of(invoices.get(clusterId, invoiceId))
                .filter(vote -> !vote.isApproved())
                .map(vote -> vote.open()
                        ? "Medlemmerne svarer endnu: " + vote.text()
                        : "Medlemmerne er spurgt og har ikke sagt ja: " + vote.text());
    }
}
