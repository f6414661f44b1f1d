package dk.klyngeflow.documents;

import dk.klyngeflow.engine.CprNumbers;
import java.text.Normalizer;

/** Makes a file name that is safe to show, to put into a header and to save. */
public final class FileNames {

    private static final int LONGEST = 120;

    private FileNames() {}

    /** Never empty, at most 120 characters, without folders. */
    public static String clean(String given) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        // control and format characters would forge headers or turn the text around
        name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]", "");
        name = name.replaceAll("[\"<>:|?*%;&`$]", "_");
        name = CprNumbers.masked(name).replaceAll("\\s+", " ").replaceAll("^[\\s.]+|[\\s.]+$", "");
        if (name.isEmpty()) {
            return "fil";
        }
        return name.length() <= LONGEST ? name : shortened(name);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        return name.substring(0, LONGEST - ending.length()).strip() + ending;
    }
}
