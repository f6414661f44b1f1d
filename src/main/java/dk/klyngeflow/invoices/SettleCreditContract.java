package dk.klyngeflow.invoices;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.UnreadForm;
import dk.klyngeflow.engine.FormFields;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The supplier has paid back what a credit note is for. */
@Component
class SettleCreditContract implements UnreadForm {

    private static final Set<String> FIELDS = Set.of("refundedOn", "comment");

    private final InvoiceDecisions decisions;
    private final Invoices invoices;
    private final CopenhagenTime time;

    SettleCreditContract(InvoiceDecisions decisions, Invoices invoices, CopenhagenTime time) {
        this.decisions = decisions;
        this.invoices = invoices;
        this.time = time;
    }

    @Override
    public String task() {
        return "settleCredit";
    }

    @Override
    public void refuse(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
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
        fields.text("comment", "Bemærkning");
        fields.refuseIfWrong();
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        LocalDate on = fields.day("refundedOn", "Dagen");
        decisions.refunded(
                answer.clusterId(),
                id(answer),
                answer.personId(),
                on == null ? time.today() : on,
                fields.text("comment", "Bemærkning"));
        return Map.of();
    }

    private static String id(Answer answer) {
        return SupplierCreditVariables.INVOICE_ID.in(answer.known());
    }
}
