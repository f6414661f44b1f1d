package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceStatus;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.security.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same invoice is taken in once, whoever sends it, how ever it is spelt and in whatever moment. */
@KlyngeflowTest
class DuplicatesTest {

    private static final int PAIRS = Integer.getInteger("klyngeflow.pairs", 500);
    private static final int PAIRS_AT_A_TIME = 8;

    @Autowired
    InvoiceStory story;

    @Autowired
    InvoiceIntake intake;

    @Autowired
    InvoiceArrivals arrivals;

    @Autowired
    InvoiceViews views;

    @Autowired
    Invoices invoices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private record Outcome(String id, boolean isTaken) {}

    @Test
    void ofFiveHundredPairsAtOnceOneOfEachIsTaken() throws Exception {
        story.aClusterWithItsOwnAccount();
        ExecutorService threads = Executors.newFixedThreadPool(2 * PAIRS_AT_A_TIME);
        List<Future<Outcome>> first = new ArrayList<>();
        List<Future<Outcome>> second = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            CyclicBarrier together = new CyclicBarrier(2);
            String number = String.format(java.util.Locale.ROOT, "%04d", pair);
            first.add(threads.submit(send("P2026-" + number, together)));
            second.add(threads.submit(send("p 2026/" + number, together)));
        }
        threads.shutdown();
        List<String> taken = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            Outcome one = first.get(pair).get(5, TimeUnit.MINUTES);
            Outcome other = second.get(pair).get(5, TimeUnit.MINUTES);
            assertThat(one.isTaken()).as("pair %s", pair).isNotEqualTo(other.isTaken());
            assertThat(one.id()).as("the refusal names the one that is here").isEqualTo(other.id());
            taken.add(one.id());
        }
        assertThat(new TreeSet<>(taken)).hasSize(PAIRS);
        assertThat(jdbc.sql("select count(*) from klyngeflow.invoice where cluster_id = :cluster")
                        .param("cluster", story.cluster())
                        .query(Integer.class)
                        .single())
                .isEqualTo(PAIRS);
        assertThat(story.openCases()).isEqualTo(PAIRS);
        story.noIncidentIsOpen();
    }

    private Callable<Outcome> send(String number, CyclicBarrier together) {
        return () -> {
            Document kept = intake.keep(
                    story.cluster(), number + ".xml", SmallInvoice.numbered(number), story.person("sekretaer"));
            together.await(2, TimeUnit.MINUTES);
            try {
                return new Outcome(
                        arrivals.arrived(story.cluster(), kept.id(), story.person("sekretaer"))
                                .id(),
                        true);
            } catch (Refused refused) {
                assertThat(refused.status()).isEqualTo(409);
                return new Outcome(String.valueOf(refused.extra().get("id")), false);
            }
        };
    }

    @Test
    void aTypedInvoiceIsRefusedWhenItIsHereAlready_howEverItIsSpelt() {
        story.aClusterWithItsOwnAccount();
        Invoice first = story.arrives(SmallInvoice.SAMPLE, SmallInvoice.numbered("2026-0047"));
        story.arrives("papir.pdf", pdf());
        for (String spelling : List.of("2026-0047", "2026/0047", " 2026 0047 ", "20260047")) {
            Map<String, Object> typed = typed(spelling, "DK99887796");
            typed.put("payable", "6.312,50");
            assertThatThrownBy(() -> story.answers("sekretaer", "checkInvoice", typed))
                    .as(spelling)
                    .isInstanceOf(DuplicateInvoice.class)
                    .hasMessageContaining(first.id());
        }
        story.waitsFor("checkInvoice");
        assertThat(story.invoice().status()).isEqualTo(InvoiceStatus.CHECK);
        story.answers("sekretaer", "checkInvoice", typed("2026-0048", "99887796"));
        story.waitsFor("approveAsCoordinator");
    }

    @Test
    void twoTypedInvoicesFromASupplierWithoutCvrAreOne() {
        story.aClusterWithItsOwnAccount();
        Map<String, Object> first = typed("17", "");
        first.put("supplierName", "Kaffe & Kage ApS");
        story.arrives("et.pdf", pdf());
        story.answers("sekretaer", "checkInvoice", first);
        story.arrives("to.pdf", pdf());
        Map<String, Object> second = typed("0017", "");
        second.put("supplierName", "KAFFE&KAGE");
        assertThatThrownBy(() -> story.answers("sekretaer", "checkInvoice", second))
                .isInstanceOf(DuplicateInvoice.class);
    }

    @Test
    void theCreditNoteWithTheSameNumberIsAnotherDocument() {
        story.aClusterWithItsOwnAccount();
        story.arrives("et.pdf", pdf());
        story.answers("sekretaer", "checkInvoice", typed("17", "99887796"));
        story.arrives("to.pdf", pdf());
        Map<String, Object> credit = typed("17", "99887796");
        credit.put("kind", Invoice.CREDIT_NOTE);
        story.answers("sekretaer", "checkInvoice", credit);
        assertThat(story.invoice().posting()).isEqualTo(-100_000);
    }

    @Test
    void anotherClusterMayHaveTheSameInvoice() {
        story.aClusterWithItsOwnAccount();
        story.arrives(SmallInvoice.SAMPLE);
        story.aClusterWithItsOwnAccount();
        story.arrives(SmallInvoice.SAMPLE);
        story.waitsFor("checkInvoice");
    }

    @Test
    void whatLooksLikeItIsShownButNotRefused() {
        story.aClusterWithItsOwnAccount();
        Invoice first = story.arrives(SmallInvoice.SAMPLE, SmallInvoice.numbered("4711"));
        Invoice sameAmount = story.arrives(SmallInvoice.SAMPLE, SmallInvoice.numbered("4712"));
        assertThat(near(sameAmount)).as("same supplier and amount, days apart").containsExactly(first.id());
        Invoice otherSupplier = story.arrives(SmallInvoice.SAMPLE, SmallInvoice.with("4711", "99887796", "29403473"));
        assertThat(near(otherSupplier)).as("same number and amount").contains(first.id());
        story.arrives("et.pdf", pdf());
        assertThat(near(story.invoice())).as("nothing is known of it yet").isEmpty();
        story.answers("sekretaer", "checkInvoice", typed("4713", "99887796"));
        assertThat(near(story.invoice())).as("another amount").isEmpty();
    }

    private List<String> near(Invoice invoice) {
        return views.whole(invoices.get(invoice.clusterId(), invoice.id())).compared().nearMatches().stream()
                .map(InvoiceInFull.Line::id)
                .toList();
    }

    private Map<String, Object> typed(String number, String cvr) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("decision", "APPROVE");
        fields.put("supplierName", "Tavleverandøren");
        fields.put("supplierCvr", cvr);
        fields.put("invoiceNumber", number);
        fields.put("kind", Invoice.INVOICE);
        fields.put("issueDate", "2026-09-01");
        fields.put("dueDate", "2026-10-01");
        fields.put("currency", "DKK");
        fields.put("payable", "1.000,00");
        fields.put("vat", "200,00");
        fields.put("account", "2100");
        fields.put("payTo", "1234 0012345678");
        return fields;
    }

    static byte[] pdf() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(UUID.randomUUID().toString());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
