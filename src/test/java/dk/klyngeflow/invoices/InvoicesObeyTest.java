package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.founding.LocalModelStory;
import dk.klyngeflow.members.Mandates;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who approves an invoice follows the local model; one that has come before keeps the limits it came under. */
@KlyngeflowTest
class InvoicesObeyTest {

    private static final String OIOUBL = "oioubl2-BASPRO_01_01_00_Invoice_v2p2.xml";

    @Autowired
    InvoiceStory story;

    @Autowired
    LocalModelStory model;

    @Autowired
    Mandates mandates;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void theLimitsOfTheModelDecideWhoApproves() {
        story.aClusterWithItsOwnAccount();
        model.goesOnIn(story);
        Invoice before = story.arrives(OIOUBL);
        model.agreesOn(Map.of(
                "coordinatorLimit",
                5_000_00L,
                "boardLimit",
                25_000_00L,
                "planning",
                "COORDINATOR",
                "invoices",
                "SECRETARY"));
        story.secretaryChecks("2100");
        story.coordinatorApproves();
        story.dueJobsRun();
        assertThat(story.openTask().getTaskDefinitionKey())
                .as("6,312.50 came while the coordinator's limit was 10,000")
                .isEqualTo("confirmPayment");

        byte[] other = new String(InvoiceStory.sample(OIOUBL), StandardCharsets.UTF_8)
                .replace(before.number(), before.number() + "9")
                .getBytes(StandardCharsets.UTF_8);
        story.arrives("anden.xml", other);
        story.secretaryChecks("2100");
        story.coordinatorApproves();
        story.dueJobsRun();
        assertThat(story.openTask().getTaskDefinitionKey())
                .as("now it is 5,000")
                .isEqualTo("approveAsBoard");
    }

    @Test
    void theBoardChecksInvoicesWhenThatIsAgreed() {
        story.aClusterWithItsOwnAccount();
        model.goesOnIn(story);
        story.arrives(OIOUBL);
        assertThat(story.openTask().getAssignee()).isEqualTo(story.person("sekretaer"));
        model.agreesOn(Map.of("invoices", "BOARD"));
        assertThat(mandates.holders(story.cluster(), "checkInvoice")).isEqualTo(Set.of(story.person("formand")));
        assertThat(story.openTask().getAssignee()).as("open tasks move along").isEqualTo(story.person("formand"));
    }
}
