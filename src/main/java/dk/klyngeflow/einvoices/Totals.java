package dk.klyngeflow.einvoices;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a document, in its currency and with its signs.
 *
 * @param lineTotal sum of the lines
 * @param taxExclusive lines less allowances plus charges
 * @param vat VAT in the currency of the document
 * @param otherTaxes duties that are no VAT
 * @param rounding what was added to come to an even amount
 * @param taxCurrency the currency the VAT is also stated in, null when it is not
 */
public record Totals(
        BigDecimal lineTotal,
        BigDecimal allowances,
        BigDecimal charges,
        BigDecimal taxExclusive,
        BigDecimal vat,
        BigDecimal otherTaxes,
        BigDecimal taxInclusive,
        BigDecimal prepaid,
        BigDecimal rounding,
        BigDecimal payable,
        @Nullable String taxCurrency,
        @Nullable BigDecimal vatInTaxCurrency) {}
