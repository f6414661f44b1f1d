package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.engine.FormRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Members' and officers' own money: whoever it belongs to never has a say. */
@KlyngeflowTest
class ClaimsTest {

    @Autowired
    InvoiceStory story;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void aMembersFeeIsCheckedApprovedAndPaidByOthers() {
        story.aClusterWithItsOwnAccount();
        story.claimsOnThePage("medlem", fee("1.250,00"));
        story.waitsFor("checkInvoice");
        assertThat(story.invoice().claimantId()).isEqualTo(story.person("medlem"));
        assertThat(story.invoice().posting()).isEqualTo(125_000);
        story.secretaryChecks("3300");
        story.coordinatorApproves();
        story.dueJobsRun();
        story.isPaid("kasserer");
        story.hasEnded();
        assertThat(story.balance("3300")).isEqualTo(125_000);
        assertThat(story.balance(ChartOfAccounts.BANK)).isEqualTo(-125_000);
    }

    @Test
    void theCoordinatorsOwnClaimGoesToTheBoard_checkedByOthers() {
        story.aClusterWithItsOwnAccount();
        story.claims("koordinator", outlay("koordinator", "300,00"));
        story.waitsFor("checkInvoice");
        story.secretaryChecks("2100");
        story.waitsFor("approveAsCoordinator");
        assertThat(story.holders()).doesNotContain(story.person("koordinator")).isNotEmpty();
        refused("koordinator", "approveAsCoordinator");
        story.answers("formand", "approveAsCoordinator", Map.of("decision", "APPROVE"));
        story.waitsFor("approveAsBoard");
        assertThat(story.holders())
                .doesNotContain(story.person("koordinator"), story.person("formand"))
                .isNotEmpty();
        refused("koordinator", "approveAsBoard");
        refused("formand", "approveAsBoard");
        story.answers("bestyrelse", "approveAsBoard", Map.of("decision", "APPROVE"));
        story.dueJobsRun();
        story.waitsFor("confirmPayment");
        assertThat(story.holders())
                .doesNotContain(story.person("koordinator"), story.person("formand"), story.person("bestyrelse"));
        story.isPaid("kasserer");
        story.hasEnded();
    }

    @Test
    void theSecretarysOwnClaimIsCheckedBySomebodyElse() {
        story.aClusterWithItsOwnAccount();
        story.claims("sekretaer", outlay("sekretaer", "89,95"));
        story.waitsFor("checkInvoice");
        assertThat(story.holders()).doesNotContain(story.person("sekretaer")).isNotEmpty();
        Map<String, Object> own = story.coding("2100");
        assertThatThrownBy(() -> story.answers("sekretaer", "checkInvoice", own))
                .isInstanceOf(RuntimeException.class);
        story.waitsFor("checkInvoice");
        story.answers("koordinator", "checkInvoice", story.coding("2100"));
        story.waitsFor("approveAsCoordinator");
        assertThat(story.holders())
                .doesNotContain(story.person("sekretaer"), story.person("koordinator"))
                .isNotEmpty();
        refused("koordinator", "approveAsCoordinator");
        story.answers("formand", "approveAsCoordinator", Map.of("decision", "APPROVE"));
        story.answers("bestyrelse", "approveAsBoard", Map.of("decision", "APPROVE"));
        story.dueJobsRun();
        assertThat(story.holders()).containsExactly(story.person("kasserer"));
        story.isPaid("kasserer");
        story.hasEnded();
    }

    @Test
    void theTreasurersOwnClaimIsPaidBySomebodyElse() {
        story.aClusterWithItsOwnAccount();
        story.claims("kasserer", outlay("kasserer", "42,00"));
        story.secretaryChecks("2100");
        story.coordinatorApproves();
        assertThat(story.holders()).doesNotContain(story.person("kasserer")).isNotEmpty();
        story.answers("formand", "approveAsBoard", Map.of("decision", "APPROVE"));
        story.dueJobsRun();
        assertThat(story.holders()).containsExactly(story.person("bestyrelse"));
        story.isPaid("bestyrelse");
        story.hasEnded();
    }

