package dk.klyngeflow.einvoices;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A discount or a fee on the whole document; the amount has the sign of the document. */
public record AllowanceCharge(
        boolean isCharge,
        String reason,
        BigDecimal amount,
        String vatCategory,
        @Nullable BigDecimal vatPercent) {}
