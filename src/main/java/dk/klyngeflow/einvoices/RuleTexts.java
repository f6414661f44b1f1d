package dk.klyngeflow.einvoices;

import com.helger.diagnostics.error.IError;
import com.helger.diagnostics.error.level.EErrorLevel;
import dk.klyngeflow.einvoices.Problem.Severity;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The official rules in Danish. Those that a secretary meets have a sentence of their own in {@code rules.properties}; of the others the
 * form of the official text tells what is wrong ("must contain a value"), and the field is named in Danish.
 */
final class RuleTexts {

    private static final Map<String, String> SENTENCES = DanishTexts.load("rules.properties");
    private static final Pattern CODE =
            Pattern.compile("\\[?([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)\\]?\\s*[-:]?\\s*(.*)", Pattern.DOTALL);

    /** EN 16931's advice on fields it has no use for: no fault, and dozens of them. */
    private static final Pattern NOISE = Pattern.compile("UBL-(?:CR|DT)-\\d+");

    /** Money and VAT: wrong there is wrong; elsewhere it is a matter of form. */
    private static final Pattern MONEY = Pattern.compile(
            "BR-CO-1[0-7]|BR-CO-03|BR-[A-Z]{1,2}-0[89]|BR-1[2-5]|BR-DEC-\\d+|BR-4[5-8]|F-(?:INV|CRN)12[0-9]|F-(?:INV|CRN)13[0-4]|F-LIB38[15]|"
                    + "PEPPOL-EN16931-R(?:05[0-5]|04[0-6]|120)");

    private static final int LONGEST = 400;

    private RuleTexts() {}

    static Optional<Problem> translate(IError error, boolean oioublExtensions) {
        String text = Texts.of(error.getErrorText(Locale.ENGLISH));
        Matcher coded = CODE.matcher(text);
        boolean startsWithCode = coded.matches();
        String code = error.getErrorID() != null ? error.getErrorID() : startsWithCode ? coded.group(1) : "";
        if (code.isEmpty() || NOISE.matcher(code).matches()) {
            return Optional.empty();
        }
        String official = startsWithCode ? coded.group(2) : text;
        String where = Where.of(error.getErrorFieldName());
        return Optional.of(new Problem(
                code,
                severity(error, code),
                sentence(code, official),
                where,
                official.length() > LONGEST ? official.substring(0, LONGEST) + "…" : official));
    }

    private static Severity severity(IError error, String code) {
        if (!error.getErrorLevel().isGE(EErrorLevel.ERROR)) {
            return Severity.INFO;
        }
        return MONEY.matcher(code).matches() ? Severity.ERROR : Severity.WARNING;
    }

    static String sentence(String code, String official) {
        String own = SENTENCES.get(code);
        if (own != null) {
            return own;
        }
        // the same rule holds for each VAT category: BR-S-08, BR-AE-08 …
        Matcher category =
                Pattern.compile("BR-(S|Z|E|AE|IC|G|O|AF|AG|IG|IP|B)-(\\d\\d)").matcher(code);
        if (category.matches()) {
            String general = SENTENCES.get("BR-*-" + category.group(2));
            if (general != null) {
                return general + " (momskategori " + category.group(1) + ")";
            }
        }
        return RulePatterns.danish(official).orElse("Fakturaen overtræder den officielle regel " + code + ".");
    }
}
