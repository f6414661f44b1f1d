package dk.klyngeflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.CopenhagenTime;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

/** The demo's mailbox shows what a mail looks like, whatever is in it, and lets none of it run. */
@KlyngeflowTest
class MailboxPageTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates", "demo");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    PdfMaker pdfs;

    @Autowired
    CopenhagenTime time;

    @BeforeEach
    void aMailOfTheWorstKind() throws Exception {
        server.start();
        GreenMailUser user = server.setUser("mads@nord.example", "mads@nord.example", "x");
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream("""
                        From: x@y.example
                        To: mads@nord.example
                        Subject: <img src=x onerror=alert(1)>
                        MIME-Version: 1.0
                        Content-Type: text/html; charset=utf-8

                        <html><head></head><body><script>alert(1)</script><img src="https://spy.example/x.png">Hej</body></html>
                        """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    void theMailIsShutInAndFetchesNothing() {
        ResponseEntity<String> html = new DemoPages(server, pdfs, time).html(0);

        assertThat(html.getBody()).contains("Hej");
        String policy = String.valueOf(html.getHeaders().getFirst("Content-Security-Policy"));
        assertThat(policy)
                .contains("default-src 'none'", "sandbox ", "frame-ancestors 'self'")
                .doesNotContain("script-src", "img-src", "allow-scripts", "allow-same-origin", "allow-forms");
    }

    @Test
    void thePagesAroundItShowTextAsText() throws Exception {
        for (String page : new String[] {"mailbox.html", "letter.html"}) {
            assertThat(Files.readString(TEMPLATES.resolve(page)))
                    .as(page)
                    .doesNotContain("th:utext", "[(", "srcdoc", "__${");
        }
        assertThat(Files.readString(TEMPLATES.resolve("letter.html"))).contains("<iframe", "/html(");
    }
}
