package dk.klyngeflow.invoices;

import dk.klyngeflow.security.Browser;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Sends a file as other programs do: one multipart part. */
final class Multipart {

    private static final String BOUNDARY = "klyngeflow-test-boundary";

    private Multipart() {}

    static HttpResponse<String> post(Browser browser, String path, String part, String fileName, byte[] content) {
        return browser.send(request(browser.request(path), part, fileName, content));
    }

    static HttpRequest.Builder request(HttpRequest.Builder request, String part, String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }
}
