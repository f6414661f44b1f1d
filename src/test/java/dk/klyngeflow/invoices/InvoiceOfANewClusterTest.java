package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.Desk;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A cluster that an administrator has just opened from a file gets its first bill: its own people take it to the end over HTTP. */
@KlyngeflowTest
@SuppressWarnings("NullAway.Init") // each story opens its own
class InvoiceOfANewClusterTest {

    @LocalServerPort
    int port;

    @Autowired
    InvoiceStory story;

    private ClusterFromFile administrator;
    private String cluster = "";
    private Desk desk;
    private String id = "";

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void isPaidFromItsOwnAccount() {
        aBillComesToACluster(PaymentMode.OWN_ACCOUNT, "NY-1");

        secretaryChecks();
        coordinatorApproves();
        assertThat(invoice().get("status").asText()).isEqualTo("PAYMENT");
        assertThat(done("kasserer", "confirmPayment", Map.of("decision", "PAID", "paidOn", "2026-09-07")))
                .isTrue();
        story.dueJobsRun();

        assertThat(invoice().get("status").asText()).isEqualTo("PAID");
        assertThat(story.balance("2100")).isEqualTo(631_250);
        assertThat(story.balance(ChartOfAccounts.BANK)).isEqualTo(-631_250);
    }

    @Test
    void isSentToPloAsSoonAsItIsKnownWhere() {
        aBillComesToACluster(PaymentMode.PLO, "NY-2");
        assertThat(administrator.page("/indstillinger/" + cluster)).contains("mailadresse til bilag mangler");

        assertThatThrownBy(this::secretaryChecks)
                .hasMessageContaining("mailadresse til bilag mangler")
                .hasMessageContaining("Bed administratoren");
        administrator.setting(cluster, "invoices.ploMail", "bilag@plo.example");
        assertThat(administrator.page("/indstillinger/" + cluster)).doesNotContain("mailadresse til bilag mangler");
        secretaryChecks();
        coordinatorApproves();

        assertThat(invoice().get("status").asText()).isEqualTo("SENT_TO_PLO");
        assertThat(story.balance(ChartOfAccounts.PLO)).isEqualTo(-631_250);
    }

    @Test
    void aClaimIsShownToHerWhoSentIt() {
        aBillComesToACluster(PaymentMode.OWN_ACCOUNT, "NY-3");
        story.claimsOnThePage(
                "revisor",
                Map.of(
                        "claimKind", "FEE",
                        "claimAmount", 120_00L,
                        "claimText", "Oplæg om nyretal",
                        "claimDate", "2026-09-01",
                        "claimPayTo", "1234 0012345678"));

        HttpResponse<String> page = Browser.loggedIn(port, cluster + "-revisor", cluster + "-revisor")
                .get("/udlaeg/" + cluster);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Oplæg om nyretal", "120,00 kr.", "Træk tilbage");
    }

    private void aBillComesToACluster(PaymentMode mode, String number) {
        administrator = new ClusterFromFile(port);
        cluster = administrator.isOpened(mode);
        story.isIn(cluster);
        desk = new Desk(port, cluster);
        HttpResponse<String> sent = Multipart.post(
                desk.program("sekretaer"),
                "/api/clusters/" + cluster + "/invoices",
                "file",
                "f.xml",
                SmallInvoice.numbered(number));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        id = Desk.json(sent.body()).get("id").asText();
        story.isAboutTheNewest();
        story.dueJobsRun();
    }

    private void secretaryChecks() {
        JsonNode read = invoice();
        Map<String, Object> fields = new HashMap<>();
        fields.put("decision", "APPROVE");
        fields.put("supplierName", read.at("/supplier/name").asText());
        fields.put("supplierCvr", read.at("/supplier/cvr").asText());
        fields.put("invoiceNumber", read.get("number").asText());
        fields.put("kind", Invoice.INVOICE);
        fields.put("issueDate", read.get("issueDate").asText());
        fields.put("dueDate", read.get("dueDate").asText());
        fields.put("currency", "DKK");
        fields.put("payable", "6312,50");
        fields.put("vat", "1262,50");
        fields.put("account", "2100");
        fields.put("payTo", "1234 0012345678");
        assertThat(done("sekretaer", "checkInvoice", fields)).isTrue();
        story.dueJobsRun();
    }

    private void coordinatorApproves() {
        assertThat(done("koordinator", "approveAsCoordinator", Map.of("decision", "APPROVE")))
                .isTrue();
        story.dueJobsRun();
    }

    private boolean done(String role, String task, Map<String, Object> fields) {
        return desk.complete(role, cluster + "/" + id, task, fields);
    }

    private JsonNode invoice() {
        return Desk.json(desk.program("sekretaer")
                .send("GET", "/api/clusters/" + cluster + "/invoices/" + id, null)
                .body());
    }
}
