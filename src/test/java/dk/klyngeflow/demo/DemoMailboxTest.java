package dk.klyngeflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.demo.DemoPages.Letter;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.CopenhagenTime;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.ConcurrentModel;

/** The demo's mailbox shows whatever lies in it, the newest first, and its files can be opened. */
@KlyngeflowTest
class DemoMailboxTest {

    private static final Path SHAPES = Path.of("src", "test", "resources", "mails");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    PdfMaker pdfs;

    @Autowired
    CopenhagenTime time;

    private DemoPages pages;

    @BeforeEach
    void begin() {
        server.start();
        pages = new DemoPages(server, pdfs, time);
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    void anyMailIsShown() throws IOException {
        List<Path> shapes;
        try (Stream<Path> found = Files.walk(SHAPES)) {
            shapes = found.filter(file -> file.toString().endsWith(".eml")).toList();
        }
        Random random = new Random(7);
        for (Path shape : shapes) {
            byte[] mail = Files.readAllBytes(shape);
            deliver("a@x.example", mail);
            for (int i = 0; i < 200; i++) {
                mail[random.nextInt(mail.length)] = (byte) random.nextInt(256);
            }
            deliver("b@x.example", mail);
        }
        for (String odd : List.of(
                "",
                "\r\n",
                "\0\0\0",
                "To: <<<@@>>, \"\r\nFrom: @\r\nSubject: =?x-none?Q?=FF?=\r\nDate: never\r\n\r\nHej",
                "Content-Type: multipart/mixed\r\n\r\nno boundary",
                "Content-Type: ;;;\r\nContent-Transfer-Encoding: x-nothing\r\n\r\nHej",
                "Content-Type: text/plain; charset=x-nonsense\r\n\r\nHej \u00e6",
                "Content-Type: text/plain; name=\"=?x?B?????=\"\r\nContent-Disposition: attachment; filename*=x''%ZZ\r\n\r\nHej",
                "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n".repeat(300))) {
            deliver("c@x.example", odd.getBytes(StandardCharsets.ISO_8859_1));
        }

        List<Letter> letters = letters();

        assertThat(letters).hasSize(2 * shapes.size() + 9);
        for (Letter letter : letters) {
            ConcurrentModel model = new ConcurrentModel();
            assertThat(pages.letter(letter.number(), model)).isEqualTo("demo/letter");
            assertThat(pages.html(letter.number()).getStatusCode().value()).isEqualTo(200);
            for (int file = 0; file < letter.files().size(); file++) {
                assertThat(pages.attached(letter.number(), file).getStatusCode().value())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void theNewestIsFirstWhosoeverItIs() {
        deliver("z@x.example", mail("første"));
        deliver("a@x.example", mail("anden"));
        deliver("z@x.example", mail("tredje"));

        assertThat(letters()).extracting(letter -> letter.head().subject()).containsExactly("tredje", "anden", "første");
        int number = letters().get(0).number();
        deliver("a@x.example", mail("fjerde"));
        ConcurrentModel model = new ConcurrentModel();
        pages.letter(number, model);
        assertThat(((Letter) model.getAttribute("letter")).head().subject()).isEqualTo("tredje");
    }

    @Test
    void filesCanBeOpenedAndRunNothing() {
        deliver("a@x.example", """
                Subject: Dagsorden
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=B

                --B
                Content-Type: text/plain

                Hej
                --B
                Content-Type: application/pdf; name="dagsorden.pdf"
                Content-Transfer-Encoding: base64

                JVBERi0xLjQK
                --B
                Content-Type: text/calendar; method=REQUEST

                BEGIN:VCALENDAR
                --B
                Content-Type: text/html; name="ond.html"

                <script>alert(1)</script>
                --B--
                """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));

        Letter letter = letters().get(0);
        assertThat(letter.files()).containsExactly("dagsorden.pdf", "indkaldelse.ics", "ond.html");
        ResponseEntity<byte[]> pdf = pages.attached(letter.number(), 0);
        assertThat(new String(pdf.getBody(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-1.4");
        assertThat(pdf.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION)).startsWith("inline");
        ResponseEntity<byte[]> page = pages.attached(letter.number(), 2);
        assertThat(page.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION)).startsWith("attachment");
        assertThat(page.getHeaders().getContentType()).hasToString("application/octet-stream");
        assertThat(page.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @SuppressWarnings("unchecked")
    private List<Letter> letters() {
        ConcurrentModel model = new ConcurrentModel();
        assertThat(pages.mailbox(model)).isEqualTo("demo/mailbox");
        return (List<Letter>) model.getAttribute("letters");
    }

    private static byte[] mail(String subject) {
        return ("Subject: =?UTF-8?Q?" + subject.replace("ø", "=C3=B8") + "?=\r\n\r\nHej")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void deliver(String to, byte[] raw) {
        try {
            GreenMailUser user = server.getUserManager().getUserByEmail(to);
            (user == null ? server.setUser(to, to, "x") : user)
                    .deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
            // mails of one millisecond have no order
            for (long now = System.currentTimeMillis(); now == System.currentTimeMillis(); ) {
                Thread.onSpinWait();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
