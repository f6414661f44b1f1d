package dk.klyngeflow.inbox;

import java.util.regex.Pattern;

/** Why a mail came back. Only one of the reasons says that the address is no longer any good. */
enum Undeliverable {
    NO_SUCH_ADDRESS("Mailen kom retur: adressen findes ikke."),
    MAILBOX_FULL("Mailen kom retur: modtagerens postkasse er fuld. Prøv igen om nogle dage, eller ring."),
    NOT_WELCOME(
            "Mailen kom retur: modtagerens mailserver tog ikke imod den, måske af et spamfilter. Adressen kan godt være rigtig."),
    SOMETHING_ELSE("Mailen kom retur fra modtagerens mailserver. Adressen kan godt være rigtig.");

    /** RFC 3463; 5.1.7 and 5.1.8 are about our address and not about hers. */
    private static final Pattern WRONG_ADDRESS = Pattern.compile("5\\.1\\.(1|2|3|4|6|10)");
    /** Statuses that say no more than that it failed. */
    private static final Pattern SAYS_NOTHING = Pattern.compile("|5\\.0\\.0|5\\.1\\.0|5\\.5\\.0");

    private static final Pattern IN_WORDS = Pattern.compile(
            "(?is)(user unknown|unknown user|unknown (recipient|address|mailbox)|no such (user|recipient|mailbox|address|person)"
                    + "|does ?n.t exist|does not exist|(recipient|user|mailbox|address)( address)? (was )?(not found|unknown|rejected: user)"
                    + "|unrouteable address|invalid (recipient|mailbox)|no mailbox here|findes ikke|ukendt modtager)");
    private static final int BEGINNING = 2_000;

    private final String danish;

    Undeliverable(String danish) {
        this.danish = danish;
    }

    String danish() {
        return danish;
    }

    /** @param words of the server; what follows them, such as the mail that came back, does not count */
    static Undeliverable of(String status, String words) {
        String beginning = words.substring(0, Math.min(BEGINNING, words.length()));
        if (WRONG_ADDRESS.matcher(status).matches()
                || (SAYS_NOTHING.matcher(status).matches()
                        && IN_WORDS.matcher(beginning).find())) {
            return NO_SUCH_ADDRESS;
        }
        if (status.endsWith(".2.2")) {
            return MAILBOX_FULL;
        }
        return status.matches("[45]\\.7\\.\\d+") ? NOT_WELCOME : SOMETHING_ELSE;
    }
}
