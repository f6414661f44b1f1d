package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.security.Browser;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Invoices as another program sends and fetches them: over HTTP, with HTTP Basic. */
@KlyngeflowTest
class InvoiceRoutesTest {

    private static final String OIOUBL = "oioubl2-BASPRO_01_01_00_Invoice_v2p2.xml";
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    InvoiceStory story;

    @BeforeEach
    void open() {
        story.aClusterWithItsOwnAccount();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # file                                       | kind        | supplier                     | cvr      | number       | issued     | due        | cur | payable  | vat     | payment
            en16931-ubl-tc434-example1.xml               | INVOICE     | De Koksmaat                  |          | 12115118     | 2015-01-09 | 2015-01-09 | EUR | 250.33   | 20.73   | IBAN
            oioubl2-BASPRO_01_01_00_Invoice_v2p2.xml     | INVOICE     | Tavleverandøren              | 16356706 | A00095678    | 2005-11-20 | 2005-11-25 | DKK | 6312.50  | 1262.50 | ACCOUNT
            oioubl2-BASPRO_03_01_06_CreditNote_v2p2.xml  | CREDIT_NOTE | Tavleverandøren              | 16356706 | A00095679    | 2005-11-20 |            | DKK | 6312.50  | 1262.50 | NONE
            oioubl2-COMDEL_02_02_00_Invoice_v2p2.xml     | INVOICE     | Revacenter BOMI              | 16356706 | A00095678    | 2005-12-29 | 2006-01-15 | DKK | 41675.00 | 8335.00 | ACCOUNT
            oioubl2-COMORG_01_01_00_Invoice_v2p2.xml     | INVOICE     | Ordrup Office Supplies       | 16356706 | A00095678    | 2005-11-20 | 2005-11-25 | DKK | 6312.50  | 1262.50 | ACCOUNT
            oioubl2-COMPAY_01_01_00_Invoice_v2p2.xml     | INVOICE     | TQ3 Travel Solutions         | 73624118 | A00095678    | 2005-11-20 | 2006-01-15 | DKK | 5031.25  | 1006.25 | NONE
            oioubl3-creditnote.xml                       | CREDIT_NOTE | Supplier A/S                 | 16356706 | 202400095679 | 2024-05-20 |            | DKK | 6312.50  | 1262.50 | NONE
            oioubl3-invoice.xml                          | INVOICE     | Tavleverandøren              | 16356706 | 202400095678 | 2024-05-20 | 2024-05-25 | DKK | 6312.50  | 1262.50 | ACCOUNT
            peppol-Allowance-example.xml                 | INVOICE     | SupplierTradingName Ltd.     |          | Snippet1     | 2017-11-13 | 2017-12-01 | EUR | 6125.00  | 1225    | IBAN
            peppol-base-creditnote-correction.xml        | CREDIT_NOTE | SupplierTradingName Ltd.     |          | Snippet1     | 2017-11-13 |            | EUR | 1656.25  | 331.25  | IBAN
            peppol-base-example.xml                      | INVOICE     | SupplierTradingName Ltd.     |          | Snippet1     | 2017-11-13 | 2017-12-01 | EUR | 1656.25  | 331.25  | IBAN
            peppol-base-negative-inv-correction.xml      | INVOICE     | SupplierTradingName Ltd.     |          | Correction1  | 2017-11-13 | 2017-12-01 | EUR | -1656.25 | -331.25 | IBAN
            peppol-vat-category-O.xml                    | INVOICE     | The Sellercompany Incorporated |        | Vat-O        | 2018-08-30 | 2018-09-29 | SEK | 3200.00  | 0.00    | IBAN
            """)
    void everySampleIsTakenInWithTheRightValues(
            String file,
            String kind,
            String supplier,
            @Nullable String cvr,
            String number,
            String issued,
            @Nullable String due,
            String currency,
            BigDecimal payable,
            BigDecimal vat,
            String payment) {
        HttpResponse<String> answer = post(file, InvoiceStory.sample(file));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode invoice = json(answer);
        assertThat(invoice.get("id").asText()).matches("F2026-\\d+");
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to ->
                        assertThat(to).endsWith(path() + "/" + invoice.get("id").asText()));
        assertThat(invoice.get("kind").asText()).isEqualTo(kind);
        assertThat(invoice.at("/supplier/name").asText()).isEqualTo(supplier);
        assertThat(text(invoice.at("/supplier/cvr"))).isEqualTo(cvr);
        assertThat(invoice.get("number").asText()).isEqualTo(number);
        assertThat(text(invoice.get("issueDate"))).isEqualTo(issued);
        assertThat(text(invoice.get("dueDate"))).isEqualTo(due);
        assertThat(invoice.get("currency").asText()).isEqualTo(currency);
        assertThat(invoice.get("payable").isNumber()).isTrue();
        assertThat(invoice.get("payable").decimalValue()).isEqualByComparingTo(payable);
        assertThat(invoice.get("vat").decimalValue()).isEqualByComparingTo(vat);
        assertThat(invoice.at("/payment/type").asText()).isEqualTo(payment);
        assertThat(invoice.get("problems").isArray()).isTrue();
        assertThat(invoice.get("problems").toString())
                .as("the samples are addressed to others, which is a doubt and no refusal")
                .contains("message");
        JsonNode fetched = json(secretary().get(path() + "/" + invoice.get("id").asText()));
        assertThat(fetched).isEqualTo(invoice);
    }

    @Test
    void paymentIsTheAccountThatTheInvoiceSays() {
        JsonNode payment = json(post(OIOUBL, InvoiceStory.sample(OIOUBL))).get("payment");
        assertThat(payment.get("regNumber").asText()).isEqualTo("1234");
        assertThat(payment.get("accountNumber").asText()).isEqualTo("1234567890");
    }

    @Test
    void theSameInvoiceIsRefusedWithTheIdOfTheFirst() {
        String first = json(post(OIOUBL, InvoiceStory.sample(OIOUBL))).get("id").asText();
        HttpResponse<String> again = post("anden-fil.xml", InvoiceStory.sample(OIOUBL));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).get("message").asText()).contains("allerede modtaget", first);
        assertThat(json(again).get("id").asText()).isEqualTo(first);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            noget.bin | ikke en faktura
            brud.xml  | <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>
            andet.xml | <ordre xmlns="urn:andet"><id>1</id></ordre>
            xxe.xml   | <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>
            """)
    void whatCannotBeReadIsKeptForAPerson(String name, String content) {
        HttpResponse<String> answer = post(name, content.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(json(answer).get("message").asText()).contains("Filen er gemt");
        String id = json(answer).get("id").asText();
        JsonNode kept = json(secretary().get(path() + "/" + id));
        assertThat(kept.get("status").asText()).isEqualTo("UNREADABLE");
        assertThat(kept.get("documentId").asText()).isNotBlank();
        assertThat(answer.body()).doesNotContain("root:", "Exception", "dk.klyngeflow");
    }

    @Test
    void aPdfIsTakenIn() {
        HttpResponse<String> answer = post("faktura.pdf", DuplicatesTest.pdf());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).get("status").asText()).isEqualTo("CHECK");
    }

    @Test
    void whereNothingCouldBeReadTheAmountIsEmptyAndItSaysWhy() {
        JsonNode scanned = json(post("skanning.pdf", DuplicatesTest.pdf()));
        JsonNode invoice = json(secretary().get(path() + "/" + scanned.get("id").asText()));
        assertThat(invoice.get("payableMinor").isNull())
                .as("nought is an amount")
                .isTrue();
        assertThat(invoice.get("vatMinor").isNull()).isTrue();
        assertThat(invoice.get("amountMissing").asText()).contains("kunne ikke læses. Skriv dem af fra bilaget.");

        JsonNode read = json(post(OIOUBL, InvoiceStory.sample(OIOUBL)));
        JsonNode stated = json(secretary().get(path() + "/" + read.get("id").asText()));
        assertThat(stated.get("payableMinor").asLong()).isPositive();
        assertThat(stated.has("amountMissing")).isFalse();
    }

    @Test
    void anEmptyFileIsRefused() {
        refusedInDanish(post("tom.xml", new byte[0]), 400, "tom");
    }

    @ParameterizedTest
    @ValueSource(ints = {10 * 1024 * 1024 + 1, 12 * 1024 * 1024})
    void aFileThatIsTooLargeIsRefused(int size) {
        HttpResponse<String> answer = post("stor.pdf", new byte[size]);
        assertThat(answer.statusCode()).isIn(400, 413);
        assertThat(json(answer).get("message").asText()).contains("10 MB");
    }

    @Test
    void aRequestWithoutTheFileIsRefused() {
        HttpResponse<String> answer =
                Multipart.post(secretary(), path(), "bilag", "a.xml", InvoiceStory.sample(OIOUBL));
        refusedInDanish(answer, 400, "");
        refusedInDanish(secretary().send("POST", path(), "{}"), 400, "mangler en fil");
    }

    @Test
    void oddFileNamesDoNoHarm() {
        HttpResponse<String> answer =
                Multipart.post(secretary(), path(), "file", "../../æøå \u202e<b>.xml", SmallInvoice.numbered("odd-1"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void theAnonymousAndThoseWithAWrongPasswordGetNothing() {
        Browser anonymous = Browser.anonymous(port);
        HttpResponse<String> answer = Multipart.post(anonymous, path(), "file", "a.xml", InvoiceStory.sample(OIOUBL));
        assertThat(answer.statusCode()).isIn(401, 403);
        HttpResponse<String> got = anonymous.send("GET", path(), null);
        assertThat(got.statusCode()).isEqualTo(401);
        assertThat(json(got).get("message").asText()).isNotBlank();
        Browser wrong = Browser.basic(port, story.person("sekretaer"), "forkert");
        assertThat(Multipart.post(wrong, path(), "file", "a.xml", InvoiceStory.sample(OIOUBL))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void anotherClusterIsAsUnknownAsOneThatDoesNotExist() {
        String id = json(post(OIOUBL, InvoiceStory.sample(OIOUBL))).get("id").asText();
        String path = path();
        story.aClusterWithItsOwnAccount();
        Browser stranger = secretary();
        HttpResponse<String> foreign = stranger.send("GET", path + "/" + id, null);
        HttpResponse<String> unknown =
                stranger.send("GET", path.replaceAll("klynge\\d+", "findesikke") + "/" + id, null);
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(unknown.body());
        for (String cluster : List.of(path, "/api/clusters/findesikke/invoices")) {
            refusedInDanish(
                    Multipart.post(stranger, cluster, "file", "a.xml", InvoiceStory.sample(OIOUBL)),
                    404,
                    "findes ikke");
            refusedInDanish(
                    Multipart.post(stranger, cluster + "/uploads", "file", "a.xml", InvoiceStory.sample(OIOUBL)),
                    404,
                    "findes ikke");
            refusedInDanish(stranger.send("GET", cluster, null), 404, "findes ikke");
        }
        refusedInDanish(stranger.send("GET", path() + "/" + id, null), 404, "findes ikke");
        refusedInDanish(stranger.send("GET", path() + "/F2026-999999", null), 404, "findes ikke");
    }

    @Test
    void theAdministratorIsToldThatAClusterDoesNotExist() {
        Browser admin = Browser.basic(port, "admin", "admin");
        String unknown = "/api/clusters/findesikke/invoices";
        refusedInDanish(
                Multipart.post(admin, unknown, "file", "a.xml", InvoiceStory.sample(OIOUBL)), 404, "findes ikke");
        refusedInDanish(
                Multipart.post(admin, unknown + "/uploads", "file", "a.xml", InvoiceStory.sample(OIOUBL)),
                404,
                "findes ikke");
        refusedInDanish(admin.send("GET", unknown, null), 404, "findes ikke");
    }

    @ParameterizedTest
    @CsvSource({
        "sekretaer, 201, 200, 200",
        "koordinator, 201, 200, 200",
        "formand, 201, 200, 200",
        "revisor, 201, 200, 200",
        "medlem, 403, 403, 404"
    })
    void whoMaySendListAndSee(String role, int sends, int lists, int sees) {
        String id = json(post(OIOUBL, InvoiceStory.sample(OIOUBL))).get("id").asText();
        Browser person = as(role);
        assertThat(Multipart.post(person, path(), "file", "b.xml", SmallInvoice.numbered("R-" + role))
                        .statusCode())
                .isEqualTo(sends);
        assertThat(person.send("GET", path(), null).statusCode()).isEqualTo(lists);
        assertThat(person.send("GET", path() + "/" + id, null).statusCode()).isEqualTo(sees);
    }

    @Test
    void anUploadIsReadButNothingBegins() {
        HttpResponse<String> answer =
                Multipart.post(secretary(), path() + "/uploads", "file", "a.xml", InvoiceStory.sample(OIOUBL));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode looked = json(answer);
        assertThat(looked.at("/summary/number").asText()).isEqualTo("A00095678");
        assertThat(looked.get("documentId").asText()).isNotBlank();
        assertThat(json(secretary().send("GET", path(), null))).isEmpty();
    }

    @Test
    void theSenderWithdrawsOnce_andOthersMayNot() {
        String id = json(post(OIOUBL, InvoiceStory.sample(OIOUBL))).get("id").asText();
        String withdraw = path() + "/" + id + "/withdraw?reason=";
        refusedInDanish(as("revisor").send("POST", withdraw, null), 403, "Kun");
        refusedInDanish(as("medlem").send("POST", withdraw, null), 404, "findes ikke");
        refusedInDanish(secretary().send("POST", withdraw + "010203-1234", null), 400, "CPR");
        refusedInDanish(secretary().send("POST", withdraw, null), 400, "begrundelse");
        refusedInDanish(secretary().send("POST", withdraw + "%20%0A", null), 400, "begrundelse");
        HttpResponse<String> done = secretary().send("POST", withdraw + "Fejl", null);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(json(done).get("status").asText()).isEqualTo("WITHDRAWN");
        refusedInDanish(secretary().send("POST", withdraw + "Igen", null), 409, "kan ikke");
    }

    private void refusedInDanish(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("message").asText()).isNotBlank().contains(words);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "springframework");
    }

    private HttpResponse<String> post(String name, byte[] content) {
        return Multipart.post(secretary(), path(), "file", name, content);
    }

    private Browser secretary() {
        return as("sekretaer");
    }

    private Browser as(String role) {
        return Browser.basic(port, story.person(role), story.person(role));
    }

    private String path() {
        return "/api/clusters/" + story.cluster() + "/invoices";
    }

    private static @Nullable String text(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? null : node.asText();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + answer.statusCode() + " " + answer.body(), e);
        }
    }
}
