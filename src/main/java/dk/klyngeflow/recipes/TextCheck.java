package dk.klyngeflow.recipes;

import dk.klyngeflow.engine.CprNumbers;
import dk.klyngeflow.engine.CvrNumbers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what may be somebody's in texts that are to leave the cluster: names it knows, numbers that belong to somebody, and figures. It
 * finds rather too much than too little; a person reads each.
 */
final class TextCheck {

    private static final int CASELESS_FROM = 5;
    private static final int SHORTEST = 2;
    private static final int KEY_BYTES = 10;

    /** Words that practices, suppliers and people share with every other text. */
    private static final Set<String> COMMON = Set.of(
            "lægerne lægehuset lægehus lægeklinik lægeklinikken lægepraksis læger læge klinik klinikken praksis almen center centret huset"
                    .concat(
                            " sundhedshus sundhedshuset lægecenter lægecentret og ved i på af den det de for med til aps a/s i/s om fra dr hos")
                    .split(" "));

    private static final String AMOUNT = "\\d{1,3}(?:[. ]\\d{3})+|\\d+(?:[.,]\\d+)?";
    private static final String THINGS =
            "patient\\w*|recept\\w*|ordination\\w*|henvisning\\w*|prøve\\w*|besøg\\w*|konsultation\\w*|kontrol\\w*|borger\\w*|kvinder|mænd|børn|ydelse\\w*|døgndos\\w*|DDD|sygemeld\\w*|indlæggelse\\w*";

    private record Likeness(Hit.Kind kind, Pattern pattern) {}

    private static final Likeness MAIL = like(
            Hit.Kind.MAIL, "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|[\\w.+-]+ ?(?:\\(at\\)|\\[at\\]|snabel-?a) ?[\\w.-]+");
    private static final Likeness WEB = like(Hit.Kind.WEB, "(?:https?://|www\\.)\\S+");

    /** In the order in which they are looked for, after the names: what is found by one is not found by the next. */
    private static final List<Likeness> ALIKE = List.of(
            new Likeness(
                    Hit.Kind.LIKE_A_NAME,
                    Pattern.compile(
                            "(?<![\\p{L}])(?i:dr\\.?|(?:over|special)?lægen?|(?:praksis)?konsulent(?:en)?|sygeplejersken?|sekretær(?:en)?|klinikchef(?:en)?|patient(?:en)?|fru|hr\\.?) (?:\\p{Lu}[\\p{L}.-]+)(?: \\p{Lu}[\\p{L}.-]+)*")),
            new Likeness(
                    Hit.Kind.LIKE_A_NAME,
                    Pattern.compile(
                            "(?<![\\p{L}])\\p{Lu}[\\p{Ll}.]* (?:\\p{Lu}[\\p{Ll}.]* )?\\p{Lu}\\p{Ll}+sen(?![\\p{L}])")),
            new Likeness(
                    Hit.Kind.ADDRESS,
                    Pattern.compile(
                            "\\p{Lu}[\\p{L}.]*(?: \\p{Lu}?\\p{L}+)?(?:vej|gade|allé|alle|plads|torv|torvet|stræde|vænget|parken|bakken) \\d+\\w?(?![\\p{L}\\d])")),
            new Likeness(Hit.Kind.ADDRESS, Pattern.compile("(?<![\\d.,])\\d{4} \\p{Lu}\\p{Ll}{2,}")),
            like(Hit.Kind.FIGURE, "(?:" + AMOUNT + ") ?(?:%|‰|pct\\b\\.?|procent\\w*|promille|percent)"),
            like(Hit.Kind.FIGURE, "(?:" + AMOUNT + ") (?:ud )?af (?:de |vores )?(?:" + AMOUNT + ")"),
            like(Hit.Kind.FIGURE, "(?<![\\d./])\\d+/\\d+(?![\\d./])"),
            like(Hit.Kind.FIGURE, "(?:" + AMOUNT + ") ?(?:pr\\.?|per) ?(?:1\\.?000|100|tusind)"),
            like(Hit.Kind.FIGURE, "(?:" + AMOUNT + ") (?:\\p{L}+ )?(?:" + THINGS + ")(?![\\p{L}])"),
            like(
                    Hit.Kind.FIGURE,
                    "(?<![\\p{L}\\d])(?:en|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tyve|halvdelen|\\d+) (?:ud )?af (?:os|praksisserne|praksis|klinikkerne|lægehusene|\\d+)(?![\\p{L}\\d])"),
            like(Hit.Kind.PROVIDER, "(?<![\\d.,])\\d{6}(?![\\d]|[.,]\\d)"),
            like(Hit.Kind.PROVIDER, "ydern\\w*[ .:]*\\d+"),
            like(Hit.Kind.PHONE, "(?:\\+|(?<!\\d)00)\\d{2}[ .-]?(?:\\d[ .-]?){7,9}\\d"),
            like(Hit.Kind.COMPANY, "CVR[ -]?\\w*[ .:]*\\d[\\d ]{6,9}\\d"),
            like(Hit.Kind.COMPANY, "(?<!\\d)\\d{8}(?!\\d)"),
            like(Hit.Kind.PHONE, "(?<![\\d.,])\\d{2}[ .-]?\\d{2}[ .-]?\\d{2}[ .-]?\\d{2}(?![\\d]|[.,]\\d)"),
            like(Hit.Kind.PHONE, "(?<![\\d.,])\\d{4}[ -]\\d{4}(?![\\d]|[.,]\\d)"),
            like(Hit.Kind.NUMBER, "(?<![\\d.,])\\d{5,}(?![\\d])"));

