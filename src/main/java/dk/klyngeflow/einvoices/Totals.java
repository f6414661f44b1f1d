package dk.klyngeflow.einvoices;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a document, in its currency and with its signs.
 *
 * @param rounding what was added to come to an even amount
 */
public record Totals(
        Net net, Taxes taxes, BigDecimal taxInclusive, BigDecimal prepaid, BigDecimal rounding, BigDecimal payable) {

    /**
     * Before taxes.
     *
     * @param lineTotal sum of the lines
     * @param taxExclusive lines less allowances plus charges
     */
    public record Net(BigDecimal lineTotal, BigDecimal allowances, BigDecimal charges, BigDecimal taxExclusive) {}

    /**
     * @param vat VAT in the currency of the document
     * @param otherTaxes duties that are no VAT
     * @param taxCurrency the currency the VAT is also stated in, null when it is not
     */
    public record Taxes(
            BigDecimal vat,
            BigDecimal otherTaxes,
            @Nullable String taxCurrency,
            @Nullable BigDecimal vatInTaxCurrency) {}

    public BigDecimal lineTotal() {
        return net.lineTotal();
    }

    public BigDecimal allowances() {
        return net.allowances();
    }

    public BigDecimal charges() {
        return net.charges();
    }

    public BigDecimal taxExclusive() {
        return net.taxExclusive();
    }

    public BigDecimal vat() {
        return taxes.vat();
    }

    public BigDecimal otherTaxes() {
        return taxes.otherTaxes();
    }

    public @Nullable String taxCurrency() {
        return taxes.taxCurrency();
    }

    public @Nullable BigDecimal vatInTaxCurrency() {
        return taxes.vatInTaxCurrency();
    }
}
