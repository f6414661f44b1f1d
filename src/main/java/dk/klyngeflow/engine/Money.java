package dk.klyngeflow.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of money are a {@code long} in øre; this is how Danes write and read them. */
public final class Money {

    static final long LARGEST = 99_999_999_999L;
    private static final Pattern DANISH =
            Pattern.compile("(-)?(?:(\\d{1,3}(?:\\.\\d{3})+)|(\\d{1,12}))(?:,(\\d{2}|-))?");
    private static final Pattern CURRENCY = Pattern.compile("(?i)^(?:kr\\.?|dkk)\\s*|\\s*(?:kr\\.?|dkk)$");

    private Money() {}

    /** 123450 becomes {@code 1.234,50}; negative amounts get a plain hyphen in front. */
    public static String format(long oere) {
        return format(oere, 2);
    }

    private static String format(long minor, int decimals) {
        String digits = Long.toString(Math.absExact(minor));
        String padded = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
        String kroner = padded.substring(0, padded.length() - decimals);
        StringBuilder text = new StringBuilder(minor < 0 ? "-" : "");
        for (int i = 0; i < kroner.length(); i++) {
            if (i > 0 && (kroner.length() - i) % 3 == 0) {
                text.append('.');
            }
            text.append(kroner.charAt(i));
        }
        return decimals == 0
                ? text.toString()
                : text.append(',').append(padded.substring(kroner.length())).toString();
    }

    /** 123450 becomes {@code 1.234,50 kr.} with a blank that does not break. */
    public static String kroner(long oere) {
        return format(oere) + "\u00a0kr.";
    }

    /** 123450 and EUR become {@code 1.234,50 EUR}, 5000 and JPY {@code 5.000 JPY}; kroner are written as {@link #kroner}. */
    public static String format(long minor, String currency) {
        return currency.equals("DKK") ? kroner(minor) : format(minor, decimals(currency)) + "\u00a0" + currency;
    }

    /**
     * Reads what a Dane typed: {@code 1.234,50}, {@code 1234,50}, {@code 1234}, {@code 1.234}, {@code 12,-}, with or without kr. A full
     * stop only groups thousands, since {@code 1.50} could be one krone fifty as well as a slip of the finger.
     *
     * @return øre
     * @throws FormRefused with a Danish sentence when the amount is missing or could be read in two ways
     */
    public static long parse(String typed) {
        String text = typed.replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\u2212', '-')
                .strip();
        text = CURRENCY.matcher(text).replaceAll("").strip();
        if (text.isEmpty()) {
            throw new FormRefused("Skriv et beløb, for eksempel 1.234,50.");
        }
        Matcher matcher = DANISH.matcher(text);
        if (!matcher.matches()) {
            throw new FormRefused(whatIsWrong(text));
        }
        String grouped = matcher.group(2);
        String kroner = grouped == null ? matcher.group(3) : grouped.replace(".", "");
        String oere = matcher.group(4);
        long amount = Math.addExact(
                Math.multiplyExact(Long.parseLong(kroner), 100L),
                oere == null || oere.equals("-") ? 0 : Long.parseLong(oere));
        if (amount > LARGEST) {
            throw new FormRefused("Beløbet er for stort. Det største er " + format(LARGEST) + " kr.");
        }
        return matcher.group(1) == null ? amount : -amount;
    }

    /** As {@link #parse}, and refuses zero and negative amounts. */
    public static long parsePositive(String typed) {
        long oere = parse(typed);
        if (oere <= 0) {
            throw new FormRefused("Beløbet skal være større end 0,00 kr.");
        }
        return oere;
    }

    /** 1234.5 becomes 123450. @throws ArithmeticException when there is a fraction of an øre or the number is too large */
    public static long ofDecimal(BigDecimal kroner) {
        return kroner.movePointRight(2).longValueExact();
    }

    /** A rate in øre for so many parts of a whole, such as 20 minutes of 60, to the nearest øre. */
    public static long times(long rateOere, long parts, long whole) {
        return BigDecimal.valueOf(rateOere)
                .multiply(BigDecimal.valueOf(parts))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** 123450 becomes 1234.50, always with two decimals. */
    public static BigDecimal toDecimal(long oere) {
        return BigDecimal.valueOf(oere, 2);
    }

    /** Decimals of the currency's smallest unit: 2 for kroner, and when the currency is unknown. */
    public static int decimals(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return 2;
        }
    }

    private static String whatIsWrong(String text) {
        if (text.matches("-?\\d+\\.\\d{1,2}")) {
            return "„" + text + "“ er skrevet med punktum. Skriv ørerne efter et komma, for eksempel "
                    + text.replace('.', ',') + (text.matches(".*\\.\\d") ? "0." : ".");
        }
        if (text.matches("-?[\\d.]+,(\\d|\\d{3,})?")) {
            return "„" + text + "“ har ikke to cifre efter kommaet. Skriv for eksempel 1.234,50.";
        }
        return "„" + shortened(text) + "“ er ikke et beløb. Skriv det med komma før ørerne, for eksempel 1.234,50.";
    }

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}
