package dk.klyngeflow.contact;

import java.util.Collection;
import java.util.regex.Pattern;

/** What a mail is about, as a task and a case may say it to everybody: short, and neither a person's name nor a number of hers. */
final class SubjectMatter {

    private static final int LONGEST = 50;
    private static final int SHORTEST_NAME = 5;
    private static final Pattern ANSWERED = Pattern.compile(
            "(?i)^((re|sv|vs|aw|wg|fw|fwd|vb|antw|videresendt|ekstern|external)\\s*(\\[\\d+]|\\(\\d+\\))?\\s*[:：]|\\[[^\\]]{0,40}])\\s*");
    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");
    private static final Pattern LINK = Pattern.compile("(?i)(https?://|www\\.)\\S+");
    /** What is left of a CPR number, and what may be one, a phone or an account. */
    private static final Pattern NUMBER = Pattern.compile("xxxxxx-xxxx|\\+?\\d(?:[ .\\-/]?\\d){7,}");

    private static final Pattern LOOSE_ENDS = Pattern.compile(
            "^[\\s,.:;!?|·•\\u201E\\u201C\\u201D\"'()\\[\\]/–—-]+|[\\s,.:;|·•\\u201E\\u201C\\u201D\"'(\\[/–—-]+$");

    private SubjectMatter() {}

    /** @param names of the one who wrote and of the people of the cluster */
    static String of(String subject, Collection<String> names) {
        String kept = subject.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        for (String before = ""; !before.equals(kept); ) {
            before = kept;
            kept = ANSWERED.matcher(kept).replaceFirst("");
        }
        kept = LINK.matcher(ADDRESS.matcher(kept).replaceAll(" ")).replaceAll(" ");
        kept = NUMBER.matcher(kept).replaceAll(" ");
        for (String name : names) {
            if (name.strip().length() >= SHORTEST_NAME) {
                kept = Pattern.compile("(?iu)(?<!\\p{L})" + Pattern.quote(name.strip()) + "(s|’s|'s)?(?!\\p{L})")
                        .matcher(kept)
                        .replaceAll(" ");
            }
        }
        kept = LOOSE_ENDS.matcher(kept.replaceAll("\\s+", " ")).replaceAll("");
        return shortened(kept);
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST);
        String cut = text.substring(0, end > LONGEST / 2 ? end : LONGEST);
        return LOOSE_ENDS.matcher(cut).replaceAll("") + " …";
    }
}
