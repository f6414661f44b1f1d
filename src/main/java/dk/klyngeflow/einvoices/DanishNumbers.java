package dk.klyngeflow.einvoices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How Danes write the decimal numbers of an e-invoice, which may have more than two decimals. */
final class DanishNumbers {

    private DanishNumbers() {}

    /** 1.234,50 */
    static String amount(BigDecimal amount) {
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
