package dk.klyngeflow.demo;

import com.icegreen.greenmail.util.GreenMail;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.security.OpenPages;
import dk.klyngeflow.security.Refused;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The demo's mailbox and its files to try; open to everybody on this machine. */
@Controller
@Profile("demo")
class DemoPages implements OpenPages {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH.mm").withZone(CopenhagenTime.ZONE);

    private final GreenMail mailServer;
    private final PdfMaker pdfs;
    private final CopenhagenTime time;
    private final AtomicInteger numbers = new AtomicInteger();

    DemoPages(GreenMail mailServer, PdfMaker pdfs, CopenhagenTime time) {
        this.mailServer = mailServer;
        this.pdfs = pdfs;
        this.time = time;
    }

    /** @param number its place in the mailbox, from 0 */
    record Letter(
            int number,
            String to,
            String from,
            String subject,
            String when,
            String text,
            String html,
            List<String> files) {}

    @Override
    public List<String> patterns() {
        return List.of("/postkasse", "/postkasse/**", "/demo/**");
    }

    @GetMapping("/postkasse")
    String mailbox(Model model) {
        MimeMessage[] all = mailServer.getReceivedMessages();
        List<Letter> letters = new ArrayList<>(
                IntStream.range(0, all.length).mapToObj(i -> letter(i, all[i])).toList());
        java.util.Collections.reverse(letters);
        model.addAttribute("letters", letters);
        return "demo/mailbox";
    }

    @GetMapping("/postkasse/{number}")
    String letter(@PathVariable int number, Model model) {
        model.addAttribute("letter", letter(number));
        return "demo/letter";
    }

    /** The HTML of a mail, shut in: no scripts, nothing fetched. */
    @GetMapping("/postkasse/{number}/html")
    ResponseEntity<String> html(@PathVariable int number) {
        return ResponseEntity.ok()
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-top-navigation-by-user-activation; frame-ancestors 'self'")
                .contentType(new MediaType("text", "html", java.nio.charset.StandardCharsets.UTF_8))
                .body(letter(number).html().replace("<head>", "<head><base target=\"_top\">"));
    }

    @GetMapping("/demo/faktura.xml")
    ResponseEntity<byte[]> invoice() {
        DemoInvoice invoice = DemoInvoice.catering(number(), time.today(), 3_960_00);
        return file("faktura-" + invoice.number() + ".xml", MediaType.APPLICATION_XML, invoice.xml());
    }

    @GetMapping("/demo/regning.pdf")
    ResponseEntity<byte[]> bill() {
        String number = number();
        byte[] pdf = pdfs.pdf(
                "demo-bill",
                Map.of(
                        "number", number,
                        "issued", DateTimeFormatter.ofPattern("dd.MM.yyyy").format(time.today()),
                        "due",
                                DateTimeFormatter.ofPattern("dd.MM.yyyy")
                                        .format(time.today().plusDays(14)),
                        "amount", Money.format(1_875_00)));
        return file("regning-" + number + ".pdf", MediaType.APPLICATION_PDF, pdf);
    }

    private String number() {
        return DateTimeFormatter.ofPattern("MMddHHmmss")
                        .withZone(CopenhagenTime.ZONE)
                        .format(time.now())
                + numbers.incrementAndGet();
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(type)
                .body(content);
    }

    private Letter letter(int number) {
        MimeMessage[] all = mailServer.getReceivedMessages();
        if (number < 0 || number >= all.length) {
            throw Refused.notFound();
        }
        return letter(number, all[number]);
    }

    private static Letter letter(int number, MimeMessage mail) {
        try {
            List<String> files = new ArrayList<>();
            String[] bodies = {"", ""};
            read(mail, bodies, files);
            return new Letter(
                    number,
                    addresses(mail.getAllRecipients()),
                    addresses(mail.getFrom()),
                    mail.getSubject() == null ? "" : mail.getSubject(),
                    mail.getSentDate() == null
                            ? ""
                            : WHEN.format(mail.getSentDate().toInstant()),
                    bodies[0],
                    bodies[1],
                    files);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("mail " + number + " in the demo's mailbox cannot be read", e);
        }
    }

    private static void read(Part part, String[] bodies, List<String> files) throws MessagingException, IOException {
        if (part.getFileName() != null) {
            files.add(MimeUtility.decodeText(part.getFileName()));
        } else if (part.isMimeType("text/plain")) {
            bodies[0] = String.valueOf(part.getContent());
        } else if (part.isMimeType("text/html")) {
            bodies[1] = String.valueOf(part.getContent());
        } else if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                read(child, bodies, files);
            }
        }
    }

    private static String addresses(jakarta.mail.Address @org.jspecify.annotations.Nullable [] all) {
        return all == null
                ? ""
                : String.join(
                        ", ",
                        Arrays.stream(all)
                                .map(a -> ((jakarta.mail.internet.InternetAddress) a).toUnicodeString())
                                .toList());
    }
}
