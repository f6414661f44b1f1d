package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The supplier has paid back what a credit note is for. */
@Component
class SettleCreditContract implements FormContract<SettleCreditContract.Form> {

    private final InvoiceDecisions decisions;
    private final Invoices invoices;
    private final CopenhagenTime time;

    SettleCreditContract(InvoiceDecisions decisions, Invoices invoices, CopenhagenTime time) {
        this.decisions = decisions;
        this.invoices = invoices;
        this.time = time;
    }

    record Form(@Nullable LocalDate refundedOn, String comment) {}

    @Override
    public String task() {
        return "settleCredit";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        LocalDate on = fields.day("refundedOn", "Dagen");
        LocalDate received = CopenhagenTime.dayOf(
                invoices.lock(answer.clusterId(), id(answer)).receivedAt());
        if (on == null) {
            fields.wrong("Skriv den dag, pengene kom ind på kontoen.");
        } else if (on.isAfter(time.today())) {
            fields.wrong("Dagen ligger i fremtiden. Bekræft, når pengene er kommet ind på kontoen.");
        } else if (on.isBefore(received.minusYears(1))) {
            fields.wrong("Dagen ligger over et år før, vi fik kreditnotaen. Se efter i kontoudtoget.");
        }
        return new Form(on, fields.text("comment", "Bemærkning"));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        decisions.refunded(
                answer.clusterId(),
                id(answer),
                answer.personId(),
                Objects.requireNonNull(form.refundedOn()),
                form.comment());
        return Map.of();
    }

    private static String id(Answer answer) {
        return SupplierCreditVariables.INVOICE_ID.in(answer.known());
    }
}
