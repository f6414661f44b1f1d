package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.bills.Approval;
import dk.klyngeflow.bills.Approvals;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.Clusters;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Money that is to go elsewhere than before, and a number that was used before, need a person's word, and those after her hear it. */
@KlyngeflowTest
class EarlierBillsTest {

    private static final String ELSEWHERE = "1234 0087654321";

    @Autowired
    InvoiceStory story;

    @Autowired
    Approvals approvals;

    @Autowired
    Clusters clusters;

    private Invoice first;

    @BeforeEach
    void oneIsApproved() {
        story.aClusterWithItsOwnAccount();
        first = story.arrives("regning.xml", SmallInvoice.numbered("E-1"));
        story.secretaryChecks("2100");
        story.coordinatorApproves();
        story.dueJobsRun();
        story.waitsFor("confirmPayment");
    }

    @Test
    void anotherAccountThanBeforeIsConfirmedAndToldToThoseWhoApproveAndPay() {
        story.arrives("regning.xml", SmallInvoice.numbered("E-2"));
        Map<String, Object> typed = typed("payTo", ELSEWHERE);

        FormRefused.Doubt doubt = doubt(typed, "OTHER_ACCOUNT");
        assertThat(doubt.sentence()).contains(ELSEWHERE, "1234 0012345678", first.id(), "ring til modtageren");

        typed.put(FormFields.CONFIRMED, doubt.key());
        story.answers("sekretaer", "checkInvoice", typed);
        assertThat(approvals.of(story.invoice()))
                .last()
                .extracting(Approval::comment)
                .isEqualTo(doubt.sentence());
    }

    @Test
    void theSameAccountWrittenAsIbanIsNoOther() {
        story.arrives("regning.xml", SmallInvoice.numbered("E-3"));

        story.answers("sekretaer", "checkInvoice", typed("payTo", "DK59 1234 0012 3456 78"));
        story.waitsFor("approveAsCoordinator");
    }

    @Test
    void whoWritesOnlyTheNameOfTheSupplierIsAskedToo() {
        story.arrives("regning.xml", SmallInvoice.numbered("E-4"));
        Map<String, Object> typed = typed("payTo", ELSEWHERE);
        typed.put("supplierCvr", "");

        assertThat(doubt(typed, "OTHER_ACCOUNT").sentence()).contains(first.id());
    }

    @Test
    void theClustersOwnAccountIsNoSuppliers() {
        story.arrives("regning.xml", SmallInvoice.numbered("E-5"));
        String own = Objects.requireNonNull(clusters.get(story.cluster()).iban());

        assertThat(doubt(typed("payTo", own), "OWN_ACCOUNT").sentence()).contains("klyngens egen konto");
    }

    @Test
    void anAccountThatCannotBeIsNotTakenAsItWasRead() {
        story.arrives("regning.xml", SmallInvoice.with("E-6", "1234567890", "12345678901234"));

        assertThat(doubt(typed("payTo", story.invoice().paymentTarget().label()), "PAY_TO")
                        .sentence())
                .contains("Der kan ikke betales til");
    }

    @Test
    void aCorrectionUnderTheSameNumberNamesTheFirst() {
        story.arrives("rettet.xml", SmallInvoice.with("E-1", "6312.50", "6412.50"));

        assertThat(doubt(story.coding("2100"), "NUMBER").sentence()).contains(first.id(), "6.312,50", "til betaling");
    }

    private Map<String, Object> typed(String field, String value) {
        Map<String, Object> typed = story.coding("2100");
        typed.put(field, value);
        return typed;
    }

    private FormRefused.Doubt doubt(Map<String, Object> typed, String code) {
        typed.remove(FormFields.CONFIRMED);
        FormRefused[] refused = new FormRefused[1];
        assertThatThrownBy(() -> story.answers("sekretaer", "checkInvoice", typed))
                .isInstanceOfSatisfying(FormRefused.class, each -> refused[0] = each);
        return refused[0].doubts().stream()
                .filter(doubt -> doubt.key().startsWith(code + "-"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(refused[0].messages().toString()));
    }
}
