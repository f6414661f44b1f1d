package dk.klyngeflow.einvoices;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of the VAT specification, or a duty.
 *
 * @param category UNCL 5305 code (S, Z, E, AE, K, G, O …), whatever name the format has for it
 * @param percent null when the category has none
 * @param isVat false for duties such as those on energy
 * @param reason why there is no VAT, may be empty
 */
public record VatLine(
        String category,
        @Nullable BigDecimal percent,
        BigDecimal taxable,
        BigDecimal tax,
        boolean isVat,
        String scheme,
        String reason) {}
