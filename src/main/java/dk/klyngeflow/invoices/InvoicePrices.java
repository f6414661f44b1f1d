package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bookings.AgreedPrices;
import dk.klyngeflow.bookings.AgreedPrices.AgreedPrice;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Money;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds an invoice against the price that was agreed when the supplier was booked. A difference warns; it stops nothing. */
@Component
class InvoicePrices {

    private static final DateTimeFormatter DAY = DanishTime.DAY_IN_FIGURES;

    private final AgreedPrices prices;

    InvoicePrices(AgreedPrices prices) {
        this.prices = prices;
    }

    /**
     * @param fits the sentence when the amount is as agreed; null otherwise
     * @param differs the sentence when it is not
     */
    record Agreed(@Nullable String fits, @Nullable String differs) {}

    /** Empty for claims and credit notes, and when nothing was agreed with this supplier. */
    Optional<Agreed> agreed(Invoice invoice) {
        if (invoice.isClaim()
                || invoice.kind().equals(Invoice.CREDIT_NOTE)
                || !invoice.currency().equals("DKK")) {
            return Optional.empty();
        }
        LocalDate issued =
                invoice.issueDate() == null ? CopenhagenTime.dayOf(invoice.receivedAt()) : invoice.issueDate();
        long amount = invoice.payableMinor();
        return prices.expected(
                        invoice.clusterId(),
                        invoice.supplierCvr(),
                        invoice.supplierName(),
                        invoice.supplierMail(),
                        amount,
                        issued)
                .map(price -> compared(price, amount));
    }

    private static Agreed compared(AgreedPrice price, long amount) {
        String agreed = "Aftalt pris %s (møde %s: %s)."
                .formatted(Money.kroner(price.oere()), DAY.format(price.day()), price.title());
        if (price.oere() == amount) {
            return new Agreed(agreed + " Fakturaen passer med den.", null);
        }
        String more = amount > price.oere() ? " mere." : " mindre.";
        return new Agreed(null, agreed + " Fakturaen er på " + Money.kroner(Math.abs(amount - price.oere())) + more);
    }
}
