package dk.klyngeflow.einvoices;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice or credit note.
 *
 * @param vatPercent null when the line does not say
 */
public record InvoiceLine(
        String id,
        Item item,
        Count count,
        Amount amount,
        String vatCategory,
        @Nullable BigDecimal vatPercent) {

    /** What was sold. */
    public record Item(String name, String description, String sellersItem, String note) {}

    /**
     * How much of it, and the price of one.
     *
     * @param unit the unit in Danish, or its code when we have no word for it
     */
    public record Count(
            @Nullable BigDecimal quantity,
            String unit,
            @Nullable BigDecimal unitPrice,
            @Nullable BigDecimal baseQuantity) {}

    /**
     * What it comes to.
     *
     * @param net the amount of the line without VAT, null when it is missing
     * @param freeOfCharge OIOUBL may state an amount that is not to be paid
     */
    public record Amount(
            BigDecimal allowances,
            BigDecimal charges,
            @Nullable BigDecimal net,
            boolean freeOfCharge) {}

    public String name() {
        return item.name();
    }

    public String description() {
        return item.description();
    }

    public String sellersItem() {
        return item.sellersItem();
    }

    public String note() {
        return item.note();
    }

    public @Nullable BigDecimal quantity() {
        return count.quantity();
    }

    public String unit() {
        return count.unit();
    }

    public @Nullable BigDecimal unitPrice() {
        return count.unitPrice();
    }

    public @Nullable BigDecimal baseQuantity() {
        return count.baseQuantity();
    }

    public BigDecimal allowances() {
        return amount.allowances();
    }

    public BigDecimal charges() {
        return amount.charges();
    }

    public @Nullable BigDecimal net() {
        return amount.net();
    }

    public boolean freeOfCharge() {
        return amount.freeOfCharge();
    }
}
