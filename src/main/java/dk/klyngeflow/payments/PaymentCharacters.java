package dk.klyngeflow.payments;

import java.text.Normalizer;
import java.util.Map;

/**
 * The characters banks take. Inside Denmark that is the Latin set of the international rules plus æ, ø, å and the ampersand; outside, the
 * Latin set alone. Everything else is written with letters that are there, never dropped without a blank in its place.
 */
final class PaymentCharacters {

    private static final String LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ ";
    private static final String DANISH = LATIN + "æøåÆØÅ&";

    private static final Map<Integer, String> SPELLED = Map.ofEntries(
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'ø', "oe"),
            Map.entry((int) 'å', "aa"),
            Map.entry((int) 'Æ', "Ae"),
            Map.entry((int) 'Ø', "Oe"),
            Map.entry((int) 'Å', "Aa"),
            Map.entry((int) 'ä', "ae"),
            Map.entry((int) 'ö', "oe"),
            Map.entry((int) 'ü', "ue"),
            Map.entry((int) 'Ä', "Ae"),
            Map.entry((int) 'Ö', "Oe"),
            Map.entry((int) 'Ü', "Ue"),
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'Ł', "L"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) '&', "+"),
            Map.entry((int) '€', "EUR"),
            Map.entry((int) '§', "par."),
            Map.entry((int) '’', "'"),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '`', "'"),
            Map.entry((int) '´', "'"),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '_', "-"),
            Map.entry((int) ';', ","),
            Map.entry((int) '[', "("),
            Map.entry((int) ']', ")"),
            Map.entry((int) '#', "nr. "),
            Map.entry((int) '%', "pct."));

    private PaymentCharacters() {}

    static String danish(String text, int longest) {
        return written(text, DANISH, longest);
    }

    static String international(String text, int longest) {
        return written(text, LATIN, longest);
    }

    private static String written(String text, String allowed, int longest) {
        StringBuilder result = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .forEach(character -> result.append(letter(character, allowed)));
        String tidy = result.toString().replaceAll(" +", " ").strip();
        // a slash first, last or doubled has a meaning of its own between banks
        tidy = tidy.replaceAll("/{2,}", "/").replaceAll("^[/ ]+|[/ ]+$", "");
        return tidy.length() <= longest ? tidy : tidy.substring(0, longest).strip();
    }

    private static String letter(int character, String allowed) {
        if (allowed.indexOf(character) >= 0) {
            return Character.toString(character);
        }
        String spelled = SPELLED.get(character);
        if (spelled != null) {
            return spelled;
        }
        String bare = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "");
        boolean known = !bare.isEmpty() && bare.chars().allMatch(letter -> allowed.indexOf(letter) >= 0);
        return known ? bare : " ";
    }
}
