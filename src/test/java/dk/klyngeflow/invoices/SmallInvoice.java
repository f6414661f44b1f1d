package dk.klyngeflow.invoices;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Makes as many different real invoices as a test wants: a sample with a number of its own. */
final class SmallInvoice {

    static final String SAMPLE = "oioubl3-invoice.xml";

    /** Of this year and with a company number that can be: nothing about it is unusual. */
    private static final String TEXT = new String(InvoiceStory.sample(SAMPLE), StandardCharsets.UTF_8)
            .replace("16356706", "99887796")
            .replace("2024-", "2026-");

    private SmallInvoice() {}

    static byte[] numbered(String number) {
        return TEXT.replace("<cbc:ID>202400095678</cbc:ID>", "<cbc:ID>" + number + "</cbc:ID>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Of that day, to be paid within a month. */
    static byte[] issued(String number, LocalDate day) {
        return new String(numbered(number), StandardCharsets.UTF_8)
                .replace("2026-05-25", day.plusDays(30).toString())
                .replace("2026-05-20", day.toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] with(String number, String old, String replacement) {
        String text = new String(numbered(number), StandardCharsets.UTF_8);
        if (!text.contains(old)) {
            throw new IllegalArgumentException("the sample has no " + old);
        }
        return text.replace(old, replacement).getBytes(StandardCharsets.UTF_8);
    }
}
