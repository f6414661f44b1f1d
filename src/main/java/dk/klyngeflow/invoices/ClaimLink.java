package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Claim;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.einvoices.CprInFiles;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.ReadForm;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Sent;
import dk.klyngeflow.links.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A member claims a fee or an outlay by her link, without logging in, and sees how far those have come that she has sent. */
@Component
class ClaimLink implements LinkPage {

    static final String PURPOSE = "claim";

    private static final int SHOWN = 5;
    private static final int LONGEST_TEXT = 300;

    private final Invoices invoices;
    private final CprInFiles cprNumbers;
    private final InvoiceApprovalContract contract;
    private final Cases cases;
    private final Duplicates duplicates;

    ClaimLink(
            Invoices invoices,
            CprInFiles cprNumbers,
            InvoiceApprovalContract contract,
            Cases cases,
            Duplicates duplicates) {
        this.cprNumbers = cprNumbers;
        this.invoices = invoices;
        this.contract = contract;
        this.cases = cases;
        this.duplicates = duplicates;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        List<Block> blocks = new ArrayList<>();
        String meeting = meeting(held);
        blocks.add(
                new Block.Text(
                        "Har du lagt penge ud for klyngen eller arbejdet for den? Sekretæren kontrollerer det, og en anden end dig godkender det."));
        if (!meeting.isEmpty()) {
            blocks.add(new Block.Facts(Map.of("Møde", meeting)));
        }
        blocks.add(new Block.Choice(
                "claimKind",
                "Hvad er det?",
                List.of(
                        new Block.Choice.Option(Claim.Kind.FEE.name(), "Honorar", "Jeg har arbejdet for klyngen."),
                        new Block.Choice.Option(
                                Claim.Kind.OUTLAY.name(), "Udlæg", "Jeg har betalt og har en kvittering.")),
                Set.of(),
                true,
                false));
        blocks.add(field("claimAmount", "Beløb i kroner", Block.Field.Kind.MONEY, true, 20));
        blocks.add(field("claimDate", "Den dag, du arbejdede eller betalte", Block.Field.Kind.DAY, true, 10));
        blocks.add(field("claimText", "Hvad er det for?", Block.Field.Kind.TEXT, true, LONGEST_TEXT));
        blocks.add(field("claimPayTo", "Betales til reg.nr. og kontonummer", Block.Field.Kind.TEXT, false, 60));
        blocks.add(new Block.Upload("documentId", "Kvittering, når det er et udlæg"));
        List<Invoice> sent = invoices.claimsOf(held.clusterId(), held.holder());
        if (!sent.isEmpty()) {
            blocks.add(new Block.Table(
                    "Dem, du har sendt",
                    List.of("For", "Beløb", "Hvor langt"),
                    sent.stream()
                            .limit(SHOWN)
                            .map(claim -> List.of(
                                    claim.text(),
                                    claim.amountLabel(),
                                    claim.status().danish()))
                            .toList()));
        }
        return Optional.of(new Shown("Honorar eller udlæg", blocks, "Send til sekretæren"));
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        duplicates.lock(held.clusterId());
        Map<String, Object> form = new HashMap<>();
        sent.forEach((name, values) -> form.put(name, values.get(0)));
        form.put("claimAmount", Long.valueOf(Sent.first(sent, "claimAmount")));
        form.put("claimMeeting", meeting(held));
        ReadForm claim;
        try {
            claim = ReadForm.by(contract, ReadForm.Sent.toStart(held.holder(), held.clusterId(), form));
        } catch (DuplicateInvoice duplicate) {
            return new Done(
                    "Det er her allerede",
                    String.join(" ", duplicate.messages()),
                    "Med det samme link kan du se, hvor langt det er, og sende et andet.");
        }
        cases.start(InvoiceApproval.KEY, held.clusterId(), null, claim.take());
        List<String> lines = new ArrayList<>();
        lines.add("Sekretæren kontrollerer det, og du får besked, hvis noget mangler.");
        lines.add("Med det samme link kan du se, hvor langt det er, og sende et mere.");
        cprNumbers
                .warningAbout(held.clusterId(), Sent.first(sent, "documentId"))
                .ifPresent(lines::add);
        return new Done("Tak, det er sendt", lines);
    }

    /** As people number their meetings: nordklyngen/2027-01 is 2027-01. */
    private static String meeting(Held held) {
        return held.subject().startsWith(held.clusterId() + "/")
                ? held.subject().substring(held.clusterId().length() + 1)
                : "";
    }

    private static Block field(String name, String label, Block.Field.Kind kind, boolean required, int maxLength) {
        return new Block.Field(name, label, kind, "", required, maxLength);
    }
}
