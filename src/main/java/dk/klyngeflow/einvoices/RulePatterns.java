package dk.klyngeflow.einvoices;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms that the several hundred official sentences have. */
final class RulePatterns {

    private record Form(Pattern official, Function<MatchResult, String> danish) {}

    private static final List<Form> FORMS = List.of(
            form(
                    "(?:Invalid )?(?:TaxScheme/)?([\\w/.\\\\]+)\\.? Must contain a value.*",
                    m -> field(m, 1) + " skal udfyldes."),
            form("([\\w/:.]+) must contain a value.*", m -> field(m, 1) + " skal udfyldes."),
            form(
                    "Invalid ([\\w/.\\\\]+): '(.*?)'\\. Must be a value from.*",
                    m -> field(m, 1) + " har værdien „" + m.group(2).strip() + "“, som ikke er på listen."),
            form(
                    "Invalid ([\\w/.\\\\]+)\\.? Must be (?:a value from|either|'|of this form).*",
                    m -> field(m, 1) + " har en værdi, der ikke er tilladt."),
            form(
                    "Invalid ([\\w/.\\\\]+)\\s*\\.? Must have (?:at least )?2 decimals.*",
                    m -> field(m, 1) + " skal have to decimaler."),
            form(
                    "Invalid ([\\w/.\\\\]+)\\s*\\.? Must not be negative or zero.*",
                    m -> field(m, 1) + " skal være større end nul."),
            form("Invalid ([\\w/.\\\\]+)\\s*\\.? Must not be negative.*", m -> field(m, 1) + " må ikke være negativ."),
            form("Invalid ([\\w/.\\\\]+)\\s*\\.? Must not be zero.*", m -> field(m, 1) + " må ikke være nul."),
            form(
                    "schemeID = ([\\w:]+), (\\w+) must be a valid (\\w+) number.*",
                    m -> field(m, 2) + " er ikke et gyldigt " + m.group(3) + "-nummer."),
            form("(?:One|Exactly one) (\\w+) (?:class|element) must be present.*", m -> field(m, 1) + " mangler."),
            form("(?:One or more )?(\\w+) class(?:es)? must be present.*", m -> field(m, 1) + " mangler."),
            form("([\\w/:.]+) is mandatory.*", m -> field(m, 1) + " mangler."),
            form("([\\w/]+) (?:class|element) must be excluded.*", m -> field(m, 1) + " må ikke være med."),
            form(
                    "No more than one ([\\w/]+) (?:class|element) may be present.*",
                    m -> field(m, 1) + " må kun være der én gang."),
            form(
                    "Use either (\\w+) or (\\w+).*",
                    m -> "Brug enten " + name(m.group(1)) + " eller " + name(m.group(2)) + ", ikke begge."),
            form(
                    "The sum of .* must equal ([\\w/]+).*",
                    m -> "Summen passer ikke med feltet " + name(m.group(1)) + "."),
            form("([\\w/]+) is calculated incorrectly.*", m -> field(m, 1) + " er regnet forkert."),
            form(
                    "PaymentMeansCode = (\\d+), (.*)",
                    m -> "Betalingsoplysningerne er ikke som de skal være for betalingsmåde " + m.group(1) + "."),
            form(
                    "When PaymentMeansCode is '(\\d+)'.*",
                    m -> "Betalingsoplysningerne er ikke som de skal være for betalingsmåde " + m.group(1) + "."),
            form(
                    "Invoice line '\\s*(.*?)\\s*' with lineExtensionAmount.*",
                    m -> "Fakturalinje " + m.group(1).strip() + ": beløbet er ikke antal gange pris."),
            form(
                    ".* where the currencyID does not equal the (\\w+).*",
                    m -> "Et beløb er i en anden valuta end fakturaens."),
            form("Multilanguage error.*", m -> "Den samme tekst er gentaget på samme sprog."),
            form("Invalid ([\\w/.\\\\]+).*", m -> field(m, 1) + " har en værdi, der ikke er tilladt."),
            form(
                    "(?:An? |Each |The )?(.*?) (?:shall|MUST|must) (?:have|contain|include) (?:an? |the )?(.*?)\\s*(\\(B[TG]-\\d+\\)).*",
                    m -> "Der mangler en oplysning på fakturaen " + m.group(3) + "."),
            form(
                    ".*(?:MUST|must) be (?:provided|present|used|stated).*",
                    m -> "Der mangler en oplysning på fakturaen."));

    private RulePatterns() {}

    static Optional<String> danish(String official) {
        for (Form form : FORMS) {
            Matcher m = form.official.matcher(official);
            if (m.matches()) {
                return Optional.of(form.danish.apply(m));
            }
        }
        return Optional.empty();
    }

    private static Form form(String official, Function<MatchResult, String> danish) {
        return new Form(Pattern.compile(official, Pattern.DOTALL), danish);
    }

    private static String field(MatchResult m, int group) {
        return "Feltet " + name(m.group(group));
    }

    /** The last part of "Invoice/OrderReference/ID" that has a Danish name, with what it belongs to. */
    private static String name(String path) {
        String[] parts = path.replace("cbc:", "").replace("cac:", "").split("[/\\\\.]");
        String last = parts[parts.length - 1];
        if (parts.length > 1 && (last.equals("ID") || last.equals("Name") || last.equals("Percent"))) {
            return Elements.danish(last) + " under " + Elements.danish(parts[parts.length - 2]);
        }
        return Elements.danish(last);
    }
}
