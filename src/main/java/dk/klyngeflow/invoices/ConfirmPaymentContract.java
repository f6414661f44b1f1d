package dk.klyngeflow.invoices;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody else than the approvers says that the bank has paid, or that it could not be paid. */
@Component
class ConfirmPaymentContract implements FormContract<ConfirmPaymentContract.Form> {

    private final InvoiceDecisions decisions;
    private final CopenhagenTime time;

    ConfirmPaymentContract(InvoiceDecisions decisions, CopenhagenTime time) {
        this.decisions = decisions;
        this.time = time;
    }

    record Form(String decision, @Nullable LocalDate paidOn, String comment) {

        boolean isPaid() {
            return decision.equals("PAID");
        }
    }

    @Override
    public String task() {
        return "confirmPayment";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision = fields.choice("decision", Set.of("PAID", "NOT_PAID"), "Vælg, om bilaget er betalt.");
        LocalDate on = null;
        String comment;
        if (decision.equals("NOT_PAID")) {
            comment = fields.requiredParagraphs("comment", "En kommentar om, hvorfor der ikke kunne betales,");
        } else {
            on = fields.day("paidOn", "Betalingsdatoen");
            if (on == null) {
                fields.wrong("Skriv den dag, pengene gik fra kontoen.");
            } else if (on.isAfter(time.today())) {
                fields.wrong("Betalingsdatoen ligger i fremtiden. Bekræft, når pengene er gået fra kontoen.");
            } else {
                decisions.objectionToDay(answer.clusterId(), id(answer), on).ifPresent(fields::wrong);
            }
            comment = fields.paragraphs("comment", "Kommentaren");
        }
        decisions
                .objectionToPaying(answer.clusterId(), id(answer), answer.personId())
                .ifPresent(fields::wrong);
        return new Form(decision, on, comment);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        if (form.isPaid()) {
            decisions.paid(
                    answer.clusterId(),
                    id(answer),
                    answer.personId(),
                    Objects.requireNonNull(form.paidOn()),
                    form.comment());
        } else {
            decisions.notPaid(answer.clusterId(), id(answer), answer.personId(), form.comment());
        }
        return Map.of(
                InvoiceApprovalVariables.IS_PAID.name(),
                form.isPaid(),
                InvoiceApprovalVariables.EXCLUDED_PEOPLE.name(),
                decisions.excludedFromChecking(answer.clusterId(), id(answer)));
    }

    private static String id(Answer answer) {
        return InvoiceApprovalVariables.INVOICE_ID.in(answer.known());
    }
}
