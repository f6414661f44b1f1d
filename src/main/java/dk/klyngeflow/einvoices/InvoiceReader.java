package dk.klyngeflow.einvoices;

import dk.klyngeflow.einvoices.EInvoice.Kind;
import dk.klyngeflow.einvoices.Reading.Read;
import dk.klyngeflow.einvoices.Reading.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/**
 * Reads an electronic invoice from the supplier's file and says in Danish what is wrong with it: whether it can be read at all, the schema,
 * the official rules, the sums, and what a careful bookkeeper would ask about.
 */
@Component
public class InvoiceReader {

    /** Ten megabytes, as for every upload. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private static final int MOST_PROBLEMS = 60;
    private static final Logger LOG = LoggerFactory.getLogger(InvoiceReader.class);

    private final OfficialRules rules;

    InvoiceReader(OfficialRules rules) {
        this.rules = rules;
    }

    /** Never throws for anything that is in the file, fetches nothing, and answers within a bounded time. The file name is for the message only. */
    public Reading read(byte[] content, String fileName) {
        try {
            Parsed parsed = parse(content);
            List<Problem> problems = new ArrayList<>(parsed.problems);
            problems.addAll(rules.check(parsed.invoice.format(), parsed.root, parsed.document));
            return new Read(parsed.invoice, arranged(problems));
        } catch (NotReadable e) {
            return new Unreadable(e.danish());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn(
                    "An electronic invoice of {} bytes could not be read: {}",
                    content.length,
                    e.getClass().getName());
            return new Unreadable(
                    "Filen kan ikke læses som en faktura. Bed leverandøren sende den igen, eller tast den i hånden.");
        }
    }

    /** Everything but the official rules, which take longer; for a preview while the file is still being chosen. */
    public Reading readQuickly(byte[] content) {
        try {
            Parsed parsed = parse(content);
            return new Read(parsed.invoice, arranged(parsed.problems));
        } catch (NotReadable e) {
            return new Unreadable(e.danish());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn(
                    "An electronic invoice of {} bytes could not be read: {}",
                    content.length,
                    e.getClass().getName());
            return new Unreadable(
                    "Filen kan ikke læses som en faktura. Bed leverandøren sende den igen, eller tast den i hånden.");
        }
    }

    /** The file as it may be kept: every CPR number blanked; the same bytes when there is none or it is no text. */
    public byte[] redact(byte[] content) {
        return Redaction.of(content);
    }

    /** @param root what the file calls itself, whatever its type code says: the rules are those of the root */
    private record Parsed(EInvoice invoice, Kind root, Document document, List<Problem> problems) {}

    private static Parsed parse(byte[] content) throws NotReadable {
        sniff(content);
        XmlText text = XmlText.of(content);
        Document document = XmlDocument.parse(text.text());
        Kind kind = UblKind.of(document.getDocumentElement());
        BlankedNumbers cpr = BlankedNumbers.blankIn(document);
        List<Problem> problems = new ArrayList<>(Numbers.blankHuge(document));
        if (!text.asDeclared()) {
            problems.add(Problem.warning(
                    "ENCODING", "", "Filen er skrevet i et andet tegnsæt, end den siger. Kontrollér æ, ø og å."));
        }
        if (cpr.inText()) {
            problems.add(Problem.warning(
                    "CPR_IN_TEXT",
                    "",
                    "Fakturaen indeholdt noget, der ligner et CPR-nummer. Det er slettet fra filen og gemmes ikke."));
        }
        problems.addAll(SchemaCheck.check(kind, document));
        UblDocument ubl = UblDocument.of(kind, document);
        EInvoice invoice = InvoiceMapping.map(ubl, cpr.identifiesSupplier());
        problems.addAll(Arithmetic.check(invoice, TotalsRead.statedTax(ubl, invoice.currency())));
        problems.addAll(Doubts.about(invoice));
        problems.addAll(DocumentType.of(kind, ubl.heading().typeCode())
                .problems(kind, ubl.heading().typeCode(), invoice.payable().signum() < 0));
        return new Parsed(invoice, kind, document, problems);
    }

    /** Says what a file is that is no XML, before a parser complains about it in riddles. */
    private static void sniff(byte[] content) throws NotReadable {
        if (content.length == 0) {
            throw new NotReadable("Filen er tom.");
        }
        if (content.length > MAX_BYTES) {
            throw new NotReadable(
                    "Filen er større end 10 MB og læses ikke. Bed leverandøren sende den uden store bilag.");
        }
        String head = new String(content, 0, Math.min(content.length, 64), StandardCharsets.ISO_8859_1);
        if (head.startsWith("%PDF")) {
            throw new NotReadable("Det er en PDF og ikke en e-faktura. Tast oplysningerne fra den.");
        }
        if (head.startsWith("PK\u0003\u0004")) {
            throw new NotReadable(
                    "Det er en ZIP- eller Office-fil og ikke en e-faktura. Pak den ud, eller gem den som PDF.");
        }
        if (head.chars().noneMatch(c -> c == '<')) {
            throw new NotReadable("Filen er ikke en e-faktura (XML).");
        }
    }

    private static List<Problem> arranged(List<Problem> problems) {
        return problems.stream()
                .distinct()
                .sorted(Problem.GRAVEST_FIRST)
                .limit(MOST_PROBLEMS)
                .toList();
    }
}
