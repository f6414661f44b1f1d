package dk.klyngeflow.einvoices;

import org.springframework.stereotype.Component;

/** Reads an electronic invoice from the supplier's file and says in Danish what is wrong with it. */
@Component
public class InvoiceReader {

    /** Never throws for anything that is in the file, fetches nothing, and answers within a bounded time. */
    public Reading read(byte[] content, String fileName) {
        return new Reading.Unreadable("Filen kan ikke læses endnu.");
    }

    /** The file as it may be kept: every CPR number blanked; the same bytes when there is none. */
    public byte[] redact(byte[] content) {
        return content;
    }
}