    @Test
    void anOutlayNeedsItsReceipt_andAReceiptIsUsedOnce() {
        story.aClusterWithItsOwnAccount();
        Map<String, Object> without = new HashMap<>(outlay("koordinator", "10,00"));
        without.remove("documentId");
        assertThatThrownBy(() -> story.claims("koordinator", without))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("kvitteringen");
        byte[] receipt = DuplicatesTest.pdf();
        Map<String, Object> once = outlay("koordinator", "10,00");
        once.put("documentId", story.keeps("koordinator", "kvittering.pdf", receipt));
        story.claims("koordinator", once);
        Map<String, Object> again = outlay("formand", "10,00");
        again.put("documentId", story.keeps("formand", "kvittering.pdf", receipt));
        assertThatThrownBy(() -> story.claims("formand", again))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("allerede brugt");
    }

    @Test
    void nobodyClaimsWithTheFileOfAnother() {
        story.aClusterWithItsOwnAccount();
        Map<String, Object> named = outlay("sekretaer", "10,00");

        assertThatThrownBy(() -> story.claims("koordinator", named)).hasMessageContaining("Filen findes ikke");
        story.claims("sekretaer", named);
    }

    @Test
    void whatMakesNoSenseIsRefusedInDanish() {
        story.aClusterWithItsOwnAccount();
        for (Map.Entry<String, String> wrong : List.of(
                Map.entry("claimAmount", "0,00"),
                Map.entry("claimAmount", "-5"),
                Map.entry("claimDate", "2027-01-01"),
                Map.entry("claimText", ""),
                Map.entry("claimText", "Til 010203-1234"),
                Map.entry("claimAccount", "9999"),
                Map.entry("claimKind", "GAVE"),
                Map.entry("claimPayTo", "12"),
                Map.entry("approvalLevel", "1"))) {
            Map<String, Object> claim = fee("100,00");
            claim.put(wrong.getKey(), wrong.getValue());
            assertThatThrownBy(() -> story.claims("koordinator", claim))
                    .as("%s", wrong)
                    .isInstanceOf(FormRefused.class);
        }
    }

    @Test
    void nobodyIsPaidNowhere() {
        story.aClusterWithItsOwnAccount();
        Map<String, Object> claim = fee("100,00");
        claim.remove("claimPayTo");
        story.claimsOnThePage("medlem", claim);
        Map<String, Object> coding = story.coding("3300");
        coding.remove("payTo");
        assertThatThrownBy(() -> story.answers("sekretaer", "checkInvoice", coding))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("hvor pengene skal betales hen");
        coding.put("payByTransfer", false);
        story.answers("sekretaer", "checkInvoice", coding);
        story.waitsFor("approveAsCoordinator");
    }

    private void refused(String role, String task) {
        assertThatThrownBy(() -> story.answers(role, task, Map.of("decision", "APPROVE")))
                .isInstanceOf(RuntimeException.class);
        story.waitsFor(task);
    }

    private static Map<String, Object> fee(String amount) {
        Map<String, Object> claim = new HashMap<>();
        claim.put("claimKind", "FEE");
        claim.put("claimAmount", amount);
        claim.put("claimText", "Oplæg på klyngemødet");
        claim.put("claimDate", "2026-09-01");
        claim.put("claimPayTo", "1234 0012345678");
        return claim;
    }

    private Map<String, Object> outlay(String role, String amount) {
        Map<String, Object> claim = fee(amount);
        claim.put("claimKind", "OUTLAY");
        claim.put("claimText", "Kaffe til mødet");
        claim.put("documentId", story.keeps(role, "kvittering.pdf", DuplicatesTest.pdf()));
        return claim;
    }
}
