package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.PaymentMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The secretary's check: in order, a question to the sender, or turned away. */
@Component
class CheckInvoiceContract implements FormContract<CheckForm> {

    private final Invoices invoices;
    private final InvoiceDecisions decisions;
    private final ChartOfAccounts chart;
    private final Clusters clusters;
    private final ClusterSettings settings;
    private final CopenhagenTime time;
    private final EarlierBills earlier;

    CheckInvoiceContract(
            Invoices invoices,
            InvoiceDecisions decisions,
            ChartOfAccounts chart,
            Clusters clusters,
            ClusterSettings settings,
            CopenhagenTime time,
            EarlierBills earlier) {
        this.earlier = earlier;
        this.time = time;
        this.invoices = invoices;
        this.decisions = decisions;
        this.chart = chart;
        this.clusters = clusters;
        this.settings = settings;
    }

    @Override
    public String task() {
        return "checkInvoice";
    }

    @Override
    public CheckForm read(FormFields fields, Answer answer) {
        Invoice invoice = invoice(answer);
        String decision =
                fields.choice("decision", Set.of("APPROVE", "QUERY", "REJECT"), "Vælg, om bilaget er i orden.");
        if (decision.equals("APPROVE")) {
            CheckForm.Typed typed = CheckForm.Typed.whole(fields, invoice, chart, time.today());
            Optional<Invoice> same = earlier.doubt(typed, invoice, fields);
            // only when all else is right: who may, and what is here already, is asked by all of it
            fields.refuseIfWrong();
            CheckForm form = new CheckForm(decision, "", "", typed, fields.confirmedDoubts());
            object(coding(form, invoice), invoice, answer, fields);
            same.ifPresent(first -> {
                throw new DuplicateInvoice(first);
            });
            return form;
        }
        return new CheckForm(
                decision,
                decision.equals("QUERY") ? fields.requiredParagraphs("question", "Spørgsmålet") : "",
                decision.equals("REJECT") ? fields.requiredParagraphs("reason", "Begrundelsen") : "",
                CheckForm.Typed.half(fields, invoice, chart),
                List.of());
    }

    private void object(Coding coding, Invoice invoice, Answer answer, FormFields fields) {
        decisions.objectionToChecking(coding, invoice, answer.personId()).ifPresent(fields::wrong);
        PaymentMode mode = clusters.get(answer.clusterId()).paymentMode();
        if (coding.isPaidNowhere() && mode == PaymentMode.OWN_ACCOUNT) {
            fields.wrong("Skriv, hvor pengene skal betales hen, eller vælg, at bilaget betales på anden måde.");
        }
        // now, while a person sees it: later it would be a fault that only administrators hear of
        if (mode == PaymentMode.PLO
                && settings.get(answer.clusterId(), InvoiceSettings.PLO_MAIL).isBlank()) {
            fields.wrong(
                    "PLO's mailadresse til bilag mangler, så bilaget kan ikke sendes til PLO. Bed administratoren om at skrive den i klyngens indstillinger, og godkend bilaget derefter.");
        }
    }

    @Override
    public Map<String, Object> take(CheckForm form, Answer answer) {
        Invoice invoice = invoice(answer);
        switch (form.decision()) {
            case "APPROVE" -> decisions.checked(coding(form, invoice), answer.personId());
            case "QUERY" -> {
                decisions.kept(invoice, form.typed());
                decisions.asked(invoice, answer.personId(), form.question());
            }
            default -> decisions.rejected(answer.clusterId(), invoice.id(), answer.personId(), form.reason());
        }
        return Map.of(InvoiceApprovalVariables.CHECK_DECISION.name(), form.decision());
    }

    private static Coding coding(CheckForm form, Invoice invoice) {
        return new Coding(invoice.clusterId(), invoice.id(), form.typed(), form.confirmed());
    }

    private Invoice invoice(Answer answer) {
        return invoices.lock(answer.clusterId(), InvoiceApprovalVariables.INVOICE_ID.in(answer.known()));
    }
}
