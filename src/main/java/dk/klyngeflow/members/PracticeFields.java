package dk.klyngeflow.members;

import dk.klyngeflow.engine.FormFields;
import org.jspecify.annotations.Nullable;

/** What anybody types of a practice on an open page. */
public final class PracticeFields {

    private PracticeFields() {}

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
}
