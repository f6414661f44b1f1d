package dk.klyngeflow.invoices;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.UnreadForm;
import dk.klyngeflow.engine.FormFields;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Somebody else than the approvers says that the bank has paid, or that it could not be paid. */
@Component
class ConfirmPaymentContract implements UnreadForm {

    private static final Set<String> FIELDS = Set.of("decision", "paidOn", "comment");

    private final InvoiceDecisions decisions;
    private final CopenhagenTime time;

    ConfirmPaymentContract(InvoiceDecisions decisions, CopenhagenTime time) {
        this.decisions = decisions;
        this.time = time;
    }

    @Override
    public String task() {
        return "confirmPayment";
    }

    @Override
    public void refuse(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        if (decision(fields).equals("NOT_PAID")) {
            fields.requiredParagraphs("comment", "En kommentar om, hvorfor der ikke kunne betales,");
        } else {
            LocalDate on = fields.day("paidOn", "Betalingsdatoen");
            if (on == null) {
                fields.wrong("Skriv den dag, pengene gik fra kontoen.");
            } else if (on.isAfter(time.today())) {
                fields.wrong("Betalingsdatoen ligger i fremtiden. Bekræft, når pengene er gået fra kontoen.");
            } else {
                decisions.objectionToDay(answer.clusterId(), id(answer), on).ifPresent(fields::wrong);
            }
            fields.paragraphs("comment", "Kommentaren");
        }
        decisions
                .objectionToPaying(answer.clusterId(), id(answer), answer.personId())
                .ifPresent(fields::wrong);
        fields.refuseIfWrong();
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        boolean isPaid = decision(fields).equals("PAID");
        String comment = fields.paragraphs("comment", "Kommentar");
        if (isPaid) {
            LocalDate on = fields.day("paidOn", "Betalingsdatoen");
            decisions.paid(answer.clusterId(), id(answer), answer.personId(), on == null ? time.today() : on, comment);
        } else {
            decisions.notPaid(answer.clusterId(), id(answer), answer.personId(), comment);
        }
        return Map.of(
                InvoiceApprovalVariables.IS_PAID.name(),
                isPaid,
                InvoiceApprovalVariables.EXCLUDED_PEOPLE.name(),
                decisions.excludedFromChecking(answer.clusterId(), id(answer)));
    }

    private static String decision(FormFields fields) {
        return fields.choice("decision", Set.of("PAID", "NOT_PAID"), "Vælg, om bilaget er betalt.");
    }

    private static String id(Answer answer) {
        return InvoiceApprovalVariables.INVOICE_ID.in(answer.known());
    }
}
