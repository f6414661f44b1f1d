package dk.klyngeflow.einvoices;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice or credit note.
 *
 * @param unit the unit in Danish, or its code when we have no word for it
 * @param net the amount of the line without VAT, null when it is missing
 * @param freeOfCharge OIOUBL may state an amount that is not to be paid
 * @param vatPercent null when the line does not say
 */
public record InvoiceLine(
        String id,
        String name,
        String description,
        @Nullable BigDecimal quantity,
        String unit,
        @Nullable BigDecimal unitPrice,
        @Nullable BigDecimal baseQuantity,
        BigDecimal allowances,
        BigDecimal charges,
        @Nullable BigDecimal net,
        boolean freeOfCharge,
        String vatCategory,
        @Nullable BigDecimal vatPercent,
        String sellersItem,
        String note) {}
