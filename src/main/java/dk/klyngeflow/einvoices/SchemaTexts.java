package dk.klyngeflow.einvoices;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXParseException;

/** What the schema validator says, in Danish. */
final class SchemaTexts {

    private static final int LONGEST = 300;
    private static final Pattern QUOTED = Pattern.compile("'(?:\\{?\"?[^'\"{}]*\"?:)?([^'{}:]*)\\}?'");

    private SchemaTexts() {}

    static Problem translate(SAXParseException e, @Nullable Element element) {
        String text = Texts.of(e.getMessage());
        String code = text.contains(":") ? text.substring(0, text.indexOf(':')) : "";
        String field = element == null ? "Feltet" : "Feltet " + Elements.danish(element.getLocalName());
        Matcher quoted = QUOTED.matcher(text);
        String named = quoted.find() ? quoted.group(1) : "";
        String message = message(code, field, named, element);
        int line = XmlDocument.line(element);
        String where = element == null ? "" : Where.of(element);
        return new Problem(
                code.startsWith("cvc-") ? "XSD-" + code.substring(4) : "XSD",
                Problem.Severity.ERROR,
                message,
                line == 0 ? where : where.isEmpty() ? "linje " + line : where + " (linje " + line + ")",
                text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }

    private static String message(String code, String field, String named, @Nullable Element element) {
        return switch (code) {
            case "cvc-complex-type.2.4.a",
                    "cvc-complex-type.2.4.d",
                    "cvc-complex-type.2.4.f",
                    "cvc-complex-type.2.4.e" ->
                "Feltet " + Elements.danish(named) + " står et forkert sted eller må ikke være der.";
            case "cvc-complex-type.2.4.b" ->
                "Der mangler noget i " + Elements.danish(element == null ? "" : element.getLocalName()) + ".";
            case "cvc-complex-type.2.4.c", "cvc-elt.1", "cvc-elt.1.a" ->
                "Feltet " + Elements.danish(named) + " kendes ikke.";
            case "cvc-datatype-valid.1.2.1", "cvc-datatype-valid.1.2.3" ->
                field + " har en værdi, der ikke er gyldig: „" + shorten(named) + "“.";
            case "cvc-complex-type.4" -> field + " mangler oplysningen " + named + ".";
            case "cvc-complex-type.3.2.2" -> field + " har oplysningen " + named + ", som ikke må være der.";
            case "cvc-enumeration-valid" -> field + " har værdien „" + shorten(named) + "“, som ikke er på listen.";
            case "cvc-minLength-valid", "cvc-length-valid", "cvc-maxLength-valid", "cvc-pattern-valid" ->
                field + " har en værdi, der ikke har den rette form.";
            case "cvc-complex-type.2.3", "cvc-complex-type.2.2", "cvc-type.3.1.2", "cvc-type.3.1.1" ->
                field + " har et indhold, der ikke må være der.";
            default -> field + " følger ikke skemaet for UBL.";
        };
    }

    private static String shorten(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "…" : value;
    }
}
