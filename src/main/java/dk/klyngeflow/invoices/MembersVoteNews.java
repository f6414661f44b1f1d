package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceStatus;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FriendlyHours;
import dk.klyngeflow.invoices.MembersVotes.Untold;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * While the members are asked about a large sum: reminds the silent once, and tells members, board and coordinator what came of it. Every
 * node looks; the first to write it down tells it.
 */
@Component
class MembersVoteNews {

    static final String REMINDER = "members-decision-reminder";
    static final String RESULT = "members-decision-result";
    static final String CONTENT_HASH = "contentHash";

    private static final Logger LOG = LoggerFactory.getLogger(MembersVoteNews.class);
    private static final Duration BEFORE_CLOSING = Duration.ofDays(2);

    private final MembersVotes votes;
    private final Invoices invoices;
    private final People people;
    private final Links links;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final CopenhagenTime time;

    MembersVoteNews(
            MembersVotes votes,
            Invoices invoices,
            People people,
            Links links,
            Outbox outbox,
            TransactionTemplate transaction,
            CopenhagenTime time) {
        this.votes = votes;
        this.invoices = invoices;
        this.people = people;
        this.links = links;
        this.outbox = outbox;
        this.transaction = transaction;
        this.time = time;
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void tell() {
        for (Untold vote : votes.untold()) {
            transaction.executeWithoutResult(status -> tell(vote));
        }
    }

    private void tell(Untold vote) {
        // answers come one after the other here too, so that nobody answers while the result is told
        Invoice invoice = invoices.lock(vote.clusterId(), vote.invoiceId());
        boolean isCurrent = vote.contentHash().equals(invoice.contentHash());
        boolean isOpen = isCurrent
                && invoice.status() == InvoiceStatus.APPROVAL
                && votes.of(invoice).filter(MembersVote::open).isPresent();
        if (!isOpen) {
            if (votes.told(vote) && isCurrent && invoice.status() != InvoiceStatus.CHECK) {
                tellResult(invoice, vote);
            }
        } else if (!vote.isReminded() && isTimeToRemind(vote) && votes.reminded(vote)) {
            remind(invoice, vote);
        }
    }

    private boolean isTimeToRemind(Untold vote) {
        Instant half = vote.openedAt()
                .plus(Duration.between(vote.openedAt(), vote.closesAt()).dividedBy(2));
        Instant late = vote.closesAt().minus(BEFORE_CLOSING);
        Instant early = FriendlyHours.lastBefore(late);
        Instant at = early.isBefore(half) ? FriendlyHours.next(half) : early;
        return !time.now().isBefore(at) && time.now().isBefore(vote.closesAt());
    }

    private void remind(Invoice invoice, Untold vote) {
        Set<String> silent = votes.silent(vote);
        silent.forEach(person -> outbox.enqueue(mail(REMINDER, invoice, vote, person)
                .withLink(links.of(vote.clusterId(), MembersQuestions.PURPOSE, vote.invoiceId(), person))));
        LOG.info("{} members are reminded to decide about {}", silent.size(), vote.invoiceId());
    }

    private void tellResult(Invoice invoice, Untold vote) {
        Set<String> everybody = new LinkedHashSet<>(votes.asked(vote));
        for (Role role : new Role[] {Role.BOARD, Role.COORDINATOR}) {
            people.holding(vote.clusterId(), role).stream().map(Person::id).forEach(everybody::add);
        }
        everybody.removeIf(person -> !people.isOf(vote.clusterId(), person));
        everybody.forEach(person -> outbox.enqueue(mail(RESULT, invoice, vote, person)));
        LOG.info("the members' decision about {} is told to {}", vote.invoiceId(), everybody.size());
    }

    private static Mail mail(String purpose, Invoice invoice, Untold vote, String person) {
        return Mail.of(
                vote.clusterId(),
                purpose,
                purpose + ":" + invoice.businessKey() + ":" + person + ":" + vote.contentHash(),
                Recipient.person(person),
                Map.of(MembersQuestions.INVOICE_ID, vote.invoiceId(), CONTENT_HASH, vote.contentHash()),
                invoice.businessKey());
    }
}
