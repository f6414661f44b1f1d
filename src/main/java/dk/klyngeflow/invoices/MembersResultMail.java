package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.mail.MailContent;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the members have decided, in figures; who said what is told to nobody. */
@Component
class MembersResultMail implements MailContent {

    private final Invoices invoices;
    private final MembersVotes votes;

    MembersResultMail(Invoices invoices, MembersVotes votes) {
        this.invoices = invoices;
        this.votes = votes;
    }

    @Override
    public String purpose() {
        return MembersVoteNews.RESULT;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return invoices.find(clusterId, model.getOrDefault(MembersQuestions.INVOICE_ID, ""))
                .filter(invoice ->
                        model.getOrDefault(MembersVoteNews.CONTENT_HASH, "").equals(invoice.contentHash()))
                .flatMap(invoice -> votes.of(invoice)
                        .filter(vote -> !vote.open())
                        .map(vote -> Map.of(
                                "amount",
                                invoice.amountLabel(),
                                "payee",
                                invoice.supplierName(),
                                "result",
                                vote.text())));
    }
}
