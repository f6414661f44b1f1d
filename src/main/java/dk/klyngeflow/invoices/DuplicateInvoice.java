package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormRefused;
import java.util.Locale;

/** The invoice is here already. */
class DuplicateInvoice extends FormRefused {

    private final transient Invoice first;

    DuplicateInvoice(Invoice first) {
        this("Dette bilag er allerede modtaget den " + which(first) + ". Det er ikke taget ind igen.", first);
    }

    private DuplicateInvoice(String message, Invoice first) {
        super(message);
        this.first = first;
    }

    static DuplicateInvoice ofClaim(Invoice first) {
        return new DuplicateInvoice(
                "Det har du allerede sendt den " + which(first)
                        + ". Det er ikke sendt igen. Er det noget andet, så skriv det, så man kan se forskel.",
                first);
    }

    static DuplicateInvoice ofReceipt(Invoice first) {
        return new DuplicateInvoice(
                "Kvitteringen er allerede brugt: den er modtaget den " + which(first)
                        + ". Det er ikke sendt igen. Er der flere udgifter på den, så træk det første tilbage, og send dem samlet.",
                first);
    }

    /** The supplier of a claim is a person: her name is for those who may see the claim. */
    private static String which(Invoice first) {
        String what = first.isClaim()
                ? first.kindLabel()
                : first.supplierName() + (first.number().isBlank() ? "" : ", nr. " + first.number());
        return DanishTime.DAY_IN_FIGURES.format(CopenhagenTime.dayOf(first.receivedAt())) + " som " + first.id() + " ("
                + (what.isBlank() ? "" : what + ", ") + first.amountLabel() + ", "
                + first.status().danish().toLowerCase(Locale.ROOT) + ")";
    }

    Invoice first() {
        return first;
    }
}
