package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.InvoiceStatus;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lays a bill or claim of every state into a cluster: some got there by themselves, the rest is put there. */
@TestComponent
public class EveryStateOfInvoices {

    private final InvoiceStory story;
    private final JdbcClient jdbc;

    EveryStateOfInvoices(InvoiceStory story, JdbcClient jdbc) {
        this.story = story;
        this.jdbc = jdbc;
    }

    public void areIn(String cluster) {
        story.isIn(cluster);
        story.arrives("oioubl2-BASPRO_01_01_00_Invoice_v2p2.xml");
        story.secretaryChecks("2100");
        story.coordinatorApproves();
        story.dueJobsRun();
        story.isPaid("kasserer");
        story.dueJobsRun();
        story.arrives("ulaeselig.pdf", "ikke en pdf".getBytes(StandardCharsets.UTF_8));
        story.arrives("regning.pdf", DuplicatesTest.pdf());
        story.answers("sekretaer", "checkInvoice", Map.of("decision", "QUERY", "question", "Hvilket møde var det?"));
        story.dueJobsRun();
        int day = 1;
        for (InvoiceStatus status : InvoiceStatus.values()) {
            for (String role : new String[] {"koordinator", "revisor", "m5"}) {
                story.claimsOnThePage(
                        role,
                        Map.of(
                                "claimKind", "FEE",
                                "claimAmount", 100_00L + day,
                                "claimText", "Oplæg nr. " + day + " <b>om</b> nyretal",
                                "claimDate", "2026-08-" + (day < 10 ? "0" : "") + day % 28,
                                "claimPayTo", "1234 0012345678"));
                jdbc.sql(
                                "update klyngeflow.invoice set status = :status where cluster_id = :cluster and invoice_id = :id")
                        .param("status", status.name())
                        .param("cluster", cluster)
                        .param("id", story.invoice().id())
                        .update();
            }
            day++;
        }
    }
}
