package dk.klyngeflow.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.security.Browser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** An administrator at a browser who works all day: opens clusters, takes in bills, and remembers what she was told is kept. */
final class Clerk {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ID = "administrator";

    private final Random random = new Random(4711);
    private final List<String> kept = new ArrayList<>();
    private Browser browser;
    private int logIns;

    Clerk(int port) {
        browser = Browser.anonymous(port);
    }

    void logsIn(String password) {
        HttpResponse<String> answer = browser.login(ID, password);
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("login");
        logIns++;
    }

    /** The page for it is open to whoever knows the old one. */
    void choosesOwn(String old, String fresh) {
        String token = Browser.token(opens("/adgangskode").body());
        HttpResponse<String> chosen = sends(
                "/adgangskode", "nuvaerende=" + old + "&ny=" + fresh + "&igen=" + fresh + "&_csrf=" + encoded(token));
        assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(302);
    }

    /** A gateway in the moment of a kill says that it failed; a person presses again. */
    static HttpResponse<String> patiently(Supplier<HttpResponse<String>> act) {
        HttpResponse<String> answer = act.get();
        for (int again = 0; again < 20 && answer.statusCode() >= 500; again++) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            answer = act.get();
        }
        return answer;
    }

    int logIns() {
        return logIns;
    }

    void goesTo(int port) {
        browser = browser.at(port);
    }

    HttpResponse<String> opens(String path) {
        return browser.get(path);
    }

    Browser browser() {
        return browser;
    }

    void opensCluster(String id) {
        HttpResponse<String> opened = browser.send(browser.request("/api/clusters")
                .header("X-Requested-With", "klyngeflow")
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(ClusterFromFile.file(id, PaymentMode.PLO))));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
    }

    /** With the token of a page that is open already. */
    HttpResponse<String> sends(String path, String fields) {
        return browser.send(browser.request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    /** A bill as a file of so many kilobytes, each another one. */
    HttpResponse<String> takesIn(String cluster, int kilobytes) {
        byte[] pdf = pdf(kilobytes);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bilag.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(pdf);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = browser.send(browser.request("/api/clusters/" + cluster + "/invoices")
                .header("X-Requested-With", "klyngeflow")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        if (answer.statusCode() == 201) {
            kept.add("/api/clusters/" + cluster + "/invoices/" + field(answer.body(), "id"));
        }
        return answer;
    }

    /** Of the bills that she was told are kept, those that are not there. */
    List<String> misses() {
        return kept.stream()
                .filter(bill -> browser.get(bill).statusCode() != 200)
                .toList();
    }

    int keptBills() {
        return kept.size();
    }

    static String field(String json, String name) {
        try {
            return JSON.readTree(json).path(name).asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private byte[] pdf(int kilobytes) {
        byte[] padding = new byte[kilobytes * 1_000];
        random.nextBytes(padding);
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentCatalog()
                    .getCOSObject()
                    .setItem(COSName.getPDFName("Padding"), new PDStream(document, new ByteArrayInputStream(padding)));
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
