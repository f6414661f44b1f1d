package dk.klyngeflow.bankstatements;

import dk.klyngeflow.engine.CprNumbers;
import dk.klyngeflow.security.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a file as what it is, or refuses it in Danish with what to do; keeps nothing. */
final class StatementReader {

    static final String CAMT = "camt.053";

    private StatementReader() {}

    /** @param profile as a person chose it, else null or empty */
    static ReadFile read(byte[] file, @Nullable String profile) {
        String chosen = profile == null ? "" : profile.strip();
        if (!chosen.isEmpty()
                && !chosen.equals(CAMT)
                && CsvProfile.named(chosen).isEmpty()) {
            throw refused("Formatet „" + shortened(chosen) + "“ kendes ikke. Vælg et af disse: " + CAMT + ", "
                    + CsvProfile.ALL.stream().map(CsvProfile::name).collect(Collectors.joining(", ")) + ".");
        }
        if (file.length == 0) {
            throw refused("Filen er tom. Hent kontoudtoget i netbanken igen.");
        }
        String start = new String(file, 0, Math.min(file.length, 200), StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF")) {
            throw refused("Det er en PDF. Hent kontoudtoget som CSV eller camt.053 i netbanken, eller skriv det ind.");
        }
        if (start.startsWith("PK")) {
            throw refused("Det er et regneark eller en zip-fil. Hent kontoudtoget som CSV eller camt.053 i netbanken.");
        }
        // in UTF-16 every second byte of the beginning is 0
        boolean isXml = start.replace("\0", "")
                .replaceFirst("^(\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)", "")
                .stripLeading()
                .startsWith("<");
        if (isXml && !chosen.isEmpty() && !chosen.equals(CAMT)) {
            throw refused("Filen er XML og ikke CSV. Vælg camt.053.");
        }
        if (!isXml && chosen.equals(CAMT)) {
            throw refused("Filen er ikke XML. Vælg bankens CSV-format i stedet for camt.053.");
        }
        return isXml ? CamtStatements.read(file) : CsvStatements.read(file, chosen);
    }

    static Refused refused(String message) {
        return Refused.unprocessable(message, Map.of());
    }

    static String shortened(String text) {
        String line =
                CprNumbers.maskedWhereWritten(text.replaceAll("\\p{Cntrl}", " ").strip());
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }
}
