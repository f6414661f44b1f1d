package dk.klyngeflow.demo;

import dk.klyngeflow.engine.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * An electronic invoice (Peppol BIS 3) to Nordklyngen from a supplier who does not exist.
 *
 * @param cvr valid in form, not real
 * @param netOere øre without VAT, a multiple of 4 so that 25 % comes out even
 */
record DemoInvoice(
        String supplier,
        String cvr,
        String mail,
        String account,
        String number,
        LocalDate issued,
        String what,
        long netOere) {

    long grossOere() {
        return netOere + netOere / 4;
    }

    byte[] xml() {
        try (InputStream in = DemoInvoice.class.getResourceAsStream("/demo/faktura.xml")) {
            if (in == null) {
                throw new IllegalStateException("the demo's invoice is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@NUMBER@", number)
                    .replace("@ISSUED@", issued.toString())
                    .replace("@DUE@", issued.plusDays(30).toString())
                    .replace("@CVR@", cvr)
                    .replace("@SUPPLIER@", supplier)
                    .replace("@MAIL@", mail)
                    .replace("@ACCOUNT@", account)
                    .replace("@WHAT@", what)
                    .replace("@NET@", Money.toDecimal(netOere).toPlainString())
                    .replace("@VAT@", Money.toDecimal(netOere / 4).toPlainString())
                    .replace("@GROSS@", Money.toDecimal(grossOere()).toPlainString())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DemoInvoice catering(String number, LocalDate issued, long netOere) {
        return new DemoInvoice(
                "Strandkøkkenet Catering ApS",
                "99776609",
                "regnskab@strandkoekkenet.example",
                "0004711001",
                number,
                issued,
                "Forplejning til klyngemøde, 21 personer",
                netOere);
    }

    static DemoInvoice room(String number, LocalDate issued, long netOere) {
        return new DemoInvoice(
                "Mødested Fyrtårnet",
                "99001127",
                "booking@fyrtaarnet.example",
                "0008800112",
                number,
                issued,
                "Leje af mødelokale, én aften",
                netOere);
    }

    static DemoInvoice course(String number, LocalDate issued, long netOere) {
        return new DemoInvoice(
                "Kursushuset Brisen A/S",
                "99112239",
                "faktura@brisen.example",
                "0003344556",
                number,
                issued,
                "Kursus i samtaleteknik for klyngens læger",
                netOere);
    }
}
