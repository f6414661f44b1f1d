package dk.klyngeflow.invoices;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormRefused;

/** The invoice is here already. */
class DuplicateInvoice extends FormRefused {

    private final transient Invoice first;

    DuplicateInvoice(Invoice first) {
        super("Dette bilag er allerede modtaget den "
                + DanishTime.DAY_IN_FIGURES.format(CopenhagenTime.dayOf(first.receivedAt()))
                + " som " + first.id() + " (" + first.supplierName() + ", nr. " + first.number() + ", "
                + first.amountLabel() + ", " + first.status().danish().toLowerCase(java.util.Locale.ROOT)
                + "). Det er ikke taget ind igen.");
        this.first = first;
    }

    Invoice first() {
        return first;
    }
}
