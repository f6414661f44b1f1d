package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.security.Browser;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A member's fee and outlay, claimed from her mail without logging in. */
@KlyngeflowTest
class ClaimByLinkTest {

    @LocalServerPort
    int port;

    @Autowired
    InvoiceStory story;

    @Autowired
    Links links;

    @Autowired
    Invoices invoices;

    @Autowired
    Documents documents;

    private Browser member = Browser.anonymous(0);
    private String cluster = "";
    private String code = "";

    @BeforeEach
    void open() {
        story.aClusterWithItsOwnAccount();
        member = Browser.anonymous(port);
        cluster = story.person("");
        cluster = cluster.substring(0, cluster.length() - 1);
        String link = links.of(cluster, ClaimLink.PURPOSE, cluster + "/2026-03", story.person("medlem"));
        String url = links.url(cluster, link).orElseThrow();
        code = url.substring(url.indexOf('#') + 1);
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void aFeeGoesTheSameWayAsFromThePageAndIsPaidByOthers() {
        assertThat(post("/svar").body()).contains("Honorar eller udlæg", "2026-03", "Send til sekretæren");

        HttpResponse<String> done = post("/svar/send", fee());
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(done.body()).contains("Tak, det er sendt");
        story.isAboutTheNewest();
        story.waitsFor("checkInvoice");
        assertThat(story.invoice().claimantId()).isEqualTo(story.person("medlem"));
        assertThat(story.invoice().posting()).isEqualTo(125_000);
        assertThat(story.invoice().meeting()).isEqualTo("2026-03");
        assertThat(story.holders()).doesNotContain(story.person("medlem")).isNotEmpty();

        // sent once more, as when a page is loaded again
        assertThat(post("/svar/send", fee()).statusCode()).isEqualTo(200);
        assertThat(invoices.claimsOf(cluster, story.person("medlem"))).hasSize(1);
        assertThat(story.openCases()).isEqualTo(1);
        assertThat(post("/svar").body()).contains("Dem, du har sendt", "1.250,00", "Til kontrol");

        story.secretaryChecks("3300");
        story.coordinatorApproves();
        story.dueJobsRun();
        story.isPaid("kasserer");
        story.hasEnded();
        assertThat(story.balance("3300")).isEqualTo(125_000);
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsSent() {
        HttpResponse<String> nothing = post("/svar/send");
        assertThat(nothing.statusCode()).isEqualTo(400);
        String[] later = fee();
        later[5] = "1.9.2099";
        assertThat(post("/svar/send", later).body()).contains("Datoen ligger i fremtiden", "Oplæg på klyngemødet");
        String[] outlay = fee();
        outlay[1] = "OUTLAY";
        assertThat(post("/svar/send", outlay).body()).contains("Vedhæft kvitteringen");
        assertThat(invoices.claimsOf(cluster, story.person("medlem"))).isEmpty();
        assertThat(story.openCases()).isZero();
    }

    @Test
    void whatIsUnusualIsTakenWhenSheSaysThatItIsRight() {
        String[] large = fee();
        large[3] = "25.000,00";
        HttpResponse<String> asked = post("/svar/send", large);
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body())
                .contains(
                        "Der er ikke sendt noget endnu",
                        "Se efter, om det er rigtigt",
                        "25.000,00",
                        "usædvanligt stort");
        assertThat(invoices.claimsOf(cluster, story.person("medlem"))).isEmpty();

        String[] larger = confirmed(large, asked.body());
        larger[3] = "26.000,00";
        assertThat(post("/svar/send", larger).body()).contains("Beløbet 26.000,00", "usædvanligt stort");
        HttpResponse<String> done = post("/svar/send", confirmed(large, asked.body()));
        assertThat(done.body()).contains("Tak, det er sendt");
        assertThat(invoices.claimsOf(cluster, story.person("medlem"))).hasSize(1);
    }

    @Test
    void theClaimPageAsksAndTakesItToo() {
        Browser page = Browser.loggedIn(port, story.person("medlem"), story.person("medlem"));
        String[] old = fee();
        old[5] = "1.9.2022";
        HttpResponse<String> asked = claims(page, old);
        assertThat(asked.body())
                .contains(
                        "Der er ikke sendt noget endnu",
                        "Se efter, om det er rigtigt",
                        "mere end tre år tilbage",
                        "1.9.2022");
        assertThat(invoices.claimsOf(cluster, story.person("medlem"))).isEmpty();

        HttpResponse<String> done = claims(page, confirmed(old, asked.body()));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
        assertThat(page.get("/udlaeg/" + cluster).body()).contains("Oplæg på klyngemødet");
        assertThat(invoices.claimsOf(cluster, story.person("medlem")))
                .singleElement()
                .satisfies(claim -> assertThat(claim.issueDate()).hasToString("2022-09-01"));
    }

    private HttpResponse<String> claims(Browser page, String... namesAndValues) {
        String path = "/udlaeg/" + cluster;
        StringBuilder form =
                new StringBuilder("_csrf=" + Browser.token(page.get(path).body()));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append('&').append(namesAndValues[i]).append('=').append(encoded(namesAndValues[i + 1]));
        }
        return page.submit(path, form.toString());
    }

    /** The same, with a tick in the box that the page showed. */
    private static String[] confirmed(String[] sent, String page) {
        Matcher box =
                Pattern.compile("name=\"confirmed\"[^>]*value=\"([^\"]+)\"").matcher(page);
        assertThat(box.find()).as(page).isTrue();
        String[] more = Arrays.copyOf(sent, sent.length + 2);
        more[sent.length] = "confirmed";
        more[sent.length + 1] = box.group(1);
        return more;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void anOutlayComesWithItsReceipt() {
        String[] outlay = fee();
        outlay[1] = "OUTLAY";
        HttpResponse<String> done = upload(outlay, DuplicatesTest.pdf());
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        story.isAboutTheNewest();
        story.waitsFor("checkInvoice");
        String document = Objects.requireNonNull(story.invoice().documentId());
        assertThat(documents.find(cluster, document).orElseThrow().fileName()).isEqualTo("kvittering.pdf");
    }

    private static String[] fee() {
        return new String[] {
            "claimKind", "FEE",
            "claimAmount", "1.250,00",
            "claimDate", "1.9.2026",
            "claimText", "Oplæg på klyngemødet",
            "claimPayTo", "1234 0012345678"
        };
    }

    private HttpResponse<String> upload(String[] namesAndValues, byte[] content) {
        String boundary = "claim-by-link-boundary";
        StringBuilder fields = new StringBuilder(part(boundary, "code")).append(code);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.append(part(boundary, namesAndValues[i])).append(namesAndValues[i + 1]);
        }
        fields.append("\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"documentId\"; filename=\"kvittering.pdf\"\r\n\r\n");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(fields.toString().getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return member.send(member.request("/svar/send")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static String part(String boundary, String name) {
        return "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n";
    }

    private HttpResponse<String> post(String path, String... namesAndValues) {
        StringBuilder form = new StringBuilder("code=" + code);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append('&')
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return member.submit(path, form.toString());
    }
}