    private final List<Likeness> names = new ArrayList<>();

    TextCheck(KnownNames.Names known, boolean showsCluster) {
        add(Hit.Kind.PRACTICE, known.practices(), true);
        if (!showsCluster) {
            add(Hit.Kind.CLUSTER, Set.of(known.cluster()), false);
        }
        add(Hit.Kind.PERSON, known.people(), true);
        add(Hit.Kind.OTHER_NAME, known.others(), false);
        add(Hit.Kind.PROVIDER, known.providers(), false);
    }

    private static Likeness like(Hit.Kind kind, String pattern) {
        return new Likeness(kind, caseless(pattern));
    }

    private static Pattern caseless(String pattern) {
        return Pattern.compile(
                pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** @param isEachWord whether a part of the name is taken for it: people are called by one of theirs */
    private void add(Hit.Kind kind, Collection<String> known, boolean isEachWord) {
        Set<String> written = known.stream()
                .map(TextCheck::plain)
                .map(String::strip)
                .filter(name -> name.length() >= SHORTEST)
                .flatMap(name -> forms(name, isEachWord))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!written.isEmpty()) {
            // the longest first: a whole name before its parts
            String any = written.stream()
                    .sorted(Comparator.comparing(String::length).reversed())
                    .collect(Collectors.joining("|"));
            names.add(new Likeness(
                    kind,
                    Pattern.compile(
                            "(?<![\\p{L}\\d])(?:" + any + ")(?:['’]?s)?(?![\\p{L}\\d])",
                            Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS)));
        }
    }

    private static Stream<String> forms(String name, boolean isEachWord) {
        String whole = "(?i:" + spelt(name) + ")";
        if (!isEachWord) {
            return Stream.of(whole);
        }
        return Stream.concat(
                Stream.of(whole),
                Arrays.stream(name.split("[\\s-]+"))
                        .filter(word -> word.length() >= SHORTEST && !COMMON.contains(word.toLowerCase(Locale.ROOT)))
                        .filter(word -> Character.isLetter(word.charAt(0)))
                        .map(TextCheck::word));
    }

    /** Short names are words of every day when they are written small: „hans“, „bo“. */
    private static String word(String word) {
        return word.length() >= CASELESS_FROM
                ? "(?i:" + spelt(word) + ")"
                : "(?:" + spelt(word) + "|" + spelt(word.toUpperCase(Locale.ROOT)) + ")";
    }

    /** As people write it who have no Danish keyboard, too. */
    private static String spelt(String name) {
        return name.chars()
                .mapToObj(letter -> switch (Character.toLowerCase((char) letter)) {
                    case 'æ' -> "(?:æ|Æ|ae|Ae|AE)";
                    case 'ø' -> "(?:ø|Ø|ö|oe|Oe|OE)";
                    case 'å' -> "(?:å|Å|aa|Aa|AA)";
                    case 'é', 'è' -> "[éèeÉÈE]";
                    case ' ', '-' -> "[\\s-]+";
                    default -> Pattern.quote(String.valueOf((char) letter));
                })
                .collect(Collectors.joining());
    }

    /** In the order of the text; each line's once. */
    List<Hit> in(List<Passage> passages) {
        Map<String, Hit> hits = new LinkedHashMap<>();
        for (Passage passage : passages) {
            Set<Integer> shut = linesWithCpr(passage);
            for (int line = 0; line < passage.lines().size(); line++) {
                // nothing else is said of such a line: it would repeat the number
                List<Hit> found = shut.contains(line)
                        ? List.of(hit(Hit.Kind.CPR, passage.place(line), "", String.valueOf(line)))
                        : ofLine(passage, line);
                found.forEach(hit -> hits.putIfAbsent(hit.key(), hit));
            }
            if (!passage.isWhole()) {
                Hit unread = hit(Hit.Kind.UNREADABLE, passage.label(), passage.label(), "");
                hits.putIfAbsent(unread.key(), unread);
            }
        }
        return List.copyOf(hits.values());
    }

    /** Both, when one is broken over two. */
    private static Set<Integer> linesWithCpr(Passage passage) {
        Set<Integer> found = new TreeSet<>();
        List<String> lines = passage.lines().stream().map(TextCheck::plain).toList();
        for (int line = 0; line < lines.size(); line++) {
            if (isCpr(lines.get(line))) {
                found.add(line);
            } else if (line + 1 < lines.size() && isBroken(lines.get(line), lines.get(line + 1))) {
                found.add(line);
                found.add(line + 1);
            }
        }
        return found;
    }

    private static boolean isBroken(String line, String next) {
        String first = line.stripTrailing();
        String second = next.stripLeading();
        return !isCpr(next) && (isCpr(first + second) || isCpr(first + " " + second));
    }

    private static final Pattern SPACED_CPR = Pattern.compile(
            "(?<!\\d)(?:0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])[ ./-](?:0[1-9]|1[0-2])[ ./-]\\d{2}[ ./-]{1,3}\\d{4}(?!\\d)");

    private static boolean isCpr(String text) {
        return CprNumbers.isLikeIn(text) || SPACED_CPR.matcher(text).find();
    }

    private List<Hit> ofLine(Passage passage, int number) {
        String line = plain(passage.lines().get(number));
        boolean[] taken = new boolean[line.length()];
        Map<Integer, Hit> found = new TreeMap<>();
        String place = passage.place(number);
        Stream.of(Stream.of(MAIL, WEB), names.stream(), ALIKE.stream())
                .flatMap(each -> each)
                .forEach(each -> look(each, line, place, taken, found));
        return List.copyOf(found.values());
    }

    private static void look(Likeness likeness, String line, String place, boolean[] taken, Map<Integer, Hit> found) {
        Matcher matcher = likeness.pattern().matcher(line);
        while (matcher.find()) {
            if (isFree(taken, matcher.start(), matcher.end())) {
                Arrays.fill(taken, matcher.start(), matcher.end(), true);
                String text = matcher.group().strip();
                found.put(matcher.start(), hit(kind(likeness.kind(), text), place, text, line));
            }
        }
    }

    /** Eight digits in a row are a company's number only when they fit together. */
    private static Hit.Kind kind(Hit.Kind kind, String found) {
        return kind == Hit.Kind.COMPANY && CvrNumbers.isLike(found) && !CvrNumbers.isValid(found)
                ? Hit.Kind.PHONE
                : kind;
    }

    private static boolean isFree(boolean[] taken, int from, int until) {
        for (int at = from; at < until; at++) {
            if (taken[at]) {
                return false;
            }
        }
        return until > from;
    }

    private static Hit hit(Hit.Kind kind, String place, String found, String line) {
        String whole = String.join("\u0000", kind.name(), place, found, line);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return new Hit(HexFormat.of().formatHex(Arrays.copyOf(hash, KEY_BYTES)), kind, place, found, line.strip());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Wide digits, hard blanks and letters nobody sees are what they look like. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}", "")
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .replaceAll("\\s", " ");
    }
}
