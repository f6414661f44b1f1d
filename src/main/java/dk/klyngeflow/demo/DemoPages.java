package dk.klyngeflow.demo;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.security.OpenPages;
import dk.klyngeflow.security.Refused;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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

    private static final Set<String> OPENED = Set.of("application/pdf", "image/png", "image/jpeg", "image/gif");

    private final GreenMail mailServer;
    private final PdfMaker pdfs;
    private final CopenhagenTime time;
    private final AtomicInteger numbers = new AtomicInteger();

    DemoPages(GreenMail mailServer, PdfMaker pdfs, CopenhagenTime time) {
        this.mailServer = mailServer;
        this.pdfs = pdfs;
        this.time = time;
    }

    /**
     * @param number in the order of arrival, from 0; it stays the same
     * @param files their names
     */
    record Letter(
            int number,
            Head head,
            String text,
            String html,
            List<String> files,
            boolean isBroken) {}

    record Head(String to, String from, String subject, String when) {}

    @Override
    public List<String> patterns() {
        return List.of("/postkasse", "/postkasse/**", "/demo/**");
    }

    @GetMapping("/postkasse")
    String mailbox(Model model) {
        List<StoredMessage> all = arrived();
        List<Letter> letters = new ArrayList<>();
        for (int number = all.size() - 1; number >= 0; number--) {
            letters.add(letter(number, all.get(number)));
        }
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
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .body(letter(number).html().replace("<head>", "<head><base target=\"_top\">"));
    }

    /** What runs nothing opens in the browser; everything else is fetched. */
    @GetMapping("/postkasse/{number}/fil/{file}")
    ResponseEntity<byte[]> attached(@PathVariable int number, @PathVariable int file) {
        List<DemoMail.Attached> files = new DemoMail(stored(number).getMimeMessage()).files();
        if (file < 0 || file >= files.size()) {
            throw Refused.notFound();
        }
        DemoMail.Attached found = files.get(file);
        boolean opens = OPENED.contains(found.type());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (opens ? ContentDisposition.inline() : ContentDisposition.attachment())
                                .filename(found.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:")
                .contentType(opens ? MediaType.parseMediaType(found.type()) : MediaType.APPLICATION_OCTET_STREAM)
                .body(found.content());
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
                        "issued", DanishTime.DAY_IN_FIGURES.format(time.today()),
                        "due", DanishTime.DAY_IN_FIGURES.format(time.today().plusDays(14)),
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
        return letter(number, stored(number));
    }

    private StoredMessage stored(int number) {
        List<StoredMessage> all = arrived();
        if (number < 0 || number >= all.size()) {
            throw Refused.notFound();
        }
        return all.get(number);
    }

    /** The server keeps a box for everybody; here all of them are one. Nothing is ever taken out of it, so the numbers stay. */
    private List<StoredMessage> arrived() {
        return mailServer.getManagers().getImapHostManager().getAllMessages().stream()
                .sorted(Comparator.comparing(StoredMessage::getReceivedDate))
                .toList();
    }

    private static Letter letter(int number, StoredMessage stored) {
        DemoMail mail = new DemoMail(stored.getMimeMessage());
        return new Letter(
                number,
                new Head(
                        mail.to(),
                        mail.from(),
                        mail.subject(),
                        mail.when(stored.getReceivedDate().toInstant())),
                mail.text(),
                mail.html(),
                mail.files().stream().map(DemoMail.Attached::name).toList(),
                mail.isBroken());
    }
}
