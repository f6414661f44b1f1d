package dk.klyngeflow.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a mail came back, the hardest reason first. Only that one says that the address is no longer any good: where a server says two things, the
 * more lenient counts, because nothing more is sent to a dead address.
 */
enum Undeliverable {
    NO_SUCH_ADDRESS("Mailen kom retur: adressen findes ikke."),
    SOMETHING_ELSE("Mailen kom retur fra modtagerens mailserver. Adressen kan godt være rigtig."),
    NOT_WELCOME(
            "Mailen kom retur: modtagerens mailserver tog ikke imod den, måske af et spamfilter. Adressen kan godt være rigtig."),
    MAILBOX_FULL("Mailen kom retur: modtagerens postkasse er fuld. Prøv igen om nogle dage, eller ring.");

    /** An address of four numbers, or the version of a program, is none. */
    static final Pattern CODE = Pattern.compile("(?<![\\d.])([45])\\.(\\d{1,3})\\.(\\d{1,3})(?!\\d|\\.\\d)");

    /** RFC 3463; 5.1.7 and 5.1.8 are about our address and not about hers. */
    private static final Pattern WRONG_ADDRESS = Pattern.compile("5\\.1\\.(1|2|3|4|6|10)");
    /** Codes that say no more than that it failed. */
    private static final Pattern SAYS_NOTHING = Pattern.compile("[45]\\.0\\.0|5\\.1\\.0|5\\.5\\.0");

    private static final Pattern NO_SUCH = Pattern.compile(
            "(?is)(user unknown|unknown user|unknown (recipient|address|mailbox)|no such (user|recipient|mailbox|address|person)"
                    + "|does ?n.t (exist|have an? )|does not exist|(recipient|user|mailbox|address)( address)? (was |wasn.t )?(not found|found at|unknown|rejected: user)"
                    + "|unrouteable address|invalid (recipient|mailbox)|no mailbox here|findes ikke|ukendt modtager|existiert nicht|unbekannter empf)");
    private static final Pattern FULL = Pattern.compile(
            "(?is)(over ?quota|quota[^.\\n]{0,20}exceed|exceed[^.\\n]{0,30}quota|(mailbox|inbox|account|postkasse)[^.\\n]{0,30}(\\bfull\\b|fuld\\b|fyldt)"
                    + "|postfach[^.\\n]{0,20}voll|insufficient (system )?storage|\\b[45]52\\b)");
    private static final Pattern LATER = Pattern.compile("(?is)^\\s*(x?-?\\w+\\s*;)?\\s*4\\d\\d\\b.*");
    private static final int BEGINNING = 2_000;

    private final String danish;

    Undeliverable(String danish) {
        this.danish = danish;
    }

    public String danish() {
        return danish;
    }

    /**
     * @param status empty when none was given
     * @param words of the server; what follows them, such as the mail that came back, does not count
     */
    static Undeliverable of(String status, String words) {
        String beginning = words.substring(0, Math.min(BEGINNING, words.length()));
        List<Undeliverable> said = new ArrayList<>();
        for (String text : List.of(status, beginning)) {
            Matcher code = CODE.matcher(text);
            while (code.find()) {
                if (!SAYS_NOTHING.matcher(code.group()).matches()) {
                    said.add(ofCode(code.group()));
                }
            }
        }
        if (FULL.matcher(beginning).find()) {
            said.add(MAILBOX_FULL);
        } else if (LATER.matcher(beginning).matches()) {
            said.add(SOMETHING_ELSE);
        } else if (said.isEmpty() && NO_SUCH.matcher(beginning).find()) {
            said.add(NO_SUCH_ADDRESS);
        }
        return said.stream().reduce(Undeliverable::moreLenient).orElse(SOMETHING_ELSE);
    }

    private static Undeliverable ofCode(String code) {
        if (WRONG_ADDRESS.matcher(code).matches()) {
            return NO_SUCH_ADDRESS;
        }
        if (code.endsWith(".2.2")) {
            return MAILBOX_FULL;
        }
        return code.matches("[45]\\.7\\.\\d+") ? NOT_WELCOME : SOMETHING_ELSE;
    }

    Undeliverable moreLenient(Undeliverable other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
