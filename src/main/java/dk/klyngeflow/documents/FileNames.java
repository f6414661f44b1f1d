package dk.klyngeflow.documents;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a file name that is safe to show, to put into a header and to save. */
final class FileNames {

    private static final int LONGEST = 120;

    /** Day, month, year and four digits: masked even when it is only a number that looks like one. */
    private static final Pattern CPR_LIKE =
            Pattern.compile("(?<!\\d)(0[1-9]|[12]\\d|3[01])(0[1-9]|1[0-2])\\d{2}[\\s._-]?\\d{4}(?!\\d)");

    private FileNames() {}

    static String clean(String given) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        // control and format characters would forge headers or turn the text around
        name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]", "");
        name = name.replaceAll("[\"<>:|?*%;&`$]", "_");
        name = masked(name).replaceAll("\\s+", " ").replaceAll("^[\\s.]+|[\\s.]+$", "");
        if (name.isEmpty()) {
            return "fil";
        }
        return name.length() <= LONGEST ? name : shortened(name);
    }

    static boolean hasCprLike(String text) {
        return CPR_LIKE.matcher(text).find();
    }

    private static String masked(String name) {
        return CPR_LIKE.matcher(name).replaceAll(Matcher.quoteReplacement("xxxxxx-xxxx"));
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        return name.substring(0, LONGEST - ending.length()).strip() + ending;
    }
}
