package dk.klyngeflow.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.security.Browser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Somebody at the pages of a cluster's archive. */
final class ArchivedCluster {

    private static final Pattern SEEN = Pattern.compile("name=\"set\" value=\"([^\"]+)\"");
    private static final Pattern BOX = Pattern.compile("name=\"(bekraeft\\d+)\"");

    private final Browser browser;
    private final String cluster;

    ArchivedCluster(Browser browser, String cluster) {
        this.browser = browser;
        this.cluster = cluster;
    }

    HttpResponse<String> page(String path) {
        return browser.get("/arkiv/" + cluster + path);
    }

    /** The files of the archive by their paths, in their order. */
    Map<String, byte[]> zip() {
        HttpResponse<byte[]> answer = browser.download("/arkiv/" + cluster + "/arkiv.zip");
        try {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("attachment", "arkiv-" + cluster + ".zip");
            Map<String, byte[]> files = new LinkedHashMap<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    assertThat(files.put(entry.getName(), zip.readAllBytes())).isNull();
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Presses the button of this page, with all boxes ticked or none. */
    HttpResponse<String> closes(HttpResponse<String> page, boolean confirming, String id) {
        StringBuilder form =
                new StringBuilder("_csrf=" + URLEncoder.encode(Browser.token(page.body()), StandardCharsets.UTF_8));
        Matcher seen = SEEN.matcher(page.body());
        form.append("&set=").append(seen.find() ? seen.group(1) : "");
        Matcher box = BOX.matcher(page.body());
        while (confirming && box.find()) {
            form.append('&').append(box.group(1)).append("=ja");
        }
        form.append("&id=").append(id);
        return browser.submit("/arkiv/" + cluster + "/luk", form.toString());
    }
}
