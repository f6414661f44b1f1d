package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceEvents;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.SmallPdf;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.ReadForm;
import dk.klyngeflow.inbox.DocumentMailed;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.Desk;
import dk.klyngeflow.security.Refused;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One thing is taken in once, whatever doors it comes through and however many come at once; whoever sends it again is told at the door. */
@KlyngeflowTest
class OnceByAnyDoorTest {

    private static final int AT_ONCE = 10;
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    @LocalServerPort
    int port;

    @Autowired
    InvoiceStory story;

    @Autowired
    InvoiceApprovalContract contract;

    @Autowired
    InvoiceIntake intake;

    @Autowired
    InvoiceArrivals arrivals;

    @Autowired
    Invoices invoices;

    @Autowired
    InvoiceEvents events;

    @Autowired
    Documents documents;

    @Autowired
    Links links;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher publisher;

    private String cluster = "";

    @BeforeEach
    void open() {
        story.aClusterWithItsOwnAccount();
        String nobody = story.person("");
        cluster = nobody.substring(0, nobody.length() - 1);
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void tenTimesTheSameClaimAtOnceByPageFormAndLinkIsOneClaim() throws Exception {
        String code = code();
        List<Boolean> taken = atOnce(number -> switch (number % 3) {
            case 0 -> onThePage("Kaffe til mødet");
            case 1 -> inTasklist("kaffe  til MØDET");
            default -> byLink(code, "Kaffe til mødet.");
        });
        assertThat(taken).hasSize(AT_ONCE).containsOnlyOnce(true);
        assertThat(invoices.claimsOf(cluster, story.person("koordinator"))).hasSize(1);
        assertThat(story.openCases()).isEqualTo(1);

        String id =
                invoices.claimsOf(cluster, story.person("koordinator")).get(0).id();
        HttpResponse<String> again = send(code, "Kaffe til mødet");
        assertThat(again.body()).contains("Det er her allerede", id, "til kontrol");
        assertThatThrownBy(() -> story.claims("koordinator", fee("Kaffe til mødet")))
                .hasMessageContaining(id);

        assertThat(onThePage("Kage til mødet"))
                .as("something else of the same price on the same day")
                .isTrue();
    }

    @Test
    void tenTimesTheSameFileAtOnceByFormProgramMailAndReceiptIsOneCase() throws Exception {
        byte[] file = DuplicatesTest.pdf();
        List<Boolean> taken = atOnce(number -> switch (number % 4) {
            case 0 -> byProgram("regning.pdf", file);
            case 1 -> uploaded("Regning (2).pdf", file);
            case 2 -> mailed("scan0001.pdf", file);
            default -> asReceipt(file, "Kvittering " + number);
        });
        assertThat(taken).hasSize(AT_ONCE).containsOnlyOnce(true);
        assertThat(invoices.list(cluster, 0)).hasSize(1);
        assertThat(story.openCases()).isEqualTo(1);
    }

    @Test
    void whoeverChoosesAFileAgainIsToldAtOnceWhichCaseItIs() {
        byte[] file = DuplicatesTest.pdf();
        Invoice first = story.arrives("regning.pdf", file);
        Desk desk = new Desk(port, cluster);
        JsonNode answer = Desk.json(Multipart.post(
                        desk.program("medlem"),
                        "/api/clusters/" + cluster + "/invoices/uploads",
                        "file",
                        "samme.pdf",
                        file)
                .body());
        assertThat(answer.at("/duplicateOf/id").asText()).isEqualTo(first.id());
        assertThat(answer.get("message").asText()).contains(first.id(), "til kontrol");
    }

    @Test
    void whatWasTakenBackMayComeAgain() {
        byte[] file = DuplicatesTest.pdf();
        Invoice first = story.arrives("regning.pdf", file);
        story.theSenderWithdraws();
        Invoice second = story.arrives("regning.pdf", file);
        assertThat(second.id()).isNotEqualTo(first.id());
        story.waitsFor("checkInvoice");
    }

    @Test
    void aMailThatBringsItAgainLeavesAWordInTheFirstCase() {
        byte[] file = DuplicatesTest.pdf();
        Invoice first = story.arrives("regning.pdf", file);
        assertThat(mailed("igen.pdf", file)).isFalse();
        assertThat(events.of(first))
                .last()
                .satisfies(event -> assertThat(event.text()).contains("Igen, med mail fra", "ikke taget ind to gange"));
    }

    @Test
    void numbersAreTheClustersOwnAndHaveNoGaps() {
        byte[] file = DuplicatesTest.pdf();
        assertThat(story.arrives("a.pdf", file).id()).isEqualTo("F2026-0001");
        assertThatThrownBy(() -> story.arrives("b.pdf", file)).isInstanceOf(Refused.class);
        assertThat(story.arrives("c.pdf", DuplicatesTest.pdf()).id()).isEqualTo("F2026-0002");
        story.aClusterWithItsOwnAccount();
        assertThat(story.arrives("a.pdf", file).id()).isEqualTo("F2026-0001");
    }

    private interface Door {
        boolean takes(int number);
    }

    private static List<Boolean> atOnce(Door door) throws Exception {
        CyclicBarrier together = new CyclicBarrier(AT_ONCE);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<Boolean>> answers = new ArrayList<>();
        for (int number = 0; number < AT_ONCE; number++) {
            int mine = number;
            Callable<Boolean> one = () -> {
                together.await(1, TimeUnit.MINUTES);
                return door.takes(mine);
            };
            answers.add(threads.submit(one));
        }
        threads.shutdown();
        List<Boolean> taken = new ArrayList<>();
        for (Future<Boolean> answer : answers) {
            taken.add(answer.get(2, TimeUnit.MINUTES));
        }
        return taken;
    }

    private static Map<String, Object> fee(String text) {
        return Map.of("claimKind", "FEE", "claimAmount", 12_000L, "claimText", text, "claimDate", DAY.toString());
    }

    private boolean started(String role, Map<String, Object> form) {
        try {
            ReadForm read = ReadForm.by(contract, ReadForm.Sent.toStart(story.person(role), cluster, form));
            transaction.executeWithoutResult(status -> cases.start(InvoiceApproval.KEY, cluster, null, read.take()));
            return true;
        } catch (FormRefused refused) {
            assertThat(refused).isInstanceOf(DuplicateInvoice.class);
            return false;
        }
    }

    private boolean onThePage(String text) {
        return started("koordinator", fee(text));
    }

    @Test
    void aPdfAndTheInvoiceThatEnclosesItAreOneBillInEitherOrder() throws IOException {
        byte[] first = SmallPdf.saying("Faktura nr. PX-1");
        assertThat(mailed("faktura.pdf", first)).isTrue();
        assertThat(mailed("faktura.xml", enclosing("PX-1", first))).isFalse();
        assertThat(uploaded("faktura.xml", enclosing("PX-1", first))).isFalse();

        byte[] second = SmallPdf.saying("Faktura nr. PX-2");
        assertThat(mailed("faktura.xml", enclosing("PX-2", second))).isTrue();
        assertThat(mailed("faktura.pdf", second)).isFalse();
        assertThat(story.openCases()).isEqualTo(2);
    }

    @Test
    void termsOfTradeThatComeWithEveryBillMakeNoTwoBillsOne() throws IOException {
        byte[] terms = SmallPdf.saying("Salgs- og leveringsbetingelser");
        assertThat(mailed("betingelser.pdf", terms)).isTrue();

        assertThat(mailed("a.xml", enclosing("PT-1", terms))).isTrue();
        assertThat(mailed("b.xml", enclosing("PT-2", terms))).isTrue();
    }

    @Test
    void whoMailsABillAgainHearsItOnceADayAndNoProgramEverDoes() {
        byte[] bill = SmallInvoice.numbered("PK-1");
        assertThat(mailed("faktura.xml", bill)).isTrue();
        assertThat(answersToSuppliers()).isEmpty();

        assertThat(mailed("igen.xml", bill, false)).isFalse();
        assertThat(answersToSuppliers()).isEmpty();

        assertThat(mailed("igen.xml", bill)).isFalse();
        assertThat(mailed("og igen.xml", bill)).isFalse();
        assertThat(answersToSuppliers()).containsExactly("bogholderi@leverandoer.example");
    }

    @Test
    void aCorrectionUnderTheSameNumberAndTheNumberOfAnotherYearAreTakenInByMail() {
        byte[] first = SmallInvoice.numbered("1");
        assertThat(mailed("faktura.xml", first)).isTrue();
        assertThat(mailed("dyrere.xml", SmallInvoice.with("1", "6312.50", "6412.50")))
                .isTrue();
        assertThat(mailed("i fjor.xml", SmallInvoice.issued("1", LocalDate.of(2025, 5, 20))))
                .isTrue();
        assertThat(answersToSuppliers()).isEmpty();

        assertThat(mailed("samme.xml", SmallInvoice.issued("1", LocalDate.of(2026, 5, 21))))
                .as("the same amount in the same year is the same bill")
                .isFalse();
        assertThat(answersToSuppliers()).hasSize(1);
    }

    private List<String> answersToSuppliers() {
        return jdbc.sql(
                        "select recipient_address from klyngeflow.mail_outbox where cluster_id = :cluster and purpose = 'invoice-known'")
                .param("cluster", cluster)
                .query(String.class)
                .list();
    }

    private static byte[] enclosing(String number, byte[] pdf) {
        return SmallInvoice.with(
                number,
                "<cac:AccountingSupplierParty>",
                "<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment>"
                        + "<cbc:EmbeddedDocumentBinaryObject mimeCode=\"application/pdf\" filename=\"faktura.pdf\">"
                        + Base64.getMimeEncoder().encodeToString(pdf)
                        + "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>"
                        + "<cac:AccountingSupplierParty>");
    }

    private boolean inTasklist(String text) {
        try {
            story.claims("koordinator", fee(text));
            return true;
        } catch (RuntimeException refused) {
            assertThat(refused.toString()).contains("F2026-");
            return false;
        }
    }

    private boolean byLink(String code, String text) {
        HttpResponse<String> answer = send(code, text);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().contains("Tak, det er sendt");
    }

    private boolean byProgram(String name, byte[] file) {
        try {
            Document document = intake.keep(cluster, name, file, story.person("sekretaer"));
            arrivals.arrived(cluster, document.id(), story.person("sekretaer"));
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private boolean uploaded(String name, byte[] file) {
        Document document = intake.keep(cluster, name, file, story.person("koordinator"));
        try {
            return started("koordinator", Map.of("documentId", document.id()));
        } catch (DuplicateInvoice duplicate) {
            return false;
        }
    }

    private boolean mailed(String name, byte[] file) {
        return mailed(name, file, true);
    }

    private boolean mailed(String name, byte[] file, boolean mayBeAnswered) {
        Document document = documents.store(cluster, name, file, "mail");
        transaction.executeWithoutResult(status -> publisher.publishEvent(new DocumentMailed(
                cluster, document.id(), name, "bogholderi@leverandoer.example", "", "Faktura", mayBeAnswered)));
        return invoices.findByDocument(cluster, document.id()).isPresent();
    }

    private boolean asReceipt(byte[] file, String text) {
        Document document = intake.keep(cluster, "kvittering.pdf", file, story.person("medlem"));
        return started(
                "medlem",
                Map.of(
                        "claimKind",
                        "OUTLAY",
                        "claimAmount",
                        12_000L,
                        "claimText",
                        text,
                        "claimDate",
                        DAY.toString(),
                        "documentId",
                        document.id()));
    }

    private String code() {
        String link = links.of(cluster, ClaimLink.PURPOSE, cluster + "/2026-03", story.person("koordinator"));
        String url = links.url(cluster, link).orElseThrow();
        return url.substring(url.indexOf('#') + 1);
    }

    private HttpResponse<String> send(String code, String text) {
        Browser member = Browser.anonymous(port);
        String form = "code=" + code + "&claimKind=FEE&claimAmount=120,00&claimDate=1.9.2026&claimText="
                + URLEncoder.encode(text, StandardCharsets.UTF_8);
        return member.submit("/svar/send", form);
    }
}
