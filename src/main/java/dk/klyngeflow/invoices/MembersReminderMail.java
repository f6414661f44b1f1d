package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.mail.MailContent;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reminds a member who has not answered, as long as she can; whoever answers before it is sent is left in peace. */
@Component
class MembersReminderMail implements MailContent {

    private final MembersVoteLink question;
    private final Invoices invoices;
    private final MembersVotes votes;

    MembersReminderMail(MembersVoteLink question, Invoices invoices, MembersVotes votes) {
        this.question = question;
        this.invoices = invoices;
        this.votes = votes;
    }

    @Override
    public String purpose() {
        return MembersVoteNews.REMINDER;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        boolean isSilent = invoices.find(clusterId, model.getOrDefault(MembersQuestions.INVOICE_ID, ""))
                .flatMap(invoice -> personId.flatMap(person -> votes.answerOf(invoice, person)))
                .filter(String::isEmpty)
                .isPresent();
        return isSilent ? question.at(clusterId, personId, model) : Optional.empty();
    }
}
