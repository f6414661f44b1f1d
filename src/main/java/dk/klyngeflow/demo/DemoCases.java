package dk.klyngeflow.demo;

import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.invoices.InvoiceInbox;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Invoices of the demo at different steps, brought there by the people themselves through the real forms' contracts. */
@Component
@Profile("demo")
class DemoCases {

    private final DemoSuppliers suppliers;
    private final InvoiceInbox inbox;
    private final Answers answers;
    private final CopenhagenTime time;

    DemoCases(DemoSuppliers suppliers, InvoiceInbox inbox, Answers answers, CopenhagenTime time) {
        this.suppliers = suppliers;
        this.inbox = inbox;
        this.answers = answers;
        this.time = time;
    }

    void tell() {
        suppliers.tell(DemoCluster.ID);
        LocalDate today = time.today();
        String coded = arrives(DemoInvoice.room("F-5120", today.minusDays(6), 2_800_00));
        check(coded, DemoInvoice.room("F-5120", today.minusDays(6), 2_800_00), "2100");

        DemoInvoice large = DemoInvoice.course("2026-318", today.minusDays(5), 14_400_00);
        String board = arrives(large);
        check(board, large, "4100");
        approve(board, "koordinator", "approveAsCoordinator");

        DemoInvoice approved = DemoInvoice.catering("20388", today.minusDays(12), 4_650_00);
        String payment = arrives(approved);
        check(payment, approved, "2200");
        approve(payment, "koordinator", "approveAsCoordinator");

        arrives(DemoInvoice.catering("20417", today.minusDays(2), 4_980_00));
    }

    private String arrives(DemoInvoice invoice) {
        return inbox.take(DemoCluster.ID, "faktura-" + invoice.number() + ".xml", invoice.xml(), "sekretaer");
    }

    private void check(String businessKey, DemoInvoice invoice, String account) {
        Map<String, Object> form = new HashMap<>();
        form.put("decision", "APPROVE");
        form.put("supplierName", invoice.supplier());
        form.put("supplierCvr", invoice.cvr());
        form.put("supplierMail", invoice.mail());
        form.put("invoiceNumber", invoice.number());
        form.put("kind", "INVOICE");
        form.put("issueDate", invoice.issued().toString());
        form.put("dueDate", invoice.issued().plusDays(30).toString());
        form.put("currency", "DKK");
        form.put("payable", invoice.grossOere());
        form.put("vat", invoice.netOere() / 4);
        form.put("account", account);
        form.put("meeting", "Klyngemøde");
        answers.give(DemoCluster.ID, businessKey, "checkInvoice", "sekretaer", form);
    }

    private void approve(String businessKey, String person, String task) {
        answers.give(DemoCluster.ID, businessKey, task, person, Map.of("decision", "APPROVE"));
    }
}
