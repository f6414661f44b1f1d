package dk.klyngeflow.figuretables;

import dk.klyngeflow.engine.CprNumbers;
import dk.klyngeflow.figuretables.TableGrid.Style;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How people write provider numbers, counts and shares in a cell. */
public final class CellText {

    private static final int LONGEST = 200;
    private static final Pattern MISSING = Pattern.compile("|\\.{1,3}|n/?a|i\\.? ?t\\.?|null|mangler");
    private static final Pattern HIDDEN = Pattern.compile(
            "(&lt;|<) ?=? ?\\d{1,2}|[1-9] ?[-–] ?\\d{1,2}|\\*+|[-–—]|(under|færre end|mindre end) \\d{1,2}|diskretion.*|skjult");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,9}");
    private static final Pattern SPACED = Pattern.compile("\\d{1,3}( \\d{3}){1,2}");
    private static final Pattern POINTED = Pattern.compile("\\d{1,3}(\\.\\d{3}){1,2}");
    private static final Pattern COMMAED = Pattern.compile("\\d{1,3}(,\\d{3}){1,2}");
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,9})[.,]0{1,2}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}([.,]\\d{1,15})?");
    private static final Pattern KEPT_FORMULA = Pattern.compile("=\"([^\"]*)\"");
    /** What a number with decimals is, and no date in front of four digits. */
    private static final Pattern NO_DATE = Pattern.compile("-?\\d{1,5}[.,]\\d+ ?%?");

    private static final Pattern NINE_DIGITS = Pattern.compile("(?<![\\d.,])\\d{9}(?![\\d.,])");

    private CellText() {}

    /** Blanks are one, and none stand around it. */
    public static String plain(String cell) {
        return cell.replaceAll("[\\s\\u00a0\\u202f\\ufeff]+", " ").strip();
    }

    static boolean isLikeCpr(String cell) {
        if (NO_DATE.matcher(cell).matches()) {
            return false;
        }
        // a spreadsheet takes the nought away in front
        return CprNumbers.isLikeIn(cell)
                || NINE_DIGITS.matcher(cell).results().anyMatch(nine -> CprNumbers.isLikeIn("0" + nine.group()));
    }

    /** What no cell may be; empty when it is none of that. */
    public static Optional<String> objectionTo(String cell) {
        if (cell.length() > LONGEST) {
            return Optional.of("cellen er for lang; højst " + LONGEST + " tegn.");
        }
        if (cell.chars().anyMatch(each -> each < ' ' || each == 0x7f)) {
            return Optional.of("cellen har tegn, der ikke kan vises. Skriv den om.");
        }
        if (cell.startsWith("#FEJL") || cell.matches("#[\\p{Lu}/]{2,8}[\\d/]*[!?]?")) {
            return Optional.of("cellen viser en fejl i regnearket. Ret formlen.");
        }
        boolean isFormula = !cell.isEmpty() && "=+@".indexOf(cell.charAt(0)) >= 0;
        return isFormula && !KEPT_FORMULA.matcher(cell).matches()
                ? Optional.of("cellen er en formel. Skriv værdien i stedet.")
                : Optional.empty();
    }

    static boolean isMissing(String cell) {
        return MISSING.matcher(cell.toLowerCase(Locale.ROOT)).matches();
    }

    /** So small that whoever made the table did not show it. */
    static boolean isHidden(String cell) {
        return HIDDEN.matcher(cell.toLowerCase(Locale.ROOT)).matches();
    }

    /** The digits of a provider number as it is meant: without apostrophe, formula and blanks. */
    static String provider(String cell) {
        var formula = KEPT_FORMULA.matcher(cell);
        String bare = formula.matches() ? formula.group(1) : cell;
        return bare.replaceFirst("^['’]", "").replace(" ", "");
    }

    /** True for what looks like a figure, right or wrong. */
    static boolean isFigure(String cell) {
        return !cell.isEmpty() && (cell.matches("[-+]?[\\d., ]+(e[+-]?\\d+)? ?%?") || isHidden(cell));
    }

    static Optional<Long> count(String cell, Style style) {
        var whole = WHOLE.matcher(cell);
        boolean isGrouped = SPACED.matcher(cell).matches()
                || (style == Style.DANISH ? POINTED : COMMAED).matcher(cell).matches();
        if (PLAIN.matcher(cell).matches()) {
            return Optional.of(Long.valueOf(cell));
        }
        if (isGrouped) {
            return Optional.of(Long.valueOf(cell.replaceAll("[ .,]", "")));
        }
        return whole.matches() ? Optional.of(Long.valueOf(whole.group(1))) : Optional.empty();
    }

    /** @param isPercent whether it says so itself */
    record Share(BigDecimal value, boolean isPercent) {}

    static Optional<Share> share(String cell) {
        boolean isPercent = cell.endsWith("%");
        String number = isPercent ? cell.substring(0, cell.length() - 1).strip() : cell;
        return DECIMAL.matcher(number).matches()
                ? Optional.of(new Share(new BigDecimal(number.replace(',', '.')), isPercent))
                : Optional.empty();
    }

    /** A derived figure such as services per 1,000, which may have points between thousands. */
    static Optional<BigDecimal> decimal(String cell, Style style) {
        String number = style == Style.DANISH && cell.contains(",") ? cell.replace(".", "") : cell;
        return DECIMAL.matcher(number).matches()
                ? Optional.of(new BigDecimal(number.replace(',', '.')))
                : Optional.empty();
    }
}
