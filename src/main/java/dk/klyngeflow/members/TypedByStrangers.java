package dk.klyngeflow.members;

import dk.klyngeflow.engine.FormFields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what anybody may type on an open page, and what is later shown or mailed to others in our name. */
public final class TypedByStrangers {

    /** A field that people do not see: whoever fills it in is a machine. */
    public static final String TRAP = "hjemmeside";

    /** Names are of letters; what looks like an address on the web is not sent to strangers in our name. */
    private static final Pattern LIKE_NAME = Pattern.compile("[\\p{L}\\p{N}\\p{M} .,'’&/()-]+");

    private static final Pattern LIKE_ADDRESS =
            Pattern.compile("(?i)www|https?|\\.\\p{L}{2,}|//", Pattern.UNICODE_CHARACTER_CLASS);

    private static final int LONGEST = 300;

    private TypedByStrangers() {}

    public static String name(FormFields fields, String field, String label, int longest) {
        String text = fields.text(field, label, longest);
        if (text.isEmpty()) {
            fields.required(field, label);
        } else if (!LIKE_NAME.matcher(text).matches()
                || LIKE_ADDRESS.matcher(text).find()) {
            fields.wrong(label + " må kun have bogstaver, tal og almindelige tegn, og ingen webadresse.");
        }
        return text;
    }

    public static String providerNumber(FormFields fields, String field) {
        String number = ProviderNumbers.bare(fields.text(field, "Ydernummeret"));
        ProviderNumbers.objectionTo(number)
                .ifPresent(wrong -> fields.wrong(wrong.replaceFirst("^ydernummeret", "Ydernummeret")));
        return number;
    }

    /** @return null when nothing is typed */
    public static @Nullable Integer patients(FormFields fields, String field) {
        String patients = fields.text(field, "Antal patienter").replaceAll("[.\\s\\u00a0]", "");
        if (!patients.matches("\\d{0,6}")) {
            fields.wrong("Skriv antal patienter som et helt tal, eller lad feltet stå tomt.");
            return null;
        }
        return patients.isEmpty() ? null : Integer.valueOf(patients);
    }

    public static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
