package dk.klyngeflow.bankstatements;

import com.fasterxml.jackson.databind.JsonNode;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Line;
import dk.klyngeflow.accounts.Posting;
import dk.klyngeflow.accounts.Voucher;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.Browser;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** A new Klynge Nord for each test, with its own account and the ledger of 2026 when wanted. */
@TestComponent
class NordBooks {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ClusterRegister register;
    private final Ledger ledger;

    NordBooks(ClusterRegister register, Ledger ledger) {
        this.register = register;
        this.ledger = ledger;
    }

    String open() {
        String id = "bank" + COUNT.incrementAndGet();
        register.open(
                new Cluster(
                        id,
                        "Klynge Nord " + id,
                        null,
                        PaymentMode.OWN_ACCOUNT,
                        id + "@klynge.example",
                        "Midt",
                        BankFiles.IBAN),
                List.of(),
                List.of(
                        person(id, "coordinator", Post.COORDINATOR, Post.MEMBER),
                        person(id, "secretary", Post.SECRETARY),
                        person(id, "treasurer", Post.TREASURER, Post.MEMBER),
                        person(id, "auditor", Post.AUDITOR),
                        person(id, "member", Post.MEMBER)));
        return id;
    }

    String openWithLedger() {
        String id = open();
        keepsItsBooks(id, id + "-secretary");
        return id;
    }

    /** The opening and all that Klynge Nord posted in 2026. */
    void keepsItsBooks(String id, String by) {
        JsonNode books = BankFiles.expected().get("ledger");
        List<Line> opening = new ArrayList<>();
        books.get("openingBalances")
                .fields()
                .forEachRemaining(each ->
                        opening.add(Line.signed(each.getKey(), each.getValue().longValue())));
        ledger.post(new Posting(id, LocalDate.of(2025, 12, 31), "Primo", "opening", null, by, opening));
        int number = 0;
        for (JsonNode voucher : books.get("vouchers")) {
            List<Line> lines = new ArrayList<>();
            voucher.get("lines")
                    .forEach(line -> lines.add(Line.signed(
                            line.get("account").textValue(),
                            line.get("debit").longValue() - line.get("credit").longValue())));
            String key = voucher.get("endToEnd").textValue();
            ledger.post(new Posting(
                    id,
                    LocalDate.parse(voucher.get("day").textValue()),
                    voucher.get("text").textValue(),
                    key.isEmpty() ? "nord:" + ++number : "payment:" + key,
                    null,
                    by,
                    lines));
        }
    }

    Voucher post(String cluster, LocalDate day, String text, String key, List<Line> lines) {
        return ledger.post(new Posting(cluster, day, text, key, null, cluster + "-secretary", lines));
    }

    static Browser browser(int port, String cluster, String role) {
        return Browser.basic(port, cluster + "-" + role, cluster + "-" + role);
    }

    static HttpResponse<String> upload(Browser browser, String path, String name, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--B--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.send(browser.request(path)
                .header("Content-Type", "multipart/form-data; boundary=B")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static ClusterRegister.NewPerson person(String cluster, String role, Post... posts) {
        String id = cluster + "-" + role;
        return new ClusterRegister.NewPerson(id, "Navn " + id, id + "@klynge.example", List.of(posts), null, id);
    }
}
