package dk.klyngeflow.members;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.Money;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something a cluster decides for itself without a new build. Declared by the module that obeys it.
 *
 * @param <T> Long for money in øre, Integer for days, String, Boolean
 */
public final class Setting<T> {

    /** How a setting is typed in and shown. */
    public enum Kind {
        MONEY,
        DAYS,
        MAIL,
        TEXT,
        FLAG
    }

    private static final int MOST_DAYS = 366;
    private static final long MOST_OERE = 10_000_000_00L;

    /** What every mail server takes; quoted names and addresses without a dot are nothing people have. */
    private static final Pattern MAIL_ADDRESS = Pattern.compile(
            "[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?=.{4,190}$)([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]*\\p{L}",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\r\\t]]");

    private final String key;
    private final Kind kind;
    private final T standard;
    private final String label;
    private final String help;
    private final Function<String, T> read;
    private int least;
    private int most = MOST_DAYS;

    private Setting(String key, Kind kind, T standard, String label, String help, Function<String, T> read) {
        this.key = key;
        this.kind = kind;
        this.standard = standard;
        this.label = label;
        this.help = help;
        this.read = read;
    }

    /** An amount in øre. */
    public static Setting<Long> money(String key, long standardOere, String label, String help) {
        return new Setting<>(key, Kind.MONEY, standardOere, label, help, Long::valueOf);
    }

    /** A number of days, or another small whole number. */
    public static Setting<Integer> days(String key, int standard, String label, String help) {
        return new Setting<>(key, Kind.DAYS, standard, label, help, Integer::valueOf);
    }

    /** For a whole number that may be no smaller and no larger. */
    public Setting<T> between(int fewest, int largest) {
        least = fewest;
        most = largest;
        return this;
    }

    /** The address of a mailbox, or nothing. */
    public static Setting<String> mail(String key, String label, String help) {
        return new Setting<>(key, Kind.MAIL, "", label, help, value -> value);
    }

    public static Setting<String> text(String key, String standard, String label, String help) {
        return new Setting<>(key, Kind.TEXT, standard, label, help, value -> value);
    }

    public static Setting<Boolean> flag(String key, boolean standard, String label, String help) {
        return new Setting<>(key, Kind.FLAG, standard, label, help, Boolean::valueOf);
    }

    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** What applies until the cluster decides otherwise. */
    public T standard() {
        return standard;
    }

    public String label() {
        return label;
    }

    public String help() {
        return help;
    }

    /**
     * Reads what an administrator has typed.
     *
     * @throws IllegalArgumentException with a Danish sentence
     */
    T parse(String typed) {
        String text = typed.strip();
        return switch (kind) {
            case MONEY -> read.apply(Long.toString(amount(text)));
            case DAYS -> {
                if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                    throw new IllegalArgumentException("Skriv et helt tal fra " + least + " til " + most + ".");
                }
                yield read.apply(text);
            }
            case MAIL -> {
                if (!text.isEmpty() && !isMail(text)) {
                    throw new IllegalArgumentException(
                            "Skriv én mailadresse som navn@klynge.dk, eller lad feltet stå tomt.");
                }
                yield read.apply(text);
            }
            case TEXT -> {
                if (text.length() > 10_000) {
                    throw new IllegalArgumentException("Teksten må højst fylde 10.000 tegn.");
                }
                if (UNSEEN.matcher(text).find()) {
                    throw new IllegalArgumentException("Teksten indeholder tegn, der ikke kan ses. Skriv den igen.");
                }
                yield read.apply(text);
            }
            case FLAG -> read.apply(Boolean.toString(text.equals("true")));
        };
    }

    private static long amount(String text) {
        long oere;
        try {
            oere = Money.parse(text);
        } catch (FormRefused wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
        if (oere < 0) {
            throw new IllegalArgumentException("Beløbet kan ikke være under 0.");
        }
        if (oere > MOST_OERE) {
            throw new IllegalArgumentException("Beløbet kan ikke være over 10 mio. kr.");
        }
        return oere;
    }

    /** True for one address that a letter can be sent to. */
    static boolean isMail(String text) {
        return MAIL_ADDRESS.matcher(text).matches()
                && !text.contains("..")
                && !text.startsWith(".")
                && !text.contains(".@");
    }

    /** A value as it is written in the field. */
    String show(T value) {
        return kind == Kind.MONEY ? Money.format((Long) value) : value.toString();
    }

    T read(@Nullable String stored) {
        return stored == null ? standard : read.apply(stored);
    }

    @Override
    public String toString() {
        return key;
    }
}
