package dk.klyngeflow.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import dk.klyngeflow.Journal;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.security.Desk;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends invoices by the API and does everybody's tasks over REST, one invoice after the other, and tries again for as long as it takes: it
 * knows of an answer only what it got.
 */
final class Clerk implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);

    private final Desk desk;
    private final String cluster;
    private final String today;
    private final Journal journal;
    private final AtomicInteger numbers;
    private final AtomicBoolean noMore;
    private final Random random;

    Clerk(
            int port,
            String cluster,
            String today,
            Journal journal,
            AtomicInteger numbers,
            AtomicBoolean noMore,
            long seed) {
        this.desk = new Desk(port, cluster);
        this.cluster = cluster;
        this.today = today;
        this.journal = journal;
        this.numbers = numbers;
        this.noMore = noMore;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        try {
            work();
        } catch (RuntimeException e) {
            LOG.error("a clerk has given up", e);
            throw e;
        }
    }

    private void work() {
        while (!noMore.get()) {
            String number = "K-" + numbers.incrementAndGet();
            boolean isRejected = random.nextInt(4) == 0;
            String id = null;
            boolean isDone = false;
            while (!isDone) {
                try {
                    if (id == null) {
                        id = send(number);
                    } else {
                        isDone = goOn(number, id, isRejected);
                    }
                } catch (IllegalStateException | AssertionError nodeIsAway) {
                    LOG.debug("{}: {}", number, nodeIsAway.getMessage());
                    desk.isForgotten();
                    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                }
            }
        }
    }

    private String send(String number) {
        HttpResponse<String> answer = Multipart.post(
                desk.program("sekretaer"),
                "/api/clusters/" + cluster + "/invoices",
                "file",
                "f.xml",
                SmallInvoice.numbered(number));
        // 409: it was taken in before, and the answer did not reach us
        if (answer.statusCode() != 201 && answer.statusCode() != 409) {
            throw new IllegalStateException("sending: " + answer.statusCode());
        }
        String id = Desk.json(answer.body()).get("id").asText();
        journal.acknowledged("TAKEN", number, id);
        return id;
    }

    /** @return whether the case has ended */
    private boolean goOn(String number, String id, boolean isRejected) {
        HttpResponse<String> answer =
                desk.program("sekretaer").send("GET", "/api/clusters/" + cluster + "/invoices/" + id, null);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("looking: " + answer.statusCode());
        }
        JsonNode invoice = Desk.json(answer.body());
        switch (invoice.get("status").asText()) {
            case "CHECK" ->
                complete(
                        number,
                        id,
                        "sekretaer",
                        "checkInvoice",
                        isRejected
                                ? Map.of("decision", "REJECT", "reason", "Skal ikke betales")
                                : coding(number, invoice));
            case "APPROVAL" ->
                complete(number, id, "koordinator", "approveAsCoordinator", Map.of("decision", "APPROVE"));
            case "PAYMENT" ->
                complete(number, id, "kasserer", "confirmPayment", Map.of("decision", "PAID", "paidOn", today));
            case "PAID", "REJECTED" -> {
                journal.acknowledged("ENDED", number, id);
                return true;
            }
            default -> LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return false;
    }

    private void complete(String number, String id, String role, String task, Map<String, Object> fields) {
        if (desk.complete(role, cluster + "/" + id, task, fields)) {
            journal.acknowledged(task, number, id);
        } else {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static Map<String, Object> coding(String number, JsonNode invoice) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("decision", "APPROVE");
        fields.put("supplierName", invoice.at("/supplier/name").asText());
        fields.put("supplierCvr", invoice.at("/supplier/cvr").asText());
        fields.put("invoiceNumber", number);
        fields.put("kind", Invoice.INVOICE);
        fields.put("issueDate", invoice.get("issueDate").asText());
        fields.put("dueDate", invoice.get("dueDate").asText());
        fields.put("currency", "DKK");
        fields.put("payable", "6312,50");
        fields.put("vat", "1262,50");
        fields.put("account", KillTest.ACCOUNT);
        fields.put("payTo", "1234 0012345678");
        return fields;
    }
}
