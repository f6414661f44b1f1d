package dk.klyngeflow.einvoices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;

/** Amounts: smallest units, and how Danes write them. */
final class Money {

    private Money() {}

    /** In øre, cent, or whole units where the currency has none. */
    static long minor(BigDecimal amount, String currency) {
        return amount.setScale(decimals(currency), RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    static int decimals(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return 2;
        }
    }

    /** 1.234,50 */
    static String danish(BigDecimal amount) {
        return format("#,##0.00####", amount);
    }

    /** 7 · 2,5 */
    static String number(BigDecimal number) {
        return format("#,##0.######", number);
    }

    private static String format(String pattern, BigDecimal number) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setDecimalSeparator(',');
        symbols.setGroupingSeparator('.');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
