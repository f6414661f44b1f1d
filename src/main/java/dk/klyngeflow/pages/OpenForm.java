package dk.klyngeflow.pages;

import dk.klyngeflow.engine.CprNumbers;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.security.AttemptsByNetwork;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a form on a page that is open to everybody takes: so many sendings from one network, nothing from machines that fill in the field
 * that people do not see, and names that are names, since they are repeated to others in our name.
 */
public final class OpenForm {

    /** A field that people do not see: whoever fills it in is a machine. */
    private static final String TRAP = "hjemmeside";

    private static final int FREE = 8;
    private static final Duration ONE_MORE_EVERY = Duration.ofMinutes(5);

    /** At most 18 in a day on each node: below what a cluster takes in a day, so that no network can use that up for the others. */
    private static final int FREE_OF_A_CLUSTER = 10;

    private static final Duration ONE_MORE_OF_A_CLUSTER_EVERY = Duration.ofHours(3);

    /** Names are of letters; what looks like an address on the web is not sent to strangers in our name. */
    private static final Pattern LIKE_NAME = Pattern.compile("[\\p{L}\\p{N}\\p{M} .,'’&/()-]+");

    private static final Pattern LIKE_ADDRESS =
            Pattern.compile("(?i)www|https?|\\.\\p{L}{2,}|//", Pattern.UNICODE_CHARACTER_CLASS);

    private final Set<String> names;
    private final int longest;
    private final AttemptsByNetwork attempts;
    private final AttemptsByNetwork aDay;

    /**
     * @param names of its fields
     * @param longest what is longer is cut before it is looked at; the fields themselves refuse sooner
     */
    public OpenForm(Clock clock, Set<String> names, int longest) {
        this.names = Set.copyOf(names);
        this.longest = longest;
        this.attempts = new AttemptsByNetwork(clock, FREE, ONE_MORE_EVERY);
        this.aDay = new AttemptsByNetwork(clock, FREE_OF_A_CLUSTER, ONE_MORE_OF_A_CLUSTER_EVERY);
    }

    /** What was typed, as it may be shown again: a CPR number is not. */
    public Map<String, String> typed(Map<String, String> sent) {
        Map<String, String> typed = new HashMap<>();
        names.forEach(name -> typed.put(name, CprNumbers.masked(cut(sent.getOrDefault(name, "")))));
        return typed;
    }

    /** The same to be read. */
    public FormFields fields(Map<String, String> sent) {
        Map<String, Object> fields = new HashMap<>();
        names.forEach(name -> fields.put(name, cut(sent.getOrDefault(name, ""))));
        return FormFields.of(fields, names);
    }

    public boolean isFromAMachine(Map<String, String> sent) {
        return !sent.getOrDefault(TRAP, "").isEmpty();
    }

    /** Counts one sending; true when the network has sent too many. @param about the cluster it is sent to; empty when there is none yet */
    public boolean isTooMany(String address, String about) {
        return attempts.isTooMany(address) || aDay.isTooMany(address, about);
    }

    /** A required name; complains when it is none. */
    public static String name(FormFields fields, String field, String label, int longest) {
        String text = fields.text(field, label, longest);
        if (text.isEmpty()) {
            fields.required(field, label);
        }
        return like(fields, text, label);
    }

    /** A name that may be left out. */
    public static String nameIfAny(FormFields fields, String field, String label, int longest) {
        return like(fields, fields.text(field, label, longest), label);
    }

    private static String like(FormFields fields, String text, String label) {
        if (!text.isEmpty()
                && (!LIKE_NAME.matcher(text).matches()
                        || LIKE_ADDRESS.matcher(text).find())) {
            fields.wrong(label + " må kun have bogstaver, tal og almindelige tegn, og ingen webadresse.");
        }
        return text;
    }

    private String cut(String text) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
