package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceStatus;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.mail.MailContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a member sees who is asked whether the cluster shall pay, in her mail and on her page. */
@Component
class MembersVoteLink implements LinkPage, MailContent {

    private static final String ANSWER = "svar";

    private final Invoices invoices;
    private final MembersVotes votes;

    MembersVoteLink(Invoices invoices, MembersVotes votes) {
        this.invoices = invoices;
        this.votes = votes;
    }

    @Override
    public String purpose() {
        return MembersQuestions.PURPOSE;
    }

    /** @param answer hers; empty until she has given one */
    private record Question(Invoice invoice, MembersVote vote, String answer) {

        boolean isOpen() {
            return vote.open() && invoice.status() == InvoiceStatus.APPROVAL;
        }
    }

    private Optional<Question> question(String clusterId, String invoiceId, String personId) {
        return invoices.find(clusterId, invoiceId)
                .filter(invoice -> invoice.status() != InvoiceStatus.CHECK)
                .flatMap(invoice -> votes.of(invoice)
                        .flatMap(vote ->
                                votes.answerOf(invoice, personId).map(answer -> new Question(invoice, vote, answer))));
    }

    @Override
    public Optional<Shown> show(Held held) {
        return question(held.clusterId(), held.subject(), held.holder()).map(MembersVoteLink::shown);
    }

    @Override
    public Shown over(Held held) {
        boolean isBeingChecked = invoices.find(held.clusterId(), held.subject())
                .filter(invoice -> invoice.status() == InvoiceStatus.CHECK)
                .isPresent();
        return isBeingChecked
                ? Shown.over("Regningen bliver kontrolleret igen. Spørges du påny, får du en ny mail.")
                : LinkPage.super.over(held);
    }

    private static Shown shown(Question question) {
        Invoice invoice = question.invoice();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Betales til", invoice.supplierName());
        facts.put("Beløb", invoice.amountLabel());
        if (!invoice.text().isBlank()) {
            facts.put("For", invoice.text());
        }
        if (!invoice.meeting().isBlank()) {
            facts.put("Møde", invoice.meeting());
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(facts));
        if (invoice.documentId() != null && !invoice.isClaim()) {
            blocks.add(new Block.File(invoice.documentId(), "Se bilaget"));
        }
        if (!question.isOpen()) {
            blocks.add(
                    new Block.Note("Der er lukket for svar. " + question.vote().text()));
            return new Shown("Skal klyngen betale?", blocks, null);
        }
        blocks.add(new Block.Text(
                "Så stort et beløb afgør medlemmerne. Flest stemmer blandt dem, der svarer, afgør det. Svar inden "
                        + CopenhagenTime.inWords(question.vote().closesAt()) + "."));
        blocks.add(new Block.Choice(
                ANSWER,
                "Skal klyngen betale?",
                List.of(new Block.Choice.Option("YES", "Ja, betal"), new Block.Choice.Option("NO", "Nej")),
                question.answer().isEmpty() ? Set.of() : Set.of(question.answer()),
                true,
                false));
        return new Shown(
                "Skal klyngen betale?", blocks, question.answer().isEmpty() ? "Send mit svar" : "Gem ændringen");
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        // answers queue up here, so that whoever is last is the one who closes
        Invoice invoice = invoices.lock(held.clusterId(), held.subject());
        Optional<Question> open =
                question(held.clusterId(), held.subject(), held.holder()).filter(Question::isOpen);
        String answer = sent.getOrDefault(ANSWER, List.of("")).get(0);
        if (open.isEmpty() || !votes.answer(invoice, held.holder(), answer)) {
            throw new FormRefused("Der er lukket for svar, så dit kom ikke med.");
        }
        return new Done(
                "Tak, dit svar er gemt",
                "Du kan ændre det med det samme link, til alle har svaret, senest "
                        + CopenhagenTime.inWords(open.get().vote().closesAt()) + ".");
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return personId.flatMap(
                        person -> question(clusterId, model.getOrDefault(MembersQuestions.INVOICE_ID, ""), person))
                .filter(Question::isOpen)
                .map(question -> Map.of(
                        "amount",
                        question.invoice().amountLabel(),
                        "payee",
                        question.invoice().supplierName(),
                        "closesAt",
                        CopenhagenTime.inWords(question.vote().closesAt())));
    }
}
