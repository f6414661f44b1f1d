package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.UnreadForm;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.PaymentMode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The secretary's check: in order, a question to the sender, or turned away. */
@Component
class CheckInvoiceContract implements UnreadForm {

    private static final Set<String> FIELDS = fields();

    private final Invoices invoices;
    private final InvoiceDecisions decisions;
    private final ChartOfAccounts chart;
    private final Clusters clusters;
    private final ClusterSettings settings;
    private final CopenhagenTime time;

    CheckInvoiceContract(
            Invoices invoices,
            InvoiceDecisions decisions,
            ChartOfAccounts chart,
            Clusters clusters,
            ClusterSettings settings,
            CopenhagenTime time) {
        this.time = time;
        this.invoices = invoices;
        this.decisions = decisions;
        this.chart = chart;
        this.clusters = clusters;
        this.settings = settings;
    }

    private static Set<String> fields() {
        Set<String> fields = new HashSet<>(Coding.FIELDS);
        fields.addAll(Set.of("decision", "question", "reason"));
        return fields;
    }

    @Override
    public String task() {
        return "checkInvoice";
    }

    @Override
    public void refuse(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        Invoice invoice = invoice(answer);
        switch (decision(fields)) {
            case "APPROVE" -> {
                Coding coding = Coding.read(fields, answer, invoice, chart, time.today());
                decisions
                        .objectionToChecking(coding, invoice, answer.personId())
                        .ifPresent(fields::wrong);
                if (coding.isPaidNowhere()
                        && clusters.get(answer.clusterId()).paymentMode() == PaymentMode.OWN_ACCOUNT) {
                    fields.wrong("Skriv, hvor pengene skal betales hen, eller vælg, at bilaget betales på anden måde.");
                }
                // now, while a person sees it: later it would be a fault that only administrators hear of
                if (clusters.get(answer.clusterId()).paymentMode() == PaymentMode.PLO
                        && settings.get(answer.clusterId(), InvoiceSettings.PLO_MAIL)
                                .isBlank()) {
                    fields.wrong(
                            "PLO's mailadresse til bilag mangler, så bilaget kan ikke sendes til PLO. Bed administratoren om at skrive den i klyngens indstillinger, og godkend bilaget derefter.");
                }
                decisions.duplicateOf(coding, invoice).ifPresent(first -> {
                    throw new DuplicateInvoice(first);
                });
            }
            case "QUERY" -> fields.requiredParagraphs("question", "Spørgsmålet");
            case "REJECT" -> fields.requiredParagraphs("reason", "Begrundelsen");
            default -> {}
        }
        fields.refuseIfWrong();
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        Invoice invoice = invoice(answer);
        String decision = decision(fields);
        switch (decision) {
            case "APPROVE" ->
                decisions.checked(Coding.read(fields, answer, invoice, chart, time.today()), answer.personId());
            case "QUERY" -> {
                decisions.kept(HalfCoded.read(answer.sent(), invoice, chart));
                decisions.asked(invoice, answer.personId(), fields.paragraphs("question", "Spørgsmålet"));
            }
            default ->
                decisions.rejected(
                        answer.clusterId(),
                        invoice.id(),
                        answer.personId(),
                        fields.paragraphs("reason", "Begrundelsen"));
        }
        return Map.of(InvoiceApprovalVariables.CHECK_DECISION.name(), decision);
    }

    private static String decision(FormFields fields) {
        return fields.choice("decision", Set.of("APPROVE", "QUERY", "REJECT"), "Vælg, om bilaget er i orden.");
    }

    private Invoice invoice(Answer answer) {
        return invoices.lock(answer.clusterId(), InvoiceApprovalVariables.INVOICE_ID.in(answer.known()));
    }
}
